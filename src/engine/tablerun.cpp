#include "tablerun.h"

#include "blockpipe.h"
#include "cancellation.h"
#include "failurenote.h"

#include <QRandomGenerator>

#include <exception>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxDiscarded = 3;

/// The database does not allow snapshot isolation (3952) or is just switching it off (3954).
bool isSnapshotRefusal(const SyncError &error)
{
    return error.nativeCode == 3952 || error.nativeCode == 3954;
}

/// Errors that depend on when the survey looked; the others are the same a moment later.
bool mayHavePassed(ErrorKind kind)
{
    return kind == ErrorKind::Expired || kind == ErrorKind::SchemaChanged;
}

} // namespace

TableRun::TableRun(const RunPorts &ports, const QString &runId, const TableTask &task,
    ProgressTeller &progress, const CancelToken &cancel)
    : m_ports(ports), m_runId(runId), m_task(task), m_progress(progress), m_cancel(cancel),
      m_database(task.database), m_table(task.table), m_versionAt(task.surveyedAt),
      m_retry(task.request.policies.retries, [] { return QRandomGenerator::global()->generateDouble(); }),
      m_warnings(task.warnings)
{
    m_report.table = task.request.table;
    m_report.mode = task.request.mode;
}

TableReport TableRun::run()
{
    Status done;
    try {
        done = work();
        if (done)
            forgetFailure();
    } catch (const std::exception &e) {
        done = fail(ErrorKind::Internal,
            tr("The table could not be synced: %1.").arg(QString::fromLocal8Bit(e.what())));
    }
    m_folder.reset(); // gives the lock back before anyone hears of the end
    if (!done) {
        m_report.status =
            done.error().kind == ErrorKind::Cancelled ? TableStatus::Cancelled : TableStatus::Failed;
        m_report.mode = m_task.request.mode;
        m_report.error = done.error();
        if (m_report.error->context.isEmpty())
            m_report.error->context = m_task.request.table.display();
        m_warnings += noteFailure(m_ports, m_runId, m_task.request, *m_report.error);
    }
    m_report.warnings = m_warnings + m_report.warnings;
    m_report.retries = m_task.retries + m_retry.used();
    m_report.durationSeconds = m_progress.seconds();
    return m_report;
}

Status TableRun::work()
{
    if (Status go = stopIfCancelled(); !go)
        return go;
    m_report.primaryKey = m_table.schema.keyColumns();
    if (m_table.problem && m_table.problem->kind == ErrorKind::NotFound)
        return fail(*m_table.problem);
    auto folder = m_ports.store->open(m_task.request.table, m_database.source);
    spent(TimePart::Disk);
    if (!folder)
        return fail(folder.error());
    m_folder = std::move(*folder);
    m_warnings += m_folder->notes();
    const Result<bool> finished = finishWithoutSession();
    if (!finished)
        return fail(finished.error());
    return *finished ? Status() : tryUntilDone();
}

/// The run has gone well all the same when this fails.
void TableRun::forgetFailure()
{
    const Status forgotten = m_folder->forgetFailure();
    if (!forgotten) {
        m_report.warnings += tr("The note that an earlier run failed could not be removed: %1")
                                 .arg(describe(forgotten.error()));
    }
}

/// What the survey knows may be enough: true when the table is done with that.
Result<bool> TableRun::finishWithoutSession()
{
    const Result<Plan> plan = planWith(m_table);
    if (!plan) {
        if (mayHavePassed(plan.error().kind))
            return false;
        return fail(plan.error());
    }
    const bool unchanged = plan->action == PlanAction::MoveWatermark
        || (plan->action == PlanAction::Incremental && m_task.unchangedSince == plan->since);
    if (!unchanged)
        return false;
    takePlan(*plan);
    if (Status moved = moveWatermark(*plan, *m_database.currentVersion); !moved)
        return fail(moved.error());
    return true;
}

Status TableRun::tryUntilDone()
{
    while (true) {
        const Result<Attempt> result = attempt();
        if (result && *result == Attempt::Finished)
            return {};
        if (result)
            continue;
        if (m_cancel.isCancelled())
            return fail(cancelledError());
        const SyncError &error = result.error();
        const auto wait = m_retry.next(error);
        if (!wait)
            return fail(error);
        const QString note = tr("Try %1 failed (%2); the next one begins after %3 seconds.")
                                 .arg(m_retry.used())
                                 .arg(describe(error))
                                 .arg(double(wait->count()) / 1000.0, 0, 'f', 1);
        m_warnings += note;
        m_progress.enter(TableStage::Retrying, note);
        if (!m_ports.time->sleep(*wait, m_cancel))
            return fail(cancelledError());
        m_clock.lap(); // a pause is nobody's work
    }
}

Result<TableRun::Attempt> TableRun::attempt()
{
    if (Status go = stopIfCancelled(); !go)
        return fail(go.error());
    m_report.warnings.clear();
    m_report.reason.clear();
    m_report.reloaded = false;
    m_inSnapshot = false;
    m_progress.enter(TableStage::Connecting);
    const auto session = m_ports.source->openSession(m_task.request.table.database, m_cancel);
    spent(TimePart::Server);
    if (Status go = stopIfCancelled(); !go)
        return fail(go.error());
    if (!session)
        return fail(session.error());
    m_progress.enter(TableStage::Planning);
    auto result = attemptIn(**session);
    spent(TimePart::Server); // what was not the files' is a question to the server
    if (!result && m_inSnapshot && isSnapshotRefusal(result.error())
        && m_task.request.policies.snapshot == SnapshotUse::Auto) {
        m_snapshotRefused = true;
        m_warnings += tr("Read without snapshot isolation, since the database refused it: %1")
                          .arg(describe(result.error()));
        return Attempt::Again;
    }
    return result;
}

Result<TableRun::Attempt> TableRun::attemptIn(ChangeSession &session)
{
    if (m_retry.used() > 0) {
        if (const Status read = readDatabaseAgain(session); !read)
            return fail(read.error());
    }
    const Result<bool> snapshot = wantsSnapshot(m_task.request, m_database);
    if (!snapshot)
        return fail(snapshot.error());
    m_inSnapshot = *snapshot && !m_snapshotRefused;
    if (m_inSnapshot) {
        if (const Status begun = session.beginSnapshot(); !begun)
            return fail(begun.error());
    }
    // The version first: what is committed later has a higher one and comes with the next sync.
    m_versionAt = m_ports.time->nowUtc();
    const auto version = session.currentVersion();
    if (!version)
        return fail(version.error());
    const auto table = session.tableState(m_task.request.table);
    if (!table)
        return fail(table.error());
    m_database.currentVersion = *version;
    m_table = *table;
    m_report.primaryKey = m_table.schema.keyColumns();

    const Result<Plan> plan = planWith(m_table);
    if (!plan)
        return fail(plan.error());
    takePlan(*plan);
    spent(TimePart::Server);
    if (plan->action != PlanAction::MoveWatermark)
        return readAndPublish(session, *plan, version->value_or(ChangeVersion()));
    if (Status moved = moveWatermark(*plan, **version); !moved)
        return fail(moved.error());
    return Attempt::Finished;
}

/// After a failure the server may be another one, or its settings may have changed.
Status TableRun::readDatabaseAgain(ChangeSession &session)
{
    const auto survey = session.survey({ m_task.request.table });
    if (!survey)
        return fail(survey.error());
    if (survey->database.source != m_task.database.source) {
        return fail(ErrorKind::Connection,
            tr("The database was replaced by another one during the run. Run the table again."));
    }
    m_database = survey->database;
    return {};
}

Result<bool> TableRun::wantsSnapshot(const TableRequest &request, const DatabaseState &database)
{
    switch (request.policies.snapshot) {
    case SnapshotUse::Never:
        return false;
    case SnapshotUse::Auto:
        return database.snapshotAllowed;
    case SnapshotUse::Require:
        break;
    }
    if (database.snapshotAllowed)
        return true;
    QString name = request.table.database;
    return fail(ErrorKind::Configuration,
        tr("The job requires snapshot isolation, and the database %1 does not allow it. Have an "
           "administrator "
           "run: ALTER DATABASE [%2] SET ALLOW_SNAPSHOT_ISOLATION ON; or set policies.snapshot to auto.")
            .arg(request.table.database, name.replace(u']', u"]]"_s)));
}

Result<TableRun::Attempt> TableRun::readAndPublish(
    ChangeSession &session, const Plan &plan, ChangeVersion version)
{
    const bool full = plan.action == PlanAction::Full;
    const ReadSpec spec{ m_task.request.table, plan.schema, full ? m_task.request.where : QString() };
    if (full && m_task.request.where.isEmpty() && m_table.rowEstimate > 0)
        m_progress.setExpectedRows(m_table.rowEstimate);
    m_progress.enter(TableStage::Reading, m_report.reason);

    auto reader = full ? session.readAll(spec) : session.readChanges(spec, plan.since, version);
    spent(TimePart::Server);
    if (!reader)
        return fail(reader.error());
    FileSetSpec files{ full ? SyncMode::Full : SyncMode::Incremental, plan.schema, m_task.request.dialect,
        m_task.request.files, std::nullopt };
    if (full && plan.tracked)
        files.loadVersion = version;
    auto sink = m_folder->newFiles(files);
    if (!sink)
        return fail(sink.error());
    spent(TimePart::Disk);
    const Result<qint64> fetched =
        pipeBlocks(**reader, **sink, m_cancel, m_report.time, [this](qint64 rows, qint64 bytes) {
            m_progress.setTime(m_report.time);
            m_progress.count(rows, bytes);
        });
    m_clock.lap(); // the pipe has its own clock
    reader->reset();
    if (!fetched)
        return fail(fetched.error());

    if (m_inSnapshot) {
        if (const Status ended = session.endSnapshot(); !ended)
            return fail(ended.error());
    } else if (!full) {
        const Result<bool> holds = stillHolds(session, plan);
        if (!holds)
            return fail(holds.error());
        if (!*holds)
            return Attempt::Again;
    }
    m_report.snapshot = m_inSnapshot;
    if (Status published = publish(plan, **sink, *fetched, version); !published)
        return fail(published.error());
    return Attempt::Finished;
}

/// Without a snapshot the history may have been cut while it was read: a cleanup, TRUNCATE, tracking switched
/// off and on. False: the rows must be thrown away and the table looked at again.
Result<bool> TableRun::stillHolds(ChangeSession &session, const Plan &plan)
{
    const auto table = session.tableState(m_task.request.table);
    if (!table)
        return fail(table.error());
    const Result<Plan> now = planWith(*table);
    if (now && now->action == PlanAction::Incremental && now->since == plan.since
        && now->schema == plan.schema && table->beginVersion == m_table.beginVersion
        && table->objectId == m_table.objectId)
        return true;
    if (!now)
        return fail(now.error());
    if (++m_discarded >= maxDiscarded) {
        return fail(ErrorKind::Query,
            tr("The table was changed in its structure or its change history was cut during each of %1 "
               "reads. "
               "Run it again when it rests, or allow snapshot isolation.")
                .arg(maxDiscarded));
    }
    m_warnings += tr("What was read was thrown away, since the table's change history was cut or its columns "
                     "changed meanwhile.");
    return false;
}

Status TableRun::publish(const Plan &plan, TableSink &sink, qint64 fetched, ChangeVersion version)
{
    if (plan.action == PlanAction::Incremental && fetched == 0)
        return moveWatermark(plan, version); // no changes write no file
    m_progress.enter(TableStage::Publishing);
    spent(TimePart::Server);
    const Result<WrittenFiles> written = sink.finish();
    spent(TimePart::Disk);
    if (!written)
        return fail(written.error());
    if (written->rows != fetched) {
        return fail(ErrorKind::Data,
            tr("The server sent %1 rows, but %2 were written, so nothing was published. This is a defect of "
               "Tidemark; please report it.")
                .arg(fetched)
                .arg(written->rows));
    }
    if (Status go = stopIfCancelled(); !go)
        return go;
    if (written->replacedSurrogates > 0) {
        m_report.warnings +=
            tr("%1 unpaired UTF-16 surrogates were written as U+FFFD, since UTF-8 cannot hold "
               "them.")
                .arg(written->replacedSurrogates);
    }
    Watermark mark = watermark(plan, version);
    mark.rowsSynced = written->rows;
    mark.files = written->paths;
    Status published = m_folder->publish(sink, mark, plan.keepWatermark);
    spent(TimePart::Disk);
    if (!published)
        return published;
    m_report.status = TableStatus::Done;
    m_report.rowsWritten = written->rows;
    m_report.bytesWritten = written->bytes;
    m_report.files = written->paths;
    if (plan.tracked)
        m_report.currentVersion = version;
    return {};
}

Status TableRun::moveWatermark(const Plan &plan, ChangeVersion version)
{
    if (Status go = stopIfCancelled(); !go)
        return go;
    m_progress.enter(TableStage::Publishing);
    if (version != plan.since || plan.watermarkStale) {
        Watermark mark = watermark(plan, version);
        mark.mode = SyncMode::Incremental;
        Status moved = m_folder->moveWatermark(mark);
        spent(TimePart::Disk);
        if (!moved)
            return moved;
    }
    m_report.status = TableStatus::NothingNew;
    m_report.mode = SyncMode::Incremental;
    m_report.currentVersion = version;
    m_report.reason = tr("No changes since version %1.").arg(plan.since.value());
    return {};
}

Result<Plan> TableRun::planWith(const TableState &table) const
{
    return planTable({ m_task.request, m_database, table, m_folder->watermark(), m_folder->publishedSchema(),
        m_folder->canAppend() });
}

Watermark TableRun::watermark(const Plan &plan, ChangeVersion version) const
{
    Watermark mark = watermarkAfter(plan, m_database, m_table, version);
    mark.durationSeconds = m_progress.seconds();
    mark.time = m_report.time;
    mark.syncedAt = m_ports.time->nowUtc();
    mark.versionAt = m_versionAt;
    mark.runId = m_runId;
    mark.reason = m_report.reason;
    mark.warnings = m_warnings + m_report.warnings;
    return mark;
}

void TableRun::takePlan(const Plan &plan)
{
    const bool full = plan.action == PlanAction::Full;
    m_report.mode = full ? SyncMode::Full : SyncMode::Incremental;
    m_report.sinceVersion = full ? std::nullopt : std::optional(plan.since);
    m_report.reloaded = plan.reload;
    m_report.reason = plan.reason;
    m_report.warnings = plan.warnings;
}

void TableRun::spent(TimePart part)
{
    m_report.time[part] += m_clock.lap();
}

Status TableRun::stopIfCancelled() const
{
    return m_cancel.isCancelled() ? Status(fail(cancelledError())) : Status();
}

} // namespace tidemark
