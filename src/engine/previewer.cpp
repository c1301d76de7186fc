#include "previewer.h"

#include "cancellation.h"
#include "planner.h"
#include "surveyor.h"
#include "tablerun.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tidemark {

namespace {

struct PreviewText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Previewer)
};

/// One table between the survey and the numbers of its changes.
struct PreviewDraft {
    TableTask task;
    StoredTable stored;
    Plan plan;
    TablePreview preview;
};

void setError(TablePreview &preview, SyncError error)
{
    if (error.context.isEmpty())
        error.context = preview.table.display();
    preview.action = PreviewAction::Failed;
    preview.error = std::move(error);
}

/// The plan of the run, by what the run itself would find under the lock.
Status plan(const RunPorts &ports, PreviewDraft &draft)
{
    const TableTask &task = draft.task;
    if (task.table.problem && task.table.problem->kind == ErrorKind::NotFound)
        return fail(*task.table.problem);
    auto stored = ports.store->look(task.request.table, task.database.source);
    if (!stored)
        return fail(stored.error());
    draft.stored = std::move(*stored);
    const Result<Plan> plan = planTable({ task.request, task.database, task.table, draft.stored.watermark,
        draft.stored.publishedSchema, draft.stored.canAppend });
    if (!plan)
        return fail(plan.error());
    draft.plan = *plan;
    return {};
}

double bytesPerRow(const PreviewDraft &draft)
{
    if (draft.stored.bytesPerRow)
        return *draft.stored.bytesPerRow;
    const TableState &table = draft.task.table;
    return table.rowEstimate > 0 ? double(table.sizeEstimateBytes) / double(table.rowEstimate) : 0;
}

/// A deleted row is its key.
double bytesPerDelete(const PreviewDraft &draft)
{
    double bytes = 0;
    for (const ColumnInfo &column : draft.plan.schema.columns)
        bytes += column.keyOrdinal > 0 ? std::max(0, column.maxLength) : 0;
    return std::min(bytes, bytesPerRow(draft));
}

void estimate(PreviewDraft &draft)
{
    TablePreview &preview = draft.preview;
    if (!preview.rows)
        return;
    const double each = bytesPerRow(draft);
    const double bytes =
        double(*preview.rows - preview.deletes) * each + double(preview.deletes) * bytesPerDelete(draft);
    if (each > 0 || *preview.rows == 0)
        preview.bytes = qint64(bytes);
    QList<PastRun> runs = draft.stored.runs;
    if (const auto &mark = draft.stored.watermark; mark && runs.isEmpty())
        runs += PastRun{ mark->rowsSynced, mark->durationSeconds, mark->syncedAt };
    preview.seconds = estimateSeconds(runs, *preview.rows);
}

/// What is left to say of a table that would be read.
void finishReading(PreviewDraft &draft)
{
    const auto snapshot = TableRun::wantsSnapshot(draft.task.request, draft.task.database);
    if (snapshot)
        estimate(draft);
    else
        setError(draft.preview, snapshot.error());
}

void setNothingNew(PreviewDraft &draft)
{
    TablePreview &preview = draft.preview;
    preview.action = PreviewAction::NothingNew;
    preview.reason = PreviewText::tr("No changes since version %1.").arg(draft.plan.since.value());
    preview.rows = 0;
    preview.bytes = 0;
    preview.seconds = 0;
}

/// Everything of the preview that the plan knows.
void takePlan(PreviewDraft &draft)
{
    const Plan &plan = draft.plan;
    TablePreview &preview = draft.preview;
    preview.reload = plan.reload;
    preview.reason = plan.reason;
    preview.warnings = draft.stored.notes + plan.warnings;
    preview.sinceVersion.reset();
    if (plan.action == PlanAction::Full) {
        preview.action = PreviewAction::Full;
        if (draft.task.request.where.isEmpty())
            preview.rows = draft.task.table.rowEstimate;
        finishReading(draft);
        return;
    }
    preview.sinceVersion = plan.since;
    preview.action = PreviewAction::Incremental;
    if (plan.action == PlanAction::MoveWatermark)
        setNothingNew(draft);
}

void planDraft(const RunPorts &ports, PreviewDraft &draft)
{
    if (const Status planned = plan(ports, draft); !planned)
        setError(draft.preview, planned.error());
    else
        takePlan(draft);
}

void takeCounts(const RunPorts &ports, PreviewDraft &draft, const Result<ChangeCounts> &counts)
{
    TablePreview &preview = draft.preview;
    if (!counts) {
        setError(preview, counts.error());
        return;
    }
    if (!counts->minValidVersion || *counts->minValidVersion > draft.plan.since) {
        // The history was cut since the survey, so that the counts may be short.
        draft.task.table.minValidVersion = counts->minValidVersion;
        planDraft(ports, draft);
        return;
    }
    preview.inserts = counts->inserts;
    preview.updates = counts->updates;
    preview.deletes = counts->deletes;
    preview.rows = counts->inserts + counts->updates + counts->deletes;
    if (*preview.rows == 0)
        setNothingNew(draft);
    else
        finishReading(draft);
}

void countChanges(const RunPorts &ports, ChangeSession &session, QList<PreviewDraft> &drafts)
{
    QList<CountQuestion> questions;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        if (drafts[i].preview.action != PreviewAction::Incremental)
            continue;
        questions += { drafts[i].task.request.table, int(drafts[i].task.table.schema.keyColumns().size()),
            drafts[i].plan.since, *drafts[i].task.database.currentVersion };
        places += i;
    }
    if (questions.isEmpty())
        return;
    const QList<Result<ChangeCounts>> answers = session.countChanges(questions);
    for (qsizetype i = 0; i < places.size(); ++i)
        takeCounts(ports, drafts[places[i]], answers[i]);
}

Result<QList<PreviewDraft>> previewDatabase(const RunPorts &ports, const QString &database,
    const QList<IndexedRequest> &requests, const CancelToken &cancel)
{
    const auto session = ports.source->openSession(database, cancel);
    if (cancel.isCancelled())
        return fail(cancelledError());
    if (!session)
        return fail(session.error());
    const Result<QList<TableTask>> tasks = surveyTables(**session, database, requests);
    if (!tasks)
        return fail(tasks.error());
    QList<PreviewDraft> drafts;
    QSet<TableRef> seen;
    for (const TableTask &task : *tasks) {
        PreviewDraft draft{ task, {}, {}, {} };
        draft.preview.table = task.request.table;
        draft.preview.mode = task.request.mode;
        draft.preview.currentVersion = task.database.currentVersion;
        if (seen.contains(task.request.table))
            setError(draft.preview, namedTwiceError(task.request.table));
        else
            planDraft(ports, draft);
        seen += task.request.table;
        drafts += draft;
    }
    countChanges(ports, **session, drafts);
    if (cancel.isCancelled())
        return fail(cancelledError());
    return drafts;
}

} // namespace

QList<TablePreview> previewTables(
    const RunPorts &ports, const QList<TableRequest> &requests, const CancelToken &cancel)
{
    QList<TablePreview> previews(requests.size());
    for (const DatabaseGroup &group : groupByDatabase(requests)) {
        const Result<QList<PreviewDraft>> drafts =
            previewDatabase(ports, group.database, group.requests, cancel);
        for (qsizetype i = 0; i < group.requests.size(); ++i) {
            TablePreview &preview = previews[group.requests[i].index];
            if (drafts) {
                preview = drafts->at(i).preview;
                continue;
            }
            preview.table = group.requests[i].request.table;
            preview.mode = group.requests[i].request.mode;
            setError(preview, drafts.error());
        }
    }
    return previews;
}

std::optional<double> estimateSeconds(const QList<PastRun> &runs, qint64 rows)
{
    if (runs.isEmpty())
        return std::nullopt;
    const auto largest = std::ranges::max_element(runs, {}, &PastRun::rows);
    const auto shortest = std::ranges::min_element(runs, {}, &PastRun::seconds);
    if (largest->rows <= 0 || largest->seconds <= 0)
        return std::nullopt;
    return std::max(shortest->seconds, double(rows) * largest->seconds / double(largest->rows));
}

} // namespace tidemark
