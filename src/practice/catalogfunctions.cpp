#include "catalogfunctions.h"

#include "answervalues.h"
#include "sessioncore.h"
#include "sqlparser.h"
#include "systemtypes.h"
#include "systemviews.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 objectIdOfView(const ast::ObjectName &name)
{
    const TableViewPtr view = SystemViews::view(name);
    return view ? view->objectId : 0;
}

} // namespace

CatalogFunctions::CatalogFunctions(SessionCore &core) : m_core(core) { }

SqlResult<SqlValue> CatalogFunctions::call(SessionFunction function, const SqlRow &arguments)
{
    switch (function) {
    case SessionFunction::ObjectName:
    case SessionFunction::ObjectSchemaName:
    case SessionFunction::ObjectProperty:
    case SessionFunction::ColumnProperty:
    case SessionFunction::ColName:
    case SessionFunction::ObjectId:
    case SessionFunction::IdentCurrent:
        return ofObject(function, arguments);
    case SessionFunction::UserName:
    case SessionFunction::UserId:
    case SessionFunction::IsMember:
        return ofPrincipal(function, arguments);
    case SessionFunction::HasPermsByName:
        return hasPermsByName(arguments);
    case SessionFunction::HasDbAccess:
        return hasDbAccess(textArgument(arguments, 0));
    case SessionFunction::DatabasePropertyEx:
        return databaseProperty(arguments);
    case SessionFunction::CurrentVersion:
        return currentVersion();
    case SessionFunction::MinValidVersion:
        return minValidVersion(arguments);
    default:
        return ofName(function, arguments);
    }
}

DatabasePtr CatalogFunctions::databaseArgument(const SqlRow &arguments, std::size_t index) const
{
    if (lacksArgument(arguments, index))
        return m_core.database();
    return m_core.server().database(int(numberArgument(arguments, index).value_or(0)));
}

std::optional<SessionSchema::Found> CatalogFunctions::visible(qint64 objectId, const DatabasePtr &database)
{
    if (!database)
        return std::nullopt;
    const SqlResult<Rights> rights = m_core.rights(database);
    const SqlResult<CatalogPtr> catalog = m_core.catalog(database);
    if (!rights || !catalog)
        return std::nullopt;
    const CatalogTablePtr table = (*catalog)->table(int(objectId));
    if (!table || !rights->sees(*table))
        return std::nullopt;
    return SessionSchema::Found{ database, *catalog, table };
}

SqlResult<SqlValue> CatalogFunctions::ofObject(SessionFunction function, const SqlRow &arguments)
{
    if (function == SessionFunction::ObjectId)
        return objectId(textArgument(arguments, 0));
    if (function == SessionFunction::IdentCurrent)
        return identCurrent(textArgument(arguments, 0));
    const bool namesDatabase =
        function == SessionFunction::ObjectName || function == SessionFunction::ObjectSchemaName;
    const auto found = visible(numberArgument(arguments, 0).value_or(0),
        namesDatabase ? databaseArgument(arguments, 1) : m_core.database());
    if (!found)
        return SqlValue();
    const CatalogTable &table = *found->table;
    switch (function) {
    case SessionFunction::ObjectName:
        return SqlValue(table.name);
    case SessionFunction::ObjectSchemaName:
        return SqlValue(table.view->schema);
    case SessionFunction::ObjectProperty:
        return objectProperty(table, textArgument(arguments, 1).toLower());
    case SessionFunction::ColumnProperty:
        return columnProperty(table, arguments);
    default: {
        const int column = table.columnIndex(int(numberArgument(arguments, 1).value_or(0)));
        return column < 0 ? SqlValue() : SqlValue(table.columns[column].name);
    }
    }
}

SqlValue CatalogFunctions::objectId(const QString &text)
{
    const std::optional<ast::ObjectName> name = parseObjectName(text);
    if (!name)
        return {};
    if (const qint64 id = objectIdOfView(*name))
        return id;
    const DatabasePtr database =
        name->database.isEmpty() ? m_core.database() : m_core.server().database(name->database);
    if (!database)
        return {};
    const SqlResult<CatalogPtr> catalog = m_core.catalog(database);
    if (!catalog)
        return {};
    const CatalogSchema *schema = (*catalog)->schema(name->schema.isEmpty() ? u"dbo"_s : name->schema);
    const int id = schema ? (*catalog)->objectId(schema->id, name->name) : 0;
    if (id == 0 || ((*catalog)->table(id) && !visible(id, database)))
        return {};
    return qint64(id);
}

SqlValue CatalogFunctions::objectProperty(const CatalogTable &table, const QString &property) const
{
    if (property == u"isusertable" || property == u"istable")
        return flagValue(true);
    if (property == u"tablehasprimarykey")
        return flagValue(table.primaryKey() != nullptr);
    if (property == u"tablehasidentity")
        return flagValue(table.identityColumn() != nullptr);
    if (property == u"tablehastimestamp")
        return flagValue(table.rowVersionColumn() != nullptr);
    if (property == u"ismsshipped" || property == u"isview" || property == u"isprocedure")
        return flagValue(false);
    if (property == u"schemaid")
        return qint64(table.schemaId);
    return {};
}

SqlValue CatalogFunctions::columnProperty(const CatalogTable &table, const SqlRow &arguments) const
{
    const int index = table.columnIndex(textArgument(arguments, 1),
        collationByName(m_core.database()->settings().collation).value_or(Collation()));
    if (index < 0)
        return {};
    const CatalogColumn &column = table.columns[index];
    const QString property = textArgument(arguments, 2).toLower();
    if (property == u"isidentity")
        return flagValue(column.identity.has_value());
    if (property == u"iscomputed")
        return flagValue(!column.computedText.isEmpty());
    if (property == u"allowsnull")
        return flagValue(column.nullable);
    if (property == u"columnid")
        return qint64(column.id);
    if (property == u"ishidden" || property == u"issparse" || property == u"isrowguidcol")
        return flagValue(false);
    return {};
}

SqlResult<SqlValue> CatalogFunctions::identCurrent(const QString &text)
{
    const std::optional<qint64> id = [&]() -> std::optional<qint64> {
        const SqlValue value = objectId(text);
        return isNull(value) ? std::nullopt : std::optional(std::get<qint64>(value));
    }();
    const auto found = id ? visible(*id, m_core.database()) : std::nullopt;
    const CatalogColumn *column = found ? found->table->identityColumn() : nullptr;
    if (!column)
        return SqlValue();
    const auto last = m_core.connection().integer(
        u"SELECT identity FROM %1.sys_rowcounts WHERE object_id = %2"_s.arg(m_core.database()->prefix())
            .arg(found->table->objectId));
    if (!last)
        return sqlError(last.error());
    return SqlValue(last->value_or(column->identity->seed));
}

SqlResult<SqlValue> CatalogFunctions::ofName(SessionFunction function, const SqlRow &arguments)
{
    const SqlResult<CatalogPtr> catalog = m_core.catalog(m_core.database());
    if (!catalog)
        return sqlError(catalog.error());
    switch (function) {
    case SessionFunction::DbName: {
        const DatabasePtr database = databaseArgument(arguments, 0);
        return database ? SqlValue(database->name()) : SqlValue();
    }
    case SessionFunction::DbId: {
        const DatabasePtr database = lacksArgument(arguments, 0)
            ? m_core.database()
            : m_core.server().database(textArgument(arguments, 0));
        return database ? SqlValue(qint64(database->id())) : SqlValue();
    }
    case SessionFunction::SchemaName: {
        const qint64 id = lacksArgument(arguments, 0) ? DatabaseCatalog::dboSchema
                                                      : numberArgument(arguments, 0).value_or(0);
        const CatalogSchema schema = (*catalog)->schemas().value(int(id));
        return schema.id == 0 ? SqlValue() : SqlValue(schema.name);
    }
    case SessionFunction::SchemaId: {
        const QString name = lacksArgument(arguments, 0) ? u"dbo"_s : textArgument(arguments, 0);
        const CatalogSchema *schema = (*catalog)->schema(name);
        return schema ? SqlValue(qint64(schema->id)) : SqlValue();
    }
    case SessionFunction::TypeName:
    case SessionFunction::TypeId: {
        const QString name = textArgument(arguments, 0);
        const qint64 id = numberArgument(arguments, 0).value_or(0);
        for (const SystemType &type : systemTypes()) {
            const QString own = QString::fromUtf16(type.name);
            if (function == SessionFunction::TypeName && type.userTypeId == id)
                return SqlValue(own);
            if (function == SessionFunction::TypeId && own.compare(name, Qt::CaseInsensitive) == 0)
                return SqlValue(qint64(type.userTypeId));
        }
        return SqlValue();
    }
    default:
        return SqlValue();
    }
}

SqlResult<SqlValue> CatalogFunctions::ofPrincipal(SessionFunction function, const SqlRow &arguments)
{
    const SqlResult<CatalogPtr> catalog = m_core.catalog(m_core.database());
    const SqlResult<Rights> rights = m_core.rights(m_core.database());
    if (!catalog || !rights)
        return SqlValue();
    if (function == SessionFunction::UserName) {
        const qint64 id =
            lacksArgument(arguments, 0) ? rights->user() : numberArgument(arguments, 0).value_or(-1);
        const auto found = (*catalog)->principals().constFind(int(id));
        return found == (*catalog)->principals().cend() ? SqlValue() : SqlValue(found->name);
    }
    if (function == SessionFunction::UserId && lacksArgument(arguments, 0))
        return SqlValue(qint64(rights->user()));
    const CatalogPrincipal *principal = (*catalog)->principal(textArgument(arguments, 0));
    if (!principal)
        return SqlValue();
    if (function == SessionFunction::UserId)
        return SqlValue(qint64(principal->id));
    const bool owns = rights->isOwner() && principal->name == u"db_owner";
    return principal->role ? flagValue(owns || rights->isMember(principal->id)) : SqlValue();
}

SqlValue CatalogFunctions::hasDbAccess(const QString &name)
{
    const DatabasePtr database = m_core.server().database(name);
    return database ? flagValue(m_core.rights(database).has_value()) : SqlValue();
}

SqlValue CatalogFunctions::hasPermsByName(const SqlRow &arguments)
{
    const QString securable = textArgument(arguments, 0);
    const QString kind = textArgument(arguments, 1).toUpper();
    const QString permission = textArgument(arguments, 2).toUpper();
    if (kind.isEmpty()) // the server itself
        return flagValue(m_core.login().owner);
    const DatabasePtr database = kind == u"DATABASE" && !securable.isEmpty()
        ? m_core.server().database(parseObjectName(securable).value_or(ast::ObjectName()).name)
        : m_core.database();
    if (!database)
        return {};
    const SqlResult<Rights> rights = m_core.rights(database);
    const SqlResult<CatalogPtr> catalog = m_core.catalog(database);
    if (!rights || !catalog)
        return kind == u"DATABASE" ? flagValue(false) : SqlValue();
    if (kind == u"DATABASE")
        return flagValue(permission == u"ANY" || permission == u"CONNECT" || rights->onDatabase(permission));
    const std::optional<ast::ObjectName> name = parseObjectName(securable);
    if (kind == u"SCHEMA") {
        const CatalogSchema *schema = name ? (*catalog)->schema(name->name) : nullptr;
        return schema ? flagValue(rights->onSchema(schema->id, permission)) : SqlValue();
    }
    const SqlResult<SessionSchema::Found> found =
        name && kind == u"OBJECT" ? SessionSchema(m_core).find(*name) : sqlError(208, {});
    if (!found)
        return {};
    if (permission == u"ANY")
        return flagValue(true);
    const QString columnName = textArgument(arguments, 3);
    if (columnName.isEmpty())
        return flagValue(rights->onTable(*found->table, permission));
    const int column = found->table->columnIndex(columnName, (*catalog)->collation());
    if (column < 0)
        return {};
    return flagValue(rights->onTable(*found->table, permission, found->table->columns[column].id));
}

SqlValue CatalogFunctions::databaseProperty(const SqlRow &arguments) const
{
    const DatabasePtr database = m_core.server().database(textArgument(arguments, 0));
    if (!database)
        return {};
    const DatabaseSettings settings = database->settings();
    const QString property = textArgument(arguments, 1).toLower();
    if (property == u"collation")
        return textVariant(settings.collation);
    if (property == u"status")
        return textVariant(u"ONLINE"_s);
    if (property == u"updateability")
        return textVariant(m_core.isReadOnly(*database) ? u"READ_ONLY"_s : u"READ_WRITE"_s);
    if (property == u"useraccess")
        return textVariant(u"MULTI_USER"_s);
    if (property == u"recovery")
        return textVariant(u"SIMPLE"_s);
    if (property == u"version")
        return numberVariant(957);
    return {};
}

SqlResult<SqlValue> CatalogFunctions::currentVersion()
{
    const DatabasePtr database = m_core.database();
    if (!database->settings().tracking)
        return SqlValue();
    // Under SNAPSHOT this is a read as any other: the first one begins the snapshot.
    if (m_core.transaction().isolation == ast::Isolation::Snapshot && database->settings().snapshotAllowed) {
        if (SqlStatus ok = m_core.transaction().beforeRead(database); !ok)
            return sqlError(ok.error());
    }
    if (SqlStatus ok = m_core.attach(*database); !ok)
        return sqlError(ok.error());
    const auto version =
        m_core.connection().integer(u"SELECT current_version FROM %1.sys_counters"_s.arg(database->prefix()));
    if (!version)
        return sqlError(version.error());
    return SqlValue(version->value_or(0));
}

SqlResult<SqlValue> CatalogFunctions::minValidVersion(const SqlRow &arguments)
{
    if (!m_core.database()->settings().tracking)
        return SqlValue();
    const auto found = visible(numberArgument(arguments, 0).value_or(0), m_core.database());
    if (!found || !found->table->tracking)
        return SqlValue();
    return SqlValue(found->table->tracking->minValidVersion);
}

} // namespace tidemark::practice
