#include "passwords.h"

#include "jobsupport.h"
#include "keychainsecretstore.h"
#include "sessionsecretstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace tidemark;
using namespace jobsupport;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A store that cannot be read.
class ClosedStore : public SecretStore {
public:
    Result<std::optional<Secret>> read(const QString &) override
    {
        ++reads;
        return fail(ErrorKind::Configuration, u"closed"_s);
    }
    Status write(const QString &, const Secret &) override
    {
        return fail(ErrorKind::Configuration, u"closed"_s);
    }
    Status remove(const QString &) override { return fail(ErrorKind::Configuration, u"closed"_s); }

    int reads = 0;
};

/// What readPassword() makes of a pipe with this content.
Result<Secret> fromPipe(const QByteArray &content)
{
    int ends[2];
    if (pipe(ends) != 0)
        return fail(ErrorKind::Internal, u"no pipe"_s);
    const auto written = write(ends[1], content.constData(), size_t(content.size()));
    close(ends[1]);
    auto password = written == content.size() ? readPassword(ends[0]) : fail(ErrorKind::Internal, u"pipe"_s);
    close(ends[0]);
    return password;
}

} // namespace

class TestPasswords : public QObject {
    Q_OBJECT

private slots:
    void secretsAreNamedByLogin_data();
    void secretsAreNamedByLogin();
    void sessionStoreKeeps();
    void passwordIsFound();
    void closedStoreMattersOnlyWhenNeeded();
    void passwordIsReadFromADescriptor_data();
    void passwordIsReadFromADescriptor();
    void descriptorsThatGiveNone();
    void withoutAKeychainTheAnswerIsAnError();
};

void TestPasswords::secretsAreNamedByLogin_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"h"_s << 0 << u"u"_s << u"u@h"_s;
    QTest::newRow("spelling of the server") << u" TCP:DB.Example "_s << 0 << u"Me"_s << u"Me@db.example"_s;
    QTest::newRow("port apart") << u"h"_s << 1434 << u"u"_s << u"u@h,1434"_s;
    QTest::newRow("port in the server") << u"h,1434"_s << 0 << u"u"_s << u"u@h,1434"_s;
    QTest::newRow("no user") << u"h"_s << 0 << QString() << QString();
}

void TestPasswords::secretsAreNamedByLogin()
{
    QFETCH(QString, server);
    QFETCH(int, port);
    QFETCH(QString, user);
    QFETCH(QString, name);
    ConnectionSpec connection;
    connection.server = server;
    connection.user = user;
    if (port != 0)
        connection.port = port;
    QCOMPARE(secretNameOf(connection), name);
}

void TestPasswords::sessionStoreKeeps()
{
    SessionSecretStore store;
    QVERIFY(!store.isLasting());
    QVERIFY(!store.read(u"a"_s)->has_value());
    QVERIFY(store.write(u"a"_s, Secret(u"1"_s)));
    QVERIFY(store.write(u"a"_s, Secret(u"2"_s)));
    QVERIFY(store.write(u"b"_s, Secret(u"3"_s)));
    QCOMPARE(store.read(u"a"_s)->value().reveal(), u"2"_s);
    QVERIFY(store.remove(u"a"_s));
    QVERIFY(store.remove(u"a"_s));
    QVERIFY(!store.read(u"a"_s)->has_value());
    QCOMPARE(store.read(u"b"_s)->value().reveal(), u"3"_s);
}

void TestPasswords::passwordIsFound()
{
    SessionSecretStore store;
    ResolvedSettings settings;
    settings.secretName = u"u@h"_s;
    QVERIFY(findPassword(settings, store)->isEmpty());
    QVERIFY(store.write(u"u@h"_s, Secret(u"stored"_s)));
    QCOMPARE(findPassword(settings, store)->reveal(), u"stored"_s);
    settings.password = Secret(u"given"_s);
    QCOMPARE(findPassword(settings, store)->reveal(), u"given"_s);
    settings.storeGoesFirst = true;
    QCOMPARE(findPassword(settings, store)->reveal(), u"stored"_s);
    QVERIFY(store.remove(u"u@h"_s));
    QCOMPARE(findPassword(settings, store)->reveal(), u"given"_s);
}

void TestPasswords::closedStoreMattersOnlyWhenNeeded()
{
    ClosedStore store;
    ResolvedSettings settings;
    QVERIFY(findPassword(settings, store)->isEmpty()); // no user, no password
    settings.secretName = u"u@h"_s;
    settings.password = Secret(u"given"_s);
    QCOMPARE(findPassword(settings, store)->reveal(), u"given"_s);
    QCOMPARE(store.reads, 0);
    settings.storeGoesFirst = true;
    QCOMPARE(findPassword(settings, store)->reveal(), u"given"_s);
    settings.password = Secret();
    const auto failed = findPassword(settings, store);
    QVERIFY(!failed);
    QCOMPARE(failed.error().text, u"closed"_s);
}

void TestPasswords::passwordIsReadFromADescriptor_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("password");
    QTest::newRow("plain") << "secret"_ba << u"secret"_s;
    QTest::newRow("line end") << "secret\n"_ba << u"secret"_s;
    QTest::newRow("CR LF") << "secret\r\n"_ba << u"secret"_s;
    QTest::newRow("one line end only") << "secret\n\n"_ba << u"secret\n"_s;
    QTest::newRow("blanks are its own") << "  se cret "_ba << u"  se cret "_s;
    QTest::newRow("UTF-8") << "pä😀"_ba << u"pä😀"_s;
    QTest::newRow("long") << QByteArray(30000, 'x') << QString(30000, u'x');
}

void TestPasswords::passwordIsReadFromADescriptor()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, password);
    const auto read = fromPipe(content);
    QVERIFY2(read, errorOf(read));
    QCOMPARE(read->reveal(), password);

    const QTemporaryDir folder;
    QFile file(folder.filePath(u"password"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write(content), content.size());
    QVERIFY(file.seek(0));
    const auto fromFile = readPassword(file.handle());
    QVERIFY2(fromFile, errorOf(fromFile));
    QCOMPARE(fromFile->reveal(), password);
}

void TestPasswords::descriptorsThatGiveNone()
{
    QCOMPARE(errorOf(fromPipe("\n")).right(18), " gave no password."_ba);
    QVERIFY(errorOf(fromPipe("")).endsWith(" gave no password."));
    QVERIFY(errorOf(fromPipe("a\0b"_ba)).endsWith(" gave is not a password."));
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"large"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(70'000, 'x'));
    QVERIFY(file.seek(0));
    QVERIFY(errorOf(readPassword(file.handle())).endsWith(" gave is not a password."));
    const auto closed = readPassword(65'000);
    QVERIFY(!closed);
    QCOMPARE(closed.error().kind, ErrorKind::Configuration);
    QVERIFY(errorOf(closed).contains("file descriptor 65000"));
}

/// There is no session bus here, so no keychain: each call ends soon, with an error, in one thread after
/// another.
void TestPasswords::withoutAKeychainTheAnswerIsAnError()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("XDG_CURRENT_DESKTOP");
    for (int i = 0; i < 2; ++i) {
        QStringList errors;
        bool available = true;
        bool lasting = true;
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            KeychainSecretStore keychain(std::chrono::seconds(10));
            const auto read = keychain.read(u"u@h"_s);
            const Status written = keychain.write(u"u@h"_s, Secret(u"s3cr3t"_s));
            const Status removed = keychain.remove(u"u@h"_s);
            errors = { read ? QString() : read.error().text, written ? QString() : written.error().text,
                removed ? QString() : removed.error().text };
            available = keychain.isAvailable();
            lasting = openSecretStore()->isLasting();
        }));
        thread->start();
        QVERIFY(thread->wait(60'000));
        for (const QString &error : std::as_const(errors)) {
            QVERIFY2(error.startsWith(u"The keychain cannot be used ("_s), qPrintable(error));
            QVERIFY(!error.contains(u"s3cr3t"_s));
        }
        QVERIFY(!available);
        QVERIFY(!lasting);
    }
}

QTEST_GUILESS_MAIN(TestPasswords)
#include "tst_passwords.moc"
