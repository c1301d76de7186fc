#include "connectionfields.h"
#include "fakebackend.h"
#include "fieldhint.h"
#include "widgetfinder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The fields of a connection: what is shown, and what is said of it while a person types.
class TestConnectionFields : public QObject {
    Q_OBJECT

private slots:
    void init();

    void everySettingComesBack();
    void portsAreLookedAt_data();
    void portsAreLookedAt();
    void packetSizesAreLookedAt_data();
    void packetSizesAreLookedAt();
    void keywordsAreLookedAt_data();
    void keywordsAreLookedAt();
    void onlyWhatTheSignInTakesIsShown_data();
    void onlyWhatTheSignInTakesIsShown();
    void onlyWhatTheDriverHasIsOffered();
    void driversHaveVersionsAndAdvice();
    void missingDriversAreSaid();
    void whatTheDriverLacksIsSaid();
    void tokensNeedEncryption();
    void certificateFieldsFollowTheEncryption();
    void moreSettingsAreFolded();
    void mistakesInMoreSettingsUnfoldThem();
    void caFileIsChosen();
    void passwordIsHidden();
    void keychainIsSaid();
    void editsAreNoticed();
    void wheelChangesNothing();

private:
    void type(const char *name, const QString &text) const;
    void choose(const char *box, const QString &text) const;
    QStringList itemsOf(const char *box) const;
    QString hint(const char *name) const { return child<FieldHint>(*m_fields, name)->text(); }
    bool isShown(const char *name) const
    {
        return child<QWidget>(*m_fields, name)->isVisibleTo(m_fields.get());
    }

    std::unique_ptr<ConnectionFields> m_fields;
};

void TestConnectionFields::init()
{
    m_fields = std::make_unique<ConnectionFields>();
    m_fields->setDrivers({ { microsoftInfo(), freeTdsInfo(), microsoftInfo(17) }, {} });
    m_fields->show();
    type("serverEdit", u"db"_s);
    type("userEdit", u"u"_s);
    QCOMPARE(m_fields->mistake(), QString());
}

void TestConnectionFields::type(const char *name, const QString &text) const
{
    auto *edit = child<QWidget>(*m_fields, name);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    for (const QString &line : text.split(u'\n')) {
        QTest::keyClicks(edit, line);
        if (edit->inherits("QPlainTextEdit"))
            QTest::keyClick(edit, Qt::Key_Return);
    }
}

QStringList TestConnectionFields::itemsOf(const char *box) const
{
    const auto *combo = child<QComboBox>(*m_fields, box);
    QStringList items;
    for (int row = 0; row < combo->count(); ++row)
        items += combo->itemText(row);
    return items;
}

/// Like a person, by the first letters.
void TestConnectionFields::choose(const char *box, const QString &text) const
{
    auto *combo = child<QComboBox>(*m_fields, box);
    QVERIFY2(itemsOf(box).contains(text), qPrintable(itemsOf(box).join(u'|')));
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    while (combo->currentText() != text)
        QTest::keyClick(combo, Qt::Key_Down);
}

void TestConnectionFields::everySettingComesBack()
{
    ConnectionSpec spec;
    spec.driver = u"Some Driver"_s;
    spec.server = u"h,1434"_s;
    spec.port = 1500;
    spec.database = u"shop"_s;
    spec.signIn = SignIn::EntraPassword;
    spec.user = u"u"_s;
    spec.encrypt = Encryption::Strict;
    spec.trustServerCertificate = true;
    spec.hostNameInCertificate = u"localhost"_s;
    spec.caFile = u"/ca.pem"_s;
    spec.readOnlyIntent = true;
    spec.loginTimeoutSeconds = 7;
    spec.queryTimeoutSeconds = 8;
    spec.packetSize = 4096;
    spec.extra.insert(u"MultiSubnetFailover"_s, u"yes"_s);
    spec.extra.insert(u"WSID"_s, u"a=b"_s);
    m_fields->setSpec(spec);
    QCOMPARE(m_fields->spec(), spec);
    m_fields->setDrivers({ { freeTdsInfo() }, {} }); // that comes late, and changes nothing
    QCOMPARE(m_fields->spec(), spec);
    m_fields->setSpec({});
    QCOMPARE(m_fields->spec(), ConnectionSpec());
}

void TestConnectionFields::portsAreLookedAt_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("port");
    QTest::addColumn<bool>("good");
    QTest::newRow("host") << u"db.example"_s << QString() << true;
    QTest::newRow("port") << u"db.example"_s << u"1433"_s << true;
    QTest::newRow("highest port") << u"db.example"_s << u" 65535 "_s << true;
    QTest::newRow("port with the server") << u"tcp:db.example, 65535"_s << QString() << true;
    QTest::newRow("instance") << u"db\\SQLEXPRESS"_s << QString() << true;
    QTest::newRow("too high") << u"db.example"_s << u"65536"_s << false;
    QTest::newRow("zero") << u"db.example"_s << u"0"_s << false;
    QTest::newRow("no number") << u"db.example"_s << u"abc"_s << false;
    QTest::newRow("too high with the server") << u"db.example,65536"_s << QString() << false;
    QTest::newRow("no number with the server") << u"db.example,abc"_s << QString() << false;
    QTest::newRow("nothing after the comma") << u"db.example,"_s << QString() << false;
}

void TestConnectionFields::portsAreLookedAt()
{
    QFETCH(QString, server);
    QFETCH(QString, port);
    QFETCH(bool, good);
    type("serverEdit", server);
    type("portEdit", port);
    QCOMPARE(hint("serverHint").isEmpty(), good);
    QCOMPARE(isShown("serverHint"), !good);
    QCOMPARE(m_fields->mistake(), hint("serverHint"));
    QCOMPARE(m_fields->spec().port.has_value(), good && !port.isEmpty());
    // Screen readers hear it at the field.
    QCOMPARE(child<QLineEdit>(*m_fields, "serverEdit")->accessibleDescription(), hint("serverHint"));
}

void TestConnectionFields::packetSizesAreLookedAt_data()
{
    QTest::addColumn<QString>("size");
    QTest::addColumn<bool>("good");
    QTest::addColumn<bool>("silent");
    QTest::newRow("least") << u"512"_s << true << true;
    QTest::newRow("usual") << u"16000"_s << true << true;
    QTest::newRow("more than is used") << u"32767"_s << true << false;
    QTest::newRow("too small") << u"511"_s << false << false;
    QTest::newRow("too large") << u"32768"_s << false << false;
    QTest::newRow("nothing") << QString() << false << false;
    QTest::newRow("no number") << u"4k"_s << false << false;
}

void TestConnectionFields::packetSizesAreLookedAt()
{
    QFETCH(QString, size);
    QFETCH(bool, good);
    QFETCH(bool, silent);
    click(child<QToolButton>(*m_fields, "moreButton"));
    type("packetSizeEdit", size);
    QCOMPARE(hint("packetSizeHint").isEmpty(), silent);
    QCOMPARE(m_fields->mistake().isEmpty(), good);
    if (good)
        QCOMPARE(m_fields->spec().packetSize, size.toInt());
}

void TestConnectionFields::keywordsAreLookedAt_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("word"); // of the mistake; empty: there is none
    QTest::newRow("one") << u"MultiSubnetFailover=yes"_s << QString();
    QTest::newRow("blank lines") << u"\n WSID = me \n\n"_s << QString();
    QTest::newRow("password") << u"WSID=me\npwd=geheim"_s << u"password"_s;
    QTest::newRow("set by Tidemark") << u"ConnectRetryCount=3"_s << u"ConnectRetryCount"_s;
    QTest::newRow("with a blank") << u"Packet Size=3"_s << u"Packet Size"_s;
    QTest::newRow("no value") << u"MultiSubnetFailover"_s << u"name=value"_s;
    QTest::newRow("no keyword") << u"a;b=c"_s << u"a;b"_s;
    QTest::newRow("twice") << u"WSID=a\nWSID=b"_s << u"twice"_s;
}

void TestConnectionFields::keywordsAreLookedAt()
{
    QFETCH(QString, lines);
    QFETCH(QString, word);
    click(child<QToolButton>(*m_fields, "moreButton"));
    type("extraEdit", lines);
    QVERIFY2(hint("extraHint").contains(word), qPrintable(hint("extraHint")));
    QCOMPARE(hint("extraHint").isEmpty(), word.isEmpty());
    QCOMPARE(m_fields->mistake(), hint("extraHint"));
    QCOMPARE(m_fields->spec().extra.size(), word.isEmpty() ? 1 : 0);
    QVERIFY(!hint("extraHint").contains(u"geheim"_s));
}

void TestConnectionFields::onlyWhatTheSignInTakesIsShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SignIn>("signIn");
    QTest::addColumn<bool>("user");
    QTest::addColumn<bool>("password");
    QTest::newRow("SQL") << u"User and password of SQL Server"_s << SignIn::SqlLogin << true << true;
    QTest::newRow("Kerberos") << u"Windows account (Kerberos)"_s << SignIn::Kerberos << false << false;
    QTest::newRow("password") << u"Entra ID: user and password"_s << SignIn::EntraPassword << true << true;
    QTest::newRow("browser") << u"Entra ID: in the browser"_s << SignIn::EntraInteractive << true << false;
    QTest::newRow("principal") << u"Entra ID: service principal"_s << SignIn::EntraServicePrincipal << true
                               << true;
    QTest::newRow("identity") << u"Entra ID: managed identity"_s << SignIn::EntraManagedIdentity << true
                              << false;
    QTest::newRow("integrated") << u"Entra ID: Windows account"_s << SignIn::EntraIntegrated << false
                                << false;
}

void TestConnectionFields::onlyWhatTheSignInTakesIsShown()
{
    QFETCH(QString, text);
    QFETCH(SignIn, signIn);
    QFETCH(bool, user);
    QFETCH(bool, password);
    type("passwordEdit", u"geheim"_s);
    choose("signInBox", text);
    QCOMPARE(m_fields->spec().signIn, signIn);
    QCOMPARE(isShown("userEdit"), user);
    QCOMPARE(isShown("userLabel"), user);
    QCOMPARE(isShown("passwordEdit"), password);
    QCOMPARE(isShown("keepPasswordBox"), password);
    QCOMPARE(m_fields->spec().user, user ? u"u"_s : QString());
    QCOMPARE(m_fields->password(), password ? Secret(u"geheim"_s) : Secret());
    QCOMPARE(m_fields->mistake(), QString());
    m_fields->setSpec(m_fields->spec());
    QCOMPARE(m_fields->spec().signIn, signIn);
}

void TestConnectionFields::onlyWhatTheDriverHasIsOffered()
{
    QCOMPARE(itemsOf("signInBox").size(), 7);
    QCOMPARE(itemsOf("encryptBox").size(), 3);
    choose("driverBox", u"FreeTDS, 1.3.17"_s);
    QCOMPARE(itemsOf("signInBox"),
        (QStringList{ u"User and password of SQL Server"_s, u"Windows account (Kerberos)"_s }));
    QCOMPARE(itemsOf("encryptBox"), (QStringList{ u"Encrypted"_s, u"Only if the server insists"_s }));
    click(child<QToolButton>(*m_fields, "moreButton"));
    QVERIFY(!isShown("hostNameEdit"));
    QVERIFY(isShown("caFileEdit"));
    choose("driverBox", u"ODBC Driver 18 for SQL Server, 18.6"_s);
    QCOMPARE(itemsOf("signInBox").size(), 7);
    QVERIFY(isShown("hostNameEdit"));
}

void TestConnectionFields::driversHaveVersionsAndAdvice()
{
    QCOMPARE(itemsOf("driverBox"),
        (QStringList{ u"The best one: ODBC Driver 18 for SQL Server, 18.6"_s,
            u"ODBC Driver 18 for SQL Server, 18.6"_s, u"FreeTDS, 1.3.17"_s,
            u"ODBC Driver 17 for SQL Server, 17.6"_s }));
    QVERIFY(!isShown("driverHint"));
    choose("driverBox", u"ODBC Driver 17 for SQL Server, 17.6"_s);
    QCOMPARE(hint("driverHint"), u"This driver is old."_s);
    QCOMPARE(m_fields->mistake(), QString()); // it works
    QCOMPARE(m_fields->spec().driver, u"ODBC Driver 17 for SQL Server"_s);
}

void TestConnectionFields::missingDriversAreSaid()
{
    ConnectionSpec spec = m_fields->spec();
    spec.driver = u"Elsewhere"_s;
    m_fields->setSpec(spec);
    QCOMPARE(hint("driverHint"), u"Elsewhere is not installed here. Choose another driver."_s);
    QCOMPARE(m_fields->mistake(), hint("driverHint"));
    spec.driver = u"/opt/libtdsodbc.so"_s; // a file, which nobody lists
    m_fields->setSpec(spec);
    QCOMPARE(m_fields->mistake(), QString());
    spec.driver = u"freetds"_s; // as unixODBC compares
    m_fields->setSpec(spec);
    QCOMPARE(m_fields->mistake(), QString());
    m_fields->setSpec({});
    type("serverEdit", u"db"_s);
    m_fields->setDrivers({ {}, u"No ODBC driver is installed. Install one."_s });
    QCOMPARE(m_fields->mistake(), u"No ODBC driver is installed. Install one."_s);
}

void TestConnectionFields::whatTheDriverLacksIsSaid()
{
    ConnectionSpec spec = m_fields->spec();
    spec.driver = u"FreeTDS"_s;
    spec.signIn = SignIn::EntraPassword;
    spec.encrypt = Encryption::Strict;
    m_fields->setSpec(spec); // e.g. of a profile from another machine
    QCOMPARE(hint("signInHint"), u"FreeTDS cannot sign in this way."_s);
    QCOMPARE(hint("encryptHint"), u"FreeTDS has no strict encryption."_s);
    QVERIFY(!m_fields->mistake().isEmpty());
    choose("signInBox", u"User and password of SQL Server"_s);
    choose("encryptBox", u"Encrypted"_s);
    QCOMPARE(m_fields->mistake(), QString());
}

void TestConnectionFields::tokensNeedEncryption()
{
    choose("encryptBox", u"Only if the server insists"_s);
    QCOMPARE(m_fields->mistake(), QString());
    choose("signInBox", u"Entra ID: managed identity"_s);
    QCOMPARE(m_fields->mistake(), u"A sign-in with Entra ID needs encryption."_s);
}

void TestConnectionFields::certificateFieldsFollowTheEncryption()
{
    click(child<QToolButton>(*m_fields, "moreButton"));
    QVERIFY(isShown("trustBox") && isShown("caFileEdit") && isShown("hostNameEdit"));
    QTest::keyClick(child<QCheckBox>(*m_fields, "trustBox"), Qt::Key_Space);
    QVERIFY(isShown("trustBox") && !isShown("caFileEdit") && !isShown("hostNameEdit"));
    choose("encryptBox", u"Strict (TDS 8)"_s); // always verified
    QVERIFY(!isShown("trustBox") && isShown("caFileEdit") && isShown("hostNameEdit"));
    choose("encryptBox", u"Only if the server insists"_s);
    QVERIFY(!isShown("trustBox") && !isShown("caFileEdit"));
}

void TestConnectionFields::moreSettingsAreFolded()
{
    auto *more = child<QToolButton>(*m_fields, "moreButton");
    QVERIFY(!isShown("packetSizeEdit"));
    QCOMPARE(more->text(), u"More settings"_s);
    click(more);
    QVERIFY(isShown("packetSizeEdit"));
    type("packetSizeEdit", u"4096"_s);
    QTest::keyClick(child<QSpinBox>(*m_fields, "loginTimeoutBox"), Qt::Key_Up);
    QVERIFY2(more->text().contains(u'2'), qPrintable(more->text()));
    click(more);
    QVERIFY(!isShown("packetSizeEdit"));
    QCOMPARE(m_fields->spec().loginTimeoutSeconds, 16);
}

void TestConnectionFields::mistakesInMoreSettingsUnfoldThem()
{
    ConnectionSpec spec = m_fields->spec();
    spec.extra.insert(u"APP"_s, u"x"_s);
    m_fields->setSpec(spec);
    QVERIFY(isShown("extraEdit"));
    QVERIFY(!m_fields->mistake().isEmpty());
}

void TestConnectionFields::caFileIsChosen()
{
    click(child<QToolButton>(*m_fields, "moreButton"));
    type("caFileEdit", u"/old.pem"_s);
    QSignalSpy requested(m_fields.get(), &ConnectionFields::caFileRequested);
    click(child<QToolButton>(*m_fields, "caFileButton"));
    QCOMPARE(requested.value(0).value(0).toString(), u"/old.pem"_s);
    m_fields->setCaFile(u"/new.pem"_s);
    QCOMPARE(m_fields->spec().caFile, u"/new.pem"_s);
}

void TestConnectionFields::passwordIsHidden()
{
    m_fields->setPassword(Secret(u"geheim"_s), true);
    auto *edit = child<QLineEdit>(*m_fields, "passwordEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!edit->displayText().contains(u"geheim"_s));
    QCOMPARE(m_fields->password(), Secret(u"geheim"_s));
    QVERIFY(m_fields->keepsPassword());
}

void TestConnectionFields::keychainIsSaid()
{
    QSignalSpy asked(m_fields.get(), &ConnectionFields::keepingPassword);
    auto *keep = child<QCheckBox>(*m_fields, "keepPasswordBox");
    QTest::keyClick(keep, Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    m_fields->setKeychain(true);
    QVERIFY(!isShown("keepHint"));
    m_fields->setKeychain(false);
    QVERIFY2(hint("keepHint").contains(u"when Tidemark is closed"_s), qPrintable(hint("keepHint")));
    QTest::keyClick(keep, Qt::Key_Space);
    QVERIFY(!isShown("keepHint"));
    m_fields->setKeychain(false); // that comes late
    QVERIFY(!isShown("keepHint"));
}

void TestConnectionFields::editsAreNoticed()
{
    m_fields->setSpec({});
    QVERIFY(!m_fields->isEdited());
    type("databaseEdit", u"shop"_s);
    QVERIFY(m_fields->isEdited());
    type("databaseEdit", QString());
    QVERIFY(!m_fields->isEdited());
    choose("driverBox", u"FreeTDS, 1.3.17"_s);
    QVERIFY(m_fields->isEdited());
    m_fields->markSaved();
    QVERIFY(!m_fields->isEdited());
}

void TestConnectionFields::wheelChangesNothing()
{
    auto *box = child<QComboBox>(*m_fields, "signInBox");
    child<QLineEdit>(*m_fields, "serverEdit")->setFocus();
    const QString before = box->currentText();
    QWheelEvent wheel(box->rect().center(), box->mapToGlobal(box->rect().center()), {}, QPoint(0, -120),
        Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(box, &wheel);
    QCOMPARE(box->currentText(), before);
}

Q_DECLARE_METATYPE(tidemark::SignIn)

QTEST_MAIN(TestConnectionFields)
#include "tst_connectionfields.moc"
