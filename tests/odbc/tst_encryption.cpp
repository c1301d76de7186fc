#include "driverfiles.h"
#include "odbcsession.h"

#include "scriptedserver.h"
#include "testdrivers.h"

#include <QtTest>

#include <thread>

using namespace tidemark;
using namespace tidemark::practice;
using namespace tidemark::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Secret password(u"secret"_s);

} // namespace

/// Encryption and certificates through both real drivers, against a server with a certificate of its own.
class EncryptionTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString writeFile(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"ca %1.pem"_s.arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return path;
    }

    /// A connection that wants encryption and looks at the certificate.
    static ConnectionSpec strictSpec(const OdbcDriver &driver, const ScriptedServer &server)
    {
        ConnectionSpec spec = specFor(driver, server.address());
        spec.encrypt = tidemark::Encryption::Mandatory;
        spec.hostNameInCertificate = u"localhost"_s; // Microsoft's driver matches no addresses
        return spec;
    }

private slots:
    void trustedWithoutALook_data() { addDriverRows(); }
    void trustedWithoutALook()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server(TlsMode::On);
        ConnectionSpec spec = strictSpec(driver, server);
        spec.trustServerCertificate = true;
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY2(session.has_value(), session ? "" : qPrintable(describe(session.error())));
        QVERIFY(server.logins().first().encrypted);
    }

    void unknownCertificate_data() { addDriverRows(); }
    void unknownCertificate()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server(TlsMode::On);
        const auto session = OdbcSession::open(strictSpec(driver, server), password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Connection);
        QVERIFY(!session.error().retryable);
        QVERIFY2(session.error().text.contains(u"certificate"_s), qPrintable(session.error().text));
        QVERIFY(server.logins().isEmpty()); // the password was not sent
    }

    void certificateOfTheCaFile_data() { addDriverRows(); }
    /// Two servers with certificates of their own, one after the other in one process.
    void certificateOfTheCaFile()
    {
        FETCH_DRIVER(driver);
        for (int i = 0; i < 2; ++i) {
            ScriptedServer server(TlsMode::Required);
            ConnectionSpec spec = strictSpec(driver, server);
            spec.caFile = writeFile(server.certificate());
            const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
            QVERIFY2(session.has_value(), session ? "" : qPrintable(describe(session.error())));
            QVERIFY(server.logins().first().encrypted);
            QCOMPARE(server.logins().first().password, password.reveal());
        }
    }

    void certificateOfAnother_data() { addDriverRows(); }
    void certificateOfAnother()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server(TlsMode::On);
        const ScriptedServer other(TlsMode::On);
        ConnectionSpec spec = strictSpec(driver, server);
        spec.caFile = writeFile(other.certificate());
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Connection);
        QVERIFY(server.logins().isEmpty());
    }

    void nameOfAnother()
    {
        const auto driver = driverOf(DriverFamily::Microsoft);
        if (!driver)
            QSKIP("This ODBC driver is not installed.");
        ScriptedServer server(TlsMode::On);
        ConnectionSpec spec = strictSpec(*driver, server);
        spec.caFile = writeFile(server.certificate());
        spec.hostNameInCertificate = u"db.example.com"_s;
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Connection);
        QVERIFY(server.logins().isEmpty());
    }

    void faultyCertificates_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<ConnectionFault::Kind>("kind");
        using Kind = ConnectionFault::Kind;
        for (const DriverFamily family : { DriverFamily::FreeTds, DriverFamily::Microsoft }) {
            const char *driver = family == DriverFamily::FreeTds ? "FreeTDS" : "Microsoft's driver";
            QTest::addRow("%s, another name", driver) << family << Kind::WrongCertificate;
            QTest::addRow("%s, out of date", driver) << family << Kind::ExpiredCertificate;
            QTest::addRow("%s, no TLS", driver) << family << Kind::NoTls;
        }
    }
    /// On demand, from a server whose own certificate the client trusts; the next connection is well again.
    void faultyCertificates()
    {
        FETCH_DRIVER(driver);
        QFETCH(ConnectionFault::Kind, kind);
        ScriptedServer server(TlsMode::On);
        ConnectionSpec spec = strictSpec(driver, server);
        spec.caFile = writeFile(server.certificate());
        server.faults().arm(ConnectionFault{ .kind = kind });
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Connection);
        QVERIFY(server.logins().isEmpty());
        const auto next = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY2(next.has_value(), next ? "" : qPrintable(describe(next.error())));
    }

    void serverWithoutEncryption_data() { addDriverRows(); }
    void serverWithoutEncryption()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server(TlsMode::Off);
        ConnectionSpec spec = strictSpec(driver, server);
        spec.trustServerCertificate = true;
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Connection);
        QVERIFY(!session.error().retryable);
        QVERIFY(server.logins().isEmpty());
    }

    void badCaFiles_data()
    {
        QTest::addColumn<DriverFamily>("family");
        QTest::addColumn<bool>("exists");
        for (const bool exists : { false, true }) {
            QTest::addRow("FreeTDS, %s", exists ? "no PEM" : "missing") << DriverFamily::FreeTds << exists;
            QTest::addRow("Microsoft's, %s", exists ? "no PEM" : "missing")
                << DriverFamily::Microsoft << exists;
        }
    }
    void badCaFiles()
    {
        FETCH_DRIVER(driver);
        QFETCH(bool, exists);
        ScriptedServer server(TlsMode::On);
        ConnectionSpec spec = strictSpec(driver, server);
        spec.caFile = exists ? writeFile("nothing") : m_folder.filePath(u"missing.pem"_s);
        const auto session = OdbcSession::open(spec, password, u"shop"_s, {});
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Configuration);
        QCOMPARE(session.error().context, spec.caFile);
    }

    void theEnvironmentIsSetOnce_data() { addDriverRows(); }
    /// A variable that changed beside other threads could break any of their calls of getenv().
    void theEnvironmentIsSetOnce()
    {
        FETCH_DRIVER(driver);
        prepareDriverEnvironment();
        const QByteArray trusted = qgetenv("SSL_CERT_FILE");
        const QByteArray configuration = qgetenv("FREETDSCONF");
        QVERIFY(!trusted.isEmpty() && !configuration.isEmpty());
        ScriptedServer server(TlsMode::On);
        ConnectionSpec spec = strictSpec(driver, server);
        for (int i = 0; i < 2; ++i) {
            spec.caFile = writeFile(server.certificate() + QByteArray(i, '\n'));
            QVERIFY(OdbcSession::open(spec, password, u"shop"_s, {}).has_value());
        }
        prepareDriverEnvironment();
        QCOMPARE(qgetenv("SSL_CERT_FILE"), trusted);
        QCOMPARE(qgetenv("FREETDSCONF"), configuration);
    }

    void filesOfTheDriversArePrivate()
    {
        const auto driver = driverOf(DriverFamily::FreeTds);
        if (!driver)
            QSKIP("This ODBC driver is not installed.");
        ScriptedServer server(TlsMode::On);
        ConnectionSpec spec = strictSpec(*driver, server);
        spec.caFile = writeFile(server.certificate());
        QVERIFY(OdbcSession::open(spec, password, u"shop"_s, {}).has_value());
        QFile file(QFile::decodeName(qgetenv("FREETDSCONF")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("check certificate hostname = yes"));
        QVERIFY(!content.contains(password.reveal().toUtf8()));
    }

    void cancelsUnderTls_data() { addDriverRows(); }
    /// The socket is taken from under the driver's TLS: neither a hang nor a signal.
    void cancelsUnderTls()
    {
        FETCH_DRIVER(driver);
        ScriptedServer server(TlsMode::Required);
        WireFaults faults;
        faults.statement = u"SELECT n"_s;
        faults.stallAfterRows = 5;
        server.faults().arm(faults);
        server.setBatch([](const QString &, ResultSink &sink) {
            sink.columns({ { u"n"_s, { TypeId::Int, 0, 0, 0, false }, true, false } });
            for (int i = 0; i < 10 && sink.row({ qint64(i) }); ++i) { }
        });
        ConnectionSpec spec = strictSpec(driver, server);
        spec.trustServerCertificate = true;
        const CancelToken token;
        auto session = OdbcSession::open(spec, password, u"shop"_s, token);
        QVERIFY2(session.has_value(), session ? "" : qPrintable(describe(session.error())));
        QElapsedTimer timer;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200)); // the reader waits by then
            timer.start();
            token.cancel();
        });
        {
            const auto reader = (*session)->read(u"SELECT n"_s, { { { u"n"_s, CellKind::Int32, 4, 0 }, 1 } });
            const auto block = reader ? (*reader)->makeBlock() : nullptr;
            const Result<bool> more = reader ? (*reader)->fetch(*block) : Result<bool>(fail(reader.error()));
            QVERIFY(!more);
            QCOMPARE(more.error().kind, ErrorKind::Cancelled);
        }
        canceller.join();
        session->reset();
        QVERIFY(timer.elapsed() < 2000);
    }
};

QTEST_GUILESS_MAIN(EncryptionTest)
#include "tst_encryption.moc"
