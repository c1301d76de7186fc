#include "jobcheck.h"

#include "backend.h"
#include "catalogreader.h"
#include "connectioncheck.h"
#include "namepattern.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidemark {

namespace {

struct JobCheckText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::JobCheck)
};

/// The tables of one database with what is asked of them.
struct DatabaseTables {
    QString database;
    QList<TableRequest> requests;
};

QList<DatabaseTables> groupByDatabase(const QList<JobEntry> &entries, QList<CheckStep> &failures)
{
    QList<DatabaseTables> groups;
    for (const JobEntry &entry : entries) {
        if (entry.settled && entry.settled->error) {
            failures += CheckStep{ entry.request.table.display(), CheckOutcome::Bad,
                entry.settled->error->text, {}, 0 };
            continue;
        }
        const QString &database = entry.request.table.database;
        auto group = std::find_if(groups.begin(), groups.end(),
            [&](const DatabaseTables &each) { return each.database == database; });
        if (group == groups.end())
            group = groups.insert(groups.end(), DatabaseTables{ database, {} });
        group->requests += entry.request;
        if (entry.settled) // skipped by a pattern, so that what it lacks is no fault of the job
            group->requests.last().mode = SyncMode::Full;
    }
    return groups;
}

QList<CheckStep> checkTables(const DatabaseTables &group, SqlServerSession &session)
{
    QList<TableRef> tables;
    for (const TableRequest &request : group.requests)
        tables += request.table;
    QList<CheckStep> steps = session.checkTables(tables);
    // The last ones are those of the tables, when the database could be asked at all. What leaves only full
    // loads is bad for a table that is to be synced by its changes.
    const qsizetype first = steps.size() - group.requests.size();
    for (qsizetype i = 0; first > 0 && i < group.requests.size(); ++i) {
        CheckStep &step = steps[first + i];
        if (step.outcome == CheckOutcome::Warning && group.requests[i].mode != SyncMode::Full)
            step.outcome = CheckOutcome::Bad;
    }
    return steps;
}

QList<CheckStep> checkDatabase(
    const DatabaseTables &group, SqlServerSource &source, const CancelToken &cancel)
{
    const auto session = source.open(group.database, cancel);
    if (!session) {
        return { { JobCheckText::tr("database %1").arg(group.database), CheckOutcome::Bad,
            describe(session.error()), {}, 0 } };
    }
    return checkTables(group, **session);
}

/// A database that the job names, or none: then the login's own is opened.
QString connectionDatabase(const SyncJob &job)
{
    for (const TableRequest &request : job.tables) {
        if (!isPattern(request.table.database))
            return request.table.database;
    }
    return {};
}

} // namespace

QList<CheckStep> checkJob(const SyncJob &job, const CancelToken &cancel)
{
    const Backend backend(job);
    QList<CheckStep> steps;
    {
        ConnectionCheck connection =
            checkConnection(job.connection, *backend.source, connectionDatabase(job), cancel);
        steps = connection.steps;
        if (!connection.session)
            return steps;
    }
    const auto catalog = readCatalog(job, backend, cancel, [](const QString &) {});
    if (!catalog)
        return steps;
    QList<CheckStep> failures;
    for (const DatabaseTables &group : groupByDatabase(JobExpansion(job).entries(*catalog), failures))
        steps += checkDatabase(group, *backend.source, cancel);
    return steps + failures;
}

} // namespace tidemark
