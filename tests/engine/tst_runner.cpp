#include "runner.h"

#include "fakesource.h"
#include "fakestore.h"
#include "faketime.h"
#include "timesource.h"

#include <QSemaphore>
#include <QTest>

#include <set>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tableCount = 12;

SyncError plainError(const QString &text)
{
    return { ErrorKind::Query, text, {}, 0, false, {}, 0 };
}

} // namespace

/// Many tables at once: order of results, workers, failures that stop nobody else, cancel.
class TestRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void reportsInTheOrderOfTheJob_data();
    void reportsInTheOrderOfTheJob();
    void oneFailureStopsNoOtherTable();
    void oneLockedTableStopsNoOther();
    void aMissingTableStopsNoOther();
    void aDatabaseThatCannotBeReachedStopsNoOther();
    void looksAtADatabaseOnce();
    void theSameTableTwiceIsAnError();
    void keepsToMaxWorkers();
    void cancelPublishesNothingMore();
    void cancelLeavesAHangingConnectBehind();
    void cancelsOneTableThatWaits();
    void cancelsOneTableThatIsRead();
    void cancellingEachTableEndsTheSurvey();
    void toldProgressEndsWithTheReport();
    void wholeLoadsAreExpectedBeforeTheyBegin();
    void anEmptyRunEnds();

private:
    RunRequest request(int workers = 3) const;
    RunReport run(
        const RunRequest &request, const RunListener &listener = {}, const CancelToken &cancel = {});
    static TableRef table(const QString &database, int number);

    std::shared_ptr<FakeSource> m_source;
    std::shared_ptr<FakeStore> m_store;
    std::shared_ptr<TimeSource> m_time;
};

TableRef TestRunner::table(const QString &database, int number)
{
    return { database, u"dbo"_s, u"t%1"_s.arg(number) };
}

void TestRunner::init()
{
    m_source = std::make_shared<FakeSource>();
    m_store = std::make_shared<FakeStore>();
    m_time = std::make_shared<FakeTime>();
    for (const QString &name : { u"shop"_s, u"stock"_s }) {
        FakeDatabase database;
        database.state.source = { u"server"_s, name, u"fork"_s };
        database.state.currentVersion = ChangeVersion(7);
        for (int i = 0; i < tableCount; ++i)
            database.tables[u"dbo.t%1"_s.arg(i)] = trackedTable(name, u"t%1"_s.arg(i), 10 * i);
        m_source->setDatabase(name, database);
    }
}

RunRequest TestRunner::request(int workers) const
{
    RunRequest request;
    request.maxWorkers = workers;
    for (int i = 0; i < tableCount; ++i) {
        TableRequest each;
        each.table = table(i % 2 == 0 ? u"shop"_s : u"stock"_s, i);
        each.policies.retries = 0;
        request.tables += each;
    }
    return request;
}

RunReport TestRunner::run(const RunRequest &request, const RunListener &listener, const CancelToken &cancel)
{
    Runner runner({ m_source, m_store, m_time });
    return runner.run(request, listener, cancel);
}

void TestRunner::reportsInTheOrderOfTheJob_data()
{
    QTest::addColumn<int>("workers");
    QTest::newRow("1") << 1;
    QTest::newRow("3") << 3;
    QTest::newRow("8") << 8;
}

void TestRunner::reportsInTheOrderOfTheJob()
{
    QFETCH(int, workers);
    const RunRequest job = request(workers);
    const RunReport report = run(job);
    QCOMPARE(report.tables.size(), job.tables.size());
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        QCOMPARE(report.tables[i].table, job.tables[i].table);
        QCOMPARE(report.tables[i].status, TableStatus::Done);
        QCOMPARE(report.tables[i].rowsWritten, 10 * i);
        QCOMPARE(m_store->folder(job.tables[i].table).watermark->runId, report.runId);
    }
}

void TestRunner::oneFailureStopsNoOtherTable()
{
    m_source->setHook([](const QString &call) {
        return call == u"readAll dbo.t4"_s ? Status(fail(plainError(u"Broken."_s))) : Status();
    });
    const RunReport report = run(request());
    for (int i = 0; i < tableCount; ++i)
        QCOMPARE(report.tables[i].status, i == 4 ? TableStatus::Failed : TableStatus::Done);
    QCOMPARE(report.tables[4].error->text, u"Broken."_s);
}

void TestRunner::oneLockedTableStopsNoOther()
{
    m_store->setHook([](const QString &step) {
        return step == u"open dbo.t1"_s ? Status(fail(ErrorKind::Locked, u"Locked by 12 on host."_s))
                                        : Status();
    });
    const RunReport report = run(request());
    for (int i = 0; i < tableCount; ++i)
        QCOMPARE(report.tables[i].status, i == 1 ? TableStatus::Failed : TableStatus::Done);
    QCOMPARE(report.tables[1].error->kind, ErrorKind::Locked);
}

void TestRunner::aMissingTableStopsNoOther()
{
    m_source->change(u"shop"_s, [](FakeDatabase &shop) { shop.tables.remove(u"dbo.t2"_s); });
    const RunReport report = run(request());
    for (int i = 0; i < tableCount; ++i)
        QCOMPARE(report.tables[i].status, i == 2 ? TableStatus::Failed : TableStatus::Done);
    QCOMPARE(report.tables[2].error->kind, ErrorKind::NotFound);
}

void TestRunner::aDatabaseThatCannotBeReachedStopsNoOther()
{
    m_source->setHook([](const QString &call) {
        return call == u"open shop"_s ? Status(fail(ErrorKind::Login, u"Refused."_s)) : Status();
    });
    const RunReport report = run(request());
    for (int i = 0; i < tableCount; ++i)
        QCOMPARE(report.tables[i].status, i % 2 == 0 ? TableStatus::Failed : TableStatus::Done);
    for (const TableReport &each : report.tables) {
        const std::optional<FailedRun> failure = m_store->folder(each.table).failure;
        QCOMPARE(failure.has_value(), each.status == TableStatus::Failed);
        QVERIFY(!failure || (failure->runId == report.runId && failure->error.text == u"Refused."_s));
    }
}

void TestRunner::looksAtADatabaseOnce()
{
    (void)run(request());
    m_source->change(u"shop"_s, [](FakeDatabase &shop) { shop.state.currentVersion = ChangeVersion(8); });
    m_source->clearCalls();
    const RunReport report = run(request());
    for (const TableReport &each : report.tables)
        QCOMPARE(each.status, TableStatus::NothingNew);
    const QStringList calls = m_source->calls();
    QCOMPARE(calls.count(u"open shop"_s), 1);
    QCOMPARE(calls.count(u"survey"_s), 2); // one a database
    QCOMPARE(calls.count(u"haveChanges"_s), 1); // the other one's version has not moved
    QCOMPARE(calls.size(), 5);
}

void TestRunner::theSameTableTwiceIsAnError()
{
    RunRequest job = request();
    job.tables += job.tables.constFirst();
    const RunReport report = run(job);
    QCOMPARE(report.tables.constFirst().status, TableStatus::Done);
    QCOMPARE(report.tables.constLast().status, TableStatus::Failed);
    QCOMPARE(report.tables.constLast().error->kind, ErrorKind::Configuration);
}

void TestRunner::keepsToMaxWorkers()
{
    std::atomic_int busy = 0;
    std::atomic_int most = 0;
    m_source->setHook([&](const QString &call) {
        if (call.startsWith(u"readAll"_s)) {
            const int now = ++busy;
            int seen = most;
            while (now > seen && !most.compare_exchange_weak(seen, now)) { }
            QThread::msleep(5); // gives the others the chance to be too many
            --busy;
        }
        return Status();
    });
    (void)run(request(2));
    QVERIFY(most >= 1);
    QVERIFY2(most <= 2, qPrintable(QString::number(most)));
}

void TestRunner::cancelPublishesNothingMore()
{
    const CancelToken cancel;
    m_source->setHook([cancel](const QString &call) {
        if (call == u"readAll dbo.t5"_s)
            cancel.cancel();
        return Status();
    });
    const RunReport report = run(request(1), {}, cancel);
    QCOMPARE(report.tables[5].status, TableStatus::Cancelled);
    QVERIFY(m_store->folder(table(u"stock"_s, 5)).publishedRows.isEmpty());
    for (const TableReport &each : report.tables) {
        QVERIFY(each.status == TableStatus::Done || each.status == TableStatus::Cancelled);
        QCOMPARE(m_store->folder(each.table).publishedRows.isEmpty(), each.status != TableStatus::Done);
    }
}

void TestRunner::cancelLeavesAHangingConnectBehind()
{
    m_time = std::make_shared<SystemTime>();
    QSemaphore hanging;
    QSemaphore release;
    m_source->setHook([&](const QString &call) {
        if (call.startsWith(u"open"_s)) {
            hanging.release();
            release.acquire();
        }
        return Status();
    });
    const CancelToken cancel;
    Runner runner({ m_source, m_store, m_time });
    QFuture<RunReport> future = runner.start(request(), {}, cancel);
    hanging.acquire();
    cancel.cancel();
    future.waitForFinished(); // although the connect still hangs
    for (const TableReport &each : future.result().tables)
        QCOMPARE(each.status, TableStatus::Cancelled);
    QVERIFY(!future.result().tables.constFirst().warnings.isEmpty());
    release.release(2 * tableCount);
    // The thread that was left behind still uses the ports; it ends by itself.
    QTRY_COMPARE(m_source.use_count(), 2L);
}

/// One worker is kept busy by the first table, so that the others wait.
void TestRunner::cancelsOneTableThatWaits()
{
    m_time = std::make_shared<SystemTime>();
    QSemaphore busy;
    QSemaphore release;
    m_source->setHook([&](const QString &call) {
        if (call == u"readAll dbo.t0"_s) {
            busy.release();
            release.acquire();
        }
        return Status();
    });
    RunRequest job = request(1);
    job.cancels.resize(tableCount);
    std::atomic_int finished = -1;
    RunListener listener;
    listener.tableFinished = [&](int index, const TableReport &) { finished = index; };
    Runner runner({ m_source, m_store, m_time });
    QFuture<RunReport> future = runner.start(job, listener);
    busy.acquire();
    job.cancels[4].cancel();
    QTRY_COMPARE(finished, 4); // although the only worker hangs
    release.release();
    future.waitForFinished();
    for (int i = 0; i < tableCount; ++i) {
        const TableReport report = future.result().tables[i];
        QCOMPARE(report.status, i == 4 ? TableStatus::Cancelled : TableStatus::Done);
    }
    QCOMPARE(future.result().tables[4].error->kind, ErrorKind::Cancelled);
    QVERIFY(!m_source->calls().contains(u"readAll dbo.t4"_s));
    QVERIFY(m_store->folder(table(u"shop"_s, 4)).publishedRows.isEmpty());
}

void TestRunner::cancelsOneTableThatIsRead()
{
    m_time = std::make_shared<SystemTime>();
    RunRequest job = request(3);
    job.cancels.resize(tableCount);
    m_source->setHook([&](const QString &call) {
        if (call != u"readAll dbo.t4"_s)
            return Status();
        job.cancels[4].cancel();
        QThread::msleep(500); // as a driver does until it is stopped
        return Status(fail(plainError(u"Stopped."_s)));
    });
    const RunReport report = run(job);
    for (int i = 0; i < tableCount; ++i)
        QCOMPARE(report.tables[i].status, i == 4 ? TableStatus::Cancelled : TableStatus::Done);
    QVERIFY(m_store->folder(table(u"shop"_s, 4)).publishedRows.isEmpty());
}

void TestRunner::cancellingEachTableEndsTheSurvey()
{
    m_time = std::make_shared<SystemTime>();
    QSemaphore hanging;
    QSemaphore release;
    m_source->setHook([&](const QString &call) {
        if (call == u"open shop"_s) {
            hanging.release();
            release.acquire();
        }
        return Status();
    });
    RunRequest job = request();
    job.cancels.resize(tableCount);
    Runner runner({ m_source, m_store, m_time });
    QFuture<RunReport> future = runner.start(job);
    hanging.acquire();
    for (const CancelToken &table : std::as_const(job.cancels))
        table.cancel();
    future.waitForFinished(); // although the connect still hangs
    for (const TableReport &each : future.result().tables)
        QCOMPARE(each.status, TableStatus::Cancelled);
    release.release(tableCount);
    QTRY_COMPARE(m_source.use_count(), 2L);
}

void TestRunner::toldProgressEndsWithTheReport()
{
    std::mutex mutex;
    QMap<int, TableStage> last;
    std::set<int> finished;
    RunListener listener;
    listener.progressed = [&](const TableProgress &progress) {
        const std::lock_guard lock(mutex);
        last[progress.index] = progress.stage;
    };
    listener.tableFinished = [&](int index, const TableReport &) {
        const std::lock_guard lock(mutex);
        finished.insert(index);
    };
    (void)run(request(), listener);
    QCOMPARE(finished.size(), size_t(tableCount));
    QCOMPARE(last.size(), tableCount);
    for (const TableStage stage : std::as_const(last))
        QCOMPARE(stage, TableStage::Finished);
}

void TestRunner::wholeLoadsAreExpectedBeforeTheyBegin()
{
    std::mutex mutex;
    QMap<int, qint64> expected;
    RunListener listener;
    listener.progressed = [&](const TableProgress &progress) {
        const std::lock_guard lock(mutex);
        if (progress.stage == TableStage::Waiting && progress.expectedRows)
            expected[progress.index] = *progress.expectedRows;
    };
    RunRequest job = request();
    (void)run(job, listener);
    QCOMPARE(expected.size(), tableCount);
    QCOMPARE(expected[11], 110);
    expected.clear();
    (void)run(job, listener);
    QVERIFY(expected.isEmpty());
    job.tables[3].mode = SyncMode::Full;
    job.tables[4].mode = SyncMode::Full;
    job.tables[4].where = u"id > 5"_s; // nobody knows how many rows it leaves
    (void)run(job, listener);
    QCOMPARE(expected, (QMap<int, qint64>{ { 3, 30 } }));
}

void TestRunner::anEmptyRunEnds()
{
    QVERIFY(run({}).tables.isEmpty());
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
