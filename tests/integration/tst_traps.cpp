#include "foldedtable.h"
#include "syncrun.h"
#include "syncsite.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString orders = u"dbo.orders"_s;

/// A table of a hundred rows, tracked since the version before them.
QString makeOrders(SyncSite &site)
{
    return site.run(
        u"CREATE TABLE dbo.orders (id int NOT NULL PRIMARY KEY, note nvarchar(60));"
        "ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING;"
        "INSERT INTO dbo.orders VALUES (0, N'seed'), (1, N'seed'), (2, N'seed'), (3, N'seed'), (4, N'seed');"
        "INSERT INTO dbo.orders SELECT id + 5, note FROM dbo.orders;"
        "INSERT INTO dbo.orders SELECT id + 10, note FROM dbo.orders;"
        "INSERT INTO dbo.orders SELECT id + 20, note FROM dbo.orders;"
        "INSERT INTO dbo.orders SELECT id + 40, note FROM dbo.orders;"
        "INSERT INTO dbo.orders SELECT id + 80, note FROM dbo.orders WHERE id < 20"_s);
}

QString text(const TableReport &report)
{
    return report.error ? describe(*report.error) : report.reason + report.warnings.join(u' ');
}

} // namespace

/// What peers fell into (the traps of the project's notes), end to end through each driver.
class TestTraps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site.reset(); }

    void boundaryRowsComeOnce_data() { drivers(); }
    void boundaryRowsComeOnce();
    void versionZeroIsAVersion_data() { drivers(); }
    void versionZeroIsAVersion();
    void eachTableHasItsOwnMinimum_data() { drivers(); }
    void eachTableHasItsOwnMinimum();
    void anIdleTableMovesOn_data() { drivers(); }
    void anIdleTableMovesOn();
    void historyCutBetweenCheckAndRead_data();
    void historyCutBetweenCheckAndRead();
    void expiredIsNeverSwallowed_data() { drivers(); }
    void expiredIsNeverSwallowed();
    void brokenReadsPublishNothing_data();
    void brokenReadsPublishNothing();
    void sameNamesStayApart_data() { drivers(); }
    void sameNamesStayApart();
    void awkwardNames_data() { drivers(); }
    void awkwardNames();
    void truncateAndRecreateAreReloads_data();
    void truncateAndRecreateAreReloads();
    void aRestoreIsSeen_data();
    void aRestoreIsSeen();
    void aLostSnapshotIsAFailure_data() { drivers(); }
    void aLostSnapshotIsAFailure();
    void cancelStopsASilentRead_data();
    void cancelStopsASilentRead();
    void keysThatMoveAndComeBack_data() { drivers(); }
    void keysThatMoveAndComeBack();

private:
    static void drivers();
    void start();
    void foldsToTheTable(const QString &table, const QStringList &key = { u"id"_s });
    QJsonObject lastRunOf(const QString &table) const;
    QString fault(const QString &arguments) { return m_site->run(u"EXEC practice.fault "_s + arguments); }

    std::unique_ptr<SyncSite> m_site;
};

void TestTraps::drivers()
{
    QTest::addColumn<QString>("driver");
    for (const QString &driver : testDrivers())
        QTest::newRow(qPrintable(driver)) << driver;
}

/// Ends the test function when the site does not stand.
void TestTraps::start()
{
    QFETCH(QString, driver);
    m_site = std::make_unique<SyncSite>(driver);
    QCOMPARE(m_site->problem(), QString());
    QCOMPARE(makeOrders(*m_site), QString());
}

/// What the published files amount to is what a fresh full load of the table holds.
void TestTraps::foldsToTheTable(const QString &table, const QStringList &key)
{
    static int count = 0;
    SyncJob fresh = m_site->job({ table }, SyncMode::Full);
    fresh.outputDir = m_site->folder(u"fresh-%1"_s.arg(++count));
    fresh.watermarkDir = fresh.outputDir + u"-watermarks"_s;
    QCOMPARE(m_site->sync(fresh).tables.constFirst().status, TableStatus::Done);
    const auto whole = foldTable(fresh.outputDir, siteTable(table).table, key);
    const auto folded = foldTable(m_site->outputDir(), siteTable(table).table, key);
    QVERIFY2(whole.has_value(), whole ? "" : qPrintable(describe(whole.error())));
    QVERIFY2(folded.has_value(), folded ? "" : qPrintable(describe(folded.error())));
    QCOMPARE(folded->rows, whole->rows);
    QCOMPARE(folded->repeated, 0);
}

/// The last line of a table's history.
QJsonObject TestTraps::lastRunOf(const QString &table) const
{
    QFile file(m_site->watermarkDir() + u"/site/dbo/%1/sync_history.jsonl"_s.arg(table));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll().trimmed().split('\n').constLast()).object();
}

/// T1
void TestTraps::boundaryRowsComeOnce()
{
    start();
    QCOMPARE(m_site->syncOne(orders).rowsWritten, 100);
    QCOMPARE(m_site->run(u"UPDATE dbo.orders SET note = N'x' WHERE id = 7"_s), QString());
    QCOMPARE(m_site->syncOne(orders).rowsWritten, 1);
    QCOMPARE(m_site->syncOne(orders).status, TableStatus::NothingNew);
    QCOMPARE(m_site->run(u"UPDATE dbo.orders SET note = N'y' WHERE id = 8"_s), QString());
    QCOMPARE(m_site->syncOne(orders).rowsWritten, 1);
    foldsToTheTable(orders);
}

/// T2
void TestTraps::versionZeroIsAVersion()
{
    QFETCH(QString, driver);
    m_site = std::make_unique<SyncSite>(driver);
    QCOMPARE(m_site->run(u"CREATE TABLE dbo.first (id int NOT NULL PRIMARY KEY);"
                         "ALTER TABLE dbo.first ENABLE CHANGE_TRACKING"_s),
        QString());
    const TableReport load = m_site->syncOne(u"dbo.first"_s);
    QVERIFY2(load.status == TableStatus::Done, qPrintable(text(load)));
    QCOMPARE(*load.currentVersion, ChangeVersion(0));
    QCOMPARE(m_site->run(u"INSERT INTO dbo.first VALUES (1)"_s), QString());
    const TableReport changes = m_site->syncOne(u"dbo.first"_s);
    QCOMPARE(changes.mode, SyncMode::Incremental);
    QCOMPARE(*changes.sinceVersion, ChangeVersion(0));
    QCOMPARE(changes.rowsWritten, 1);
}

/// T3
void TestTraps::eachTableHasItsOwnMinimum()
{
    start();
    QCOMPARE(m_site->run(u"CREATE TABLE dbo.quiet (id int NOT NULL PRIMARY KEY);"
                         "ALTER TABLE dbo.quiet ENABLE CHANGE_TRACKING; INSERT INTO dbo.quiet VALUES (1)"_s),
        QString());
    const SyncJob job = m_site->job({ orders, u"dbo.quiet"_s });
    (void)m_site->sync(job);
    QCOMPARE(m_site->run(u"UPDATE dbo.orders SET note = N'x'; UPDATE dbo.quiet SET id = id;"_s), QString());
    QCOMPARE(m_site->run(u"EXEC practice.cleanup @table = N'dbo.orders'"_s), QString());
    const RunReport report = m_site->sync(job);
    QVERIFY(report.tables[0].reloaded);
    QCOMPARE(report.tables[1].mode, SyncMode::Incremental);
    QVERIFY(!report.tables[1].reloaded);
    foldsToTheTable(orders);
}

/// T4
void TestTraps::anIdleTableMovesOn()
{
    start();
    QCOMPARE(m_site->run(u"CREATE TABLE dbo.quiet (id int NOT NULL PRIMARY KEY);"
                         "ALTER TABLE dbo.quiet ENABLE CHANGE_TRACKING; INSERT INTO dbo.quiet VALUES (1)"_s),
        QString());
    const SyncJob job = m_site->job({ u"dbo.quiet"_s });
    (void)m_site->sync(job);
    QCOMPARE(m_site->run(u"UPDATE dbo.orders SET note = N'x'"_s), QString());
    QCOMPARE(m_site->sync(job).tables[0].status, TableStatus::NothingNew);
    // What was seen quiet before the cleanup is still valid after it.
    QCOMPARE(m_site->run(u"EXEC practice.cleanup"_s), QString());
    QCOMPARE(m_site->run(u"INSERT INTO dbo.quiet VALUES (2)"_s), QString());
    const TableReport report = m_site->sync(job).tables[0];
    QVERIFY2(!report.reloaded, qPrintable(text(report)));
    QCOMPARE(report.rowsWritten, 1);
}

void TestTraps::historyCutBetweenCheckAndRead_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<bool>("snapshot");
    QTest::addColumn<QString>("script");
    for (const QString &driver : testDrivers()) {
        for (const bool snapshot : { false, true }) {
            const char *mode = snapshot ? "snapshot" : "no snapshot";
            QTest::addRow("%s, %s, cleanup", qPrintable(driver), mode)
                << driver << snapshot << u"EXEC practice.cleanup @table = N'dbo.orders'"_s;
            QTest::addRow("%s, %s, truncate", qPrintable(driver), mode)
                << driver << snapshot << u"TRUNCATE TABLE dbo.orders"_s;
        }
    }
}

/// T5
void TestTraps::historyCutBetweenCheckAndRead()
{
    QFETCH(bool, snapshot);
    QFETCH(QString, script);
    start();
    QCOMPARE(
        m_site->run(u"ALTER DATABASE site SET ALLOW_SNAPSHOT_ISOLATION "_s + (snapshot ? u"ON"_s : u"OFF"_s)),
        QString());
    QCOMPARE(m_site->syncOne(orders).status, TableStatus::Done);
    QCOMPARE(m_site->run(
                 u"UPDATE dbo.orders SET note = N'x' WHERE id < 50; DELETE FROM dbo.orders WHERE id = 99"_s),
        QString());
    // Between the check of the minimum and the rows: before the batch that reads the changes.
    QCOMPARE(fault(u"@kind = N'script', @statement = N'LEFT JOIN [dbo].[orders]', @script = N'%1'"_s.arg(
                 QString(script).replace(u'\'', u"''"_s))),
        QString());
    const TableReport report = m_site->syncOne(orders);
    QVERIFY2(report.status == TableStatus::Done || report.error, qPrintable(text(report)));
    QCOMPARE(m_site->run(u"EXEC practice.fault @kind = N'clear'"_s), QString());
    (void)m_site->syncOne(orders);
    foldsToTheTable(orders);
}

/// T6
void TestTraps::expiredIsNeverSwallowed()
{
    start();
    QCOMPARE(m_site->syncOne(orders).status, TableStatus::Done);
    QCOMPARE(m_site->run(u"UPDATE dbo.orders SET note = N'x'; EXEC practice.cleanup"_s), QString());
    const TableReport report = m_site->syncOne(orders, SyncMode::Incremental);
    QCOMPARE(report.status, TableStatus::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Expired);
    QVERIFY2(report.error->text.contains(u"full"_s), qPrintable(text(report)));
    const TableReport reload = m_site->syncOne(orders);
    QCOMPARE(reload.status, TableStatus::Done);
    QVERIFY(reload.reloaded);
    QVERIFY(!reload.reason.isEmpty());
    foldsToTheTable(orders);
}

void TestTraps::brokenReadsPublishNothing_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QString>("fault");
    for (const QString &driver : testDrivers()) {
        for (const char *row : { "0", "1", "42", "99" }) {
            QTest::addRow("%s, closed after %s", qPrintable(driver), row)
                << driver
                << u"@kind = N'close', @statement = N'[dbo].[orders]', @row = %1"_s.arg(QLatin1String(row));
            QTest::addRow("%s, reset after %s", qPrintable(driver), row)
                << driver
                << u"@kind = N'reset', @statement = N'[dbo].[orders]', @row = %1"_s.arg(QLatin1String(row));
            QTest::addRow("%s, error at %s", qPrintable(driver), row)
                << driver
                << u"@kind = N'error', @statement = N'[dbo].[orders]', @row = %1, @number = 8134"_s.arg(
                       QLatin1String(row));
        }
        QTest::addRow("%s, error at the end", qPrintable(driver))
            << driver << u"@kind = N'error', @statement = N'[dbo].[orders]', @row = 100, @number = 8134"_s;
    }
}

/// T7
void TestTraps::brokenReadsPublishNothing()
{
    QFETCH(QString, fault);
    start();
    QCOMPARE(m_site->run(u"EXEC practice.fault "_s + fault), QString());
    const TableReport report = m_site->syncOne(orders);
    QCOMPARE(report.status, TableStatus::Failed);
    QVERIFY(report.files.isEmpty());
    QVERIFY2(
        !foldTable(m_site->outputDir(), siteTable(orders).table, { u"id"_s }), "a manifest was published");
    QCOMPARE(m_site->run(u"EXEC practice.fault @kind = N'clear'"_s), QString());
    QCOMPARE(m_site->syncOne(orders).rowsWritten, 100);
    foldsToTheTable(orders);
}

/// T10
void TestTraps::sameNamesStayApart()
{
    start();
    QCOMPARE(m_site->run(u"CREATE SCHEMA eu"_s), QString());
    QCOMPARE(m_site->run(
                 u"CREATE TABLE eu.orders (id int NOT NULL PRIMARY KEY, note nvarchar(60));"
                 "ALTER TABLE eu.orders ENABLE CHANGE_TRACKING; INSERT INTO eu.orders VALUES (1, N'eu')"_s),
        QString());
    const RunReport report = m_site->sync(m_site->job({ orders, u"eu.orders"_s }));
    QCOMPARE(report.tables[0].rowsWritten, 100);
    QCOMPARE(report.tables[1].rowsWritten, 1);
    foldsToTheTable(orders);
    foldsToTheTable(u"eu.orders"_s);
}

/// T17
void TestTraps::awkwardNames()
{
    start();
    const QStringList names = { u"a]b"_s, u"it's"_s, u"dot.dot"_s, u"../up"_s, u" blank "_s, u"Ünï😀"_s,
        u"[x]"_s, u"a\"b"_s, u"CON"_s, QString(128, u'n') };
    SyncJob job = m_site->job();
    for (const QString &name : names) {
        const QString quoted = u"[dbo].["_s + QString(name).replace(u']', u"]]"_s) + u']';
        QCOMPARE(m_site->run(u"CREATE TABLE %1 ([k]] ey] int NOT NULL PRIMARY KEY, [v'] nvarchar(20));"
                             "ALTER TABLE %1 ENABLE CHANGE_TRACKING; INSERT INTO %1 VALUES (1, N'one')"_s.arg(
                                 quoted)),
            QString());
        TableRequest request = siteTable(orders);
        request.table.table = name;
        job.tables += request;
    }
    for (const TableReport &report : m_site->sync(job).tables) {
        QVERIFY2(report.status == TableStatus::Done, qPrintable(text(report)));
        QCOMPARE(report.rowsWritten, 1);
        QVERIFY(report.files.constFirst().startsWith(m_site->outputDir()));
    }
    for (const QString &name : names) {
        const QString quoted = u"[dbo].["_s + QString(name).replace(u']', u"]]"_s) + u']';
        QCOMPARE(m_site->run(u"UPDATE %1 SET [v'] = N'two'"_s.arg(quoted)), QString());
    }
    for (const TableReport &report : m_site->sync(job).tables) {
        QVERIFY2(report.mode == SyncMode::Incremental, qPrintable(text(report)));
        QCOMPARE(report.rowsWritten, 1);
    }
}

void TestTraps::truncateAndRecreateAreReloads_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QString>("script");
    for (const QString &driver : testDrivers()) {
        QTest::addRow("%s, truncate", qPrintable(driver)) << driver << u"TRUNCATE TABLE dbo.orders"_s;
        QTest::addRow("%s, truncate and fill", qPrintable(driver))
            << driver << u"TRUNCATE TABLE dbo.orders; INSERT INTO dbo.orders VALUES (5, N'new')"_s;
        QTest::addRow("%s, off and on", qPrintable(driver))
            << driver
            << u"ALTER TABLE dbo.orders DISABLE CHANGE_TRACKING; DELETE FROM dbo.orders WHERE id = 3;"
               "ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING"_s;
        QTest::addRow("%s, dropped and made again", qPrintable(driver))
            << driver
            << u"DROP TABLE dbo.orders; CREATE TABLE dbo.orders (id int NOT NULL PRIMARY KEY, note "
               u"nvarchar(60));"
               "ALTER TABLE dbo.orders ENABLE CHANGE_TRACKING; INSERT INTO dbo.orders VALUES (1, N'other')"_s;
        QTest::addRow("%s, new column", qPrintable(driver))
            << driver << u"ALTER TABLE dbo.orders ADD price money"_s;
    }
}

/// The watermark stands at the current version when it happens: the case that version numbers cannot tell.
void TestTraps::truncateAndRecreateAreReloads()
{
    QFETCH(QString, script);
    start();
    QCOMPARE(m_site->syncOne(orders).status, TableStatus::Done);
    for (const QString &statement : script.split(u';'))
        QCOMPARE(m_site->run(statement), QString());
    const TableReport report = m_site->syncOne(orders);
    QVERIFY2(report.status == TableStatus::Done, qPrintable(text(report)));
    QVERIFY2(report.reloaded, qPrintable(text(report)));
    const QJsonObject told = lastRunOf(u"orders"_s)[u"tidemark"_s].toObject();
    QCOMPARE(told[u"reason"_s].toString(), report.reason);
    QCOMPARE(told[u"warnings"_s].toArray(), QJsonArray::fromStringList(report.warnings));
    QVERIFY(!report.reason.isEmpty() && !report.warnings.isEmpty()); // it is not encrypted, for one
    foldsToTheTable(orders);
    QCOMPARE(m_site->syncOne(orders).status, TableStatus::NothingNew);
}

void TestTraps::aRestoreIsSeen_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<bool>("keepIdentity");
    for (const QString &driver : testDrivers()) {
        QTest::addRow("%s, new identity", qPrintable(driver)) << driver << false;
        QTest::addRow("%s, same identity", qPrintable(driver)) << driver << true;
    }
}

/// T20
void TestTraps::aRestoreIsSeen()
{
    QFETCH(bool, keepIdentity);
    start();
    QCOMPARE(m_site->run(u"EXEC practice.make_backup @name = N'yesterday'"_s), QString());
    QCOMPARE(m_site->run(u"UPDATE dbo.orders SET note = N'lost' WHERE id < 10"_s), QString());
    QCOMPARE(m_site->syncOne(orders).status, TableStatus::Done);
    QCOMPARE(m_site->run(u"EXEC practice.restore_backup @name = N'yesterday', @keep_identity = %1"_s.arg(
                 keepIdentity ? 1 : 0)),
        QString());
    const TableReport report = m_site->syncOne(orders);
    QVERIFY2(report.status == TableStatus::Done, qPrintable(text(report)));
    QVERIFY2(report.reloaded, qPrintable(text(report)));
    foldsToTheTable(orders);
}

/// T21: all rows came, but the snapshot's transaction does not answer for them at its end.
void TestTraps::aLostSnapshotIsAFailure()
{
    start();
    QCOMPARE(m_site->syncOne(orders).status, TableStatus::Done);
    QCOMPARE(m_site->run(u"UPDATE dbo.orders SET note = N'x' WHERE id < 60"_s), QString());
    QCOMPARE(
        fault(u"@kind = N'error', @statement = N'CURRENT_TRANSACTION_ID()', @skip = 1, @number = 3989"_s),
        QString());
    const TableReport report = m_site->syncOne(orders);
    QCOMPARE(report.status, TableStatus::Failed);
    QCOMPARE(m_site->run(u"EXEC practice.fault @kind = N'clear'"_s), QString());
    QCOMPARE(m_site->syncOne(orders).rowsWritten, 60);
    foldsToTheTable(orders);
}

void TestTraps::cancelStopsASilentRead_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QString>("row");
    QTest::addColumn<bool>("bareAttention");
    for (const QString &driver : testDrivers()) {
        for (const char *row : { "0", "50" }) {
            QTest::addRow("%s, silent after %s", qPrintable(driver), row)
                << driver << QString::fromLatin1(row) << false;
            QTest::addRow("%s, silent after %s, bare attention", qPrintable(driver), row)
                << driver << QString::fromLatin1(row) << true;
        }
    }
}

/// T14 and T22: a cancel ends a read that waits for a silent server, within two seconds, and what looks like
/// the end of the rows is not taken for it.
void TestTraps::cancelStopsASilentRead()
{
    QFETCH(QString, row);
    QFETCH(bool, bareAttention);
    start();
    QCOMPARE(fault(u"@kind = N'stall', @statement = N'[dbo].[orders]', @row = "_s + row), QString());
    if (bareAttention)
        QCOMPARE(fault(u"@kind = N'attention', @statement = N'[dbo].[orders]'"_s), QString());
    SyncRun run(m_site->job({ orders }));
    QSignalSpy finished(&run, &SyncRun::finished);
    bool reading = false;
    connect(&run, &SyncRun::progressed, this, [&reading](const TableProgress &progress) {
        reading = reading || progress.stage == TableStage::Reading;
    });
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(reading, 20000);
    QElapsedTimer timer;
    timer.start();
    run.cancel();
    QVERIFY(finished.wait(20000));
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed()))); // two, and a slow machine
    const auto report = finished.constFirst().constFirst().value<RunReport>();
    QCOMPARE(report.tables.constFirst().status, TableStatus::Cancelled);
    QVERIFY(!foldTable(m_site->outputDir(), siteTable(orders).table, { u"id"_s }));
}

/// The folding table of change tracking, as files.
void TestTraps::keysThatMoveAndComeBack()
{
    start();
    QCOMPARE(m_site->syncOne(orders).status, TableStatus::Done);
    for (const QString &sql :
        { u"INSERT INTO dbo.orders VALUES (200, N'new'); DELETE FROM dbo.orders WHERE id = 200"_s,
            u"DELETE FROM dbo.orders WHERE id = 1; INSERT INTO dbo.orders VALUES (1, N'back')"_s,
            u"UPDATE dbo.orders SET id = 300 WHERE id = 2"_s,
            u"UPDATE dbo.orders SET id = id + 1000 WHERE id BETWEEN 10 AND 19"_s,
            u"UPDATE dbo.orders SET id = id"_s })
        QCOMPARE(m_site->run(sql), QString());
    const TableReport report = m_site->syncOne(orders);
    QCOMPARE(report.mode, SyncMode::Incremental);
    foldsToTheTable(orders);
}

QTEST_GUILESS_MAIN(TestTraps)
#include "tst_traps.moc"
