#include "answervalues.h"
#include "sqltypetext.h"
#include "systemtypes.h"
#include "systemviewrows.h"

#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<SqlRow>;

Rows schemaRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogSchema &schema : context.catalog->schemas())
        rows.push_back({ SqlValue(schema.name), qint64(schema.id), qint64(schema.owner) });
    return rows;
}

constexpr const char16_t *objectColumns =
    u"@name sysname, @object_id int, @principal_id int, @schema_id int, @parent_object_id int, @type "
    u"char(2), "
    u"@type_desc nvarchar(60), @create_date datetime, @modify_date datetime, @is_ms_shipped bit, "
    u"@is_published bit, @is_schema_published bit";

SqlRow objectRow(const QString &name, int id, const CatalogTable &table, int parent, const QString &type,
    const QString &description)
{
    return { SqlValue(name), qint64(id), SqlValue(), qint64(table.schemaId), qint64(parent), SqlValue(type),
        SqlValue(description), catalogDateTime(table.created), catalogDateTime(table.modified),
        flagValue(false), flagValue(false), flagValue(false) };
}

Rows objectRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        const int id = table->objectId;
        rows.push_back(objectRow(table->name, id, *table, 0, u"U "_s, u"USER_TABLE"_s));
        for (const CatalogIndex &index : table->indexes) {
            if (index.objectId == 0)
                continue;
            rows.push_back(
                objectRow(index.name, index.objectId, *table, id, index.primaryKey ? u"PK"_s : u"UQ"_s,
                    index.primaryKey ? u"PRIMARY_KEY_CONSTRAINT"_s : u"UNIQUE_CONSTRAINT"_s));
        }
        for (const CatalogCheck &check : table->checks)
            rows.push_back(objectRow(check.name, check.objectId, *table, id, u"C "_s, u"CHECK_CONSTRAINT"_s));
        for (const CatalogForeignKey &key : table->foreignKeys)
            rows.push_back(
                objectRow(key.name, key.objectId, *table, id, u"F "_s, u"FOREIGN_KEY_CONSTRAINT"_s));
        for (const CatalogColumn &column : table->columns) {
            if (column.defaultId != 0)
                rows.push_back(objectRow(
                    column.defaultName, column.defaultId, *table, id, u"D "_s, u"DEFAULT_CONSTRAINT"_s));
        }
    }
    return rows;
}

Rows tableRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        SqlRow row = objectRow(table->name, table->objectId, *table, 0, u"U "_s, u"USER_TABLE"_s);
        const SqlRow more{ qint64(0), SqlValue(), qint64(table->lastColumnId), flagValue(false), qint64(0),
            flagValue(false) };
        row.insert(row.end(), more.begin(), more.end());
        rows.push_back(std::move(row));
    }
    return rows;
}

SqlRow columnRow(const CatalogTable &table, const CatalogColumn &column)
{
    const SystemType &type = systemType(column.type.id);
    return { qint64(table.objectId), SqlValue(column.name), qint64(column.id), qint64(type.systemTypeId),
        qint64(type.userTypeId), qint64(maxLength(column.type)), qint64(totalDigits(column.type)),
        qint64(fractionDigits(column.type)),
        column.collation.isEmpty() ? SqlValue() : SqlValue(column.collation), flagValue(column.nullable),
        flagValue(false), flagValue(false), flagValue(column.identity.has_value()),
        flagValue(!column.computedText.isEmpty()), qint64(column.defaultId), flagValue(false),
        flagValue(false), qint64(0), SqlValue(), SqlValue(), flagValue(false) };
}

Rows columnRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogColumn &column : table->columns)
            rows.push_back(columnRow(*table, column));
    }
    return rows;
}

Rows typeRows(const SystemViewContext &context)
{
    Rows rows;
    for (const SystemType &type : systemTypes()) {
        SqlType widest{ type.id };
        if (isText(type.id) || isBinary(type.id))
            widest.length = isUnicode(type.id) ? 4000 : 8000;
        if (isDecimal(type.id))
            widest.precision = widest.scale = 38;
        if (isMoment(type.id))
            widest.scale = 7;
        const bool sysname = type.userTypeId == 256;
        if (sysname)
            widest.length = 128;
        rows.push_back({ SqlValue(QString::fromUtf16(type.name)), qint64(type.systemTypeId),
            qint64(type.userTypeId), qint64(4), qint64(maxLength(widest)), qint64(totalDigits(widest)),
            qint64(fractionDigits(widest)),
            isText(type.id) ? SqlValue(context.catalog->collationName()) : SqlValue(), flagValue(!sysname),
            flagValue(false), flagValue(isClr(type.id)), qint64(0), qint64(0), flagValue(false) });
    }
    return rows;
}

SqlRow indexRow(const CatalogTable &table, const CatalogIndex &index)
{
    return { qint64(table.objectId), SqlValue(index.name), qint64(index.id), qint64(index.clustered ? 1 : 2),
        SqlValue(index.clustered ? u"CLUSTERED"_s : u"NONCLUSTERED"_s), flagValue(index.unique), qint64(1),
        flagValue(false), flagValue(index.primaryKey), flagValue(index.objectId != 0 && !index.primaryKey),
        flagValue(false), flagValue(false), flagValue(false) };
}

Rows indexRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        bool heap = true;
        for (const CatalogIndex &index : table->indexes) {
            heap = heap && !index.clustered;
            rows.push_back(indexRow(*table, index));
        }
        if (heap)
            rows.push_back({ qint64(table->objectId), SqlValue(), qint64(0), qint64(0), SqlValue(u"HEAP"_s),
                flagValue(false), qint64(1), flagValue(false), flagValue(false), flagValue(false),
                flagValue(false), flagValue(false), flagValue(false) });
    }
    return rows;
}

Rows indexColumnRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogIndex &index : table->indexes) {
            for (int i = 0; i < index.columns.size(); ++i)
                rows.push_back({ qint64(table->objectId), qint64(index.id), qint64(i + 1),
                    qint64(index.columns[i]), qint64(i + 1), qint64(0), flagValue(false), flagValue(false) });
        }
    }
    return rows;
}

Rows keyConstraintRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogIndex &index : table->indexes) {
            if (index.objectId != 0)
                rows.push_back({ SqlValue(index.name), qint64(index.objectId), qint64(table->schemaId),
                    qint64(table->objectId), SqlValue(index.primaryKey ? u"PK"_s : u"UQ"_s),
                    qint64(index.id) });
        }
    }
    return rows;
}

Rows defaultRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogColumn &column : table->columns) {
            if (column.defaultId != 0)
                rows.push_back(
                    { SqlValue(column.defaultName), qint64(column.defaultId), qint64(table->schemaId),
                        qint64(table->objectId), qint64(column.id), catalogDefault(column.defaultText) });
        }
    }
    return rows;
}

Rows checkRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogCheck &check : table->checks)
            rows.push_back({ SqlValue(check.name), qint64(check.objectId), qint64(table->schemaId),
                qint64(table->objectId), SqlValue(check.text), flagValue(check.disabled),
                flagValue(!check.trusted) });
    }
    return rows;
}

QString actionText(ast::ReferenceAction action)
{
    static const QStringList texts = { u"NO_ACTION"_s, u"CASCADE"_s, u"SET_NULL"_s, u"SET_DEFAULT"_s };
    return texts[int(action)];
}

Rows foreignKeyRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogForeignKey &key : table->foreignKeys)
            rows.push_back({ SqlValue(key.name), qint64(key.objectId), qint64(table->schemaId),
                qint64(table->objectId), qint64(key.references), flagValue(key.disabled),
                flagValue(!key.trusted), qint64(key.onDelete), SqlValue(actionText(key.onDelete)),
                qint64(key.onUpdate), SqlValue(actionText(key.onUpdate)) });
    }
    return rows;
}

Rows foreignKeyColumnRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogForeignKey &key : table->foreignKeys) {
            for (int i = 0; i < key.columns.size(); ++i)
                rows.push_back({ qint64(key.objectId), qint64(i + 1), qint64(table->objectId),
                    qint64(key.columns[i]), qint64(key.references), qint64(key.referencedColumns[i]) });
        }
    }
    return rows;
}

Rows identityRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        if (const CatalogColumn *column = table->identityColumn())
            rows.push_back({ qint64(table->objectId), SqlValue(column->name), qint64(column->id),
                SqlValue(column->identity->seed), SqlValue(column->identity->increment) });
    }
    return rows;
}

Rows computedRows(const SystemViewContext &context)
{
    Rows rows;
    for (const CatalogTablePtr &table : context.visibleTables()) {
        for (const CatalogColumn &column : table->columns) {
            if (!column.computedText.isEmpty())
                rows.push_back({ qint64(table->objectId), SqlValue(column.name), qint64(column.id),
                    SqlValue(column.computedText), flagValue(column.persisted) });
        }
    }
    return rows;
}

Rows noRows(const SystemViewContext &)
{
    return {};
}

constexpr std::array definitions = {
    SystemViewDefinition{
        u"sys", u"schemas", u"@name sysname, @schema_id int, @principal_id int", schemaRows },
    SystemViewDefinition{ u"sys", u"objects", objectColumns, objectRows },
    SystemViewDefinition{ u"sys", u"all_objects", objectColumns, objectRows },
    SystemViewDefinition{ u"sys", u"tables",
        u"@name sysname, @object_id int, @principal_id int, @schema_id int, @parent_object_id int, "
        u"@type char(2), @type_desc nvarchar(60), @create_date datetime, @modify_date datetime, "
        u"@is_ms_shipped bit, @is_published bit, @is_schema_published bit, @lob_data_space_id int, "
        u"@filestream_data_space_id int, @max_column_id_used int, @is_memory_optimized bit, "
        u"@temporal_type tinyint, @is_external bit",
        tableRows },
    SystemViewDefinition{ u"sys", u"views", objectColumns, noRows },
    SystemViewDefinition{ u"sys", u"procedures", objectColumns, noRows },
    SystemViewDefinition{ u"sys", u"internal_tables", objectColumns, noRows },
    SystemViewDefinition{ u"sys", u"columns",
        u"@object_id int, @name sysname, @column_id int, @system_type_id tinyint, @user_type_id int, "
        u"@max_length smallint, @precision tinyint, @scale tinyint, @collation_name sysname, @is_nullable "
        u"bit, "
        u"@is_ansi_padded bit, @is_rowguidcol bit, @is_identity bit, @is_computed bit, "
        u"@default_object_id int, @is_sparse bit, @is_column_set bit, @generated_always_type tinyint, "
        u"@generated_always_type_desc nvarchar(60), @encryption_type int, @is_hidden bit",
        columnRows },
    SystemViewDefinition{ u"sys", u"types",
        u"@name sysname, @system_type_id tinyint, @user_type_id int, @schema_id int, @max_length smallint, "
        u"@precision tinyint, @scale tinyint, @collation_name sysname, @is_nullable bit, "
        u"@is_user_defined bit, @is_assembly_type bit, @default_object_id int, @rule_object_id int, "
        u"@is_table_type bit",
        typeRows },
    SystemViewDefinition{ u"sys", u"indexes",
        u"@object_id int, @name sysname, @index_id int, @type tinyint, @type_desc nvarchar(60), "
        u"@is_unique bit, @data_space_id int, @ignore_dup_key bit, @is_primary_key bit, "
        u"@is_unique_constraint bit, @is_disabled bit, @is_hypothetical bit, @has_filter bit",
        indexRows },
    SystemViewDefinition{ u"sys", u"index_columns",
        u"@object_id int, @index_id int, @index_column_id int, @column_id int, @key_ordinal tinyint, "
        u"@partition_ordinal tinyint, @is_descending_key bit, @is_included_column bit",
        indexColumnRows },
    SystemViewDefinition{ u"sys", u"key_constraints",
        u"@name sysname, @object_id int, @schema_id int, @parent_object_id int, @type char(2), "
        u"@unique_index_id int",
        keyConstraintRows },
    SystemViewDefinition{ u"sys", u"default_constraints",
        u"@name sysname, @object_id int, @schema_id int, @parent_object_id int, @parent_column_id int, "
        u"@definition nvarchar(max)",
        defaultRows },
    SystemViewDefinition{ u"sys", u"check_constraints",
        u"@name sysname, @object_id int, @schema_id int, @parent_object_id int, @definition nvarchar(max), "
        u"@is_disabled bit, @is_not_trusted bit",
        checkRows },
    SystemViewDefinition{ u"sys", u"foreign_keys",
        u"@name sysname, @object_id int, @schema_id int, @parent_object_id int, @referenced_object_id int, "
        u"@is_disabled bit, @is_not_trusted bit, @delete_referential_action tinyint, "
        u"@delete_referential_action_desc nvarchar(60), @update_referential_action tinyint, "
        u"@update_referential_action_desc nvarchar(60)",
        foreignKeyRows },
    SystemViewDefinition{ u"sys", u"foreign_key_columns",
        u"@constraint_object_id int, @constraint_column_id int, @parent_object_id int, "
        u"@parent_column_id int, @referenced_object_id int, @referenced_column_id int",
        foreignKeyColumnRows },
    SystemViewDefinition{ u"sys", u"identity_columns",
        u"@object_id int, @name sysname, @column_id int, @seed_value bigint, @increment_value bigint",
        identityRows },
    SystemViewDefinition{ u"sys", u"computed_columns",
        u"@object_id int, @name sysname, @column_id int, @definition nvarchar(max), @is_persisted bit",
        computedRows },
};

} // namespace

std::span<const SystemViewDefinition> objectViews()
{
    return definitions;
}

} // namespace tidemark::practice
