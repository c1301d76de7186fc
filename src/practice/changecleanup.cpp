#include "changecleanup.h"

#include "sessioncore.h"
#include "sqlmoments.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 retentionTicks(const DatabaseSettings &settings)
{
    const qint64 minutes = settings.retentionUnits == 1 ? 1 : settings.retentionUnits == 2 ? 60 : 1440;
    return settings.retention * minutes * ticksPerMinute;
}

} // namespace

ChangeCleanup::ChangeCleanup(SessionCore &core) : m_core(core) { }

SqlResult<qint64> ChangeCleanup::bounded(const DdlScope &scope, std::optional<qint64> version)
{
    const auto current =
        m_core.connection().integer(u"SELECT current_version FROM %1.sys_counters"_s.arg(scope.prefix()));
    if (!current)
        return sqlError(current.error());
    return std::min(version.value_or(current->value_or(0)), current->value_or(0));
}

SqlStatus ChangeCleanup::clean(
    DdlScope &scope, const QList<CatalogTablePtr> &tables, std::optional<qint64> version)
{
    const SqlResult<qint64> upTo = bounded(scope, version);
    if (!upTo)
        return sqlError(upTo.error());
    for (const CatalogTablePtr &table : tables) {
        if (!table->tracking || table->tracking->cleanupVersion > *upTo)
            continue;
        if (SqlStatus ok = scope.run(u"DELETE FROM %1.%2 WHERE v <= %3"_s.arg(
                scope.prefix(), table->changeStorage(), QString::number(*upTo)));
            !ok)
            return ok;
        CatalogTable cleaned = *table;
        cleaned.tracking->cleanupVersion = *upTo;
        cleaned.tracking->minValidVersion = std::max(cleaned.tracking->minValidVersion, *upTo);
        if (SqlStatus ok = scope.put(cleaned); !ok)
            return ok;
    }
    return scope.finish();
}

SqlStatus ChangeCleanup::cleanTable(const ast::ObjectName &name, std::optional<qint64> version)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core, name.database);
    if (!scope)
        return sqlError(scope.error());
    const CatalogTablePtr table =
        scope->catalog().table(name.schema.isEmpty() ? u"dbo"_s : name.schema, name.name);
    if (!table)
        return sqlError(208, u"Invalid object name '%1'."_s.arg(name.written()));
    if (!table->tracking)
        return sqlError(22105, u"Change tracking is not enabled on table '%1'."_s.arg(name.written()));
    return clean(*scope, { table }, version);
}

SqlStatus ChangeCleanup::cleanAll(std::optional<qint64> version)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core);
    if (!scope)
        return sqlError(scope.error());
    const SqlResult<qint64> upTo = bounded(*scope, version);
    if (!upTo)
        return sqlError(upTo.error());
    if (SqlStatus ok = scope->run(u"DELETE FROM %1.sys_commits WHERE commit_ts <= %2"_s.arg(
            scope->prefix(), QString::number(*upTo)));
        !ok)
        return ok;
    return clean(*scope, scope->catalog().tables().values(), *upTo);
}

SqlStatus ChangeCleanup::cleanExpired(const DatabasePtr &database)
{
    if (SqlStatus ok = m_core.attach(*database); !ok)
        return ok;
    const qint64 oldest = PracticeClock::ticksOf(m_core.statementTime) - retentionTicks(database->settings());
    // Times rise with versions, so that one look tells whether there is anything to do.
    const auto first = m_core.connection().integer(
        u"SELECT commit_time FROM %1.sys_commits ORDER BY commit_ts LIMIT 1"_s.arg(database->prefix()));
    if (!first)
        return sqlError(first.error());
    if (!*first || **first >= oldest)
        return {};
    SqlResult<DdlScope> scope = DdlScope::begin(m_core, database->name());
    if (!scope)
        return sqlError(scope.error());
    const auto version =
        m_core.connection().integer(u"SELECT max(commit_ts) FROM %1.sys_commits WHERE commit_time < %2"_s.arg(
            scope->prefix(), QString::number(oldest)));
    if (!version)
        return sqlError(version.error());
    if (!*version)
        return {};
    if (SqlStatus ok = scope->run(u"DELETE FROM %1.sys_commits WHERE commit_ts <= %2"_s.arg(
            scope->prefix(), QString::number(**version)));
        !ok)
        return ok;
    return clean(*scope, scope->catalog().tables().values(), **version);
}

void ChangeCleanup::cleanWhenDue()
{
    SessionTransaction &transaction = m_core.transaction();
    const DatabasePtr database = m_core.database();
    const DatabaseSettings settings = database->settings();
    if (!settings.tracking || !settings.autoCleanup || transaction.depth() > 0
        || !database->isCleanupDue(PracticeClock::ticksOf(m_core.statementTime)))
        return;
    const auto lockTimeout = std::exchange(transaction.lockTimeout, std::chrono::milliseconds(0));
    const auto isolation = std::exchange(transaction.isolation, ast::Isolation::ReadCommitted);
    const SqlStatus cleaned = cleanExpired(database);
    if (SqlStatus ended = transaction.endStatement(!cleaned); !ended)
        qWarning("The cleanup of a practice database failed: %s", qUtf8Printable(ended.error().text));
    transaction.lockTimeout = lockTimeout;
    transaction.isolation = isolation;
    m_core.beginStatement(); // the catalog may be another one now
}

} // namespace tidemark::practice
