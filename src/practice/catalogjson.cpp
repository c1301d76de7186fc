#include "catalogjson.h"

#include "sqltypetext.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// 64-bit numbers as text: JSON's are doubles.
QString numberText(qint64 number)
{
    return QString::number(number);
}

qint64 numberOf(const QJsonValue &value)
{
    return value.toString().toLongLong();
}

QJsonArray idsToJson(const QList<int> &ids)
{
    QJsonArray array;
    for (const int id : ids)
        array.append(id);
    return array;
}

QList<int> idsFromJson(const QJsonValue &value)
{
    QList<int> ids;
    const QJsonArray array = value.toArray();
    for (const auto &id : array)
        ids += id.toInt();
    return ids;
}

QJsonObject momentToJson(const MomentValue &moment)
{
    return { { u"days"_s, moment.days }, { u"ticks"_s, numberText(moment.ticks) } };
}

MomentValue momentFromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    return { json[u"days"_s].toInt(), numberOf(json[u"ticks"_s]), 0 };
}

template <typename Item, typename Convert>
QJsonArray listToJson(const QList<Item> &items, Convert convert)
{
    QJsonArray array;
    for (const Item &item : items)
        array.append(convert(item));
    return array;
}

template <typename Convert>
auto listFromJson(const QJsonValue &value, Convert convert)
{
    QList<decltype(convert(QJsonObject()))> items;
    const QJsonArray array = value.toArray();
    for (const auto &item : array)
        items += convert(item.toObject());
    return items;
}

QJsonObject columnToJson(const CatalogColumn &column)
{
    QJsonObject json{ { u"id"_s, column.id }, { u"name"_s, column.name },
        { u"type"_s, typeName(column.type.id) }, { u"length"_s, column.type.length },
        { u"precision"_s, column.type.precision }, { u"scale"_s, column.type.scale },
        { u"utf8"_s, column.type.utf8 }, { u"collation"_s, column.collation },
        { u"nullable"_s, column.nullable }, { u"storage"_s, column.storage },
        { u"default"_s, column.defaultText }, { u"defaultName"_s, column.defaultName },
        { u"defaultId"_s, column.defaultId }, { u"computed"_s, column.computedText },
        { u"persisted"_s, column.persisted } };
    if (column.identity) {
        json[u"seed"_s] = numberText(column.identity->seed);
        json[u"increment"_s] = numberText(column.identity->increment);
    }
    return json;
}

CatalogColumn columnFromJson(const QJsonObject &json)
{
    CatalogColumn column;
    column.id = json[u"id"_s].toInt();
    column.name = json[u"name"_s].toString();
    column.type = typeByName(json[u"type"_s].toString()).value_or(SqlType());
    column.type.length = json[u"length"_s].toInt();
    column.type.precision = json[u"precision"_s].toInt();
    column.type.scale = json[u"scale"_s].toInt();
    column.type.utf8 = json[u"utf8"_s].toBool();
    column.collation = json[u"collation"_s].toString();
    column.nullable = json[u"nullable"_s].toBool();
    column.storage = json[u"storage"_s].toString();
    column.defaultText = json[u"default"_s].toString();
    column.defaultName = json[u"defaultName"_s].toString();
    column.defaultId = json[u"defaultId"_s].toInt();
    column.computedText = json[u"computed"_s].toString();
    column.persisted = json[u"persisted"_s].toBool();
    if (json.contains(u"seed"_s))
        column.identity = ast::IdentitySpec{ numberOf(json[u"seed"_s]), numberOf(json[u"increment"_s]) };
    return column;
}

QJsonObject indexToJson(const CatalogIndex &index)
{
    return { { u"id"_s, index.id }, { u"objectId"_s, index.objectId }, { u"name"_s, index.name },
        { u"primaryKey"_s, index.primaryKey }, { u"unique"_s, index.unique },
        { u"clustered"_s, index.clustered }, { u"columns"_s, idsToJson(index.columns) } };
}

CatalogIndex indexFromJson(const QJsonObject &json)
{
    return { json[u"id"_s].toInt(), json[u"objectId"_s].toInt(), json[u"name"_s].toString(),
        json[u"primaryKey"_s].toBool(), json[u"unique"_s].toBool(), json[u"clustered"_s].toBool(),
        idsFromJson(json[u"columns"_s]) };
}

QJsonObject checkToJson(const CatalogCheck &check)
{
    return { { u"objectId"_s, check.objectId }, { u"name"_s, check.name }, { u"text"_s, check.text },
        { u"trusted"_s, check.trusted }, { u"disabled"_s, check.disabled } };
}

CatalogCheck checkFromJson(const QJsonObject &json)
{
    return { json[u"objectId"_s].toInt(), json[u"name"_s].toString(), json[u"text"_s].toString(),
        json[u"trusted"_s].toBool(true), json[u"disabled"_s].toBool() };
}

QJsonObject foreignKeyToJson(const CatalogForeignKey &key)
{
    return { { u"objectId"_s, key.objectId }, { u"name"_s, key.name },
        { u"columns"_s, idsToJson(key.columns) }, { u"references"_s, key.references },
        { u"referencedColumns"_s, idsToJson(key.referencedColumns) }, { u"onDelete"_s, int(key.onDelete) },
        { u"onUpdate"_s, int(key.onUpdate) }, { u"trusted"_s, key.trusted },
        { u"disabled"_s, key.disabled } };
}

CatalogForeignKey foreignKeyFromJson(const QJsonObject &json)
{
    return { json[u"objectId"_s].toInt(), json[u"name"_s].toString(), idsFromJson(json[u"columns"_s]),
        json[u"references"_s].toInt(), idsFromJson(json[u"referencedColumns"_s]),
        static_cast<ast::ReferenceAction>(json[u"onDelete"_s].toInt()),
        static_cast<ast::ReferenceAction>(json[u"onUpdate"_s].toInt()), json[u"trusted"_s].toBool(true),
        json[u"disabled"_s].toBool() };
}

} // namespace

QJsonObject toJson(const CatalogTable &table)
{
    QJsonObject json{ { u"objectId"_s, table.objectId }, { u"schemaId"_s, table.schemaId },
        { u"name"_s, table.name }, { u"created"_s, momentToJson(table.created) },
        { u"modified"_s, momentToJson(table.modified) }, { u"definition"_s, numberText(table.definition) },
        { u"lastColumnId"_s, table.lastColumnId }, { u"lastStorage"_s, table.lastStorage },
        { u"columns"_s, listToJson(table.columns, columnToJson) },
        { u"indexes"_s, listToJson(table.indexes, indexToJson) },
        { u"checks"_s, listToJson(table.checks, checkToJson) },
        { u"foreignKeys"_s, listToJson(table.foreignKeys, foreignKeyToJson) } };
    if (const auto &tracking = table.tracking)
        json[u"tracking"_s] = QJsonObject{ { u"columns"_s, tracking->columnsUpdated },
            { u"begin"_s, numberText(tracking->beginVersion) },
            { u"cleanup"_s, numberText(tracking->cleanupVersion) },
            { u"minValid"_s, numberText(tracking->minValidVersion) } };
    if (table.replay)
        json[u"replay"_s] =
            QJsonObject{ { u"shape"_s, table.replay->shape }, { u"rows"_s, numberText(table.replay->rows) } };
    return json;
}

CatalogTable tableFromJson(const QJsonObject &json)
{
    CatalogTable table;
    table.objectId = json[u"objectId"_s].toInt();
    table.schemaId = json[u"schemaId"_s].toInt();
    table.name = json[u"name"_s].toString();
    table.created = momentFromJson(json[u"created"_s]);
    table.modified = momentFromJson(json[u"modified"_s]);
    table.definition = numberOf(json[u"definition"_s]);
    table.lastColumnId = json[u"lastColumnId"_s].toInt();
    table.lastStorage = json[u"lastStorage"_s].toInt();
    table.columns = listFromJson(json[u"columns"_s], columnFromJson);
    table.indexes = listFromJson(json[u"indexes"_s], indexFromJson);
    table.checks = listFromJson(json[u"checks"_s], checkFromJson);
    table.foreignKeys = listFromJson(json[u"foreignKeys"_s], foreignKeyFromJson);
    if (const QJsonObject tracking = json[u"tracking"_s].toObject(); !tracking.isEmpty())
        table.tracking = CatalogTracking{ tracking[u"columns"_s].toBool(), numberOf(tracking[u"begin"_s]),
            numberOf(tracking[u"cleanup"_s]), numberOf(tracking[u"minValid"_s]) };
    if (const QJsonObject replay = json[u"replay"_s].toObject(); !replay.isEmpty())
        table.replay = CatalogReplay{ replay[u"shape"_s].toString(), numberOf(replay[u"rows"_s]) };
    return table;
}

QJsonObject toJson(const CatalogSchema &schema)
{
    return { { u"id"_s, schema.id }, { u"name"_s, schema.name }, { u"owner"_s, schema.owner } };
}

CatalogSchema schemaFromJson(const QJsonObject &json)
{
    return { json[u"id"_s].toInt(), json[u"name"_s].toString(), json[u"owner"_s].toInt() };
}

QJsonObject toJson(const CatalogPrincipal &principal)
{
    return { { u"id"_s, principal.id }, { u"name"_s, principal.name }, { u"role"_s, principal.role },
        { u"login"_s, principal.login }, { u"memberOf"_s, idsToJson(principal.memberOf) } };
}

CatalogPrincipal principalFromJson(const QJsonObject &json)
{
    return { json[u"id"_s].toInt(), json[u"name"_s].toString(), json[u"role"_s].toBool(),
        json[u"login"_s].toString(), idsFromJson(json[u"memberOf"_s]) };
}

QJsonObject toJson(const CatalogPermission &permission)
{
    return { { u"class"_s, int(permission.securable) }, { u"majorId"_s, permission.majorId },
        { u"columnId"_s, permission.columnId }, { u"grantee"_s, permission.grantee },
        { u"permission"_s, permission.permission }, { u"deny"_s, permission.deny } };
}

CatalogPermission permissionFromJson(const QJsonObject &json)
{
    return { static_cast<ast::Permission::Class>(json[u"class"_s].toInt()), json[u"majorId"_s].toInt(),
        json[u"columnId"_s].toInt(), json[u"grantee"_s].toInt(), json[u"permission"_s].toString(),
        json[u"deny"_s].toBool() };
}

} // namespace tidemark::practice
