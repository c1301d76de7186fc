#pragma once

#include "syncerror.h"
#include "tableref.h"

#include <optional>

namespace tidemark {

/// What a failed statement was about.
struct ErrorSubject {
    QString server; // the address as connected to
    QString database;
    std::optional<TableRef> table; // none: the statement was about several tables or none
    QString user; // the database user, for GRANT texts; empty: "<user>"
};

/// Gives an error that the odbc module reported its kind, advice and worth of another try, by the server's
/// number. Errors without a number that is known here stay as they are, with the context filled in.
SyncError explainServerError(SyncError error, const ErrorSubject &subject);

/// "GRANT SELECT ON [s].[t] TO [user];"
QString grantStatement(const QString &permission, const TableRef &table, const QString &user);

/// "ALTER TABLE [s].[t] ENABLE CHANGE_TRACKING;"
QString trackStatement(const TableRef &table);

} // namespace tidemark
