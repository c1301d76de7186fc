#include "jobexpansion.h"

#include "namepattern.h"

#include <QSet>

#include <algorithm>

namespace tidemark {

namespace {

JobEntry settledEntry(const TableRequest &request, TableStatus status)
{
    JobEntry entry{ request, TableReport() };
    entry.settled->table = request.table;
    entry.settled->mode = request.mode;
    entry.settled->status = status;
    return entry;
}

JobEntry failedEntry(const TableRequest &request, SyncError error)
{
    JobEntry entry = settledEntry(request, TableStatus::Failed);
    if (error.context.isEmpty())
        error.context = request.table.display();
    entry.settled->error = std::move(error);
    return entry;
}

bool equalWithoutCase(const TableRef &a, const TableRef &b)
{
    return a.database.compare(b.database, Qt::CaseInsensitive) == 0
        && a.schema.compare(b.schema, Qt::CaseInsensitive) == 0
        && a.table.compare(b.table, Qt::CaseInsensitive) == 0;
}

} // namespace

bool JobExpansion::needsDatabases() const
{
    return std::any_of(m_job.tables.cbegin(), m_job.tables.cend(),
        [](const TableRequest &request) { return isPattern(request.table.database); });
}

QStringList JobExpansion::databases(const JobCatalog &catalog) const
{
    QStringList names;
    for (const TableRequest &request : m_job.tables) {
        if (!isPattern(request.table))
            continue;
        if (!isPattern(request.table.database)) {
            names += request.table.database;
            continue;
        }
        for (const CatalogDatabase &database : catalog.databases.value_or(QList<CatalogDatabase>())) {
            if (database.accessible && matchesPattern(request.table.database, database.name))
                names += database.name;
        }
    }
    names.removeDuplicates();
    return names;
}

QList<JobEntry> JobExpansion::entries(const JobCatalog &catalog) const
{
    QList<JobEntry> all;
    QSet<TableRef> taken; // by earlier patterns
    for (const TableRequest &request : m_job.tables) {
        if (!isPattern(request.table)) {
            all += JobEntry{ request, std::nullopt };
            continue;
        }
        for (const JobEntry &entry : expand(request, catalog)) {
            if (!taken.contains(entry.request.table))
                all += entry;
            taken += entry.request.table;
        }
    }
    return narrow(all);
}

QList<JobEntry> JobExpansion::expand(const TableRequest &request, const JobCatalog &catalog) const
{
    if (isPattern(request.table.database) && !catalog.databases)
        return { failedEntry(request, catalog.databases.error()) };
    QList<JobEntry> found;
    bool matched = false;
    for (auto database = catalog.tables.cbegin(); database != catalog.tables.cend(); ++database) {
        if (!matchesPattern(request.table.database, database.key()))
            continue;
        if (!*database) {
            TableRequest unknown = request;
            unknown.table.database = database.key();
            found += failedEntry(unknown, database->error());
            matched = true;
            continue;
        }
        for (const CatalogTable &table : **database) {
            if (!matchesPattern(request.table, table.table) || isExcluded(table.table))
                continue;
            matched = true;
            if (isNamedElsewhere(table.table, **database))
                continue;
            TableRequest one = request;
            one.table = table.table;
            if (table.tracked || request.mode == SyncMode::Full) {
                found += JobEntry{ one, std::nullopt };
                continue;
            }
            JobEntry skipped = settledEntry(one, TableStatus::Skipped);
            skipped.settled->reason = table.hasKey
                ? tr("Change tracking is off for this table, so a pattern takes it only with the mode full.")
                : tr("The table has no primary key, so it cannot be tracked, and a pattern takes it only "
                     "with the mode full.");
            found += skipped;
        }
    }
    if (!matched) {
        found += failedEntry(request,
            { ErrorKind::NotFound,
                tr("No table matches this pattern, or this login may see none of them. Check the pattern "
                   "with tidemark list."),
                {}, 0, false, {}, 0 });
    }
    return found;
}

/// Leaves over what the filters of the command line name; a filter that fits nothing is an error.
QList<JobEntry> JobExpansion::narrow(const QList<JobEntry> &all) const
{
    QList<JobEntry> left;
    QList<TableRef> tables;
    for (const JobEntry &entry : all) {
        tables += entry.request.table;
        if (matchesFilters(m_job.only, entry.request.table))
            left += entry;
    }
    for (const QString &filter : unmatchedFilters(m_job.only, tables)) {
        TableRequest none;
        none.table = tableOfFilter(filter);
        left += failedEntry(none, unmatchedError(filter, tr("No table of the job fits \"%1\".").arg(filter)));
    }
    return left;
}

/// An entry without pattern has its own mode and options for the table. It means the table of its exact
/// spelling, where there is one.
bool JobExpansion::isNamedElsewhere(const TableRef &table, const QList<CatalogTable> &tables) const
{
    return std::any_of(m_job.tables.cbegin(), m_job.tables.cend(), [&](const TableRequest &request) {
        if (isPattern(request.table) || !equalWithoutCase(request.table, table))
            return false;
        const bool anotherIsMeant =
            std::any_of(tables.cbegin(), tables.cend(), [&](const CatalogTable &other) {
                return !(other.table == table) && other.table.schema == request.table.schema
                    && other.table.table == request.table.table;
            });
        return !anotherIsMeant;
    });
}

bool JobExpansion::isExcluded(const TableRef &table) const
{
    return std::any_of(m_job.excludes.cbegin(), m_job.excludes.cend(),
        [&](const TableRef &pattern) { return matchesPattern(pattern, table); });
}

} // namespace tidemark
