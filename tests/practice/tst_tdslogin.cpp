#include "tdsclient.h"
#include "tdslogin.h"
#include "tdswriter.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

/// The encryption byte of an answer to PRELOGIN.
int encryptionOf(const QByteArray &answer)
{
    return static_cast<quint8>(answer.at(answer.at(7)));
}

} // namespace

class TestTdsLogin : public QObject {
    Q_OBJECT

private slots:
    void encryption_data();
    void encryption();
    void federationIsAnsweredOnlyWhenAsked();
    void cutPreloginIsRefused();
    void readsLogin();
    void readsPassword_data();
    void readsPassword();
    void readsFeatures();
    void integratedLogin();
    void cutLoginNeverCrashes();
    void textOutsideTheMessageIsRefused();
};

void TestTdsLogin::encryption_data()
{
    QTest::addColumn<TlsMode>("mode");
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("answer");
    QTest::addColumn<TlsUse>("use");
    const auto row = [](TlsMode mode, int client, int answer, TlsUse use) {
        QTest::addRow("mode %d, client %d", static_cast<int>(mode), client)
            << mode << client << answer << use;
    };
    for (const int client : { 0, 1, 2, 3 })
        row(TlsMode::Off, client, 2, TlsUse::None);
    row(TlsMode::On, 0, 0, TlsUse::LoginOnly);
    row(TlsMode::On, 1, 1, TlsUse::Everything);
    row(TlsMode::On, 2, 2, TlsUse::None);
    row(TlsMode::On, 3, 1, TlsUse::Everything);
    row(TlsMode::Required, 0, 3, TlsUse::Everything);
    row(TlsMode::Required, 1, 1, TlsUse::Everything);
    row(TlsMode::Required, 2, 3, TlsUse::Everything);
    row(TlsMode::Required, 3, 3, TlsUse::Everything);
}

void TestTdsLogin::encryption()
{
    QFETCH(TlsMode, mode);
    QFETCH(int, client);
    QFETCH(int, answer);
    QFETCH(TlsUse, use);
    const auto prelogin = parsePrelogin(TdsClient::prelogin(static_cast<quint8>(client)));
    QVERIFY(prelogin);
    const PreloginAnswer given = answerPrelogin(*prelogin, mode);
    QCOMPARE(encryptionOf(given.bytes), answer);
    QCOMPARE(given.tls, use);
}

void TestTdsLogin::federationIsAnsweredOnlyWhenAsked()
{
    const QByteArray asking = QByteArray::fromHex("06000b0001 01000c0001 ff 01 00");
    const auto prelogin = parsePrelogin(asking);
    QVERIFY(prelogin && prelogin->asksFederation);
    QVERIFY(answerPrelogin(*prelogin, TlsMode::Off).bytes.contains(QByteArray::fromHex("0600280001ff")));
    QVERIFY(!parsePrelogin(TdsClient::prelogin(0))->asksFederation);
}

void TestTdsLogin::cutPreloginIsRefused()
{
    const QByteArray whole = TdsClient::prelogin(1);
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!parsePrelogin(whole.left(size)));
    QVERIFY(!parsePrelogin(TdsClient::prelogin(4))); // no such encryption
}

void TestTdsLogin::readsLogin()
{
    const auto login = parseLogin7(TdsClient::login7(8192, u"secret"_s));
    QVERIFY(login);
    QCOMPARE(login->request.hostName, u"host"_s);
    QCOMPARE(login->request.user, u"practice"_s);
    QCOMPARE(login->request.password, u"secret"_s);
    QCOMPARE(login->request.application, u"tests"_s);
    QCOMPARE(login->request.database, u"shop"_s);
    QCOMPARE(login->packetSize, 8192U);
    QCOMPARE(login->tdsVersion, 0x74000004U);
    QVERIFY(!login->integrated);
    QVERIFY(login->features.isEmpty());
}

void TestTdsLogin::readsPassword_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("empty") << QString();
    QTest::newRow("signs") << u"};=' \"\\%{"_s;
    QTest::newRow("any script") << u"пароль\u4E2D\U0001F511"_s;
    QTest::newRow("longest") << QString(128, u'\u00FF');
}

void TestTdsLogin::readsPassword()
{
    QFETCH(QString, password);
    const auto login = parseLogin7(TdsClient::login7(0, password));
    QVERIFY(login);
    QCOMPARE(login->request.password, password);
}

void TestTdsLogin::readsFeatures()
{
    QByteArray body = TdsClient::login7(0, u"secret"_s);
    const auto pointer = static_cast<quint16>(body.size());
    TdsWriter out;
    out.bytes(body);
    out.u32(pointer + 4U); // offset of the features
    for (const quint8 feature : { 0x01, 0x0A }) {
        out.u8(feature);
        out.u32(2);
        out.u16(0);
    }
    out.u8(0xFF);
    out.patchU8(27, 0x10);
    out.patchU16(56, pointer); // the extension's entry
    out.patchU16(58, 4);
    const auto login = parseLogin7(out.data());
    QVERIFY(login);
    QCOMPARE(login->features, (QList<quint8>{ 0x01, 0x0A }));
}

void TestTdsLogin::integratedLogin()
{
    QByteArray body = TdsClient::login7(0, u"secret"_s);
    body[25] = '\x80';
    QVERIFY(parseLogin7(body)->integrated);
}

void TestTdsLogin::cutLoginNeverCrashes()
{
    const QByteArray whole = TdsClient::login7(0, u"secret"_s);
    for (qsizetype size = 0; size < 94; ++size)
        QVERIFY(!parseLogin7(whole.left(size)));
    for (qsizetype size = 94; size < whole.size(); ++size)
        QVERIFY(!parseLogin7(whole.left(size)));
}

void TestTdsLogin::textOutsideTheMessageIsRefused()
{
    QByteArray body = TdsClient::login7(0, u"secret"_s);
    body[43] = '\x7F'; // the user's length
    QVERIFY(!parseLogin7(body));
}

QTEST_GUILESS_MAIN(TestTdsLogin)
#include "tst_tdslogin.moc"
