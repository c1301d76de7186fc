#include "databasecatalog.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BuiltIn {
    int id;
    const char16_t *name;
};

constexpr std::array builtInSchemas = { BuiltIn{ 1, u"dbo" }, BuiltIn{ 2, u"guest" },
    BuiltIn{ 3, u"INFORMATION_SCHEMA" }, BuiltIn{ 4, u"sys" } };

constexpr std::array builtInRoles = { BuiltIn{ 0, u"public" }, BuiltIn{ 16384, u"db_owner" },
    BuiltIn{ 16387, u"db_ddladmin" }, BuiltIn{ 16390, u"db_datareader" }, BuiltIn{ 16391, u"db_datawriter" },
    BuiltIn{ 16392, u"db_denydatareader" }, BuiltIn{ 16393, u"db_denydatawriter" } };

// As SQL Server counts them.
constexpr int firstObjectId = 245575913;
constexpr int objectIdStep = 16000057;

bool sameName(const QString &left, const QString &right, const Collation &collation)
{
    return compareText(left, right, collation) == 0;
}

/// The table and its constraints: all have an id and share the names of the schema.
QList<std::pair<QString, int>> objectNames(const CatalogTable &table)
{
    QList<std::pair<QString, int>> names{ { table.name, table.objectId } };
    for (const CatalogIndex &index : table.indexes) {
        if (index.objectId != 0)
            names.append({ index.name, index.objectId });
    }
    for (const CatalogCheck &check : table.checks)
        names.append({ check.name, check.objectId });
    for (const CatalogForeignKey &foreignKey : table.foreignKeys)
        names.append({ foreignKey.name, foreignKey.objectId });
    for (const CatalogColumn &column : table.columns) {
        if (column.defaultId != 0)
            names.append({ column.defaultName, column.defaultId });
    }
    return names;
}

} // namespace

DatabaseCatalog::DatabaseCatalog(QString database, QString prefix, QString collationName)
    : m_database(std::move(database)), m_prefix(std::move(prefix)), m_collationName(std::move(collationName)),
      m_collation(collationByName(m_collationName).value_or(Collation()))
{
    for (const BuiltIn &schema : builtInSchemas)
        put(CatalogSchema{ schema.id, QString::fromUtf16(schema.name), schema.id });
    for (const BuiltIn &user : builtInSchemas)
        put(CatalogPrincipal{ user.id, QString::fromUtf16(user.name), false, {}, {} });
    for (const BuiltIn &role : builtInRoles)
        put(CatalogPrincipal{ role.id, QString::fromUtf16(role.name), true, {}, {} });
}

QString DatabaseCatalog::key(int schemaId, const QString &name) const
{
    return QString::number(schemaId) + u'.' + (m_collation.caseSensitive ? name : name.toCaseFolded());
}

CatalogTablePtr DatabaseCatalog::table(const QString &schemaName, const QString &name) const
{
    const CatalogSchema *found = schema(schemaName);
    return found ? m_tables.value(objectId(found->id, name)) : nullptr;
}

QList<CatalogTablePtr> DatabaseCatalog::childrenOf(int objectId) const
{
    QMap<int, CatalogTablePtr> children; // each once
    for (const int id : m_children.values(objectId))
        children.insert(id, m_tables.value(id));
    return children.values();
}

const CatalogSchema *DatabaseCatalog::schema(const QString &name) const
{
    const auto found = std::find_if(m_schemas.cbegin(), m_schemas.cend(),
        [&](const CatalogSchema &schema) { return sameName(schema.name, name, m_collation); });
    return found == m_schemas.cend() ? nullptr : &*found;
}

const CatalogPrincipal *DatabaseCatalog::principal(const QString &name) const
{
    const auto found = std::find_if(m_principals.cbegin(), m_principals.cend(),
        [&](const CatalogPrincipal &principal) { return sameName(principal.name, name, m_collation); });
    return found == m_principals.cend() ? nullptr : &*found;
}

const CatalogPrincipal *DatabaseCatalog::userOfLogin(const QString &login) const
{
    const auto found =
        std::find_if(m_principals.cbegin(), m_principals.cend(), [&](const CatalogPrincipal &principal) {
            return !principal.login.isEmpty() && principal.login.compare(login, Qt::CaseInsensitive) == 0;
        });
    return found == m_principals.cend() ? nullptr : &*found;
}

int DatabaseCatalog::objectId(int schemaId, const QString &name) const
{
    return m_objectIds.value(key(schemaId, name));
}

int DatabaseCatalog::newObjectId()
{
    const qint64 next = lastObjectId == 0 ? firstObjectId : qint64(lastObjectId) + objectIdStep;
    lastObjectId = int(next & 0x7fffffff);
    return lastObjectId;
}

void DatabaseCatalog::put(CatalogTable table)
{
    removeTable(table.objectId);
    table.view = makeTableView(table, m_database, m_schemas.value(table.schemaId).name, m_prefix);
    for (const auto &[name, id] : objectNames(table))
        m_objectIds.insert(key(table.schemaId, name), id);
    for (const CatalogForeignKey &foreignKey : std::as_const(table.foreignKeys))
        m_children.insert(foreignKey.references, table.objectId);
    m_tables.insert(table.objectId, std::make_shared<const CatalogTable>(std::move(table)));
}

void DatabaseCatalog::removeTable(int objectId)
{
    const CatalogTablePtr table = m_tables.take(objectId);
    if (!table)
        return;
    for (const auto &[name, id] : objectNames(*table))
        m_objectIds.remove(key(table->schemaId, name));
    for (const CatalogForeignKey &foreignKey : table->foreignKeys)
        m_children.remove(foreignKey.references, objectId);
}

void DatabaseCatalog::removePrincipal(int id)
{
    m_principals.remove(id);
    m_permissions.removeIf([id](const CatalogPermission &permission) { return permission.grantee == id; });
}

} // namespace tidemark::practice
