#include "runner.h"

#include "cancellation.h"
#include "failurenote.h"
#include "runboard.h"
#include "surveyor.h"
#include "tablerun.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSet>
#include <QUuid>
#include <QtConcurrent>

#include <algorithm>
#include <chrono>
#include <exception>
#include <numeric>
#include <optional>
#include <utility>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 100ms;
constexpr auto grace = 1500ms; // after cancel, before threads inside a connect are left behind

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Runner)
};

QList<int> indexesOf(const DatabaseGroup &group)
{
    QList<int> all;
    for (const IndexedRequest &each : group.requests)
        all += each.index;
    return all;
}

using SurveyResult = Result<QList<TableTask>>;

/// What the threads of one run share. Kept alive by each of them; the pool belongs to the coordinator, which
/// outlives all threads but those left behind, and then leaves the pool behind too.
struct RunShared {
    RunShared(RunPorts runPorts, const RunRequest &request, RunListener listener, const CancelToken &token)
        : ports(std::move(runPorts)), cancel(token), warnings(request.warnings),
          board(request, std::move(listener), cancel)
    {
    }

    RunPorts ports;
    QString runId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const CancelToken cancel;
    const QStringList warnings;
    RunBoard board;
    QThreadPool *pool = nullptr;
};

using SharedRun = std::shared_ptr<RunShared>;

void tellStage(RunShared &run, const DatabaseGroup &group, TableStage stage, const QString &note = {})
{
    for (const IndexedRequest &each : group.requests) {
        TableProgress progress;
        progress.index = each.index;
        progress.table = each.request.table;
        progress.stage = stage;
        progress.note = note;
        run.board.progress(progress);
    }
}

/// Work of a pool thread for some tables, each of which must get its report whatever happens.
template <typename Work>
void submit(const SharedRun &run, const QList<int> &indexes, Work work)
{
    (void)QtConcurrent::run(run->pool, [run, indexes, work] {
        try {
            work();
        } catch (const std::exception &e) {
            run->board.fail(indexes,
                { ErrorKind::Internal,
                    RunText::tr("The work on the table broke off: %1.").arg(QString::fromLocal8Bit(e.what())),
                    {}, 0, false, {}, 0 },
                0, {});
        }
    });
}

void runTable(const SharedRun &run, const TableTask &task)
{
    if (!run->board.begin(task.index))
        return;
    ProgressTeller progress(task.index, task.request.table, *run->ports.time,
        [&run](const TableProgress &each) { run->board.progress(each); });
    const CancelToken cancel = run->board.token(task.index);
    run->board.finish(task.index, TableRun(run->ports, run->runId, task, progress, cancel).run());
}

SurveyResult surveyOnce(const SharedRun &run, const DatabaseGroup &group)
{
    if (run->cancel.isCancelled())
        return fail(cancelledError());
    tellStage(*run, group, TableStage::Connecting);
    return surveyDatabase(run->ports, group.database, group.requests, run->cancel,
        [&] { tellStage(*run, group, TableStage::Planning); });
}

/// Hands the surveyed tables to the pool. Two requests may turn out to be one table by the catalog's
/// spelling.
void submitTables(
    const SharedRun &run, const QList<TableTask> &tasks, int retries, const QStringList &warnings)
{
    QSet<TableRef> seen;
    for (TableTask task : tasks) {
        if (seen.contains(task.request.table)) {
            run->board.fail({ task.index }, namedTwiceError(task.request.table), 0, {});
            continue;
        }
        seen += task.request.table;
        task.retries = retries;
        task.warnings = run->warnings + warnings;
        TableProgress waiting;
        waiting.index = task.index;
        waiting.table = task.request.table;
        waiting.expectedRows = task.expectedRows;
        run->board.progress(waiting);
        submit(run, { task.index }, [run, task] { runTable(run, task); });
    }
}

void failTables(RunShared &run, const DatabaseGroup &group, const SyncError &error, int retries,
    const QStringList &warnings)
{
    for (const IndexedRequest &each : group.requests) {
        QStringList all = warnings;
        if (!run.cancel.isCancelled()) // else nobody waits for notes
            all += noteFailure(run.ports, run.runId, each.request, error);
        run.board.fail({ each.index }, error, retries, all);
    }
}

/// Surveys a database until it succeeds or trying again makes no sense, then has its tables run. `first` is
/// the result of a first try made elsewhere.
void handleDatabase(const SharedRun &run, const DatabaseGroup &group, std::optional<SurveyResult> first)
{
    int tries = 0;
    for (const IndexedRequest &each : group.requests)
        tries = std::max(tries, each.request.policies.retries);
    Retry retry(tries, [] { return QRandomGenerator::global()->generateDouble(); });
    QStringList warnings;
    while (true) {
        const SurveyResult result = first ? *std::exchange(first, std::nullopt) : surveyOnce(run, group);
        if (result) {
            submitTables(run, *result, retry.used(), warnings);
            return;
        }
        const bool cancelled = run->cancel.isCancelled();
        const auto wait = cancelled ? std::nullopt : retry.next(result.error());
        if (!wait) {
            failTables(*run, group, cancelled ? cancelledError() : result.error(), retry.used(), warnings);
            return;
        }
        warnings +=
            RunText::tr("Try %1 to reach the database failed (%2); the next one begins after %3 seconds.")
                .arg(retry.used())
                .arg(describe(result.error()))
                .arg(double(wait->count()) / 1000.0, 0, 'f', 1);
        tellStage(*run, group, TableStage::Retrying, warnings.constLast());
        if (!run->ports.time->sleep(*wait, run->cancel)) {
            run->board.fail(indexesOf(group), cancelledError(), retry.used(), warnings);
            return;
        }
    }
}

/// The first connection is made alone, since not every driver can start up in several threads at once.
void handleDatabases(const SharedRun &run, const QList<DatabaseGroup> &groups)
{
    const SurveyResult first = surveyOnce(run, groups.constFirst());
    for (qsizetype i = 1; i < groups.size(); ++i)
        submit(run, indexesOf(groups[i]), [run, group = groups[i]] { handleDatabase(run, group, {}); });
    handleDatabase(run, groups.constFirst(), first);
}

/// False when threads had to be left behind.
bool waitForTables(RunShared &run, const QList<CancelToken> &cancels, const CancelToken &stop)
{
    std::chrono::milliseconds sinceCancel{ 0 };
    while (!run.board.waitForAll(lookEvery)) {
        for (int i = 0; i < int(cancels.size()); ++i) {
            if (cancels[i].isCancelled())
                run.board.cancel(i);
        }
        if (stop.isCancelled())
            run.cancel.cancel();
        if (!run.cancel.isCancelled())
            continue;
        sinceCancel += lookEvery;
        if (sinceCancel >= grace && run.board.giveUpWaiting())
            return false;
    }
    return true;
}

RunReport coordinate(const RunPorts &ports, const RunRequest &request, const RunListener &listener,
    const CancelToken &cancel, const CancelToken &stop)
{
    const auto began = ports.time->elapsed();
    const auto run = std::make_shared<RunShared>(ports, request, listener, cancel.child());
    auto pool = std::make_unique<QThreadPool>();
    pool->setMaxThreadCount(std::max(1, request.maxWorkers));
    run->pool = pool.get();

    const QList<DatabaseGroup> groups = groupByDatabase(request.tables);
    if (!groups.isEmpty()) {
        QList<int> all(request.tables.size());
        std::iota(all.begin(), all.end(), 0);
        submit(run, all, [run, groups] { handleDatabases(run, groups); });
    }
    const bool allEnded = waitForTables(*run, request.cancels, stop);
    run->cancel.cancel(); // a survey may go on for tables that were cancelled one by one
    if (!allEnded || !pool->waitForDone(int(grace.count()))) {
        // A thread hangs in a driver's connect: waiting for the pool would mean waiting for that thread.
        pool->clear();
        (void)pool.release();
    }
    RunReport report;
    report.runId = run->runId;
    report.tables = run->board.close();
    report.durationSeconds = double((ports.time->elapsed() - began).count()) / 1000.0;
    return report;
}

} // namespace

Runner::Runner(RunPorts ports) : m_ports(std::move(ports))
{
    m_coordinators.setMaxThreadCount(64); // they only wait
}

Runner::~Runner()
{
    m_stop.cancel();
    m_coordinators.waitForDone();
}

QFuture<RunReport> Runner::start(RunRequest request, RunListener listener, const CancelToken &cancel)
{
    return QtConcurrent::run(&m_coordinators,
        [ports = m_ports, request = std::move(request), listener = std::move(listener), cancel,
            stop = m_stop] { return coordinate(ports, request, listener, cancel, stop); });
}

RunReport Runner::run(const RunRequest &request, const RunListener &listener, const CancelToken &cancel)
{
    return coordinate(m_ports, request, listener, cancel, m_stop);
}

} // namespace tidemark
