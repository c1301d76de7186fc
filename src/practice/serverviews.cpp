#include "answervalues.h"
#include "sessioncore.h"
#include "sqlmoments.h"
#include "systemviewrows.h"

#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<SqlRow>;

Rows databaseRows(const SystemViewContext &context)
{
    Rows rows;
    const QList<DatabasePtr> databases = context.core.server().allDatabases();
    for (const DatabasePtr &database : databases) {
        const DatabaseSettings settings = database->settings();
        rows.push_back({ SqlValue(database->name()), qint64(database->id()), SqlValue(),
            catalogDateTime(settings.created), qint64(160), SqlValue(settings.collation), qint64(0),
            SqlValue(u"MULTI_USER"_s), flagValue(context.core.isReadOnly(*database)), qint64(0),
            SqlValue(u"ONLINE"_s), qint64(settings.snapshotAllowed ? 1 : 0),
            SqlValue(settings.snapshotAllowed ? u"ON"_s : u"OFF"_s),
            flagValue(settings.readCommittedSnapshot), qint64(3), SqlValue(u"SIMPLE"_s), SqlValue(),
            flagValue(false), flagValue(false) });
    }
    return rows;
}

QString unitsText(int units)
{
    return units == 1 ? u"MINUTES"_s : units == 2 ? u"HOURS"_s : u"DAYS"_s;
}

Rows trackingDatabaseRows(const SystemViewContext &context)
{
    Rows rows;
    const QList<DatabasePtr> databases = context.core.server().allDatabases();
    for (const DatabasePtr &database : databases) {
        const DatabaseSettings settings = database->settings();
        if (settings.tracking)
            rows.push_back({ qint64(database->id()), flagValue(settings.autoCleanup),
                qint64(settings.retention), qint64(settings.retentionUnits),
                SqlValue(unitsText(settings.retentionUnits)), SqlValue() });
    }
    return rows;
}

Rows recoveryRows(const SystemViewContext &context)
{
    Rows rows;
    const QList<DatabasePtr> databases = context.core.server().allDatabases();
    for (const DatabasePtr &database : databases) {
        const DatabaseSettings settings = database->settings();
        rows.push_back({ qint64(database->id()), SqlValue(settings.recoveryFork), SqlValue(settings.family),
            SqlValue(), SqlValue(), SqlValue(settings.recoveryFork) });
    }
    return rows;
}

Rows sessionRows(const SystemViewContext &context)
{
    Rows rows;
    const QList<SessionInfo> sessions = context.core.server().sessions();
    for (const SessionInfo &session : sessions) {
        // Without the right to see the server's state a login sees itself.
        if (!context.core.login().owner && session.spid != context.core.info().spid)
            continue;
        const DatabasePtr database = context.core.server().database(session.database);
        rows.push_back({ qint64(session.spid), catalogDateTime(session.since), SqlValue(session.hostName),
            SqlValue(session.application), SqlValue(session.login), SqlValue(u"running"_s), flagValue(true),
            qint64(database ? database->id() : 0), SqlValue(session.login) });
    }
    return rows;
}

Rows connectionRows(const SystemViewContext &context)
{
    Rows rows;
    const QList<SessionInfo> sessions = context.core.server().sessions();
    for (const SessionInfo &session : sessions)
        rows.push_back({ qint64(session.spid), catalogDateTime(session.since), SqlValue(u"TCP"_s),
            SqlValue(u"TSQL"_s), qint64(0x74000004), SqlValue(session.encrypted ? u"TRUE"_s : u"FALSE"_s),
            SqlValue(u"SQL"_s), SqlValue(u"127.0.0.1"_s), SqlValue(u"127.0.0.1"_s) });
    return rows;
}

Rows transactionRows(const SystemViewContext &context)
{
    const qint64 id = context.core.transaction().id();
    const bool snapshot = context.core.transaction().isolation == ast::Isolation::Snapshot;
    return { { SqlValue(id != 0 ? id : context.core.server().newTransactionId()), SqlValue(),
        flagValue(snapshot), SqlValue(), SqlValue(), SqlValue() } };
}

Rows loginRows(const SystemViewContext &context)
{
    Rows rows;
    qint64 id = 256;
    const QList<EngineLogin> logins = context.core.server().logins();
    for (const EngineLogin &login : logins) {
        ++id;
        if (context.core.login().owner || login.name == context.core.login().name)
            rows.push_back(
                { SqlValue(login.name), id, SqlValue(u"S"_s), SqlValue(u"SQL_LOGIN"_s), flagValue(false),
                    SqlValue(login.defaultDatabase.isEmpty() ? u"master"_s : login.defaultDatabase) });
    }
    return rows;
}

constexpr std::array definitions = {
    SystemViewDefinition{ u"sys", u"databases",
        u"@name sysname, @database_id int, @source_database_id int, @create_date datetime, "
        u"@compatibility_level tinyint, @collation_name sysname, @user_access tinyint, "
        u"@user_access_desc nvarchar(60), @is_read_only bit, @state tinyint, @state_desc nvarchar(60), "
        u"@snapshot_isolation_state tinyint, @snapshot_isolation_state_desc nvarchar(60), "
        u"@is_read_committed_snapshot_on bit, @recovery_model tinyint, @recovery_model_desc nvarchar(60), "
        u"@replica_id uniqueidentifier, @is_auto_close_on bit, @is_encrypted bit",
        databaseRows },
    SystemViewDefinition{ u"sys", u"change_tracking_databases",
        u"@database_id int, @is_auto_cleanup_on bit, @retention_period int, "
        u"@retention_period_units tinyint, @retention_period_units_desc nvarchar(60), "
        u"@max_cleanup_version bigint",
        trackingDatabaseRows },
    SystemViewDefinition{ u"sys", u"database_recovery_status",
        u"@database_id int, @database_guid uniqueidentifier, @family_guid uniqueidentifier, "
        u"@last_log_backup_lsn numeric(25, 0), @first_recovery_fork_guid uniqueidentifier, "
        u"@recovery_fork_guid uniqueidentifier",
        recoveryRows },
    SystemViewDefinition{ u"sys", u"dm_exec_sessions",
        u"@session_id smallint, @login_time datetime, @host_name nvarchar(128), @program_name nvarchar(128), "
        u"@login_name nvarchar(128), @status nvarchar(30), @is_user_process bit, @database_id smallint, "
        u"@original_login_name nvarchar(128)",
        sessionRows },
    SystemViewDefinition{ u"sys", u"dm_exec_connections",
        u"@session_id int, @connect_time datetime, @net_transport nvarchar(40), @protocol_type nvarchar(40), "
        u"@protocol_version int, @encrypt_option nvarchar(40), @auth_scheme nvarchar(40), "
        u"@client_net_address varchar(48), @local_net_address varchar(48)",
        connectionRows, SystemViewDefinition::Right::ServerState },
    SystemViewDefinition{ u"sys", u"dm_tran_current_transaction",
        u"@transaction_id bigint, @transaction_sequence_num bigint, @transaction_is_snapshot bit, "
        u"@first_snapshot_sequence_num bigint, @last_transaction_sequence_num bigint, "
        u"@first_useful_sequence_num bigint",
        transactionRows, SystemViewDefinition::Right::ServerState },
    SystemViewDefinition{ u"sys", u"server_principals",
        u"@name sysname, @principal_id int, @type char(1), @type_desc nvarchar(60), @is_disabled bit, "
        u"@default_database_name sysname",
        loginRows },
};

} // namespace

std::span<const SystemViewDefinition> serverViews()
{
    return definitions;
}

} // namespace tidemark::practice
