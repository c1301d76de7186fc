#pragma once

#include "changequery.h"
#include "metadatasql.h"

#include <QMap>

namespace tidemark::test {

using namespace Qt::Literals::StringLiterals;

inline ColumnInfo column(const QString &name, const QString &type, int length = 0, int precision = 0,
    int scale = 0, bool nullable = true, int keyOrdinal = 0)
{
    return { name, type, length, precision, scale, nullable, false, keyOrdinal, {} };
}

/// dbo.orders of tests/data/statements_setup.sql.
inline ReadSpec ordersSpec()
{
    return { { u"shop"_s, u"dbo"_s, u"orders"_s },
        { { column(u"id"_s, u"int"_s, 4, 10, 0, false, 1), column(u"note"_s, u"nvarchar"_s, -1),
            column(u"customer"_s, u"nvarchar"_s, 200), column(u"total"_s, u"decimal"_s, 9, 18, 4, false),
            column(u"placed_at"_s, u"datetime2"_s, 8, 27, 7, false) } },
        {} };
}

/// A table whose names hold everything that a name may hold, with key columns called as change tracking's
/// own.
inline ReadSpec awkwardSpec()
{
    return { { u"shop"_s, u"odd]schema."_s, u"it's [a] \"table\" 100%1 \U0001F600"_s },
        { { column(u"SYS_CHANGE_VERSION"_s, u"nvarchar"_s, 40, 0, 0, false, 2),
            column(u"SYS_CHANGE_OPERATION"_s, u"int"_s, 4, 10, 0, false, 1),
            column(u"a ] 'b' ? {c}"_s, u"xml"_s, -1), column(u"select"_s, u"bit"_s, 1, 1) } },
        {} };
}

/// dbo.every_type of tests/data/statements_setup.sql; `newTypes` adds those of SQL Server 2025.
inline ReadSpec everyTypeSpec(bool newTypes)
{
    QList<ColumnInfo> columns = { column(u"id"_s, u"uniqueidentifier"_s, 16, 0, 0, false, 1),
        column(u"c_bit"_s, u"bit"_s, 1, 1), column(u"c_tinyint"_s, u"tinyint"_s, 1, 3),
        column(u"c_smallint"_s, u"smallint"_s, 2, 5), column(u"c_int"_s, u"int"_s, 4, 10),
        column(u"c_bigint"_s, u"bigint"_s, 8, 19), column(u"c_decimal"_s, u"decimal"_s, 17, 38, 10),
        column(u"c_numeric"_s, u"numeric"_s, 17, 38, 38), column(u"c_money"_s, u"money"_s, 8, 19, 4),
        column(u"c_smallmoney"_s, u"smallmoney"_s, 4, 10, 4), column(u"c_real"_s, u"real"_s, 4, 24),
        column(u"c_float"_s, u"float"_s, 8, 53), column(u"c_date"_s, u"date"_s, 3, 10),
        column(u"c_time"_s, u"time"_s, 5, 16, 7), column(u"c_datetime"_s, u"datetime"_s, 8, 23, 3),
        column(u"c_smalldatetime"_s, u"smalldatetime"_s, 4, 16),
        column(u"c_datetime2"_s, u"datetime2"_s, 8, 27, 7),
        column(u"c_datetimeoffset"_s, u"datetimeoffset"_s, 10, 34, 7), column(u"c_char"_s, u"char"_s, 10),
        column(u"c_varchar"_s, u"varchar"_s, 8000), column(u"c_varchar_max"_s, u"varchar"_s, -1),
        column(u"c_text"_s, u"text"_s, 16), column(u"c_nchar"_s, u"nchar"_s, 20),
        column(u"c_nvarchar"_s, u"nvarchar"_s, 8000), column(u"c_nvarchar_max"_s, u"nvarchar"_s, -1),
        column(u"c_ntext"_s, u"ntext"_s, 16), column(u"c_binary"_s, u"binary"_s, 8),
        column(u"c_varbinary"_s, u"varbinary"_s, 8000), column(u"c_varbinary_max"_s, u"varbinary"_s, -1),
        column(u"c_image"_s, u"image"_s, 16), column(u"c_rowversion"_s, u"timestamp"_s, 8, 0, 0, false),
        column(u"c_xml"_s, u"xml"_s, -1), column(u"c_variant"_s, u"sql_variant"_s, 8016),
        column(u"c_hierarchyid"_s, u"hierarchyid"_s, 892), column(u"c_geometry"_s, u"geometry"_s, -1),
        column(u"c_geography"_s, u"geography"_s, -1) };
    if (newTypes)
        columns += { column(u"c_json"_s, u"json"_s, -1), column(u"c_vector"_s, u"vector"_s, 20) };
    return { { u"shop"_s, u"dbo"_s, newTypes ? u"newest_types"_s : u"every_type"_s }, { columns }, {} };
}

/// Every kind of statement that the module sends, by the name of its golden file.
inline QMap<QString, QString> allStatements()
{
    const QList<TableRef> asked = { ordersSpec().table, awkwardSpec().table, everyTypeSpec(false).table };
    ReadSpec filtered = ordersSpec();
    filtered.where = u"total > 10 -- only the larger ones"_s;
    const ChangeVersion since(0);
    const ChangeVersion upTo(5000000000);
    return {
        { u"begin_snapshot_1"_s, beginSnapshotBatches().at(0) },
        { u"begin_snapshot_2"_s, beginSnapshotBatches().at(1) },
        { u"changes_awkward"_s, changesQuery(awkwardSpec(), since, upTo)->sql },
        { u"changes_every_type"_s, changesQuery(everyTypeSpec(false), since, upTo)->sql },
        { u"changes_orders"_s, changesQuery(ordersSpec(), since, upTo)->sql },
        { u"connection_facts"_s, connectionFactsQuery() },
        { u"count_changes"_s,
            countChangesBatch({ { asked[0], 1, since, upTo }, { asked[1], 2, ChangeVersion(7), upTo } }) },
        { u"current_version"_s, currentVersionQuery() },
        { u"database_list"_s, databaseListQuery() },
        { u"database_state"_s, databaseStateQuery() },
        { u"end_snapshot_1"_s, endSnapshotBatches().at(0) },
        { u"end_snapshot_2"_s, endSnapshotBatches().at(1) },
        { u"full_awkward"_s, fullLoadQuery(awkwardSpec())->sql },
        { u"full_every_type"_s, fullLoadQuery(everyTypeSpec(false))->sql },
        { u"full_newest_types"_s, fullLoadQuery(everyTypeSpec(true))->sql },
        { u"full_orders"_s, fullLoadQuery(ordersSpec())->sql },
        { u"full_orders_where"_s, fullLoadQuery(filtered)->sql },
        { u"have_changes"_s,
            haveChangesBatch({ { asked[0], since }, { asked[1], upTo }, { asked[2], since } }) },
        { u"server_facts"_s, serverFactsQuery() },
        { u"survey"_s, databaseStateQuery() + tableStatesQuery(asked) + tableColumnsQuery(asked) },
        { u"table_list"_s, tableListQuery() },
        { u"tracked_tables"_s, trackedTablesQuery() },
        { u"table_state"_s, tableStatesQuery({ asked[0] }) + tableColumnsQuery({ asked[0] }) },
    };
}

} // namespace tidemark::test
