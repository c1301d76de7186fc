#include "answervalues.h"
#include "sqltypetext.h"
#include "systemviewrows.h"

#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<SqlRow>;

Rows schemataRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogSchema &schema : context.catalog->schemas())
        rows.push_back({ SqlValue(context.database->name()), SqlValue(schema.name),
            SqlValue(context.catalog->principals().value(schema.owner).name) });
    return rows;
}

Rows tableRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables())
        rows.push_back({ SqlValue(context.database->name()), SqlValue(table->view->schema),
            SqlValue(table->name), SqlValue(u"BASE TABLE"_s) });
    return rows;
}

SqlRow columnRow(const SystemViewContext &context, const CatalogTable &table, int index)
{
    const CatalogColumn &column = table.columns[index];
    const TypeId id = column.type.id;
    const bool hasLength = isText(id) || isBinary(id);
    const bool hasDigits = isNumber(id) && id != TypeId::Bit;
    const SqlValue length = !hasLength ? SqlValue()
        : column.type.isMax()          ? SqlValue(qint64(-1))
                                       : SqlValue(qint64(column.type.length));
    return { SqlValue(context.database->name()), SqlValue(table.view->schema), SqlValue(table.name),
        SqlValue(column.name), qint64(index + 1), catalogDefault(column.defaultText),
        SqlValue(column.nullable ? u"YES"_s : u"NO"_s), SqlValue(typeName(id)), length,
        hasLength ? SqlValue(qint64(maxLength(column.type))) : SqlValue(),
        hasDigits ? SqlValue(qint64(totalDigits(column.type))) : SqlValue(),
        hasDigits ? SqlValue(qint64(isFloat(id) ? 2 : 10)) : SqlValue(),
        hasDigits && !isFloat(id) ? SqlValue(qint64(fractionDigits(column.type))) : SqlValue(),
        isMoment(id) ? SqlValue(qint64(fractionDigits(column.type))) : SqlValue(),
        column.collation.isEmpty() ? SqlValue() : SqlValue(column.collation) };
}

Rows columnRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (int i = 0; i < table->columns.size(); ++i)
            rows.push_back(columnRow(context, *table, i));
    }
    return rows;
}

Rows constraintRows(const SystemViewContext &context)
{
    Rows rows;
    const auto add = [&](const CatalogTable &table, const QString &name, const QString &type) {
        const SqlValue database(context.database->name());
        const SqlValue schema(table.view->schema);
        rows.push_back({ database, schema, SqlValue(name), database, schema, SqlValue(table.name),
            SqlValue(type), SqlValue(u"NO"_s), SqlValue(u"NO"_s) });
    };
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogIndex &index : table->indexes) {
            if (index.objectId != 0)
                add(*table, index.name, index.primaryKey ? u"PRIMARY KEY"_s : u"UNIQUE"_s);
        }
        for (const CatalogCheck &check : table->checks)
            add(*table, check.name, u"CHECK"_s);
        for (const CatalogForeignKey &key : table->foreignKeys)
            add(*table, key.name, u"FOREIGN KEY"_s);
    }
    return rows;
}

Rows keyColumnRows(const SystemViewContext &context)
{
    Rows rows;
    const auto add = [&](const CatalogTable &table, const QString &name, const QList<int> &columns) {
        const SqlValue database(context.database->name());
        const SqlValue schema(table.view->schema);
        for (int i = 0; i < columns.size(); ++i)
            rows.push_back({ database, schema, SqlValue(name), database, schema, SqlValue(table.name),
                SqlValue(table.columns[table.columnIndex(columns[i])].name), qint64(i + 1) });
    };
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogIndex &index : table->indexes) {
            if (index.objectId != 0)
                add(*table, index.name, index.columns);
        }
        for (const CatalogForeignKey &key : table->foreignKeys)
            add(*table, key.name, key.columns);
    }
    return rows;
}

Rows noRows(const SystemViewContext &)
{
    return {};
}

constexpr std::array definitions = {
    SystemViewDefinition{ u"INFORMATION_SCHEMA", u"SCHEMATA",
        u"@CATALOG_NAME nvarchar(128), @SCHEMA_NAME nvarchar(128), @SCHEMA_OWNER nvarchar(128)",
        schemataRows },
    SystemViewDefinition{ u"INFORMATION_SCHEMA", u"TABLES",
        u"@TABLE_CATALOG nvarchar(128), @TABLE_SCHEMA nvarchar(128), @TABLE_NAME sysname, "
        u"@TABLE_TYPE varchar(10)",
        tableRows },
    SystemViewDefinition{ u"INFORMATION_SCHEMA", u"VIEWS",
        u"@TABLE_CATALOG nvarchar(128), @TABLE_SCHEMA nvarchar(128), @TABLE_NAME sysname", noRows },
    SystemViewDefinition{ u"INFORMATION_SCHEMA", u"COLUMNS",
        u"@TABLE_CATALOG nvarchar(128), @TABLE_SCHEMA nvarchar(128), @TABLE_NAME sysname, "
        u"@COLUMN_NAME sysname, @ORDINAL_POSITION int, @COLUMN_DEFAULT nvarchar(4000), "
        u"@IS_NULLABLE varchar(3), @DATA_TYPE nvarchar(128), @CHARACTER_MAXIMUM_LENGTH int, "
        u"@CHARACTER_OCTET_LENGTH int, @NUMERIC_PRECISION tinyint, @NUMERIC_PRECISION_RADIX smallint, "
        u"@NUMERIC_SCALE int, @DATETIME_PRECISION smallint, @COLLATION_NAME sysname",
        columnRows },
    SystemViewDefinition{ u"INFORMATION_SCHEMA", u"TABLE_CONSTRAINTS",
        u"@CONSTRAINT_CATALOG nvarchar(128), @CONSTRAINT_SCHEMA nvarchar(128), @CONSTRAINT_NAME sysname, "
        u"@TABLE_CATALOG nvarchar(128), @TABLE_SCHEMA nvarchar(128), @TABLE_NAME sysname, "
        u"@CONSTRAINT_TYPE varchar(11), @IS_DEFERRABLE varchar(2), @INITIALLY_DEFERRED varchar(2)",
        constraintRows },
    SystemViewDefinition{ u"INFORMATION_SCHEMA", u"KEY_COLUMN_USAGE",
        u"@CONSTRAINT_CATALOG nvarchar(128), @CONSTRAINT_SCHEMA nvarchar(128), @CONSTRAINT_NAME sysname, "
        u"@TABLE_CATALOG nvarchar(128), @TABLE_SCHEMA nvarchar(128), @TABLE_NAME sysname, "
        u"@COLUMN_NAME sysname, @ORDINAL_POSITION int",
        keyColumnRows },
};

} // namespace

std::span<const SystemViewDefinition> informationViews()
{
    return definitions;
}

} // namespace tidemark::practice
