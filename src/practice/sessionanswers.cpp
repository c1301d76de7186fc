#include "sessionanswers.h"

#include "answervalues.h"
#include "catalogfunctions.h"
#include "sessioncore.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString productVersion = u"16.0.1000.6"_s;
const QString edition = u"Tidemark practice server (64-bit)"_s;

/// What SERVERPROPERTY answers, with the properties that clients ask for.
SqlValue serverProperty(const QString &asked)
{
    const QString property = asked.toLower();
    if (property == u"productversion")
        return textVariant(productVersion);
    if (property == u"productlevel")
        return textVariant(u"RTM"_s);
    if (property == u"edition")
        return textVariant(edition);
    if (property == u"servername" || property == u"machinename")
        return textVariant(serverName());
    if (property == u"collation")
        return textVariant(u"SQL_Latin1_General_CP1_CI_AS"_s);
    if (property == u"productmajorversion")
        return textVariant(u"16"_s);
    if (property == u"productminorversion")
        return textVariant(u"0"_s);
    if (property == u"engineedition")
        return numberVariant(3);
    if (property == u"isclustered" || property == u"ishadrenabled" || property == u"isintegratedsecurityonly"
        || property == u"issingleuser" || property == u"isfulltextinstalled")
        return numberVariant(0);
    return {};
}

SqlValue connectionProperty(const SessionInfo &info, const QString &asked)
{
    const QString property = asked.toLower();
    if (property == u"net_transport" || property == u"physical_net_transport")
        return textVariant(u"TCP"_s);
    if (property == u"protocol_type")
        return textVariant(u"TSQL"_s);
    if (property == u"auth_scheme")
        return textVariant(u"SQL"_s);
    if (property == u"local_net_address" || property == u"client_net_address")
        return textVariant(u"127.0.0.1"_s);
    if (property == u"encrypt_option")
        return textVariant(info.encrypted ? u"TRUE"_s : u"FALSE"_s);
    return {};
}

} // namespace

QString versionText()
{
    return u"Microsoft SQL Server 2022 compatible practice server of Tidemark - "_s + productVersion
        + u" (X64)\n\tNot a SQL Server: for trying and testing only"_s;
}

QString serverName()
{
    return u"practice"_s;
}

SessionAnswers::SessionAnswers(SessionCore &core) : m_core(core) { }

MomentValue SessionAnswers::now() const
{
    return m_core.statementTime;
}

SqlResult<SqlValue> SessionAnswers::call(SessionFunction function, const SqlRow &arguments)
{
    if (const std::optional<SqlValue> answer = ofSession(function))
        return *answer;
    if (const std::optional<SqlValue> answer = ofServer(function, arguments))
        return *answer;
    return CatalogFunctions(m_core).call(function, arguments);
}

std::optional<SqlValue> SessionAnswers::ofSession(SessionFunction function) const
{
    switch (function) {
    case SessionFunction::Spid:
        return qint64(m_core.info().spid);
    case SessionFunction::TranCount:
        return qint64(m_core.transaction().depth());
    case SessionFunction::RowCount:
        return m_core.rowCount;
    case SessionFunction::LastError:
        return qint64(m_core.lastError);
    case SessionFunction::LockTimeout: {
        const auto limit = m_core.transaction().lockTimeout;
        return limit ? qint64(limit->count()) : qint64(-1);
    }
    case SessionFunction::XactState:
        return qint64(m_core.transaction().depth() > 0 ? 1 : 0);
    case SessionFunction::CurrentTransactionId: {
        const qint64 open = m_core.transaction().id();
        return open != 0 ? open : m_core.server().newTransactionId();
    }
    case SessionFunction::ScopeIdentity:
        return m_core.scopeIdentity ? SqlValue(*m_core.scopeIdentity) : SqlValue();
    case SessionFunction::SuserSname:
        return SqlValue(m_core.login().name);
    case SessionFunction::AppName:
        return SqlValue(m_core.info().application);
    case SessionFunction::HostName:
        return SqlValue(m_core.info().hostName);
    default:
        return std::nullopt;
    }
}

std::optional<SqlValue> SessionAnswers::ofServer(SessionFunction function, const SqlRow &arguments) const
{
    switch (function) {
    case SessionFunction::MaxPrecision:
        return qint64(38);
    case SessionFunction::Version:
        return SqlValue(versionText());
    case SessionFunction::ServerName:
        return SqlValue(serverName());
    case SessionFunction::Options:
        return qint64(5496); // ANSI defaults of ODBC and OLE DB connections
    case SessionFunction::ServerProperty:
        return serverProperty(textArgument(arguments, 0));
    case SessionFunction::ConnectionProperty:
        return connectionProperty(m_core.info(), textArgument(arguments, 0));
    case SessionFunction::IsSrvRoleMember: {
        const QString name = textArgument(arguments, 1);
        const auto login = name.isEmpty() ? std::optional(m_core.login()) : m_core.server().loginNamed(name);
        const QString role = textArgument(arguments, 0).toLower();
        if (!login)
            return SqlValue();
        return flagValue(role == u"public" || login->owner);
    }
    default:
        return std::nullopt;
    }
}

} // namespace tidemark::practice
