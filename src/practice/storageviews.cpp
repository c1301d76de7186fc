#include "answervalues.h"
#include "practiceclock.h"
#include "sessioncore.h"
#include "sqlmoments.h"
#include "sqltypetext.h"
#include "systemviewrows.h"

#include <algorithm>
#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<SqlRow>;

constexpr qint64 pageBytes = 8192;

/// Wide columns are seldom full.
qint64 usualBytes(const CatalogTable &table)
{
    qint64 bytes = 10;
    for (const CatalogColumn &column : table.columns) {
        const int most = maxLength(column.type);
        bytes += most < 0 ? 100 : std::min(most, 60);
    }
    return bytes;
}

qint64 partitionId(const CatalogTable &table, int indexId)
{
    return 72057594037927936 + qint64(table.objectId) * 256 + indexId;
}

/// The heap or clustered index, then the other indexes: each is one partition.
QList<int> partitionIndexes(const CatalogTable &table)
{
    QList<int> ids;
    for (const CatalogIndex &index : table.indexes)
        ids += index.id;
    if (!ids.contains(1))
        ids.prepend(0);
    return ids;
}

Rows partitionRows(const SystemViewContext &context)
{
    const QHash<int, qint64> counts = context.rowCounts();
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        const QList<int> indexes = partitionIndexes(*table);
        for (const int index : indexes) {
            const qint64 id = partitionId(*table, index);
            rows.push_back({ SqlValue(id), qint64(table->objectId), qint64(index), qint64(1), SqlValue(id),
                SqlValue(tableSize(*table, counts).rows), qint64(0), qint64(0), SqlValue(u"NONE"_s) });
        }
    }
    return rows;
}

Rows allocationRows(const SystemViewContext &context)
{
    const QHash<int, qint64> counts = context.rowCounts();
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        const QList<int> indexes = partitionIndexes(*table);
        const qint64 pages = tableSize(*table, counts).pages;
        for (const int index : indexes) {
            const qint64 id = partitionId(*table, index);
            rows.push_back({ SqlValue(id), qint64(1), SqlValue(u"IN_ROW_DATA"_s), SqlValue(id), qint64(1),
                SqlValue(pages), SqlValue(pages), SqlValue(pages) });
        }
    }
    return rows;
}

Rows partitionStatsRows(const SystemViewContext &context)
{
    const QHash<int, qint64> counts = context.rowCounts();
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        const QList<int> indexes = partitionIndexes(*table);
        const TableSize size = tableSize(*table, counts);
        for (const int index : indexes)
            rows.push_back({ SqlValue(partitionId(*table, index)), qint64(table->objectId), qint64(index),
                qint64(1), SqlValue(size.pages), SqlValue(size.pages), SqlValue(size.pages),
                SqlValue(size.pages), SqlValue(size.pages), SqlValue(size.rows) });
    }
    return rows;
}

Rows trackingTableRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        if (const auto &tracking = table->tracking)
            rows.push_back({ qint64(table->objectId), flagValue(tracking->columnsUpdated),
                SqlValue(tracking->minValidVersion), SqlValue(tracking->beginVersion),
                SqlValue(tracking->cleanupVersion) });
    }
    return rows;
}

/// The minute of a moment: a smalldatetime.
SqlValue minuteOf(qint64 ticks)
{
    const qint64 minutes = (ticks + ticksPerMinute / 2) / ticksPerMinute;
    return MomentValue{ std::int32_t(minutes / 1440), minutes % 1440 * ticksPerMinute, 0 };
}

Rows commitRows(const SystemViewContext &context)
{
    Rows rows;
    SqlResult<SqliteStatement> commits = context.core.connection().prepare(
        u"SELECT commit_ts, xdes_id, commit_time FROM %1.sys_commits WHERE commit_ts <= (SELECT "
        "current_version FROM %1.sys_counters) ORDER BY commit_ts"_s.arg(context.database->prefix()));
    while (commits && commits->step() == SqliteStatement::Step::Row) {
        const qint64 version = commits->integer(0);
        rows.push_back({ SqlValue(version), SqlValue(commits->integer(1)), SqlValue(version),
            SqlValue(version), minuteOf(commits->integer(2)) });
    }
    return rows;
}

Rows principalRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogPrincipal &principal : context.catalog->principals())
        rows.push_back(
            { SqlValue(principal.name), qint64(principal.id), SqlValue(principal.role ? u"R"_s : u"S"_s),
                SqlValue(principal.role ? u"DATABASE_ROLE"_s : u"SQL_USER"_s),
                principal.role ? SqlValue() : SqlValue(u"dbo"_s),
                flagValue(principal.id == 0 || principal.id >= 16384) });
    return rows;
}

Rows roleMemberRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogPrincipal &principal : context.catalog->principals()) {
        for (const int role : principal.memberOf)
            rows.push_back({ qint64(role), qint64(principal.id) });
    }
    return rows;
}

struct SecurableClass {
    int number;
    const char16_t *name;
};

SecurableClass securableClass(ast::Permission::Class securable)
{
    switch (securable) {
    case ast::Permission::Class::Database:
        return { 0, u"DATABASE" };
    case ast::Permission::Class::Object:
        return { 1, u"OBJECT_OR_COLUMN" };
    case ast::Permission::Class::Schema:
        break;
    }
    return { 3, u"SCHEMA" };
}

Rows permissionRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogPermission &permission : context.catalog->permissions()) {
        const SecurableClass securable = securableClass(permission.securable);
        rows.push_back({ qint64(securable.number), SqlValue(QString::fromUtf16(securable.name)),
            qint64(permission.majorId), qint64(permission.columnId), qint64(permission.grantee),
            qint64(DatabaseCatalog::dbo), SqlValue(permission.permission),
            SqlValue(permission.deny ? u"D"_s : u"G"_s),
            SqlValue(permission.deny ? u"DENY"_s : u"GRANT"_s) });
    }
    return rows;
}

constexpr std::array definitions = {
    SystemViewDefinition{ u"sys", u"partitions",
        u"@partition_id bigint, @object_id int, @index_id int, @partition_number int, @hobt_id bigint, "
        u"@rows bigint, @filestream_filegroup_id smallint, @data_compression tinyint, "
        u"@data_compression_desc nvarchar(60)",
        partitionRows },
    SystemViewDefinition{ u"sys", u"allocation_units",
        u"@allocation_unit_id bigint, @type tinyint, @type_desc nvarchar(60), @container_id bigint, "
        u"@data_space_id int, @total_pages bigint, @used_pages bigint, @data_pages bigint",
        allocationRows },
    SystemViewDefinition{ u"sys", u"dm_db_partition_stats",
        u"@partition_id bigint, @object_id int, @index_id int, @partition_number int, "
        u"@in_row_data_page_count bigint, @in_row_used_page_count bigint, @in_row_reserved_page_count "
        u"bigint, "
        u"@used_page_count bigint, @reserved_page_count bigint, @row_count bigint",
        partitionStatsRows, SystemViewDefinition::Right::DatabaseState },
    SystemViewDefinition{ u"sys", u"change_tracking_tables",
        u"@object_id int, @is_track_columns_updated_on bit, @min_valid_version bigint, @begin_version "
        u"bigint, "
        u"@cleanup_version bigint",
        trackingTableRows },
    SystemViewDefinition{ u"sys", u"dm_tran_commit_table",
        u"@commit_ts bigint, @xdes_id bigint, @commit_lbn bigint, @commit_csn bigint, "
        u"@commit_time smalldatetime",
        commitRows, SystemViewDefinition::Right::DatabaseState },
    SystemViewDefinition{ u"sys", u"database_principals",
        u"@name sysname, @principal_id int, @type char(1), @type_desc nvarchar(60), "
        u"@default_schema_name sysname, @is_fixed_role bit",
        principalRows },
    SystemViewDefinition{ u"sys", u"database_role_members",
        u"@role_principal_id int, @member_principal_id int", roleMemberRows },
    SystemViewDefinition{ u"sys", u"database_permissions",
        u"@class tinyint, @class_desc nvarchar(60), @major_id int, @minor_id int, @grantee_principal_id int, "
        u"@grantor_principal_id int, @permission_name nvarchar(128), @state char(1), "
        u"@state_desc nvarchar(60)",
        permissionRows },
};

} // namespace

TableSize tableSize(const CatalogTable &table, const QHash<int, qint64> &counts)
{
    const qint64 rows = table.replay ? table.replay->rows : counts.value(table.objectId);
    return { rows, rows == 0 ? 0 : 1 + rows * usualBytes(table) / pageBytes };
}

std::span<const SystemViewDefinition> storageViews()
{
    return definitions;
}

} // namespace tidemark::practice
