#include "runner.h"

#include "fakesource.h"
#include "fakestore.h"
#include "faketime.h"

#include <QTest>
#include <QThread>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

SyncError brokenError()
{
    return { ErrorKind::Query, u"Broken."_s, {}, 0, false, {}, 0 };
}

} // namespace

/// One table from lock to watermark, driven through the runner with fakes at its ports.
class TestTableRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void loadsThenReadsChangesThenNothing();
    void movesTheWatermarkOfAnIdleTable();
    void notesWhenTheVersionWasRead();
    void loadsAnEmptyTable();
    void readsInASnapshotWhereAllowed();
    void fallsBackWhenTheSnapshotIsRefused();
    void requiresTheSnapshotWhenTold();
    void aSnapshotThatIsLostFailsTheTable();
    void cleanupDuringTheReadThrowsTheRowsAway();
    void truncateDuringTheReadFailsIncremental();
    void endlessCutsAreGivenUp();
    void expiredBetweenSurveyAndRead();
    void rowsThatDoNotAddUpPublishNothing();
    void failures_data();
    void failures();
    void retriesTransientErrorsFromTheStart();
    void givesUpAfterTheLastTry();
    void anotherDatabaseAfterAFailureIsAnError();
    void fullModeOfAnUntrackedTable();
    void saysWhatTheStoreFound();
    void tellsWhereTheTimeWent();
    void aFailureIsNotedUntilARunGoesWell();
    void whatIsNoFailureIsNotNoted_data();
    void whatIsNoFailureIsNotNoted();
    void aNoteThatFailsIsAWarning();

private:
    TableReport sync(SyncMode mode = SyncMode::FullIncremental);
    void edit(const std::function<void(FakeDatabase &, FakeTable &)> &change);
    void commit(int changes);
    void failAt(const QString &call, const SyncError &error, int times = 1);
    FakeFolder folder() const { return m_store->folder(m_table); }

    const TableRef m_table{ u"shop"_s, u"dbo"_s, u"orders"_s };
    std::shared_ptr<FakeSource> m_source;
    std::shared_ptr<FakeStore> m_store;
    std::shared_ptr<FakeTime> m_time;
    Policies m_policies;
};

void TestTableRun::init()
{
    m_source = std::make_shared<FakeSource>();
    m_store = std::make_shared<FakeStore>();
    m_time = std::make_shared<FakeTime>();
    m_policies = {};
    FakeDatabase shop;
    shop.state.source = { u"server"_s, u"shop"_s, u"fork-1"_s };
    shop.state.currentVersion = ChangeVersion(0);
    shop.tables[u"dbo.orders"_s] = trackedTable(u"shop"_s, u"orders"_s, 25);
    m_source->setDatabase(u"shop"_s, shop);
}

TableReport TestTableRun::sync(SyncMode mode)
{
    RunRequest request;
    TableRequest table;
    table.table = m_table;
    table.mode = mode;
    table.policies = m_policies;
    request.tables = { table };
    Runner runner({ m_source, m_store, m_time });
    return runner.run(request).tables.constFirst();
}

void TestTableRun::edit(const std::function<void(FakeDatabase &, FakeTable &)> &change)
{
    m_source->change(
        u"shop"_s, [&](FakeDatabase &database) { change(database, database.tables[u"dbo.orders"_s]); });
}

/// So many transactions, each with one change of the table.
void TestTableRun::commit(int changes)
{
    edit([changes](FakeDatabase &database, FakeTable &table) {
        for (int i = 0; i < changes; ++i) {
            const qint64 version = database.state.currentVersion->value() + 1;
            database.state.currentVersion = ChangeVersion(version);
            table.changes += version;
        }
    });
}

void TestTableRun::failAt(const QString &call, const SyncError &error, int times)
{
    auto left = std::make_shared<std::atomic_int>(times);
    m_source->setHook([call, error, left](const QString &now) {
        return now == call && (*left)-- > 0 ? Status(fail(error)) : Status();
    });
}

void TestTableRun::loadsThenReadsChangesThenNothing()
{
    TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Done);
    QCOMPARE(report.mode, SyncMode::Full);
    QCOMPARE(report.rowsWritten, 25);
    QCOMPARE(*report.currentVersion, ChangeVersion(0)); // T2: 0 is a version like any other
    QVERIFY(!report.reloaded);
    QCOMPARE(report.primaryKey, QStringList({ u"id"_s }));

    commit(12);
    report = sync();
    QCOMPARE(report.status, TableStatus::Done);
    QCOMPARE(report.mode, SyncMode::Incremental);
    QCOMPARE(report.rowsWritten, 12);
    QCOMPARE(*report.sinceVersion, ChangeVersion(0));
    QCOMPARE(*report.currentVersion, ChangeVersion(12));

    // T1: the version of the watermark itself is not read again.
    report = sync();
    QCOMPARE(report.status, TableStatus::NothingNew);
    QCOMPARE(report.rowsWritten, 0);
    QCOMPARE(folder().publishedRows, QList<qint64>({ 25, 12 }));
}

void TestTableRun::movesTheWatermarkOfAnIdleTable()
{
    QCOMPARE(sync().status, TableStatus::Done);
    edit([](FakeDatabase &database, FakeTable &) { database.state.currentVersion = ChangeVersion(900); });
    m_source->clearCalls();
    QCOMPARE(sync().status, TableStatus::NothingNew);
    QCOMPARE(folder().watermark->version, ChangeVersion(900)); // T4: or it expires beside busy neighbours
    QCOMPARE(folder().publishedRows, QList<qint64>({ 25 }));
    QCOMPARE(m_source->calls(), QStringList({ u"open shop"_s, u"survey"_s, u"haveChanges"_s }));
}

/// Nobody may think that an idle table's changes are kept longer than they are, however long it waited after
/// the survey for its turn.
void TestTableRun::notesWhenTheVersionWasRead()
{
    const QDateTime began = m_time->nowUtc();
    m_store->setHook([this](const QString &step) {
        if (step == u"open dbo.orders" || step == u"publish dbo.orders")
            m_time->advance(1h);
        return Status();
    });
    QCOMPARE(sync().status, TableStatus::Done);
    QCOMPARE(folder().watermark->versionAt, began.addSecs(3600)); // by the table's own session
    edit([](FakeDatabase &database, FakeTable &) { database.state.currentVersion = ChangeVersion(900); });
    const QDateTime surveyed = m_time->nowUtc();
    QCOMPARE(sync().status, TableStatus::NothingNew);
    QCOMPARE(folder().watermark->versionAt, surveyed);
    QVERIFY(folder().watermark->syncedAt > surveyed);
}

void TestTableRun::loadsAnEmptyTable()
{
    edit([](FakeDatabase &, FakeTable &table) { table.rows = 0; });
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Done);
    QCOMPARE(report.rowsWritten, 0);
    QCOMPARE(folder().publishedRows, QList<qint64>({ 0 }));
}

void TestTableRun::readsInASnapshotWhereAllowed()
{
    edit([](FakeDatabase &database, FakeTable &) { database.state.snapshotAllowed = true; });
    const TableReport report = sync();
    QVERIFY(report.snapshot);
    const QStringList calls = m_source->calls();
    // The version is the first read of the transaction.
    QCOMPARE(calls.indexOf(u"currentVersion"_s), calls.indexOf(u"beginSnapshot"_s) + 1);
    QCOMPARE(calls.constLast(), u"endSnapshot"_s);
}

void TestTableRun::fallsBackWhenTheSnapshotIsRefused()
{
    edit([](FakeDatabase &database, FakeTable &) { database.state.snapshotAllowed = true; });
    failAt(u"currentVersion"_s, { ErrorKind::Query, u"Not allowed."_s, u"42000"_s, 3952, false, {}, 0 });
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Done);
    QVERIFY(!report.snapshot);
    QVERIFY(report.warnings.join(u' ').contains(u"3952"_s)); // nothing silent
}

void TestTableRun::requiresTheSnapshotWhenTold()
{
    m_policies.snapshot = SnapshotUse::Require;
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Failed);
    QVERIFY(report.error->text.contains(u"ALLOW_SNAPSHOT_ISOLATION ON"_s));
    QVERIFY(folder().publishedRows.isEmpty());
}

void TestTableRun::aSnapshotThatIsLostFailsTheTable()
{
    edit([](FakeDatabase &database, FakeTable &) { database.state.snapshotAllowed = true; });
    failAt(u"endSnapshot"_s, { ErrorKind::Connection, u"Another transaction."_s, {}, 0, false, {}, 0 });
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Failed);
    QVERIFY(folder().publishedRows.isEmpty()); // T21
    QVERIFY(!folder().watermark);
}

void TestTableRun::cleanupDuringTheReadThrowsTheRowsAway()
{
    QCOMPARE(sync().status, TableStatus::Done);
    commit(5);
    auto cut = std::make_shared<std::atomic_bool>(false);
    m_source->setHook([this, cut](const QString &call) {
        if (call == u"end of rows"_s && !cut->exchange(true)) {
            edit([](FakeDatabase &, FakeTable &table) {
                table.changes = { 5 };
                table.state.minValidVersion = ChangeVersion(4);
            });
        }
        return Status();
    });
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Done); // T5: loaded again, not published short
    QCOMPARE(report.mode, SyncMode::Full);
    QVERIFY(report.reloaded);
    QCOMPARE(folder().publishedRows, QList<qint64>({ 25 }));
    QVERIFY(!report.warnings.isEmpty());
}

void TestTableRun::truncateDuringTheReadFailsIncremental()
{
    QCOMPARE(sync().status, TableStatus::Done);
    commit(5);
    m_source->setHook([this](const QString &call) {
        if (call == u"end of rows"_s) {
            edit([](FakeDatabase &, FakeTable &table) {
                table.changes.clear();
                table.state.minValidVersion = ChangeVersion(5);
                table.state.beginVersion = ChangeVersion(5);
            });
        }
        return Status();
    });
    const TableReport report = sync(SyncMode::Incremental);
    QCOMPARE(report.status, TableStatus::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Expired);
    QCOMPARE(folder().watermark->version, ChangeVersion(0)); // nothing lost
    QCOMPARE(folder().publishedRows, QList<qint64>({ 25 }));
}

void TestTableRun::endlessCutsAreGivenUp()
{
    QCOMPARE(sync().status, TableStatus::Done);
    commit(5);
    m_source->setHook([this](const QString &call) {
        if (call == u"end of rows"_s) {
            edit([](FakeDatabase &, FakeTable &table) {
                table.state.schema.columns += { u"c%1"_s.arg(table.state.schema.columns.size()), u"int"_s, 4,
                    10, 0, true, false, 0, {} };
            });
        }
        return Status();
    });
    m_policies.onSchemaChange = OnSchemaChange::Continue;
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Failed);
    QVERIFY(report.error->text.contains(u"snapshot isolation"_s));
    QCOMPARE(m_source->calls().count(u"readChanges dbo.orders"_s), 3);
    QCOMPARE(folder().publishedRows, QList<qint64>({ 25 }));
}

void TestTableRun::expiredBetweenSurveyAndRead()
{
    QCOMPARE(sync().status, TableStatus::Done);
    commit(5);
    m_source->setHook([this](const QString &call) {
        if (call == u"tableState dbo.orders"_s) {
            edit([](FakeDatabase &, FakeTable &table) { table.state.minValidVersion = ChangeVersion(5); });
        }
        return Status();
    });
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Done);
    QVERIFY(report.reloaded);
    QCOMPARE(folder().publishedRows, QList<qint64>({ 25 }));
}

void TestTableRun::rowsThatDoNotAddUpPublishNothing()
{
    m_store->loseRows(true);
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Failed);
    QCOMPARE(report.error->kind, ErrorKind::Data);
    QVERIFY(folder().publishedRows.isEmpty());
}

void TestTableRun::failures_data()
{
    QTest::addColumn<QString>("call");
    for (const char *call : { "open shop", "survey", "currentVersion", "tableState dbo.orders",
             "readChanges dbo.orders", "fetch", "end of rows" })
        QTest::newRow(call) << QString::fromLatin1(call);
}

/// T7: whatever fails half-way, the watermark stays and nothing is published.
void TestTableRun::failures()
{
    QFETCH(QString, call);
    QCOMPARE(sync().status, TableStatus::Done);
    commit(25);
    failAt(call, { ErrorKind::Query, u"Broken off."_s, {}, 8134, false, {}, 0 }, 99);
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Failed);
    QCOMPARE(report.error->nativeCode, 8134);
    QCOMPARE(report.error->context, u"shop.dbo.orders"_s);
    QCOMPARE(folder().publishedRows, QList<qint64>({ 25 }));
    QCOMPARE(folder().watermark->version, ChangeVersion(0));

    m_source->setHook({});
    QCOMPARE(sync().rowsWritten, 25);
}

void TestTableRun::retriesTransientErrorsFromTheStart()
{
    failAt(u"fetch"_s, { ErrorKind::Connection, u"Link broken."_s, u"08S01"_s, 0, true, {}, 0 }, 2);
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Done);
    QCOMPARE(report.rowsWritten, 25);
    QCOMPARE(report.retries, 2);
    QCOMPARE(report.warnings.size(), 2);
    QVERIFY(report.warnings.constFirst().contains(u"Link broken."_s));
    QCOMPARE(m_time->sleeps().size(), size_t(2));
    QCOMPARE(m_source->calls().count(u"open shop"_s), 4); // the survey's, and one for each try
}

void TestTableRun::givesUpAfterTheLastTry()
{
    m_policies.retries = 3;
    failAt(u"fetch"_s, { ErrorKind::Connection, u"Link broken."_s, u"08S01"_s, 0, true, {}, 0 }, 99);
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Failed);
    QCOMPARE(report.retries, 3);
    QVERIFY(folder().publishedRows.isEmpty());
}

void TestTableRun::anotherDatabaseAfterAFailureIsAnError()
{
    auto left = std::make_shared<std::atomic_int>(1);
    m_source->setHook([this, left](const QString &call) {
        if (call != u"fetch"_s || (*left)-- <= 0)
            return Status();
        edit([](FakeDatabase &database, FakeTable &) { database.state.source.databaseId = u"fork-2"_s; });
        return Status(fail({ ErrorKind::Connection, u"Failed over."_s, u"08S01"_s, 0, true, {}, 0 }));
    });
    const TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Failed);
    QVERIFY(folder().publishedRows.isEmpty());
}

void TestTableRun::fullModeOfAnUntrackedTable()
{
    edit([](FakeDatabase &, FakeTable &table) {
        table.state.tracked = false;
        table.state.minValidVersion.reset();
        table.state.beginVersion.reset();
        table.state.problem = SyncError{ ErrorKind::NotTracked, u"Not tracked."_s, {}, 0, false, {}, 0 };
    });
    const TableReport report = sync(SyncMode::Full);
    QCOMPARE(report.status, TableStatus::Done);
    QCOMPARE(report.rowsWritten, 25);
    QVERIFY(!report.currentVersion);
    QVERIFY(!folder().watermark);
    QVERIFY(!report.warnings.isEmpty());
    QCOMPARE(sync(SyncMode::FullIncremental).error->kind, ErrorKind::NotTracked);
}

void TestTableRun::saysWhatTheStoreFound()
{
    FakeFolder found;
    found.notes = { u"Finished the publication of an earlier run."_s };
    m_store->setFolder(m_table, found);
    QVERIFY(sync().warnings.contains(found.notes.constFirst()));
}

void TestTableRun::tellsWhereTheTimeWent()
{
    m_source->setHook([](const QString &call) {
        if (call == u"tableState dbo.orders"_s)
            QThread::msleep(30);
        return Status();
    });
    m_store->setHook([](const QString &step) {
        if (step == u"publish dbo.orders"_s)
            QThread::msleep(60);
        return Status();
    });
    const TimeSplit time = sync().time;
    QVERIFY(time[TimePart::Server] >= 0.03);
    QVERIFY(time[TimePart::Disk] >= 0.06);
}

void TestTableRun::aFailureIsNotedUntilARunGoesWell()
{
    failAt(u"readAll dbo.orders"_s, { ErrorKind::Permission, u"Denied."_s, u"42000"_s, 229, false, {}, 0 });
    m_policies.retries = 0;
    QCOMPARE(sync().status, TableStatus::Failed);
    const std::optional<FailedRun> failure = folder().failure;
    QVERIFY(failure);
    QCOMPARE(failure->table, m_table);
    QCOMPARE(failure->at, m_time->nowUtc());
    QCOMPARE(failure->mode, SyncMode::FullIncremental);
    QCOMPARE(failure->error.text, u"Denied."_s);
    QCOMPARE(failure->error.nativeCode, 229);
    QVERIFY(!failure->runId.isEmpty());
    QCOMPARE(sync().status, TableStatus::Done);
    QVERIFY(!folder().failure);

    commit(1);
    failAt(u"readChanges dbo.orders"_s, brokenError());
    QCOMPARE(sync().status, TableStatus::Failed);
    QVERIFY(folder().failure);
    edit([](FakeDatabase &, FakeTable &table) { table.changes.clear(); });
    QCOMPARE(sync().status, TableStatus::NothingNew);
    QVERIFY(!folder().failure);
}

void TestTableRun::whatIsNoFailureIsNotNoted_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("cancelled") << ErrorKind::Cancelled;
    QTest::newRow("another run holds it") << ErrorKind::Locked;
    QTest::newRow("another server's folder") << ErrorKind::ForeignFolder;
}

void TestTableRun::whatIsNoFailureIsNotNoted()
{
    QFETCH(ErrorKind, kind);
    m_store->setHook([kind](const QString &step) {
        return step == u"open dbo.orders"_s ? Status(fail(kind, u"Not now."_s)) : Status();
    });
    const TableReport report = sync();
    QVERIFY(report.status == TableStatus::Failed || report.status == TableStatus::Cancelled);
    QVERIFY(!folder().failure);
}

void TestTableRun::aNoteThatFailsIsAWarning()
{
    m_store->setHook([](const QString &step) {
        const bool isNote = step == u"noteFailure dbo.orders"_s || step == u"forgetFailure dbo.orders"_s;
        return isNote ? Status(fail(ErrorKind::Storage, u"The disk is full."_s)) : Status();
    });
    TableReport report = sync();
    QCOMPARE(report.status, TableStatus::Done);
    QVERIFY(report.warnings.join(u' ').contains(u"The disk is full."_s));
    commit(1);
    failAt(u"readChanges dbo.orders"_s, brokenError());
    report = sync();
    QCOMPARE(report.error->text, u"Broken."_s);
    QVERIFY(report.warnings.join(u' ').contains(u"The disk is full."_s));
}

QTEST_GUILESS_MAIN(TestTableRun)
#include "tst_tablerun.moc"
