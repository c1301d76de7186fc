#include "changetracker.h"

#include "syncsite.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The C++ API, through each driver, against a practice server.
class TestChangeTracker : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void syncIsFullThenIncremental_data();
    void syncIsFullThenIncremental();
    void modesAreKept_data();
    void modesAreKept();
    void fullLoadIgnoresModes_data();
    void fullLoadIgnoresModes();
    void incrementalLoadNeedsAWatermark_data();
    void incrementalLoadNeedsAWatermark();
    void patternsAreMatched_data();
    void patternsAreMatched();
    void connectivityIsTested_data();
    void connectivityIsTested();
    void wrongPasswordIsALoginError_data();
    void wrongPasswordIsALoginError();
    void exampleProgramSyncs_data();
    void exampleProgramSyncs();

private:
    void driverRows();
    ChangeTracker tracker() const;

    std::unique_ptr<SyncSite> m_site;
};

void TestChangeTracker::initTestCase()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
}

void TestChangeTracker::init()
{
    QFETCH(QString, driver);
    m_site = std::make_unique<SyncSite>(driver);
    QVERIFY2(m_site->problem().isEmpty(), qPrintable(m_site->problem()));
    for (const QString &table : { u"dbo.orders"_s, u"dbo.customers"_s, u"sales.lines"_s }) {
        const QString schema = table.section(u'.', 0, 0);
        if (schema == u"sales")
            QCOMPARE(m_site->run(u"CREATE SCHEMA sales"_s), QString());
        QCOMPARE(m_site->run(
                     u"CREATE TABLE %1 (id int NOT NULL PRIMARY KEY, name nvarchar(20) NULL)"_s.arg(table)),
            QString());
        QCOMPARE(m_site->run(u"ALTER TABLE %1 ENABLE CHANGE_TRACKING"_s.arg(table)), QString());
        QCOMPARE(m_site->run(u"INSERT INTO %1 VALUES (1, N'one'), (2, N'two')"_s.arg(table)), QString());
    }
    QCOMPARE(m_site->run(u"CREATE TABLE dbo.untracked (id int NOT NULL PRIMARY KEY)"_s), QString());
}

void TestChangeTracker::cleanup()
{
    m_site.reset();
}

void TestChangeTracker::driverRows()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

ChangeTracker TestChangeTracker::tracker() const
{
    const SyncJob job = m_site->job();
    ChangeTracker tracker(job.connection.server, job.connection.user, job.password.reveal(), job.outputDir,
        job.watermarkDir, 2);
    tracker.connection() = job.connection;
    return tracker;
}

void TestChangeTracker::syncIsFullThenIncremental_data()
{
    driverRows();
}

void TestChangeTracker::syncIsFullThenIncremental()
{
    ChangeTracker shop = tracker();
    shop.setTables(
        ChangeTracker::TableList{ { u"site"_s, { { u"dbo"_s, { u"orders"_s, u"customers"_s } } } } });
    const RunReport first = shop.sync();
    QCOMPARE(first.tables.size(), 2);
    for (const TableReport &report : first.tables) {
        QVERIFY2(report.status == TableStatus::Done,
            report.error ? qPrintable(describe(*report.error)) : "no error");
        QCOMPARE(report.mode, SyncMode::Full);
        QCOMPARE(report.rowsWritten, 2);
        QCOMPARE(report.files.size(), 1);
        QVERIFY(QFile::exists(report.files[0]));
        QCOMPARE(report.primaryKey, QStringList{ u"id"_s });
    }

    QCOMPARE(m_site->run(u"UPDATE dbo.orders SET name = N'zwei' WHERE id = 2"_s), QString());
    const RunReport second = shop.sync();
    const TableReport &changed = second.tables[0];
    const TableReport &unchanged = second.tables[1];
    QCOMPARE(changed.table.table, u"orders"_s);
    QCOMPARE(changed.status, TableStatus::Done);
    QCOMPARE(changed.mode, SyncMode::Incremental);
    QCOMPARE(changed.rowsWritten, 1);
    QCOMPARE(changed.sinceVersion, first.tables[0].currentVersion);
    QCOMPARE(unchanged.status, TableStatus::NothingNew);
    QVERIFY(unchanged.files.isEmpty());
    QFile file(changed.files.value(0));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.value(0),
        QByteArray("SYS_CHANGE_VERSION,SYS_CHANGE_CREATION_VERSION,"
                   "SYS_CHANGE_OPERATION,id,name"));
    QVERIFY2(lines.value(1).endsWith(",U,2,zwei"), lines.value(1).constData());
}

void TestChangeTracker::modesAreKept_data()
{
    driverRows();
}

void TestChangeTracker::modesAreKept()
{
    ChangeTracker shop = tracker();
    shop.setTables(ChangeTracker::TableModes{ { u"site"_s,
        { { u"dbo"_s, { { u"orders"_s, SyncMode::Full }, { u"customers"_s, SyncMode::Incremental } } } } } });
    const RunReport report = shop.sync();
    QCOMPARE(report.tables.size(), 2);
    // In the order of the map.
    QCOMPARE(report.tables[0].table.table, u"customers"_s);
    QCOMPARE(report.tables[0].status, TableStatus::Failed);
    QCOMPARE(report.tables[0].error->kind, ErrorKind::NoWatermark);
    QCOMPARE(report.tables[1].status, TableStatus::Done);
    QCOMPARE(report.tables[1].mode, SyncMode::Full);
}

void TestChangeTracker::fullLoadIgnoresModes_data()
{
    driverRows();
}

void TestChangeTracker::fullLoadIgnoresModes()
{
    ChangeTracker shop = tracker();
    shop.setTables(ChangeTracker::TableModes{
        { u"site"_s, { { u"dbo"_s, { { u"orders"_s, SyncMode::Incremental } } } } } });
    for (int i = 0; i < 2; ++i) {
        const RunReport report = shop.fullLoad();
        QCOMPARE(report.tables.value(0).status, TableStatus::Done);
        QCOMPARE(report.tables[0].mode, SyncMode::Full);
        QCOMPARE(report.tables[0].rowsWritten, 2);
    }
    const RunReport after = shop.sync();
    QCOMPARE(after.tables.value(0).status, TableStatus::NothingNew);
}

void TestChangeTracker::incrementalLoadNeedsAWatermark_data()
{
    driverRows();
}

void TestChangeTracker::incrementalLoadNeedsAWatermark()
{
    ChangeTracker shop = tracker();
    shop.setTables(ChangeTracker::TableList{ { u"site"_s, { { u"sales"_s, { u"lines"_s } } } } });
    QCOMPARE(shop.incrementalLoad().tables.value(0).error.value_or(SyncError()).kind, ErrorKind::NoWatermark);
    QVERIFY(!QDir(m_site->outputDir()).exists() || QDir(m_site->outputDir()).isEmpty());
    QCOMPARE(shop.sync().tables.value(0).status, TableStatus::Done);
    QCOMPARE(m_site->run(u"DELETE FROM sales.lines WHERE id = 1"_s), QString());
    const RunReport report = shop.incrementalLoad();
    QCOMPARE(report.tables.value(0).status, TableStatus::Done);
    QCOMPARE(report.tables[0].rowsWritten, 1);
}

void TestChangeTracker::patternsAreMatched_data()
{
    driverRows();
}

void TestChangeTracker::patternsAreMatched()
{
    ChangeTracker shop = tracker();
    shop.setTables(ChangeTracker::TableList{
        { u"SITE"_s, { { u"DBO"_s, { u"*"_s } }, { u"sales"_s, { u"nothing*"_s } } } } });
    const RunReport report = shop.sync();
    QStringList outcomes;
    for (const TableReport &table : report.tables)
        outcomes += table.table.watermarkKey() + u' ' + tableStatusName(table.status);
    outcomes.sort();
    QCOMPARE(outcomes,
        (QStringList{ u"dbo.customers done"_s, u"dbo.orders done"_s, u"dbo.untracked skipped"_s,
            u"sales.nothing* error"_s }));
}

void TestChangeTracker::connectivityIsTested_data()
{
    driverRows();
}

void TestChangeTracker::connectivityIsTested()
{
    ChangeTracker shop = tracker();
    const Result<QString> found = shop.testConnectivity(u"site"_s);
    QVERIFY2(found, found ? "" : qPrintable(describe(found.error())));
    QVERIFY2(found->contains(u"127.0.0.1"_s), qPrintable(*found));
    const Result<QString> missing = shop.testConnectivity(u"nowhere"_s);
    QVERIFY(!missing);
    QVERIFY2(missing.error().text.contains(u"nowhere"_s), qPrintable(describe(missing.error())));
    shop.connection().server = u"127.0.0.1,1"_s;
    shop.connection().loginTimeoutSeconds = 1;
    QCOMPARE(shop.testConnectivity(u"site"_s).error().kind, ErrorKind::Connection);
}

void TestChangeTracker::wrongPasswordIsALoginError_data()
{
    driverRows();
}

void TestChangeTracker::wrongPasswordIsALoginError()
{
    ChangeTracker shop = tracker();
    shop.job().password = Secret(u"not the password"_s);
    const Result<QString> found = shop.testConnectivity(u"site"_s);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Login);
    QVERIFY2(!describe(found.error()).contains(u"not the password"_s), qPrintable(describe(found.error())));
    shop.setTables(ChangeTracker::TableList{ { u"site"_s, { { u"dbo"_s, { u"orders"_s } } } } });
    QCOMPARE(shop.sync().tables.value(0).error.value_or(SyncError()).kind, ErrorKind::Login);
}

void TestChangeTracker::exampleProgramSyncs_data()
{
    driverRows();
}

/// The example takes the best driver, so a row runs it only when that is the row's.
void TestChangeTracker::exampleProgramSyncs()
{
    QFETCH(QString, driver);
    if (driver != testDrivers().constFirst())
        QSKIP("the example runs with the best driver only");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TIDEMARK_PASSWORD"_s, m_site->server().password());
    QProcess example;
    example.setProcessEnvironment(environment);
    example.start(QStringLiteral(SYNCSHOP_PROGRAM),
        { m_site->server().address(), m_site->server().user(), u"site"_s, m_site->folder(u"example"_s) });
    QVERIFY(example.waitForFinished(60'000));
    const QByteArray output = example.readAllStandardOutput();
    QVERIFY2(example.exitCode() == 0, output.constData());
    QVERIFY2(output.contains("site.dbo.orders: done, 2 rows"), output.constData());
    QVERIFY2(output.contains("site.dbo.customers: done, 2 rows"), output.constData());
}

QTEST_GUILESS_MAIN(TestChangeTracker)
#include "tst_changetracker.moc"
