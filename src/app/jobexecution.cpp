#include "jobexecution.h"

#include "catalogreader.h"
#include "jobexpansion.h"
#include "namepattern.h"

#include "connectiontext.h"

#include "cancellation.h"
#include "failurenote.h"
#include "runner.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace tidemark {

namespace {

struct ExecutionText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::JobExecution)
};

/// What must be said of every table because the connection does not protect it.
QStringList connectionWarnings(const ConnectionSpec &spec)
{
    if (spec.encrypt == Encryption::Optional)
        return { ExecutionText::tr("Encryption of the connection was not required.") };
    if (!checksCertificate(spec))
        return { ExecutionText::tr(
            "The connection is encrypted, but the server's certificate was not verified.") };
    return {};
}

/// Puts the tables that need a run and those that are settled into one list of reports.
class JobExecution {
public:
    JobExecution(QList<JobEntry> entries, QStringList warnings, const JobListener &listener)
        : m_entries(std::move(entries)), m_warnings(std::move(warnings)), m_listener(listener)
    {
    }

    RunReport run(const Backend &backend, int maxWorkers, const RunCancel &cancel)
    {
        tellStart();
        RunRequest request;
        request.maxWorkers = maxWorkers;
        request.warnings = m_warnings;
        for (int i = 0; i < m_entries.size(); ++i) {
            if (const auto &settled = m_entries[i].settled) {
                tellFinish(i, *settled);
                continue;
            }
            request.tables += m_entries[i].request;
            request.cancels += cancel.table(i);
            m_places += i;
        }
        RunReport report = Runner(backend.ports).run(request, runListener(), cancel.run());
        const QList<TableReport> finished = std::exchange(report.tables, {});
        for (const JobEntry &entry : m_entries)
            report.tables += entry.settled.value_or(TableReport());
        for (qsizetype i = 0; i < finished.size(); ++i)
            report.tables[m_places[i]] = finished[i];
        return report;
    }

private:
    void tellStart() const
    {
        QList<TableRef> tables;
        for (const JobEntry &entry : m_entries)
            tables += entry.request.table;
        if (m_listener.started)
            m_listener.started(tables);
    }

    void tellFinish(int index, const TableReport &report) const
    {
        if (m_listener.tableFinished)
            m_listener.tableFinished(index, report);
    }

    RunListener runListener() const
    {
        RunListener listener;
        listener.progressed = [this](TableProgress progress) {
            progress.index = m_places[progress.index];
            if (m_listener.progressed)
                m_listener.progressed(progress);
        };
        listener.tableFinished = [this](int index, const TableReport &report) {
            tellFinish(m_places[index], report);
        };
        return listener;
    }

    QList<JobEntry> m_entries;
    QStringList m_warnings; // of the connection and of what came before the tables
    QList<int> m_places; // of the engine's tables in the job
    const JobListener &m_listener;
};

/// The tables of a pattern that the server could not be asked about did not run either: those that are known
/// from earlier.
void noteUnlisted(
    const SyncJob &job, const QList<JobEntry> &entries, const Backend &backend, RunReport &report)
{
    const auto isExcluded = [&](const TableRef &table) {
        return std::ranges::any_of(
            job.excludes, [&](const TableRef &pattern) { return matchesPattern(pattern, table); });
    };
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto &settled = entries[i].settled;
        if (!settled || !settled->error || !isPattern(settled->table))
            continue;
        const ErrorKind kind = settled->error->kind;
        if (kind == ErrorKind::NotFound || kind == ErrorKind::Configuration) // it means no table
            continue;
        const QList<TableRef> known = backend.ports.store->tables().value_or(QList<TableRef>());
        for (const TableRef &table : known) {
            if (!matchesPattern(settled->table, table) || isExcluded(table))
                continue;
            TableRequest request = entries[i].request;
            request.table = table;
            report.tables[i].warnings += noteFailure(backend.ports, report.runId, request, *settled->error);
        }
    }
}

QList<JobEntry> cancelledEntries(const SyncJob &job)
{
    QList<JobEntry> entries;
    for (const TableRequest &request : job.tables) {
        JobEntry entry{ request, TableReport() };
        entry.settled->table = request.table;
        entry.settled->mode = request.mode;
        entry.settled->status = TableStatus::Cancelled;
        entry.settled->error = cancelledError(request.table.display());
        entries += entry;
    }
    return entries;
}

} // namespace

RunReport executeJob(
    const SyncJob &job, const Backend &backend, const JobListener &listener, const RunCancel &cancel)
{
    QElapsedTimer timer;
    timer.start();
    QStringList notes;
    const auto note = [&](const QString &text) {
        notes += text;
        if (listener.noted)
            listener.noted(text);
    };
    const std::optional<JobCatalog> catalog = readCatalog(job, backend, cancel.run(), note);
    const QList<JobEntry> entries = catalog ? JobExpansion(job).entries(*catalog) : cancelledEntries(job);
    JobExecution execution(entries, notes + connectionWarnings(job.connection), listener);
    RunReport report = execution.run(backend, job.maxWorkers, cancel);
    noteUnlisted(job, entries, backend, report);
    report.durationSeconds = double(timer.elapsed()) / 1000.0;
    return report;
}

} // namespace tidemark
