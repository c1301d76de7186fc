#include "jobcheck.h"

#include "backend.h"
#include "catalogreader.h"
#include "closeddatabase.h"
#include "connectioncheck.h"
#include "namepattern.h"
#include "servererrors.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JobCheckText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::JobCheck)
};

/// One database with what is asked of its tables.
struct DatabaseTables {
    QString database;
    QList<TableRequest> requests;
    QList<CheckStep> unmatched; // patterns and filters that fit no table
};

DatabaseTables &groupOf(const QString &database, QList<DatabaseTables> &groups)
{
    const auto found = std::find_if(
        groups.begin(), groups.end(), [&](const DatabaseTables &each) { return each.database == database; });
    if (found != groups.end())
        return *found;
    groups += DatabaseTables{ database, {}, {} };
    return groups.last();
}

CheckStep unmatchedStep(const JobEntry &entry)
{
    CheckStep step{ JobCheckText::tr("table"), CheckOutcome::Bad, entry.settled->error->text, {}, 0 };
    step.subject = entry.request.table;
    step.why = entry.settled->error->kind == ErrorKind::Configuration
        ? JobCheckText::tr("Only what a filter of the command line names is looked at.")
        : JobCheckText::tr("A login sees only the tables on which it has a right.");
    return step;
}

QList<DatabaseTables> groupByDatabase(const QList<JobEntry> &entries)
{
    QList<DatabaseTables> groups;
    for (const JobEntry &entry : entries) {
        DatabaseTables &group = groupOf(entry.request.table.database, groups);
        if (entry.settled && entry.settled->error) {
            group.unmatched += unmatchedStep(entry);
            continue;
        }
        group.requests += entry.request;
        if (entry.settled) // skipped by a pattern, so that what it lacks is no fault of the job
            group.requests.last().mode = SyncMode::Full;
    }
    return groups;
}

/// What leaves only full loads is wrong for a table that is to be synced by its changes, and no need to mend
/// for another.
QList<CheckStep> judged(QList<CheckStep> steps, SyncMode mode)
{
    for (CheckStep &step : steps) {
        if (step.outcome != CheckOutcome::Warning)
            continue;
        if (mode != SyncMode::Full)
            step.outcome = CheckOutcome::Bad;
        for (RepairStatement &repair : step.repairs) {
            if (mode == SyncMode::Full && repair.caution.isEmpty())
                repair.caution = JobCheckText::tr("Only if the table is to be synced by its changes.");
        }
    }
    return steps;
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

/// One check and what it works with.
class JobCheck {
public:
    JobCheck(const SyncJob &job, const CancelToken &cancel) : m_job(job), m_cancel(cancel), m_backend(job) { }

    ReadinessReport run()
    {
        m_report.server = m_job.connection.server;
        if (m_job.connection.port)
            m_report.server += u',' + QString::number(*m_job.connection.port);
        m_report.checkedAt = QDateTime::currentDateTimeUtc();
        if (!checkServer())
            return m_report;
        const auto catalog = readCatalog(m_job, m_backend, m_cancel, [](const QString &) {});
        if (!catalog)
            return m_report;
        for (const DatabaseTables &group : groupByDatabase(JobExpansion(m_job).entries(*catalog)))
            checkDatabase(group);
        return m_report;
    }

private:
    /// The connection through a database of the job; where that one is closed, through the login's own.
    ConnectionCheck connectSomewhere()
    {
        const QString database = connectionDatabase(m_job);
        ConnectionCheck named = checkConnection(m_job.connection, *m_backend.source, database, m_cancel);
        if (named.session || !isClosedDatabase(named.session.error()))
            return named;
        ConnectionCheck own = checkConnection(m_job.connection, *m_backend.source, {}, m_cancel);
        return own.session ? std::move(own) : std::move(named);
    }

    bool checkServer()
    {
        const ConnectionCheck connection = connectSomewhere();
        m_report.steps = connection.steps;
        for (CheckStep &step : m_report.steps) {
            if (step.why.isEmpty())
                step.why = JobCheckText::tr("Every sync begins with this.");
        }
        if (!connection.session)
            return false;
        SqlServerSession &session = **connection.session;
        if (const Result<ServerFacts> facts = session.facts()) {
            m_report.login = facts->login;
            m_report.steps += versionStep(*facts);
        }
        m_listed = session.databases().value_or(QList<CatalogDatabase>());
        return true;
    }

    void checkDatabase(const DatabaseTables &group)
    {
        if (isPattern(group.database) || group.database.isEmpty()) {
            m_report.steps += group.unmatched;
            return;
        }
        const auto session = m_backend.source->open(group.database, m_cancel);
        if (!session) {
            addClosed(group, session.error());
            return;
        }
        QList<TableRef> tables;
        for (const TableRequest &request : group.requests)
            tables += request.table;
        const Result<DatabaseCheck> check = (*session)->checkTables(tables);
        if (!check) {
            addClosed(group, check.error());
            return;
        }
        m_report.steps += check->steps;
        for (qsizetype i = 0; i < check->tables.size(); ++i)
            m_report.steps += judged(check->tables[i], group.requests[i].mode);
        m_report.steps += group.unmatched;
    }

    void addClosed(const DatabaseTables &group, const SyncError &error)
    {
        const bool isListed = isClosedDatabase(error)
            && std::any_of(m_listed.cbegin(), m_listed.cend(), [&](const CatalogDatabase &each) {
                   return each.name.compare(group.database, Qt::CaseInsensitive) == 0 && !each.accessible;
               });
        QList<TableRef> tables;
        for (const TableRequest &request : group.requests)
            tables += request.table;
        const bool isExternal = isEntra(m_job.connection.signIn);
        m_report.steps +=
            closedDatabaseStep(group.database, error, isListed, { m_report.login, isExternal }, tables);
    }

    const SyncJob &m_job;
    const CancelToken &m_cancel;
    Backend m_backend;
    ReadinessReport m_report;
    QList<CatalogDatabase> m_listed;
};

} // namespace

ReadinessReport checkJob(const SyncJob &job, const CancelToken &cancel)
{
    return JobCheck(job, cancel).run();
}

} // namespace tidemark
