#include "jobdraft.h"

#include "namepattern.h"

#include "settingstable.h"

#include <algorithm>

namespace tidemark {

namespace {

/// Where a name stands among the tables: written the same, else the only one that differs by case. -1:
/// nowhere.
int placeOf(const TableRef &name, const QList<CatalogTable> &tables)
{
    int found = -1;
    int matches = 0;
    for (int i = 0; i < int(tables.size()); ++i) {
        const TableRef &table = tables[i].table;
        if (table.schema == name.schema && table.table == name.table)
            return i;
        if (matchesPattern(name, table)) {
            found = i;
            ++matches;
        }
    }
    return matches == 1 ? found : -1;
}

/// Moves the options that are as the job's were to what the job's are now.
void followDefaults(TableRequest &request, const TableRequest &before, const TableRequest &after)
{
    const auto follow = [](auto &part, const auto &was, const auto &is) {
        return [&](const auto &, auto member) {
            if (part.*member == was.*member)
                part.*member = is.*member;
        };
    };
    visitDialectSettings(follow(request.dialect, before.dialect, after.dialect));
    visitFileSettings(follow(request.files, before.files, after.files));
    visitPolicySettings(follow(request.policies, before.policies, after.policies));
}

} // namespace

void JobDraft::setDefaults(const TableRequest &defaults)
{
    for (TableRequest &request : m_job.tables)
        followDefaults(request, m_defaults, defaults);
    followDefaults(m_defaults, TableRequest(m_defaults), defaults);
}

bool JobDraft::names(const QString &database) const
{
    return std::any_of(m_job.tables.cbegin(), m_job.tables.cend(),
        [&](const TableRequest &request) { return matchesPattern(request.table.database, database); });
}

const TableRequest *JobDraft::byName(const TableRef &table) const
{
    const TableRequest *found = nullptr;
    for (const TableRequest &request : m_job.tables) {
        if (request.table == table)
            return &request;
        if (!isPattern(request.table) && matchesPattern(request.table, table))
            found = &request;
    }
    return found;
}

const TableRequest *JobDraft::byPattern(const TableRef &table) const
{
    const bool excluded = std::any_of(m_job.excludes.cbegin(), m_job.excludes.cend(),
        [&](const TableRef &exclude) { return matchesPattern(exclude, table); });
    const auto found =
        std::find_if(m_job.tables.cbegin(), m_job.tables.cend(), [&](const TableRequest &request) {
            return isPattern(request.table) && matchesPattern(request.table, table);
        });
    return excluded || found == m_job.tables.cend() ? nullptr : &*found;
}

TableRequest JobDraft::request(const TableRef &table) const
{
    const TableRequest *named = byName(table);
    if (named == nullptr)
        named = byPattern(table);
    TableRequest request = named == nullptr ? m_defaults : *named;
    request.table = table;
    return request;
}

void JobDraft::setTableOptions(const TableRef &table, const QStringList &columns, const QString &where)
{
    TableRequest changed = request(table);
    changed.columns = columns;
    changed.where = where;
    const TableRequest *named = byName(table);
    if (named == nullptr)
        m_job.tables += changed;
    else
        m_job.tables[named - m_job.tables.constData()] = changed;
}

QList<ChosenTable> JobDraft::chosen(const QString &database, const QList<CatalogTable> &tables) const
{
    QList<ChosenTable> chosen;
    QSet<TableRef> taken;
    for (const TableRequest &request : m_job.tables) {
        if (isPattern(request.table) || !matchesPattern(request.table.database, database))
            continue;
        const int place = placeOf(request.table, tables);
        const TableRef table =
            place < 0 ? TableRef{ database, request.table.schema, request.table.table } : tables[place].table;
        chosen +=
            ChosenTable{ table, request.mode, {}, int(request.columns.size()), !request.where.isEmpty() };
        taken += table;
    }
    for (const CatalogTable &each : tables) {
        const TableRequest *request = taken.contains(each.table) ? nullptr : byPattern(each.table);
        if (request != nullptr && (each.tracked || request->mode == SyncMode::Full))
            chosen += ChosenTable{ each.table, request->mode, {}, int(request->columns.size()),
                !request->where.isEmpty() };
    }
    return chosen;
}

QList<TableRequest> JobDraft::requests(
    const QList<ChosenTable> &ticked, const QStringList &databases, const QStringList &loaded) const
{
    QList<TableRequest> requests;
    for (const ChosenTable &each : ticked) {
        requests += request(each.table);
        requests.last().mode = each.mode;
    }
    for (const TableRequest &named : m_job.tables) {
        bool known = false;
        for (const QString &database : databases) {
            if (!matchesPattern(named.table.database, database))
                continue;
            known = true;
            if (!loaded.contains(database)) {
                requests += named;
                requests.last().table.database = database;
            }
        }
        if (!known)
            requests += named; // the run tells that there is no such database
    }
    return requests;
}

} // namespace tidemark
