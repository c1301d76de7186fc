#include "driverabilities.h"
#include "odbcdrivers.h"

#include <QtTest>

#include <optional>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// Which drivers are recognised, and in which order they are offered. unixODBC reads its list once for a
/// process, so the list is made before the first test.
class OdbcDriversTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        QFile file(m_folder.filePath(u"odbcinst.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[FreeTDS]\nDriver=libtdsodbc.so\n"
                   "[ODBC Driver 17 for SQL Server]\nDriver=/opt/a/libmsodbcsql-17.10.so.2.1\n"
                   "[PostgreSQL Unicode]\nDriver=psqlodbcw.so\n"
                   "[ODBC Driver 18 for SQL Server]\nDriver=/opt/a/libmsodbcsql-18.6.so.2.1\n"
                   "[mine]\nDescription=renamed\nDriver=/opt/b/libtdsodbc.so\n");
        file.close();
        qputenv("ODBCSYSINI", QFile::encodeName(m_folder.path()));
        qunsetenv("ODBCINSTINI");
    }

    void recognises_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("library");
        QTest::addColumn<int>("family"); // -1: neither
        QTest::addColumn<int>("version");
        const int microsoft = int(DriverFamily::Microsoft);
        const int freeTds = int(DriverFamily::FreeTds);
        QTest::newRow("18") << u"ODBC Driver 18 for SQL Server"_s << u"/x/libmsodbcsql-18.6.so.2.1"_s
                            << microsoft << 18;
        QTest::newRow("by name alone") << u"ODBC Driver 17 for SQL Server"_s << QString() << microsoft << 17;
        QTest::newRow("other name") << u"prod"_s << u"/x/libmsodbcsql-18.6.so.2.1"_s << microsoft << 18;
        QTest::newRow("path") << u"/x/libmsodbcsql-17.10.so.2.1"_s << QString() << microsoft << 17;
        QTest::newRow("FreeTDS") << u"FreeTDS"_s << u"libtdsodbc.so"_s << freeTds << 0;
        QTest::newRow("FreeTDS by path") << u"/usr/lib/odbc/libtdsodbc.so"_s << QString() << freeTds << 0;
        QTest::newRow("FreeTDS renamed") << u"tds"_s << u"/usr/lib/odbc/libtdsodbc.so"_s << freeTds << 0;
        QTest::newRow("lying name") << u"FreeTDS"_s << u"/x/libmsodbcsql-18.6.so.2.1"_s << microsoft << 18;
        QTest::newRow("another database") << u"PostgreSQL"_s << u"psqlodbcw.so"_s << -1 << 0;
    }
    void recognises()
    {
        QFETCH(QString, name);
        QFETCH(QString, library);
        QFETCH(int, family);
        QFETCH(int, version);
        const std::optional<OdbcDriver> driver = recogniseDriver(name, library);
        QCOMPARE(driver.has_value(), family >= 0);
        if (driver)
            QCOMPARE(*driver, (OdbcDriver{ name, DriverFamily(family), version, library }));
    }

    void listsTheBestFirst()
    {
        QStringList names;
        for (const OdbcDriver &driver : installedDrivers())
            names += driver.name;
        QCOMPARE(names.size(), 4);
        QCOMPARE(names.mid(0, 2),
            QStringList({ u"ODBC Driver 18 for SQL Server"_s, u"ODBC Driver 17 for SQL Server"_s }));
        QVERIFY(names.contains(u"FreeTDS"_s) && names.contains(u"mine"_s));
    }

    void findsByName()
    {
        QCOMPARE(findDriver({})->name, u"ODBC Driver 18 for SQL Server"_s);
        QCOMPARE(findDriver(u"freetds"_s)->name, u"FreeTDS"_s);
        QCOMPARE(findDriver(u"mine"_s)->family, DriverFamily::FreeTds);
    }

    void saysWhatIsInstalledInstead()
    {
        const Result<OdbcDriver> driver = findDriver(u"PostgreSQL Unicode"_s);
        QVERIFY(!driver);
        QCOMPARE(driver.error().kind, ErrorKind::Driver);
        QVERIFY(driver.error().text.contains(u"PostgreSQL Unicode"_s));
        QVERIFY(driver.error().text.contains(u"ODBC Driver 18 for SQL Server"_s));
    }

    void looksAtPaths()
    {
        const QString missing = m_folder.filePath(u"libtdsodbc.so"_s);
        QCOMPARE(findDriver(missing).error().kind, ErrorKind::Driver);
        QFile file(missing);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(findDriver(missing)->family, DriverFamily::FreeTds);
        const QString other = m_folder.filePath(u"odbcinst.ini"_s);
        QCOMPARE(findDriver(other).error().kind, ErrorKind::Driver);
        QVERIFY(findDriver(other).error().text.contains(other));
    }

    void tellsVersions()
    {
        const QString library = m_folder.filePath(u"libmsodbcsql-18.6.so.2.1"_s);
        QFile file(library);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(driverInfo(*recogniseDriver(u"x"_s, library)).version, u"18.6.2.1"_s);
        const QString freeTds = m_folder.filePath(u"libtdsodbc.so"_s);
        QFile other(freeTds);
        QVERIFY(other.open(QIODevice::WriteOnly));
        QCOMPARE(driverInfo(*recogniseDriver(freeTds, {})).version, QString());
        other.write(QByteArray("\0x\0", 3) + "freetds v1.3.17" + QByteArray("\0y", 2));
        other.close();
        QCOMPARE(driverInfo(*recogniseDriver(freeTds, {})).version, u"1.3.17"_s);
        QCOMPARE(driverInfo(*recogniseDriver(u"ODBC Driver 17 for SQL Server"_s, {})).version, QString());
    }

    void advises()
    {
        const DriverInfo newest = driverInfo(*recogniseDriver(u"ODBC Driver 18 for SQL Server"_s, {}));
        QVERIFY(newest.advice.isEmpty());
        QVERIFY(newest.strictEncryption && newest.nameInCertificate);
        QCOMPARE(newest.signIns, allSignIns());
        const DriverInfo old = driverInfo(*recogniseDriver(u"ODBC Driver 17 for SQL Server"_s, {}));
        QVERIFY2(old.advice.contains(u"ODBC Driver 18"_s), qPrintable(old.advice));
        QVERIFY(!old.strictEncryption && old.signIns.contains(SignIn::EntraPassword));
        const DriverInfo freeTds = driverInfo(*recogniseDriver(u"FreeTDS"_s, {}));
        QVERIFY2(freeTds.advice.contains(u"Entra"_s), qPrintable(freeTds.advice));
        QCOMPARE(freeTds.signIns, (QList<SignIn>{ SignIn::SqlLogin, SignIn::Kerberos }));
    }

    void listsWithAdvice()
    {
        const DriverListing listing = listDrivers();
        QVERIFY2(listing.problem.isEmpty(), qPrintable(listing.problem));
        QCOMPARE(listing.drivers.size(), 4);
        QCOMPARE(listing.drivers.first().name, u"ODBC Driver 18 for SQL Server"_s);
    }
};

QTEST_GUILESS_MAIN(OdbcDriversTest)
#include "tst_odbcdrivers.moc"
