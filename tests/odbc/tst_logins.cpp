#include "odbcsession.h"

#include "scriptedserver.h"
#include "testdrivers.h"

#include <QtTest>

#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tidemark;
using namespace tidemark::practice;
using namespace tidemark::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Secret password(u"pass;word={1"_s);

ServerMessage refusal(int number, const QString &text)
{
    return { number, 14, 1, text, 1, {} };
}

/// A port of 127.0.0.1 that is bound, and closed again or listening without ever answering.
class SilentPort {
public:
    explicit SilentPort(bool listening = true) : m_descriptor(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (bind(m_descriptor, generic, size) == 0 && (!listening || listen(m_descriptor, 4) == 0)
            && getsockname(m_descriptor, generic, &size) == 0)
            m_number = ntohs(address.sin_port);
    }
    ~SilentPort() { close(m_descriptor); }
    SilentPort(const SilentPort &) = delete;
    SilentPort &operator=(const SilentPort &) = delete;
    int number() const { return m_number; }

private:
    int m_descriptor;
    int m_number = 0;
};

} // namespace

/// Connecting through both real drivers: what reaches the server, and what a failure is called.
class LoginsTest : public QObject {
    Q_OBJECT

private slots:
    void everyValueArrives_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<QString>("secret");
        const QList<std::pair<const char *, QString>> secrets = { { "plain", u"abc"_s },
            { "semicolon", u"a;b"_s }, { "injection", u"p;APP=evil;Server=other"_s }, { "equals", u"a=b"_s },
            { "closing brace", u"a}b"_s }, { "two closing braces", u"a}}b"_s },
            { "ends in a brace", u"ab}"_s }, { "opening brace first", u"{ab"_s },
            { "opening brace within", u"a{b"_s }, { "brace and semicolon", u"a};b"_s },
            { "braces around", u"{a}"_s }, { "only braces", u"}}{{"_s }, { "blanks at the ends", u"  a "_s },
            { "quotes", u"a\"'`b"_s }, { "backslash", u"a\\b\\"_s },
            { "question and percent", u"100%?*!@#$^&()[]+-"_s }, { "comma", u"a,b"_s },
            { "umlauts", u"größer"_s }, { "kana", u"パスワード"_s },
            { "four bytes", u"\U0001F30A\U0001F512"_s }, { "line end", u"a\r\nb"_s }, { "tab", u"a\tb"_s },
            { "128 characters", QString(128, u'x') }, { "128 kana", QString(128, u'カ') },
            { "128 units of four bytes", QString(u"\U0001F30A"_s).repeated(64) } };
        for (const auto &[name, secret] : secrets) {
            QTest::addRow("FreeTDS, %s", name) << DriverFamily::FreeTds << secret;
            QTest::addRow("Microsoft's, %s", name) << DriverFamily::Microsoft << secret;
        }
    }
    /// A value comes to the server exactly, or is refused before anything is sent.
    void everyValueArrives()
    {
        FETCH_DRIVER(driver);
        QFETCH(QString, secret);
        ScriptedServer server;
        QVERIFY(server.isListening());
        ConnectionSpec spec = specFor(driver, server.address());
        spec.user = u"u"_s + QString(secret).remove(u'\\').left(30); // with one it is a Windows login
        const QString database = u"d"_s + secret.left(30);
        const auto session = OdbcSession::open(spec, Secret(secret), database, {});
        if (!session && session.error().kind == ErrorKind::Configuration) {
            QVERIFY(secret.contains(u'}')); // the one thing FreeTDS cannot be told
            QCOMPARE(driver.family, DriverFamily::FreeTds);
            QVERIFY(server.logins().isEmpty());
            return;
        }
        QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().text));
        QCOMPARE(server.logins().size(), 1);
        const LoginRequest login = server.logins().first();
        QCOMPARE(login.password, secret);
        QCOMPARE(login.user, spec.user);
        QCOMPARE(login.database, database);
        QCOMPARE(login.application, u"Tidemark"_s);
        QCOMPARE((*session)->driver().family, driver.family);
        QVERIFY(!(*session)->driverVersion().isEmpty());
    }

    void refusedLogins_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("text");
        for (const auto family : { DriverFamily::FreeTds, DriverFamily::Microsoft }) {
            const char *name = family == DriverFamily::FreeTds ? "FreeTDS" : "Microsoft's";
            QTest::addRow("%s 18456", name) << family << 18456 << u"Login failed for user 'tester'."_s;
            QTest::addRow("%s 40613", name)
                << family << 40613
                << u"Database 'shop' on server 'x' is not currently available. Please retry later."_s;
            QTest::addRow("%s 40615", name)
                << family << 40615
                << u"Cannot open server 'x' requested by the login. Client with IP address "
                   "'1.2.3.4' is not allowed to access the server."_s;
        }
    }
    void refusedLogins()
    {
        FETCH_DRIVER(driver);
        QFETCH(int, number);
        QFETCH(QString, text);
        ScriptedServer server;
        server.setLogin([=](const LoginRequest &) { return std::vector{ refusal(number, text) }; });
        const auto session = OdbcSession::open(specFor(driver, server.address()), password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Login);
        QCOMPARE(session.error().text, text);
        // Qt hands on the last record's number, which FreeTDS's own record hides.
        if (driver.family == DriverFamily::Microsoft)
            QCOMPARE(session.error().nativeCode, number);
        QCOMPARE(server.logins().size(), 1); // one try: more could lock the login out
    }

    void refusedPort_data() { addDriverRows(); }
    void refusedPort()
    {
        FETCH_DRIVER(driver);
        ConnectionSpec spec = specFor(driver, u"127.0.0.1"_s);
        const SilentPort port(false);
        spec.port = port.number();
        spec.loginTimeoutSeconds = 2;
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Connection);
        QVERIFY2(session.error().text.contains(u"cannot be reached"_s), qPrintable(session.error().text));
        QVERIFY(!session.error().retryable);
        QVERIFY(!session.error().text.contains(password.reveal()));
    }

    void unknownHost_data() { addDriverRows(); }
    void unknownHost()
    {
        FETCH_DRIVER(driver);
        ConnectionSpec spec = specFor(driver, u"no-such-host.invalid"_s);
        spec.loginTimeoutSeconds = 2;
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Connection);
        QVERIFY(session.error().text.contains(u"no-such-host.invalid"_s));
    }

    void silentServer_data() { addDriverRows(); }
    void silentServer()
    {
        FETCH_DRIVER(driver);
        const SilentPort port;
        ConnectionSpec spec = specFor(driver, u"127.0.0.1"_s);
        spec.port = port.number();
        spec.loginTimeoutSeconds = 2;
        QElapsedTimer timer;
        timer.start();
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Connection);
        QVERIFY2(session.error().retryable, qPrintable(session.error().text));
        QVERIFY(timer.elapsed() < 10'000);
    }

    void missingLibrary()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"libtdsodbc.so"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no library");
        file.close();
        ConnectionSpec spec = specFor({ path, DriverFamily::FreeTds, 0, {} }, u"127.0.0.1,1"_s);
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QVERIFY2(session.error().kind == ErrorKind::Driver, qPrintable(session.error().text));
    }

    void cancelledWhileConnecting_data() { addDriverRows(); }
    void cancelledWhileConnecting()
    {
        FETCH_DRIVER(driver);
        const SilentPort port;
        ConnectionSpec spec = specFor(driver, u"127.0.0.1"_s);
        spec.port = port.number();
        spec.loginTimeoutSeconds = 60;
        const CancelToken token;
        QElapsedTimer timer;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300)); // the connect is under way by then
            timer.start();
            token.cancel();
        });
        const auto session = OdbcSession::open(spec, password, u"shop"_s, token);
        canceller.join();
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 2000);
    }

    /// QODBC's first question to Microsoft's driver has no timeout.
    void silentAfterTheLogin()
    {
        const auto driver = driverOf(DriverFamily::Microsoft);
        if (!driver)
            QSKIP("This ODBC driver is not installed.");
        ScriptedServer server;
        WireFaults faults;
        faults.statement = u"sp_datatype_info"_s;
        faults.stallAfterRows = 0;
        server.faults().arm(faults);
        ConnectionSpec spec = specFor(*driver, server.address());
        spec.loginTimeoutSeconds = 1;
        spec.queryTimeoutSeconds = 60;
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Connection);
        QVERIFY(session.error().retryable);
    }

    void cancelledBeforeConnecting_data() { addDriverRows(); }
    void cancelledBeforeConnecting()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server;
        const CancelToken token;
        token.cancel();
        const auto session = OdbcSession::open(specFor(driver, server.address()), password, u"shop"_s, token);
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Cancelled);
        QVERIFY(server.logins().isEmpty());
    }
};

QTEST_GUILESS_MAIN(LoginsTest)
#include "tst_logins.moc"
