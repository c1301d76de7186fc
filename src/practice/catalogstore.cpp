#include "catalogstore.h"

#include "catalogjson.h"

#include <QJsonDocument>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

CatalogStore::CatalogStore(SqliteConnection &connection, QString prefix)
    : m_connection(connection), m_prefix(std::move(prefix))
{
}

SqlStatus CatalogStore::create(const DatabaseCatalog &catalog) const
{
    const QString sql = uR"(
CREATE TABLE %1.sys_catalog (kind, id, body, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE %1.sys_counters (catalog_version, current_version, last_object_id, row_version);
INSERT INTO %1.sys_counters VALUES (0, 0, 0, 2000);
CREATE TABLE %1.sys_commits (commit_ts INTEGER PRIMARY KEY, commit_time, xdes_id);
CREATE TABLE %1.sys_rowcounts (object_id INTEGER PRIMARY KEY, rows, identity);
)"_s.arg(m_prefix);
    if (SqlStatus ok = m_connection.run(sql); !ok)
        return ok;
    for (const CatalogSchema &schema : catalog.schemas()) {
        if (SqlStatus ok = save(schema); !ok)
            return ok;
    }
    for (const CatalogPrincipal &principal : catalog.principals()) {
        if (SqlStatus ok = save(principal); !ok)
            return ok;
    }
    return saveVersion(catalog);
}

SqlResult<qint64> CatalogStore::version() const
{
    const auto version =
        m_connection.integer(u"SELECT catalog_version FROM "_s + m_prefix + u".sys_counters"_s);
    if (!version)
        return sqlError(version.error());
    return version->value_or(0);
}

SqlStatus CatalogStore::load(DatabaseCatalog &catalog) const
{
    SqlResult<SqliteStatement> counters = m_connection.prepare(
        u"SELECT catalog_version, last_object_id FROM "_s + m_prefix + u".sys_counters"_s);
    if (!counters)
        return sqlError(counters.error());
    if (counters->step() != SqliteStatement::Step::Row)
        return sqlError(m_connection.failure());
    catalog.version = counters->integer(0);
    catalog.lastObjectId = int(counters->integer(1));

    // Schemas come before tables, whose views need their names: 'schema' < 'table'.
    SqlResult<SqliteStatement> rows =
        m_connection.prepare(u"SELECT kind, body FROM "_s + m_prefix + u".sys_catalog ORDER BY kind, id"_s);
    if (!rows)
        return sqlError(rows.error());
    QList<CatalogPermission> permissions;
    SqliteStatement::Step step = rows->step();
    for (; step == SqliteStatement::Step::Row; step = rows->step()) {
        const QString kind = rows->text(0);
        const QJsonObject body = QJsonDocument::fromJson(rows->blob(1)).object();
        if (kind == u"table")
            catalog.put(tableFromJson(body));
        else if (kind == u"schema")
            catalog.put(schemaFromJson(body));
        else if (kind == u"principal")
            catalog.put(principalFromJson(body));
        else
            permissions += permissionFromJson(body);
    }
    if (step == SqliteStatement::Step::Failed)
        return sqlError(m_connection.failure());
    catalog.setPermissions(permissions);
    return {};
}

SqlStatus CatalogStore::put(const QString &kind, int id, const QJsonObject &body) const
{
    SqlResult<SqliteStatement> statement =
        m_connection.prepare(u"INSERT OR REPLACE INTO "_s + m_prefix + u".sys_catalog VALUES (?, ?, ?)"_s);
    if (!statement)
        return sqlError(statement.error());
    statement->bindText(1, kind).bind(2, id).bindBlob(3, QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (!statement->run())
        return sqlError(m_connection.failure());
    return {};
}

SqlStatus CatalogStore::remove(const QString &kind, int id) const
{
    return m_connection.run(
        u"DELETE FROM %1.sys_catalog WHERE kind = '%2' AND id = %3"_s.arg(m_prefix, kind).arg(id));
}

SqlStatus CatalogStore::save(const CatalogTable &table) const
{
    return put(u"table"_s, table.objectId, toJson(table));
}

SqlStatus CatalogStore::removeTable(int objectId) const
{
    return remove(u"table"_s, objectId);
}

SqlStatus CatalogStore::save(const CatalogSchema &schema) const
{
    return put(u"schema"_s, schema.id, toJson(schema));
}

SqlStatus CatalogStore::removeSchema(int id) const
{
    return remove(u"schema"_s, id);
}

SqlStatus CatalogStore::save(const CatalogPrincipal &principal) const
{
    return put(u"principal"_s, principal.id, toJson(principal));
}

SqlStatus CatalogStore::removePrincipal(int id) const
{
    return remove(u"principal"_s, id);
}

SqlStatus CatalogStore::savePermissions(const DatabaseCatalog &catalog) const
{
    if (SqlStatus ok =
            m_connection.run(u"DELETE FROM "_s + m_prefix + u".sys_catalog WHERE kind = 'permission'"_s);
        !ok)
        return ok;
    int id = 0;
    for (const CatalogPermission &permission : catalog.permissions()) {
        if (SqlStatus ok = put(u"permission"_s, ++id, toJson(permission)); !ok)
            return ok;
    }
    return {};
}

SqlStatus CatalogStore::saveVersion(const DatabaseCatalog &catalog) const
{
    return m_connection.run(
        u"UPDATE %1.sys_counters SET catalog_version = %2, last_object_id = %3"_s.arg(m_prefix)
            .arg(catalog.version)
            .arg(catalog.lastObjectId));
}

} // namespace tidemark::practice
