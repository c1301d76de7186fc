#include "jobfreshness.h"

#include "catalogreader.h"
#include "namepattern.h"

#include "freshener.h"

#include <QSet>

#include <algorithm>

namespace tidemark {

namespace {

/// A board is asked for by a person, who may ask again. Its filters are for all rows, not for those of the
/// job alone.
SyncJob boardJob(SyncJob job)
{
    job.only.clear();
    for (TableRequest &request : job.tables)
        request.policies.retries = 0;
    return job;
}

/// The catalog of a job whose server does not answer: the tables that the watermark folder knows.
JobCatalog catalogOf(const QList<TableRef> &known)
{
    JobCatalog catalog;
    QMap<QString, QList<CatalogTable>> tables;
    for (const TableRef &table : known)
        tables[table.database] += CatalogTable{ table, true, true, {}, {} };
    QList<CatalogDatabase> databases;
    for (auto each = tables.cbegin(); each != tables.cend(); ++each) {
        databases += CatalogDatabase{ each.key(), true, true };
        catalog.tables.insert(each.key(), *each);
    }
    catalog.databases = databases;
    return catalog;
}

/// What the server lists; where it does not, the known tables stand in, if there are any.
JobCatalog completed(const std::optional<JobCatalog> &listed, const QList<TableRef> &known)
{
    JobCatalog local = catalogOf(known);
    if (!listed || (!listed->databases && !known.isEmpty()))
        return local;
    JobCatalog catalog = *listed;
    for (auto each = catalog.tables.begin(); each != catalog.tables.end(); ++each) {
        if (!*each && local.tables.contains(each.key()))
            *each = local.tables[each.key()];
    }
    return catalog;
}

QList<TableFreshness> sorted(QList<TableFreshness> tables)
{
    std::sort(tables.begin(), tables.end(), isMoreUrgent);
    return tables;
}

/// An entry that is no table, such as a pattern that fits nothing.
TableFreshness problemOf(const TableReport &settled)
{
    TableFreshness table;
    table.table = settled.table;
    table.state = FreshnessState::Problem;
    table.note = settled.error->text;
    return table;
}

/// A table that the job spells in another way than the catalog is known by its watermark, too.
QList<TableFreshness> withoutDoubles(QList<TableFreshness> tables)
{
    QSet<TableRef> named;
    for (const TableFreshness &each : tables) {
        if (each.inJob)
            named += each.table;
    }
    tables.removeIf([&](const TableFreshness &each) { return !each.inJob && named.contains(each.table); });
    return tables;
}

} // namespace

FreshnessReport findJobFreshness(const SyncJob &asked, const CancelToken &cancel)
{
    const SyncJob job = boardJob(asked);
    const Backend backend(job);
    const Result<QList<TableRef>> known = backend.ports.store->tables();
    const QList<TableRef> stored = known.value_or(QList<TableRef>());
    const AskServer ask = job.connection.server.isEmpty() ? AskServer::No : AskServer::Yes;
    std::optional<JobCatalog> catalog;
    if (ask == AskServer::Yes)
        catalog = readCatalog(job, backend, cancel, [](const QString &) {});

    QList<FreshnessQuestion> questions;
    QList<TableFreshness> problems;
    QSet<TableRef> inJob;
    for (const JobEntry &entry : JobExpansion(job).entries(completed(catalog, stored))) {
        if (!matchesFilters(asked.only, entry.request.table))
            continue;
        inJob += entry.request.table;
        // One that a pattern leaves out, since it cannot follow changes any more, has a watermark to lose.
        const bool wasSynced = entry.settled && !entry.settled->error && stored.contains(entry.request.table);
        if (!entry.settled || wasSynced)
            questions += { entry.request, true };
        else if (entry.settled->error)
            problems += problemOf(*entry.settled);
    }
    for (const TableRef &table : stored) {
        if (inJob.contains(table) || !matchesFilters(asked.only, table))
            continue;
        TableRequest request;
        request.table = table;
        questions += { request, false };
    }
    FreshnessReport report = findFreshness(backend.ports, questions, ask, cancel);
    report.tables = sorted(withoutDoubles(report.tables) + problems);
    if (!known)
        report.notes += known.error().text;
    return report;
}

} // namespace tidemark
