#include "odbcconnection.h"

#include "diagnostics.h"

#include <QCoreApplication>

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConnectionText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::OdbcConnection)
};

} // namespace

OdbcConnection::OdbcConnection(void *handle, Traits traits, std::unique_ptr<CallWatch> watch)
    : m_handle(handle), m_traits(std::move(traits)), m_watch(std::move(watch))
{
}

Status OdbcConnection::check(short code, short handleType, void *handle) const
{
    if (code == SQL_SUCCESS)
        return {};
    const QList<DiagRecord> records = readDiagnostics(handleType, handle);
    if (code == SQL_SUCCESS_WITH_INFO && !firstBadRecord(records))
        return {};
    if (const auto reason = ended())
        return fail(*reason);
    SyncError error = statementError(records, m_traits.queryTimeoutSeconds);
    if (error.kind == ErrorKind::Query && isDead()) { // e.g. an error of severity 20, or a reset
        error.kind = ErrorKind::Connection;
        error.retryable = true;
    }
    return fail(withoutSecret(std::move(error), m_traits.secret));
}

bool OdbcConnection::isDead() const
{
    SQLUINTEGER dead = SQL_CD_FALSE;
    SQLGetConnectAttrW(m_handle, SQL_ATTR_CONNECTION_DEAD, &dead, SQL_IS_UINTEGER, nullptr);
    return dead == SQL_CD_TRUE;
}

std::optional<SyncError> OdbcConnection::ended() const
{
    switch (m_watch->ended()) {
    case CallWatch::Ended::ByCancel:
        return SyncError{ ErrorKind::Cancelled, ConnectionText::tr("The run was cancelled."), {}, 0, false,
            {}, 0 };
    case CallWatch::Ended::BySilence:
        return SyncError{ ErrorKind::Connection,
            ConnectionText::tr("The server sent nothing for more than %1 seconds (the query timeout) and the "
                               "connection was given up.")
                .arg(m_traits.queryTimeoutSeconds),
            u"HYT00"_s, 0, true, {}, 0 };
    case CallWatch::Ended::No:
        break;
    }
    return std::nullopt;
}

} // namespace tidemark
