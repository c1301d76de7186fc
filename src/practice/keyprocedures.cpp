#include "answervalues.h"
#include "catalogcall.h"
#include "odbctypes.h"

#include <algorithm>
#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<SqlRow>;

const CatalogColumn &columnOf(const CatalogTable &table, int id)
{
    return table.columns.at(table.columnIndex(id));
}

SqlResult<Rows> primaryKeyRows(const CatalogCall &call)
{
    Rows rows;
    const std::optional<CatalogObject> found = call.table();
    const CatalogIndex *key = found ? found->table->primaryKey() : nullptr;
    for (int i = 0; key && i < key->columns.size(); ++i)
        rows.push_back({ call.databaseName(), SqlValue(found->schema), SqlValue(found->table->name),
            SqlValue(columnOf(*found->table, key->columns[i]).name), qint64(i + 1), SqlValue(key->name) });
    return rows;
}

SqlRow foreignKeyRow(const CatalogCall &call, const CatalogTable &table, const CatalogForeignKey &key, int i)
{
    constexpr qint64 noAction = 1;
    constexpr qint64 notDeferrable = 7;
    const auto &schemas = call.context.catalog->schemas();
    const CatalogTablePtr target = call.context.catalog->table(key.references);
    const auto referenced = std::find_if(target->indexes.cbegin(), target->indexes.cend(),
        [&](const CatalogIndex &index) { return index.unique && index.columns == key.referencedColumns; });
    const SqlValue name = referenced == target->indexes.cend() ? SqlValue() : SqlValue(referenced->name);
    return { call.databaseName(), SqlValue(schemas.value(target->schemaId).name), SqlValue(target->name),
        SqlValue(columnOf(*target, key.referencedColumns[i]).name), call.databaseName(),
        SqlValue(schemas.value(table.schemaId).name), SqlValue(table.name),
        SqlValue(columnOf(table, key.columns[i]).name), qint64(i + 1), noAction, noAction, SqlValue(key.name),
        name, notDeferrable };
}

SqlResult<Rows> foreignKeyRows(const CatalogCall &call)
{
    const bool byTarget = call.arguments.text(u"pktable_name"_s).has_value();
    const bool bySource = call.arguments.text(u"fktable_name"_s).has_value();
    if (!byTarget && !bySource)
        return sqlError(15252, u"The primary or foreign key table name must be given."_s);
    const std::optional<CatalogObject> target = call.table(u"pktable"_s);
    const std::optional<CatalogObject> source = call.table(u"fktable"_s);
    Rows rows;
    for (const CatalogTablePtr &table : call.context.visibleTables()) {
        if (bySource && (!source || source->table != table))
            continue;
        for (const CatalogForeignKey &key : table->foreignKeys) {
            if (byTarget && (!target || target->table->objectId != key.references))
                continue;
            for (int i = 0; i < key.columns.size(); ++i)
                rows.push_back(foreignKeyRow(call, *table, key, i));
        }
    }
    return rows;
}

/// Unique ones first, then clustered ones, then by name.
QList<CatalogIndex> sortedIndexes(const CatalogTable &table, const Collation &collation)
{
    QList<CatalogIndex> indexes = table.indexes;
    std::sort(indexes.begin(), indexes.end(), [&](const CatalogIndex &left, const CatalogIndex &right) {
        if (left.unique != right.unique)
            return left.unique;
        if (left.clustered != right.clustered)
            return left.clustered;
        return compareText(left.name, right.name, collation) < 0;
    });
    return indexes;
}

SqlResult<Rows> statisticRows(const CatalogCall &call)
{
    constexpr qint64 ofTable = 0;
    constexpr qint64 clustered = 1;
    constexpr qint64 other = 3;
    const std::optional<CatalogObject> found = call.table();
    if (!found)
        return Rows();
    const CatalogTable &table = *found->table;
    const TableSize size = tableSize(table, call.context.rowCounts());
    const SqlRow place{ call.databaseName(), SqlValue(found->schema), SqlValue(table.name) };
    Rows rows;
    const auto add = [&](const SqlRow &more) {
        rows.push_back(place);
        rows.back().insert(rows.back().end(), more.begin(), more.end());
    };
    add({ {}, {}, {}, ofTable, {}, {}, {}, size.rows, size.pages, {} });
    const bool uniqueOnly =
        call.arguments.text(u"is_unique"_s).value_or(QString()).startsWith(u'Y', Qt::CaseInsensitive);
    for (const CatalogIndex &index : sortedIndexes(table, call.context.catalog->collation())) {
        if ((uniqueOnly && !index.unique) || !call.fits(index.name, u"index_name"_s))
            continue;
        for (int i = 0; i < index.columns.size(); ++i)
            add({ flagValue(!index.unique), SqlValue(table.name), SqlValue(index.name),
                index.clustered ? clustered : other, qint64(i + 1),
                SqlValue(columnOf(table, index.columns[i]).name), SqlValue(u"A"_s), size.rows, size.pages,
                {} });
    }
    return rows;
}

/// The index that tells rows apart best: the first one that is unique.
const CatalogIndex *rowIdentity(const CatalogTable &table, bool nullsAllowed)
{
    const CatalogIndex *best = nullptr;
    for (const CatalogIndex &index : table.indexes) {
        const bool nullable = std::any_of(index.columns.cbegin(), index.columns.cend(),
            [&](int id) { return columnOf(table, id).nullable; });
        if (index.unique && (nullsAllowed || !nullable) && (!best || index.id < best->id))
            best = &index;
    }
    return best;
}

template <ClientAge Age>
SqlResult<Rows> specialColumnRows(const CatalogCall &call)
{
    constexpr qint64 notPseudo = 1;
    const auto letter = [&](const QString &argument, const QString &usual) {
        return call.arguments.text(argument).value_or(usual).toUpper();
    };
    const QString kind = letter(u"col_type"_s, u"R"_s);
    const QString scope = letter(u"scope"_s, u"T"_s);
    const QString nullable = letter(u"nullable"_s, u"U"_s);
    const auto refuse = [](const QString &parameter, const QString &values) {
        return sqlError(15251, u"Invalid '%1' specified. It must be %2."_s.arg(parameter, values));
    };
    if (kind != u"R" && kind != u"V")
        return refuse(u"col_type"_s, u"R or V"_s);
    if (scope != u"C" && scope != u"T")
        return refuse(u"scope"_s, u"C or T"_s);
    if (nullable != u"U" && nullable != u"O")
        return refuse(u"nullable"_s, u"U or O"_s);

    Rows rows;
    const std::optional<CatalogObject> found = call.table();
    if (!found)
        return rows;
    const auto add = [&](const CatalogColumn &column, const SqlValue &scopeValue) {
        const OdbcType type =
            odbcType(column.type, column.nullable, column.identity.has_value(), Age, call.odbcVersion());
        rows.push_back({ scopeValue, SqlValue(column.name), qint64(type.codes.code), SqlValue(type.name),
            qint64(type.precision), qint64(type.length),
            type.scale ? SqlValue(qint64(*type.scale)) : SqlValue(), notPseudo });
    };
    if (kind == u"V") {
        if (const CatalogColumn *version = found->table->rowVersionColumn())
            add(*version, {});
        return rows;
    }
    if (const CatalogIndex *index = rowIdentity(*found->table, nullable == u"U")) {
        for (const int id : index->columns)
            add(columnOf(*found->table, id), qint64(scope == u"C" ? 0 : 1));
    }
    return rows;
}

constexpr const char16_t *statisticParameters =
    u"table_name! table_owner table_qualifier index_name is_unique accuracy";
constexpr const char16_t *specialParameters =
    u"table_name! table_owner table_qualifier col_type scope nullable odbcver";
constexpr const char16_t *specialColumns =
    u"@SCOPE smallint, @COLUMN_NAME sysname, @DATA_TYPE smallint, @TYPE_NAME sysname, @PRECISION int, "
    u"@LENGTH int, @SCALE smallint, @PSEUDO_COLUMN smallint";

constexpr const char16_t *statisticColumns =
    u"@TABLE_QUALIFIER sysname, @TABLE_OWNER sysname, @TABLE_NAME sysname, @NON_UNIQUE smallint, "
    u"@INDEX_QUALIFIER sysname, @INDEX_NAME sysname, @TYPE smallint, @SEQ_IN_INDEX smallint, "
    u"@COLUMN_NAME sysname, @COLLATION char(1), ";
constexpr const char16_t *lastStatisticColumn = u"@FILTER_CONDITION varchar(128)";

constexpr std::array procedures = {
    CatalogProcedure{ u"sp_pkeys", u"table_name! table_owner table_qualifier",
        { u"@TABLE_QUALIFIER sysname, @TABLE_OWNER sysname, @TABLE_NAME sysname, @COLUMN_NAME sysname, "
          u"@KEY_SEQ smallint, @PK_NAME sysname" },
        primaryKeyRows },
    CatalogProcedure{ u"sp_fkeys",
        u"pktable_name pktable_owner pktable_qualifier fktable_name fktable_owner fktable_qualifier",
        { u"@PKTABLE_QUALIFIER sysname, @PKTABLE_OWNER sysname, @PKTABLE_NAME sysname, @PKCOLUMN_NAME "
          u"sysname, ",
            u"@FKTABLE_QUALIFIER sysname, @FKTABLE_OWNER sysname, @FKTABLE_NAME sysname, @FKCOLUMN_NAME "
            u"sysname, ",
            u"@KEY_SEQ smallint, @UPDATE_RULE smallint, @DELETE_RULE smallint, @FK_NAME sysname, ",
            u"@PK_NAME sysname, @DEFERRABILITY smallint" },
        foreignKeyRows },
    CatalogProcedure{ u"sp_statistics", statisticParameters,
        { statisticColumns, u"@CARDINALITY int, @PAGES int, ", lastStatisticColumn }, statisticRows },
    CatalogProcedure{ u"sp_statistics_100", statisticParameters,
        { statisticColumns, u"@CARDINALITY bigint, @PAGES bigint, ", lastStatisticColumn }, statisticRows },
    CatalogProcedure{
        u"sp_special_columns", specialParameters, { specialColumns }, specialColumnRows<ClientAge::V80> },
    CatalogProcedure{
        u"sp_special_columns_90", specialParameters, { specialColumns }, specialColumnRows<ClientAge::V90> },
    CatalogProcedure{ u"sp_special_columns_100", specialParameters, { specialColumns },
        specialColumnRows<ClientAge::V100> },
};

} // namespace

std::span<const CatalogProcedure> keyProcedures()
{
    return procedures;
}

} // namespace tidemark::practice
