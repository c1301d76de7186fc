#include "rights.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int dbOwner = 16384;
constexpr int dbDdlAdmin = 16387;
constexpr int dbDataReader = 16390;
constexpr int dbDataWriter = 16391;
constexpr int dbDenyDataReader = 16392;
constexpr int dbDenyDataWriter = 16393;

bool isWrite(const QString &permission)
{
    return permission == u"INSERT" || permission == u"UPDATE" || permission == u"DELETE";
}

} // namespace

bool permissionIncludes(const QString &held, const QString &asked)
{
    return held == asked || held == u"CONTROL" || held == u"ALL"
        || (asked == u"VIEW DEFINITION" && held == u"ALTER");
}

Rights::Rights(CatalogPtr catalog, int user) : m_catalog(std::move(catalog)), m_user(user)
{
    m_principals = { user, DatabaseCatalog::publicRole };
    const QList<int> roles = m_catalog->principals().value(user).memberOf;
    for (const int role : roles)
        m_principals.insert(role);
    m_owner = user == DatabaseCatalog::dbo || m_principals.contains(dbOwner);
}

bool Rights::mayDefine() const
{
    return m_owner || m_principals.contains(dbDdlAdmin) || onDatabase(u"CONTROL"_s);
}

Rights::Answer Rights::lookUp(
    ast::Permission::Class securable, int majorId, int columnId, const QString &permission) const
{
    Answer answer = Answer::Silent;
    for (const CatalogPermission &entry : m_catalog->permissions()) {
        if (entry.securable != securable || entry.majorId != majorId || !m_principals.contains(entry.grantee)
            || entry.columnId != columnId || !permissionIncludes(entry.permission, permission))
            continue;
        if (entry.deny)
            return Answer::Denied;
        answer = Answer::Granted;
    }
    return answer;
}

Rights::Answer Rights::ofRoles(const QString &permission) const
{
    const bool reads = permission == u"SELECT";
    const bool writes = isWrite(permission);
    if ((reads && m_principals.contains(dbDenyDataReader))
        || (writes && m_principals.contains(dbDenyDataWriter)))
        return Answer::Denied;
    if ((reads && m_principals.contains(dbDataReader)) || (writes && m_principals.contains(dbDataWriter)))
        return Answer::Granted;
    return Answer::Silent;
}

bool Rights::onDatabase(const QString &permission) const
{
    if (m_owner)
        return true;
    const Answer role = ofRoles(permission);
    const Answer own = lookUp(ast::Permission::Class::Database, 0, 0, permission);
    if (role == Answer::Denied || own == Answer::Denied)
        return false;
    return role == Answer::Granted || own == Answer::Granted;
}

bool Rights::onSchema(int schemaId, const QString &permission) const
{
    if (m_owner || m_catalog->schemas().value(schemaId).owner == m_user)
        return true;
    const Answer own = lookUp(ast::Permission::Class::Schema, schemaId, 0, permission);
    if (own == Answer::Denied || ofRoles(permission) == Answer::Denied
        || lookUp(ast::Permission::Class::Database, 0, 0, permission) == Answer::Denied)
        return false;
    return own == Answer::Granted || onDatabase(permission);
}

bool Rights::onTable(const CatalogTable &table, const QString &permission, int columnId) const
{
    if (m_owner)
        return true;
    const Answer whole = lookUp(ast::Permission::Class::Object, table.objectId, 0, permission);
    const Answer column = columnId == 0
        ? Answer::Silent
        : lookUp(ast::Permission::Class::Object, table.objectId, columnId, permission);
    // A grant on a column outweighs a denial on its table: an old promise of SQL Server.
    if (column != Answer::Silent)
        return column == Answer::Granted;
    if (whole == Answer::Denied)
        return false;
    const bool aboveDenied =
        lookUp(ast::Permission::Class::Schema, table.schemaId, 0, permission) == Answer::Denied
        || lookUp(ast::Permission::Class::Database, 0, 0, permission) == Answer::Denied
        || ofRoles(permission) == Answer::Denied;
    if (aboveDenied)
        return false;
    return whole == Answer::Granted || onSchema(table.schemaId, permission);
}

bool Rights::sees(const CatalogTable &table) const
{
    if (m_owner)
        return true;
    static const QStringList any = { u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"ALTER"_s,
        u"VIEW CHANGE TRACKING"_s, u"VIEW DEFINITION"_s, u"REFERENCES"_s };
    for (const QString &permission : any) {
        if (onTable(table, permission))
            return true;
    }
    for (const CatalogPermission &entry : m_catalog->permissions()) {
        if (entry.securable == ast::Permission::Class::Object && entry.majorId == table.objectId
            && !entry.deny && entry.columnId != 0 && m_principals.contains(entry.grantee))
            return true;
    }
    return false;
}

} // namespace tidemark::practice
