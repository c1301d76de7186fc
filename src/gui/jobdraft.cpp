#include "jobdraft.h"

#include "namepattern.h"

#include "settingstable.h"

#include <algorithm>

namespace tidemark {

namespace {

/// Two that are equal match each other as names.
TableRef withoutCase(const TableRef &name)
{
    return { name.database.toCaseFolded(), name.schema.toCaseFolded(), name.table.toCaseFolded() };
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

JobDraft::JobDraft(SyncJob job, TableRequest defaults)
    : m_job(std::move(job)), m_defaults(std::move(defaults))
{
    for (int place = 0; place < int(m_job.tables.size()); ++place)
        add(place);
}

void JobDraft::add(int place)
{
    const TableRef &table = m_job.tables[place].table;
    m_byName[withoutCase(table)] += place;
    if (isPattern(table))
        m_patterns += place;
}

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
    for (const int place : m_byName.value(withoutCase(table))) {
        const TableRequest &request = m_job.tables[place];
        if (request.table == table)
            return &request;
        if (!isPattern(request.table))
            found = &request;
    }
    return found;
}

const TableRequest *JobDraft::byPattern(const TableRef &table) const
{
    const bool excluded = std::any_of(m_job.excludes.cbegin(), m_job.excludes.cend(),
        [&](const TableRef &exclude) { return matchesPattern(exclude, table); });
    const auto found = std::find_if(m_patterns.cbegin(), m_patterns.cend(),
        [&](int place) { return matchesPattern(m_job.tables[place].table, table); });
    return excluded || found == m_patterns.cend() ? nullptr : &m_job.tables[*found];
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
    if (named != nullptr) {
        m_job.tables[named - m_job.tables.constData()] = changed;
        return;
    }
    m_job.tables += changed;
    add(int(m_job.tables.size()) - 1);
}

QList<ChosenTable> JobDraft::chosen(const QString &database, const QList<CatalogTable> &tables) const
{
    const auto choice = [](const TableRef &table, const TableRequest &request) {
        return ChosenTable{ table, request.mode, {}, int(request.columns.size()), !request.where.isEmpty() };
    };
    QHash<TableRef, QList<TableRef>> there;
    for (const CatalogTable &each : tables)
        there[withoutCase(each.table)] += each.table;
    QList<ChosenTable> chosen;
    QSet<TableRef> taken;
    for (const TableRequest &request : m_job.tables) {
        if (isPattern(request.table) || !matchesPattern(request.table.database, database))
            continue;
        const TableRef wanted{ database, request.table.schema, request.table.table };
        const QList<TableRef> found = there.value(withoutCase(wanted));
        // Written the same, else the only one that differs by case.
        const TableRef table = found.size() == 1 ? found.constFirst() : wanted;
        chosen += choice(table, request);
        taken += table;
    }
    for (const CatalogTable &each : tables) {
        const TableRequest *request = taken.contains(each.table) ? nullptr : byPattern(each.table);
        if (request != nullptr && (each.tracked || request->mode == SyncMode::Full))
            chosen += choice(each.table, *request);
    }
    return chosen;
}

QList<TableRequest> JobDraft::requests(const QList<ChosenTable> &ticked) const
{
    QList<TableRequest> requests;
    for (const ChosenTable &each : ticked) {
        requests += request(each.table);
        requests.last().mode = each.mode;
    }
    return requests;
}

QList<TableRequest> JobDraft::requestsElsewhere(const QStringList &databases, const QStringList &loaded) const
{
    QHash<QString, QStringList> meant; // databases, by what the job calls them
    for (const TableRequest &named : m_job.tables)
        meant.insert(named.table.database, {});
    for (auto each = meant.begin(); each != meant.end(); ++each)
        std::copy_if(databases.cbegin(), databases.cend(), std::back_inserter(*each),
            [&](const QString &database) { return matchesPattern(each.key(), database); });
    QList<TableRequest> requests;
    for (const TableRequest &named : m_job.tables) {
        const QStringList known = meant.value(named.table.database);
        if (known.isEmpty())
            requests += named; // the run tells that there is no such database
        for (const QString &database : known) {
            if (loaded.contains(database))
                continue;
            requests += named;
            requests.last().table.database = database;
        }
    }
    return requests;
}

} // namespace tidemark
