#pragma once

#include "sqlresult.h"
#include "sqlvalue.h"

#include <vector>

namespace tidemark::practice {

/// Functions and system variables whose answer is the session's, the server's or the catalog's.
enum class SessionFunction {
    Spid, // @@SPID
    TranCount, // @@TRANCOUNT
    RowCount, // @@ROWCOUNT, ROWCOUNT_BIG()
    LastError, // @@ERROR
    LockTimeout, // @@LOCK_TIMEOUT
    MaxPrecision, // @@MAX_PRECISION
    Version, // @@VERSION
    ServerName, // @@SERVERNAME
    Options, // @@OPTIONS
    XactState,
    CurrentTransactionId,
    ScopeIdentity, // SCOPE_IDENTITY(), @@IDENTITY
    IdentCurrent, // (table)
    DbName, // (id or nothing)
    DbId, // (name or nothing)
    ObjectId, // (name, type or nothing)
    ObjectName, // (object id, database id or nothing)
    ObjectSchemaName, // (object id, database id or nothing)
    ObjectProperty, // (object id, property)
    ColumnProperty, // (object id, column, property)
    ColName, // (object id, column id)
    SchemaName, // (id or nothing)
    SchemaId, // (name or nothing)
    TypeName, // (user type id)
    TypeId, // (name)
    UserName, // (id or nothing); CURRENT_USER, SESSION_USER, USER
    UserId, // (name or nothing)
    SuserSname, // (nothing); SYSTEM_USER, ORIGINAL_LOGIN, SUSER_NAME
    IsSrvRoleMember, // (role, login or nothing)
    IsMember, // (role)
    AppName,
    HostName,
    ServerProperty, // (property): the value as nvarchar or int in a sql_variant
    DatabasePropertyEx, // (database, property): same
    HasPermsByName, // (securable, class, permission, sub-securable, sub-class)
    HasDbAccess, // (database)
    ConnectionProperty, // (property): sql_variant
    CurrentVersion, // CHANGE_TRACKING_CURRENT_VERSION
    MinValidVersion, // (object id)
};

/// Answers them. Arguments come converted to the types that the function declares (sqlfunctiontable.cpp);
/// missing ones are not in the list. Called while a statement of the session runs, in its thread.
class SessionFunctions {
public:
    virtual ~SessionFunctions() = default;
    virtual SqlResult<SqlValue> call(SessionFunction function, const SqlRow &arguments) = 0;
    /// UTC; the same during one statement.
    virtual MomentValue now() const = 0;
};

} // namespace tidemark::practice
