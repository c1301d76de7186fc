#include "appservices.h"
#include "storeservices.h"
#include "syncsite.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TableFreshness tableOf(const FreshnessReport &report, const QString &name)
{
    const auto found = std::ranges::find_if(
        report.tables, [&](const TableFreshness &table) { return table.table.table == name; });
    return found == report.tables.cend() ? TableFreshness() : *found;
}

/// Empty, or what went wrong.
QString makeOrders(SyncSite &site)
{
    return site.run(u"CREATE TABLE dbo.orders (id int NOT NULL PRIMARY KEY);"
                    "ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING"_s);
}

} // namespace

/// The board of a job through each driver, and without the server.
class TestFreshness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsATable_data() { addSiteRows(); }
    void followsATable();
    void aRunThatFailedIsToldUntilOneGoesWell_data() { addSiteRows(); }
    void aRunThatFailedIsToldUntilOneGoesWell();
    void aServerThatIsGoneIsAFailureOfKnownTables();
    void anotherSpellingIsNoSecondTable();
    void tablesThatLostTrackingAreNotSilent();
    void withoutItsWatermarkATableBeginsAnew();
    void aClosedDatabaseHidesNoOther();
    void worksWithoutTheServer();

private:
    FreshnessReport ask(const SyncJob &job) { return m_services.freshness(job).result(); }

    AppServices m_services;
};

void TestFreshness::followsATable()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    for (const QString &name : { u"dbo.orders"_s, u"dbo.quiet"_s, u"dbo.other"_s }) {
        QCOMPARE(site.run(u"CREATE TABLE %1 (id int NOT NULL PRIMARY KEY);"
                          "ALTER TABLE %1 ENABLE CHANGE_TRACKING;"
                          "INSERT INTO %1 VALUES (1)"_s.arg(name)),
            QString());
    }
    const SyncJob job = site.job({ u"dbo.orders"_s, u"dbo.q*"_s });
    TableFreshness orders = tableOf(ask(job), u"orders"_s);
    QCOMPARE(orders.state, FreshnessState::NeverSynced);
    QVERIFY(orders.asked);

    for (const TableReport &report :
        site.sync(site.job({ u"dbo.orders"_s, u"dbo.quiet"_s, u"dbo.other"_s })).tables)
        QCOMPARE(report.status, TableStatus::Done);
    FreshnessReport report = ask(job);
    QVERIFY2(report.notes.isEmpty(), qPrintable(report.notes.join(u' ')));
    QCOMPARE(report.tables.size(), 3);
    for (const TableFreshness &table : report.tables) {
        QCOMPARE(table.state, FreshnessState::Fresh);
        QCOMPARE(table.deadline, report.at.addDays(2));
        QCOMPARE(table.inJob, table.table.table != u"other");
    }
    QVERIFY(!report.tables.constLast().inJob);

    QCOMPARE(site.run(u"INSERT INTO dbo.orders VALUES (2)"_s), QString());
    report = ask(job);
    orders = tableOf(report, u"orders"_s);
    QCOMPARE(orders.state, FreshnessState::Behind);
    QCOMPARE(orders.versionsBehind, std::optional<qint64>(1));
    QVERIFY(*orders.secondsLeft > 47 * 3600 && *orders.secondsLeft < 48 * 3600);
    QCOMPARE(report.attentionCount(), 0);

    QCOMPARE(site.run(u"TRUNCATE TABLE dbo.orders"_s), QString());
    report = ask(job);
    QCOMPARE(report.tables.constFirst().table.table, u"orders"_s);
    QCOMPARE(report.tables.constFirst().state, FreshnessState::Expired);
    QCOMPARE(report.attentionCount(), 1);
    QVERIFY(site.syncOne(u"dbo.orders"_s).reloaded);
    QCOMPARE(tableOf(ask(job), u"orders"_s).state, FreshnessState::Fresh);

    QCOMPARE(site.run(u"DROP TABLE dbo.orders"_s), QString());
    QCOMPARE(tableOf(ask(job), u"orders"_s).state, FreshnessState::Problem);

    SyncJob filtered = job;
    filtered.only = { u"dbo.quiet"_s };
    report = ask(filtered);
    QCOMPARE(report.tables.size(), 1);
    QCOMPARE(report.tables[0].table.table, u"quiet"_s);
}

void TestFreshness::aRunThatFailedIsToldUntilOneGoesWell()
{
    QFETCH(QString, driver);
    SyncSite site(driver);
    QCOMPARE(site.problem(), QString());
    QCOMPARE(makeOrders(site), QString());
    const SyncJob job = site.job({ u"dbo.orders"_s });
    const QString kept = site.watermarkDir() + u"/site/dbo/orders/last_failure.json"_s;
    QCOMPARE(site.syncOne(u"dbo.orders"_s).status, TableStatus::Done);
    QVERIFY(!QFile::exists(kept));

    QCOMPARE(site.run(u"ALTER TABLE dbo.orders DISABLE CHANGE_TRACKING"_s), QString());
    const TableReport failed = site.syncOne(u"dbo.orders"_s);
    QCOMPARE(failed.status, TableStatus::Failed);
    QVERIFY2(failed.warnings.filter(u"status"_s).isEmpty(), qPrintable(failed.warnings.join(u' ')));
    QVERIFY(QFile::exists(kept));
    QCOMPARE(site.run(u"ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING; INSERT INTO dbo.orders VALUES (1)"_s),
        QString());
    SyncJob offline = job;
    offline.connection.server.clear();
    FreshnessReport report = ask(offline);
    TableFreshness orders = tableOf(report, u"orders"_s);
    QCOMPARE(orders.state, FreshnessState::Failed);
    QVERIFY(orders.lastFailure);
    QCOMPARE(describe(orders.lastFailure->error), describe(*failed.error));
    QVERIFY(orders.secondsSinceFailure < 3600);
    QCOMPARE(report.attentionCount(), 1);

    QCOMPARE(site.syncOne(u"dbo.orders"_s).status, TableStatus::Done);
    QVERIFY(!QFile::exists(kept));
    QVERIFY(!tableOf(ask(job), u"orders"_s).lastFailure);

    QCOMPARE(site.syncOne(u"dbo.mistyped"_s).status, TableStatus::Failed);
    QVERIFY(!QFile::exists(site.watermarkDir() + u"/site/dbo/mistyped"_s));
}

void TestFreshness::aServerThatIsGoneIsAFailureOfKnownTables()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
    SyncSite site(testDrivers().constFirst());
    for (const QString &name : { u"dbo.orders"_s, u"dbo.quiet"_s, u"dbo.queue"_s, u"dbo.other"_s }) {
        QCOMPARE(site.run(u"CREATE TABLE %1 (id int NOT NULL PRIMARY KEY);"
                          "ALTER TABLE %1 ENABLE CHANGE_TRACKING"_s.arg(name)),
            QString());
        QCOMPARE(site.syncOne(name).status, TableStatus::Done);
    }
    SyncJob job = site.job({ u"dbo.orders"_s, u"dbo.q*"_s, u"dbo.mistyped"_s });
    job.excludes = { { u"site"_s, u"dbo"_s, u"queue"_s } };
    for (TableRequest &request : job.tables)
        request.policies.retries = 0;
    SyncJob gone = job;
    gone.connection.loginTimeoutSeconds = 1;
    gone.connection.server = u"127.0.0.1,1"_s;
    for (const TableReport &report : site.sync(gone).tables)
        QCOMPARE(report.status, TableStatus::Failed);
    const FreshnessReport report = ask(job);
    for (const QString &name : { u"orders"_s, u"quiet"_s }) // named, and by a pattern
        QCOMPARE(tableOf(report, name).state, FreshnessState::Failed);
    for (const QString &name : { u"queue"_s, u"other"_s })
        QCOMPARE(tableOf(report, name).state, FreshnessState::Fresh);
    QVERIFY(!QFile::exists(site.watermarkDir() + u"/site/dbo/mistyped"_s));
}

void TestFreshness::anotherSpellingIsNoSecondTable()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
    SyncSite site(testDrivers().constFirst());
    QCOMPARE(makeOrders(site), QString());
    const SyncJob job = site.job({ u"dbo.ORDERS"_s });
    QCOMPARE(site.sync(job).tables.constFirst().status, TableStatus::Done);
    const FreshnessReport report = ask(job);
    QCOMPARE(report.tables.size(), 1);
    QCOMPARE(report.tables[0].table.table, u"orders"_s);
    QVERIFY(report.tables[0].inJob);
}

/// A pattern takes what is tracked; a table that was synced and no longer is must not vanish.
void TestFreshness::tablesThatLostTrackingAreNotSilent()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
    SyncSite site(testDrivers().constFirst());
    QCOMPARE(makeOrders(site), QString());
    const SyncJob job = site.job({ u"dbo.*"_s });
    QCOMPARE(site.sync(job).tables.constFirst().status, TableStatus::Done);
    QCOMPARE(site.run(u"ALTER TABLE dbo.orders DISABLE CHANGE_TRACKING"_s), QString());
    const FreshnessReport report = ask(job);
    QCOMPARE(report.tables.size(), 1);
    QCOMPARE(report.tables[0].state, FreshnessState::Problem);
    QCOMPARE(report.attentionCount(), 1);
}

void TestFreshness::withoutItsWatermarkATableBeginsAnew()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
    SyncSite site(testDrivers().constFirst());
    QCOMPARE(makeOrders(site), QString());
    const SyncJob job = site.job({ u"dbo.orders"_s });
    QCOMPARE(site.sync(job).tables.constFirst().status, TableStatus::Done);
    StoreServices store;
    QVERIFY(store
                .changeWatermark({ site.outputDir(), site.watermarkDir() },
                    { u"site"_s, u"dbo"_s, u"orders"_s }, { WatermarkChange::Kind::Reset, {}, false })
                .result());
    const FreshnessReport report = ask(job);
    QCOMPARE(report.tables.size(), 1);
    QVERIFY(report.tables[0].asked);
    QCOMPARE(report.tables[0].state, FreshnessState::NoWatermark);
}

/// A closed database takes neither the patterns nor the versions of another with it.
void TestFreshness::aClosedDatabaseHidesNoOther()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
    SyncSite site(testDrivers().constFirst());
    QCOMPARE(makeOrders(site), QString());
    SyncJob job = site.job({ u"dbo.*"_s, u"dbo.o*"_s });
    job.tables.first().table.database = u"nowhere"_s;
    const FreshnessReport report = ask(job);
    QCOMPARE(report.tables.size(), 2);
    QCOMPARE(report.tables[0].state, FreshnessState::Problem);
    QVERIFY2(
        report.tables[0].note.contains(u"nowhere cannot be opened"_s), qPrintable(report.tables[0].note));
    QCOMPARE(tableOf(report, u"orders"_s).state, FreshnessState::NeverSynced);
    QVERIFY(tableOf(report, u"orders"_s).asked);
}

void TestFreshness::worksWithoutTheServer()
{
    if (testDrivers().isEmpty())
        QSKIP("no ODBC driver for SQL Server is installed");
    SyncSite site(testDrivers().constFirst());
    QCOMPARE(makeOrders(site), QString());
    SyncJob job = site.job({ u"dbo.*"_s });
    QCOMPARE(site.sync(job).tables.constFirst().status, TableStatus::Done);
    job.connection.loginTimeoutSeconds = 1;
    for (const QString &server : { u"127.0.0.1,1"_s, QString() }) {
        job.connection.server = server;
        const FreshnessReport report = ask(job);
        QCOMPARE(report.notes.size(), 1);
        QCOMPARE(report.tables.size(), 1);
        const TableFreshness &orders = report.tables[0];
        QCOMPARE(orders.table, (TableRef{ u"site"_s, u"dbo"_s, u"orders"_s }));
        QCOMPARE(orders.state, FreshnessState::Synced);
        QVERIFY(orders.inJob && !orders.asked && !orders.versionsBehind);
        QVERIFY(*orders.secondsLeft > 47 * 3600); // the watermark noted the retention
    }
}

QTEST_GUILESS_MAIN(TestFreshness)
#include "tst_freshness.moc"
