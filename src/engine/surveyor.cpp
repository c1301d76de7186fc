#include "surveyor.h"

#include "cancellation.h"
#include "planner.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidemark {

namespace {

struct SurveyText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Surveyor)
};

/// What the table's run will probably do. The lock is not held, so the run plans again with what it finds
/// under it.
std::optional<Plan> likelyPlan(const RunPorts &ports, const TableTask &task)
{
    if (task.table.problem)
        return std::nullopt;
    std::optional<Watermark> watermark;
    if (task.request.mode != SyncMode::Full) {
        const auto peeked = ports.store->peekWatermark(task.request.table);
        if (!peeked)
            return std::nullopt;
        watermark = *peeked;
    }
    const Result<Plan> plan =
        planTable({ task.request, task.database, task.table, watermark, std::nullopt, true });
    return plan ? std::optional(*plan) : std::nullopt;
}

void askForChanges(const RunPorts &ports, ChangeSession &session, QList<TableTask> &tasks)
{
    QList<ChangeQuestion> questions;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        TableTask &task = tasks[i];
        const std::optional<Plan> plan = likelyPlan(ports, task);
        if (plan && plan->action == PlanAction::Full && task.request.where.isEmpty())
            task.expectedRows = task.table.rowEstimate;
        if (!plan || plan->action != PlanAction::Incremental)
            continue;
        questions += { task.request.table, plan->since };
        places += i;
    }
    if (questions.isEmpty())
        return;
    const QList<Result<bool>> answers = session.haveChanges(questions);
    for (qsizetype i = 0; i < questions.size() && i < answers.size(); ++i) {
        // A question that failed is no finding; the table's run meets the error itself.
        if (answers[i] && !*answers[i])
            tasks[places[i]].unchangedSince = questions[i].since;
    }
}

} // namespace

QList<DatabaseGroup> groupByDatabase(const QList<TableRequest> &requests)
{
    QList<DatabaseGroup> groups;
    for (int i = 0; i < requests.size(); ++i) {
        const QString &database = requests[i].table.database;
        auto group = std::find_if(groups.begin(), groups.end(),
            [&](const DatabaseGroup &each) { return each.database == database; });
        if (group == groups.end())
            group = groups.insert(groups.end(), DatabaseGroup{ database, {} });
        group->requests += { i, requests[i] };
    }
    return groups;
}

SyncError namedTwiceError(const TableRef &table)
{
    return { ErrorKind::Configuration,
        SurveyText::tr("The job names this table twice. Keep one of the two entries."), {}, 0, false,
        table.display(), 0 };
}

Result<QList<TableTask>> surveyTables(
    ChangeSession &session, const QString &database, const QList<IndexedRequest> &requests)
{
    QList<TableRef> refs;
    for (const IndexedRequest &each : requests)
        refs += each.request.table;
    const Result<DatabaseSurvey> survey = session.survey(refs);
    if (!survey)
        return fail(survey.error());
    if (survey->tables.size() != requests.size()) {
        return fail(ErrorKind::Internal,
            SurveyText::tr("The survey of the database answered for %1 of %2 tables.")
                .arg(survey->tables.size())
                .arg(requests.size()),
            database);
    }
    QList<TableTask> tasks;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        TableTask task;
        task.index = requests[i].index;
        task.request = requests[i].request;
        task.request.table = survey->tables[i].table;
        task.database = survey->database;
        task.table = survey->tables[i];
        tasks += task;
    }
    return tasks;
}

Result<QList<TableTask>> surveyDatabase(const RunPorts &ports, const QString &database,
    const QList<IndexedRequest> &requests, const CancelToken &cancel, const std::function<void()> &connected)
{
    const auto session = ports.source->openSession(database, cancel);
    if (cancel.isCancelled())
        return fail(cancelledError());
    if (!session)
        return fail(session.error());
    if (connected)
        connected();
    const QDateTime surveyedAt = ports.time->nowUtc();
    Result<QList<TableTask>> tasks = surveyTables(**session, database, requests);
    if (!tasks)
        return tasks;
    for (TableTask &task : *tasks)
        task.surveyedAt = surveyedAt;
    askForChanges(ports, **session, *tasks);
    if (cancel.isCancelled())
        return fail(cancelledError());
    return tasks;
}

} // namespace tidemark
