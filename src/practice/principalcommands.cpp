#include "principalcommands.h"

#include "sessioncore.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<ServerMessage> notFound(const QString &kind, const QString &name)
{
    return sqlError(15151,
        u"Cannot find the %1 '%2', because it does not exist or you do not have permission."_s.arg(
            kind, name));
}

/// Whether SQL Server knows the permission on that class of things.
bool isKnown(const QString &permission, ast::Permission::Class securable)
{
    static const QStringList everywhere = { u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s,
        u"REFERENCES"_s, u"ALTER"_s, u"CONTROL"_s, u"EXECUTE"_s, u"VIEW DEFINITION"_s, u"TAKE OWNERSHIP"_s,
        u"ALL"_s };
    static const QStringList ofDatabase = { u"CONNECT"_s, u"CREATE TABLE"_s, u"CREATE SCHEMA"_s,
        u"ALTER ANY SCHEMA"_s, u"VIEW DATABASE STATE"_s, u"SHOWPLAN"_s };
    if (everywhere.contains(permission))
        return true;
    if (securable == ast::Permission::Class::Database)
        return ofDatabase.contains(permission);
    return permission == u"VIEW CHANGE TRACKING";
}

} // namespace

PrincipalCommands::PrincipalCommands(SessionCore &core) : m_core(core) { }

SqlResult<DdlScope> PrincipalCommands::beginAsOwner()
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core);
    if (scope && !scope->rights().isOwner())
        return sqlError(15247, u"User does not have permission to perform this action."_s);
    return scope;
}

SqlStatus PrincipalCommands::run(const ast::CreateLogin &statement)
{
    if (!m_core.login().owner)
        return sqlError(15247, u"User does not have permission to perform this action."_s);
    if (SqlStatus ok = m_core.checkWritable(*m_core.server().database(EngineServer::masterId)); !ok)
        return ok;
    if (m_core.server().loginNamed(statement.name))
        return sqlError(15025, u"The server principal '%1' already exists."_s.arg(statement.name));
    EngineLogin login;
    login.name = statement.name;
    login.defaultDatabase = statement.defaultDatabase;
    login.setPassword(statement.password);
    return m_core.server().saveLogin(login);
}

SqlStatus PrincipalCommands::run(const ast::CreateUser &statement)
{
    SqlResult<DdlScope> scope = beginAsOwner();
    if (!scope)
        return sqlError(scope.error());
    const QString loginName = statement.login.isEmpty() ? statement.name : statement.login;
    const std::optional<EngineLogin> login = m_core.server().loginNamed(loginName);
    if (!statement.withoutLogin && !login)
        return sqlError(15007, u"'%1' is not a valid login or you do not have permission."_s.arg(loginName));
    if (scope->catalog().principal(statement.name))
        return sqlError(15023,
            u"User, group, or role '%1' already exists in the current database."_s.arg(statement.name));
    if (!statement.withoutLogin && scope->catalog().userOfLogin(loginName))
        return sqlError(15063, u"The login already has an account under a different user name."_s);
    int id = 4; // those below are built in, roles lie far above
    for (const CatalogPrincipal &principal : scope->catalog().principals()) {
        if (!principal.role)
            id = std::max(id, principal.id);
    }
    CatalogPrincipal user;
    user.id = id + 1;
    user.name = statement.name;
    user.login = statement.withoutLogin ? QString() : login->name;
    if (SqlStatus ok = scope->put(user); !ok)
        return ok;
    return scope->finish();
}

SqlStatus PrincipalCommands::run(const ast::DropPrincipal &statement)
{
    return statement.isLogin ? dropLogin(statement) : dropUser(statement);
}

SqlStatus PrincipalCommands::dropLogin(const ast::DropPrincipal &statement)
{
    const std::optional<EngineLogin> login = m_core.server().loginNamed(statement.name);
    if (!login && statement.ifExists)
        return {};
    if (!login || !m_core.login().owner)
        return notFound(u"login"_s, statement.name);
    if (SqlStatus ok = m_core.checkWritable(*m_core.server().database(EngineServer::masterId)); !ok)
        return ok;
    if (login->owner)
        return sqlError(
            15141, u"The login '%1' owns the server and cannot be dropped."_s.arg(statement.name));
    const QList<SessionInfo> sessions = m_core.server().sessions();
    for (const SessionInfo &session : sessions) {
        if (session.login == login->name)
            return sqlError(15434,
                u"Could not drop login '%1' as the user is currently logged in."_s.arg(statement.name));
    }
    return m_core.server().removeLogin(login->name);
}

SqlStatus PrincipalCommands::dropUser(const ast::DropPrincipal &statement)
{
    SqlResult<DdlScope> scope = beginAsOwner();
    if (!scope)
        return sqlError(scope.error());
    const CatalogPrincipal *user = scope->catalog().principal(statement.name);
    if (!user && statement.ifExists)
        return {};
    if (!user || user->role || user->id <= 4)
        return notFound(u"user"_s, statement.name);
    const int id = user->id;
    for (const CatalogSchema &schema : scope->catalog().schemas()) {
        if (schema.owner == id)
            return sqlError(
                15138, u"The database principal owns a schema in the database, and cannot be dropped."_s);
    }
    if (SqlStatus ok = scope->removePrincipal(id); !ok)
        return ok;
    return scope->finish();
}

SqlStatus PrincipalCommands::run(const ast::RoleMember &statement)
{
    SqlResult<DdlScope> scope = beginAsOwner();
    if (!scope)
        return sqlError(scope.error());
    const CatalogPrincipal *role = scope->catalog().principal(statement.role);
    if (!role || !role->role)
        return notFound(u"role"_s, statement.role);
    const CatalogPrincipal *found = scope->catalog().principal(statement.member);
    if (!found || found->role)
        return notFound(u"user"_s, statement.member);
    CatalogPrincipal member = *found;
    member.memberOf.removeAll(role->id);
    if (statement.add)
        member.memberOf += role->id;
    if (SqlStatus ok = scope->put(member); !ok)
        return ok;
    return scope->finish();
}

/// What the permissions are on: id of schema or object, and columns.
SqlStatus PrincipalCommands::resolve(const DdlScope &scope, const ast::Permission &statement,
    CatalogPermission &entry, QList<int> &columns) const
{
    const DatabaseCatalog &catalog = scope.catalog();
    entry.securable = statement.securableClass;
    columns = { 0 };
    switch (statement.securableClass) {
    case ast::Permission::Class::Database:
        if (!statement.securable.name.isEmpty() // else ON was not written
            && compareText(statement.securable.name, scope.database()->name(), catalog.collation()) != 0)
            return notFound(u"database"_s, statement.securable.name);
        return {};
    case ast::Permission::Class::Schema: {
        const CatalogSchema *schema = catalog.schema(statement.securable.name);
        if (!schema)
            return notFound(u"schema"_s, statement.securable.name);
        entry.majorId = schema->id;
        return {};
    }
    case ast::Permission::Class::Object:
        break;
    }
    const ast::ObjectName &name = statement.securable;
    const CatalogTablePtr table = catalog.table(name.schema.isEmpty() ? u"dbo"_s : name.schema, name.name);
    if (!table)
        return notFound(u"object"_s, name.name);
    entry.majorId = table->objectId;
    if (!statement.columns.isEmpty())
        columns.clear();
    for (const QString &column : statement.columns) {
        const int index = table->columnIndex(column, catalog.collation());
        if (index < 0)
            return sqlError(4902, u"The column '%1' does not exist in '%2'."_s.arg(column, name.written()));
        columns += table->columns[index].id;
    }
    return {};
}

SqlResult<QList<CatalogPermission>> PrincipalCommands::entries(
    const DdlScope &scope, const ast::Permission &statement) const
{
    CatalogPermission entry;
    QList<int> columns;
    if (SqlStatus ok = resolve(scope, statement, entry, columns); !ok)
        return sqlError(ok.error());
    entry.deny = statement.action == ast::Permission::Action::Deny;
    QList<CatalogPermission> all;
    for (const QString &name : statement.principals) {
        const CatalogPrincipal *principal = scope.catalog().principal(name);
        if (!principal)
            return notFound(u"user"_s, name);
        if (principal->id == DatabaseCatalog::dbo)
            return sqlError(15151,
                u"Cannot grant, deny, or revoke permissions to sa, dbo, entity owner, information_schema, "
                u"sys, "
                "or yourself."_s);
        entry.grantee = principal->id;
        for (const QString &permission : statement.permissions) {
            if (!isKnown(permission, statement.securableClass))
                return sqlError(102, u"Incorrect syntax near '%1...'."_s.arg(permission),
                    statement.securable.at.line, 15);
            if (permission == u"EXECUTE" && statement.securableClass == ast::Permission::Class::Object)
                return sqlError(4606,
                    u"Granted or revoked privilege %1 is not compatible with object."_s.arg(permission),
                    statement.securable.at.line);
            entry.permission = permission;
            for (const int column : std::as_const(columns)) {
                entry.columnId = column;
                all += entry;
            }
        }
    }
    return all;
}

SqlStatus PrincipalCommands::run(const ast::Permission &statement)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core, statement.securable.database);
    if (!scope)
        return sqlError(scope.error());
    if (!scope->rights().isOwner() && !scope->rights().onDatabase(u"CONTROL"_s))
        return sqlError(4613, u"Grantor does not have GRANT permission."_s);
    const SqlResult<QList<CatalogPermission>> changed = entries(*scope, statement);
    if (!changed)
        return sqlError(changed.error());
    QList<CatalogPermission> permissions = scope->catalog().permissions();
    for (const CatalogPermission &entry : *changed) {
        // What was said before on the same thing is replaced; on a whole table also what its columns had.
        permissions.removeIf([&](const CatalogPermission &other) {
            return other.securable == entry.securable && other.majorId == entry.majorId
                && other.grantee == entry.grantee && other.permission == entry.permission
                && (entry.columnId == 0 || other.columnId == entry.columnId);
        });
        if (statement.action != ast::Permission::Action::Revoke)
            permissions += entry;
    }
    if (SqlStatus ok = scope->putPermissions(permissions); !ok)
        return ok;
    return scope->finish();
}

} // namespace tidemark::practice
