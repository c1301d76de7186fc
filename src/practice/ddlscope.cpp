#include "ddlscope.h"

#include "sessioncore.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

DdlScope::DdlScope(SessionCore &core, DatabasePtr database, DatabaseCatalog catalog, Rights rights)
    : m_core(&core), m_database(std::move(database)), m_catalog(std::move(catalog)),
      m_rights(std::move(rights))
{
}

SqlResult<DdlScope> DdlScope::begin(SessionCore &core, const QString &name)
{
    const DatabasePtr database = name.isEmpty() ? core.database() : core.server().database(name);
    if (!database)
        return sqlError(
            911, u"Database '%1' does not exist. Make sure that the name is entered correctly."_s.arg(name));
    if (SqlStatus ok = core.checkWritable(*database); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = core.attach(*database); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = core.transaction().beforeWrite(database); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = core.transaction().markStatement(); !ok)
        return sqlError(ok.error());
    const SqlResult<Rights> rights = core.rights(database);
    if (!rights)
        return sqlError(rights.error());
    const SqlResult<CatalogPtr> catalog = core.catalog(database);
    if (!catalog)
        return sqlError(catalog.error());
    return DdlScope(core, database, **catalog, *rights);
}

SqlStatus DdlScope::define(CatalogTable table)
{
    table.modified = m_core->statementTime;
    table.definition = m_core->server().newCatalogVersion();
    m_core->transaction().noteDefinition(m_database);
    return put(std::move(table));
}

SqlStatus DdlScope::put(CatalogTable table)
{
    SqlStatus saved = m_core->store(*m_database).save(table);
    m_catalog.put(std::move(table));
    return saved;
}

SqlStatus DdlScope::removeTable(int objectId)
{
    m_core->transaction().noteDefinition(m_database);
    m_catalog.removeTable(objectId);
    QList<CatalogPermission> kept = m_catalog.permissions();
    const auto removed = kept.removeIf([objectId](const CatalogPermission &permission) {
        return permission.securable == ast::Permission::Class::Object && permission.majorId == objectId;
    });
    if (removed > 0) {
        if (SqlStatus ok = putPermissions(kept); !ok)
            return ok;
    }
    return m_core->store(*m_database).removeTable(objectId);
}

SqlStatus DdlScope::put(const CatalogSchema &schema)
{
    m_catalog.put(schema);
    return m_core->store(*m_database).save(schema);
}

SqlStatus DdlScope::removeSchema(int id)
{
    m_catalog.removeSchema(id);
    return m_core->store(*m_database).removeSchema(id);
}

SqlStatus DdlScope::put(const CatalogPrincipal &principal)
{
    m_catalog.put(principal);
    return m_core->store(*m_database).save(principal);
}

SqlStatus DdlScope::removePrincipal(int id)
{
    m_catalog.removePrincipal(id);
    if (SqlStatus ok = m_core->store(*m_database).savePermissions(m_catalog); !ok)
        return ok;
    return m_core->store(*m_database).removePrincipal(id);
}

SqlStatus DdlScope::putPermissions(const QList<CatalogPermission> &permissions)
{
    m_catalog.setPermissions(permissions);
    return m_core->store(*m_database).savePermissions(m_catalog);
}

SqlStatus DdlScope::run(const QString &sql)
{
    return m_core->connection().run(sql);
}

SqlStatus DdlScope::finish()
{
    return m_core->adopt(m_database, std::move(m_catalog));
}

} // namespace tidemark::practice
