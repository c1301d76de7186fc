#include "databasecommands.h"

#include "sessioncore.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

DatabaseCommands::DatabaseCommands(SessionCore &core) : m_core(core) { }

SqlStatus DatabaseCommands::checkOwner(const QString &verb, const QString &database) const
{
    if (m_core.transaction().depth() > 0)
        return sqlError(
            226, u"%1 DATABASE statement not allowed within multi-statement transaction."_s.arg(verb));
    if (m_core.login().owner)
        return m_core.checkWritable(*m_core.server().database(EngineServer::masterId));
    if (verb == u"CREATE")
        return sqlError(262, u"CREATE DATABASE permission denied in database 'master'."_s, 1, 14);
    return sqlError(5011,
        u"User does not have permission to alter database '%1', the database does not exist, or the database "
        "is not in a state that allows access checks."_s.arg(database),
        1, 14, 2);
}

SqlStatus DatabaseCommands::run(const ast::CreateDatabase &statement)
{
    if (SqlStatus ok = checkOwner(u"CREATE"_s, statement.name); !ok)
        return ok;
    const QString collation = statement.collation.value_or(QString());
    if (!collation.isEmpty() && !collationByName(collation))
        return sqlError(448, u"Invalid collation '%1'."_s.arg(collation));
    const SqlResult<DatabasePtr> database = m_core.server().createDatabase(statement.name, collation);
    return database ? SqlStatus() : sqlError(database.error());
}

SqlStatus DatabaseCommands::run(const ast::DropDatabase &statement)
{
    for (const QString &name : statement.names) {
        if (SqlStatus ok = checkOwner(u"DROP"_s, name); !ok)
            return ok;
        const DatabasePtr database = m_core.server().database(name);
        if (!database && statement.ifExists)
            continue;
        if (!database)
            return sqlError(3701,
                u"Cannot drop the database '%1', because it does not exist or you do not have permission."_s
                    .arg(name),
                1, 11);
        if (database->id() == EngineServer::masterId)
            return sqlError(3708, u"Cannot drop the database 'master' because it is a system database."_s);
        if (database == m_core.database())
            return sqlError(
                3702, u"Cannot drop database \"%1\" because it is currently in use."_s.arg(database->name()));
        if (SqlStatus ok = m_core.server().dropDatabase(database, m_core.info().spid); !ok)
            return ok;
    }
    return {};
}

SqlStatus DatabaseCommands::run(const ast::AlterDatabase &statement)
{
    const DatabasePtr database =
        statement.name.isEmpty() ? m_core.database() : m_core.server().database(statement.name);
    if (!database)
        return sqlError(5011,
            u"User does not have permission to alter database '%1', the database does not exist, or the "
            "database is not in a state that allows access checks."_s.arg(statement.name),
            1, 14, 5);
    if (SqlStatus ok = checkOwner(u"ALTER"_s, database->name()); !ok)
        return ok;
    DatabaseSettings settings = database->settings();
    const bool tracks = std::any_of(statement.options.cbegin(), statement.options.cend(),
        [](const auto &option) { return std::holds_alternative<ast::DatabaseTracking>(option); });
    if (tracks && statement.options.size() > 1)
        return sqlError(22114,
            u"Change tracking options for ALTER DATABASE cannot be combined with other ALTER DATABASE "
            "options."_s);
    for (const auto &option : statement.options) {
        const auto *tracking = std::get_if<ast::DatabaseTracking>(&option);
        SqlStatus set = tracking ? setTracking(database, settings, *tracking)
                                 : setOption(settings, std::get<ast::DatabaseOption>(option));
        if (!set)
            return set;
    }
    return m_core.server().changeSettings(database, settings);
}

SqlResult<bool> DatabaseCommands::hasTrackedTables(const DatabasePtr &database)
{
    const SqlResult<CatalogPtr> catalog = m_core.catalog(database);
    if (!catalog)
        return sqlError(catalog.error());
    const QMap<int, CatalogTablePtr> &tables = (*catalog)->tables();
    return std::any_of(tables.cbegin(), tables.cend(),
        [](const CatalogTablePtr &table) { return table->tracking.has_value(); });
}

SqlStatus DatabaseCommands::setTracking(
    const DatabasePtr &database, DatabaseSettings &settings, const ast::DatabaseTracking &option)
{
    if (database->id() == EngineServer::masterId)
        return sqlError(5090,
            u"Database 'master' is a system database. Change tracking settings cannot be "
            "modified for system databases."_s);
    if (option.on == true && settings.tracking)
        return sqlError(
            5088, u"Change tracking is already enabled for database '%1'."_s.arg(database->name()));
    if (option.on == false) {
        const SqlResult<bool> tracked = hasTrackedTables(database);
        if (!tracked)
            return sqlError(tracked.error());
        if (*tracked)
            return sqlError(22115,
                u"Change tracking is enabled for one or more tables in database '%1'. Disable change "
                u"tracking "
                "on each table before disabling it for the database. Use the sys.change_tracking_tables "
                "catalog view to obtain a list of tables for which change tracking is enabled."_s.arg(
                    database->name()));
        settings.tracking = false;
        return {};
    }
    if (!option.on && !settings.tracking)
        return sqlError(5089,
            u"Change tracking is disabled for database '%1'. Change tracking must be enabled on a database "
            u"to "
            "modify change tracking settings."_s.arg(database->name()));
    if (option.retention && *option.retention < 1)
        return sqlError(5092,
            u"The value for change tracking option 'CHANGE_RETENTION' is not valid. The value must be "
            u"between "
            "1 and 2147483647 minutes."_s);
    if (!settings.tracking) { // not what was set before it was switched off
        const DatabaseSettings defaults;
        settings.retention = defaults.retention;
        settings.retentionUnits = defaults.retentionUnits;
        settings.autoCleanup = defaults.autoCleanup;
    }
    settings.tracking = true;
    settings.retention = option.retention.value_or(settings.retention);
    if (option.retentionUnit.startsWith(u"MINUTE"))
        settings.retentionUnits = 1;
    else if (option.retentionUnit.startsWith(u"HOUR"))
        settings.retentionUnits = 2;
    else if (option.retentionUnit.startsWith(u"DAY"))
        settings.retentionUnits = 3;
    settings.autoCleanup = option.autoCleanup.value_or(settings.autoCleanup);
    return {};
}

SqlStatus DatabaseCommands::setOption(DatabaseSettings &settings, const ast::DatabaseOption &option) const
{
    const bool on = option.value == u"ON";
    if (option.name == u"ALLOW_SNAPSHOT_ISOLATION") {
        settings.snapshotAllowed = on;
        return {};
    }
    if (option.name == u"READ_COMMITTED_SNAPSHOT") {
        settings.readCommittedSnapshot = on;
        return {};
    }
    if (option.name == u"READ_ONLY" || option.name == u"READ_WRITE") {
        settings.readOnly = option.name == u"READ_ONLY";
        return {};
    }
    if (option.name == u"RECOVERY" || option.name == u"AUTO_CLOSE" || option.name == u"MULTI_USER")
        return {};
    return sqlError(102, u"Incorrect syntax near '%1'."_s.arg(option.name), 1, 15);
}

} // namespace tidemark::practice
