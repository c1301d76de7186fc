#include "functiontable.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Outcome = SqlResult<SqlValue>;
using Types = std::vector<SqlType>;
using Kind = ParameterKind;

Outcome ask(const FunctionCall &call, const SqlRow &values, FunctionContext &context)
{
    return context.session->call(SessionFunction(call.extras[0].toInt()), values);
}

SqlType asInt(const Types &)
{
    return { TypeId::Int };
}

SqlType asSmallInt(const Types &)
{
    return { TypeId::SmallInt };
}

SqlType asBigInt(const Types &)
{
    return { TypeId::BigInt };
}

SqlType asTinyInt(const Types &)
{
    return { TypeId::TinyInt };
}

SqlType asName(const Types &)
{
    return { TypeId::NVarChar, 128 };
}

SqlType asText(const Types &)
{
    return { TypeId::NVarChar, 300 };
}

SqlType asIdentity(const Types &)
{
    return { TypeId::Numeric, 0, 38, 0 };
}

SqlType asVariant(const Types &)
{
    return { TypeId::SqlVariant };
}

/// NULL arguments are the session's to judge.
FunctionEntry entry(const QString &name, int least, int most, std::vector<Kind> parameters, ResultRule result,
    SessionFunction function)
{
    return { name, least, most, std::move(parameters), result, { &ask, false }, true, function };
}

} // namespace

std::vector<FunctionEntry> sessionFunctionEntries()
{
    using F = SessionFunction;
    return {
        entry(u"@@SPID"_s, 0, 0, {}, asSmallInt, F::Spid),
        entry(u"@@TRANCOUNT"_s, 0, 0, {}, asInt, F::TranCount),
        entry(u"@@ROWCOUNT"_s, 0, 0, {}, asInt, F::RowCount),
        entry(u"@@ERROR"_s, 0, 0, {}, asInt, F::LastError),
        entry(u"@@LOCK_TIMEOUT"_s, 0, 0, {}, asInt, F::LockTimeout),
        entry(u"@@MAX_PRECISION"_s, 0, 0, {}, asTinyInt, F::MaxPrecision),
        entry(u"@@VERSION"_s, 0, 0, {}, asText, F::Version),
        entry(u"@@SERVERNAME"_s, 0, 0, {}, asName, F::ServerName),
        entry(u"@@OPTIONS"_s, 0, 0, {}, asInt, F::Options),
        entry(u"@@IDENTITY"_s, 0, 0, {}, asIdentity, F::ScopeIdentity),
        entry(u"ROWCOUNT_BIG"_s, 0, 0, {}, asBigInt, F::RowCount),
        entry(u"XACT_STATE"_s, 0, 0, {}, asSmallInt, F::XactState),
        entry(u"CURRENT_TRANSACTION_ID"_s, 0, 0, {}, asBigInt, F::CurrentTransactionId),
        entry(u"SCOPE_IDENTITY"_s, 0, 0, {}, asIdentity, F::ScopeIdentity),
        entry(u"IDENT_CURRENT"_s, 1, 1, { Kind::Name }, asIdentity, F::IdentCurrent),
        entry(u"DB_NAME"_s, 0, 1, { Kind::Int }, asName, F::DbName),
        entry(u"DB_ID"_s, 0, 1, { Kind::Name }, asSmallInt, F::DbId),
        entry(u"OBJECT_ID"_s, 1, 2, { Kind::Name }, asInt, F::ObjectId),
        entry(u"OBJECT_NAME"_s, 1, 2, { Kind::Int }, asName, F::ObjectName),
        entry(u"OBJECT_SCHEMA_NAME"_s, 1, 2, { Kind::Int }, asName, F::ObjectSchemaName),
        entry(u"OBJECTPROPERTY"_s, 2, 2, { Kind::Int, Kind::Name }, asInt, F::ObjectProperty),
        entry(u"COLUMNPROPERTY"_s, 3, 3, { Kind::Int, Kind::Name, Kind::Name }, asInt, F::ColumnProperty),
        entry(u"COL_NAME"_s, 2, 2, { Kind::Int }, asName, F::ColName),
        entry(u"SCHEMA_NAME"_s, 0, 1, { Kind::Int }, asName, F::SchemaName),
        entry(u"SCHEMA_ID"_s, 0, 1, { Kind::Name }, asInt, F::SchemaId),
        entry(u"TYPE_NAME"_s, 1, 1, { Kind::Int }, asName, F::TypeName),
        entry(u"TYPE_ID"_s, 1, 1, { Kind::Name }, asInt, F::TypeId),
        entry(u"USER_NAME"_s, 0, 1, { Kind::Int }, asName, F::UserName),
        entry(u"CURRENT_USER"_s, 0, 0, {}, asName, F::UserName),
        entry(u"SESSION_USER"_s, 0, 0, {}, asName, F::UserName),
        entry(u"USER"_s, 0, 0, {}, asName, F::UserName),
        entry(u"USER_ID"_s, 0, 1, { Kind::Name }, asInt, F::UserId),
        entry(u"SUSER_SNAME"_s, 0, 0, {}, asName, F::SuserSname),
        entry(u"SUSER_NAME"_s, 0, 0, {}, asName, F::SuserSname),
        entry(u"SYSTEM_USER"_s, 0, 0, {}, asName, F::SuserSname),
        entry(u"ORIGINAL_LOGIN"_s, 0, 0, {}, asName, F::SuserSname),
        entry(u"IS_SRVROLEMEMBER"_s, 1, 2, { Kind::Name }, asInt, F::IsSrvRoleMember),
        entry(u"IS_MEMBER"_s, 1, 1, { Kind::Name }, asInt, F::IsMember),
        entry(u"APP_NAME"_s, 0, 0, {}, asName, F::AppName),
        entry(u"HOST_NAME"_s, 0, 0, {}, asName, F::HostName),
        entry(u"SERVERPROPERTY"_s, 1, 1, { Kind::Name }, asVariant, F::ServerProperty),
        entry(u"DATABASEPROPERTYEX"_s, 2, 2, { Kind::Name }, asVariant, F::DatabasePropertyEx),
        entry(u"HAS_PERMS_BY_NAME"_s, 3, 5, { Kind::Name }, asInt, F::HasPermsByName),
        entry(u"HAS_DBACCESS"_s, 1, 1, { Kind::Name }, asInt, F::HasDbAccess),
        entry(u"CONNECTIONPROPERTY"_s, 1, 1, { Kind::Name }, asVariant, F::ConnectionProperty),
        entry(u"CHANGE_TRACKING_CURRENT_VERSION"_s, 0, 0, {}, asBigInt, F::CurrentVersion),
        entry(u"CHANGE_TRACKING_MIN_VALID_VERSION"_s, 1, 1, { Kind::Int }, asBigInt, F::MinValidVersion),
    };
}

} // namespace tidemark::practice
