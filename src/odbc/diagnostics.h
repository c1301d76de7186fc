#pragma once

#include "syncerror.h"

#include <QList>
#include <QString>

#include <optional>

namespace tidemark {

/// One diagnostic record of a driver. `text` is without the tags of driver manager, driver and server.
struct DiagRecord {
    QString state; // SQLSTATE
    int native = 0;
    QString text;

    bool operator==(const DiagRecord &) const = default;
};

/// All records of a handle, made by the call just before; `handleType` as in SQLGetDiagRec.
QList<DiagRecord> readDiagnostics(short handleType, void *handle);

/// Takes the tags off: "[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]Invalid object" is "Invalid
/// object".
QString withoutTags(const QString &text);

/// The first record that says that the call failed, whatever it returned: any SQLSTATE class but 01, or a
/// lost connection that FreeTDS reports as 01000.
std::optional<DiagRecord> firstBadRecord(const QList<DiagRecord> &records);

/// The error of a failed statement. Never retryable because of a server's number: those are for
/// explainServerError().
SyncError statementError(const QList<DiagRecord> &records, int queryTimeoutSeconds);

/// The error of a failed connect. Qt hands on the records' texts in one string and the last number (newer
/// versions all of them, divided by ";"); `timedOut`: the login timeout was used up.
SyncError connectError(
    const QString &databaseText, const QString &nativeCodes, const QString &server, bool timedOut);

/// `error` without the secret, should a driver ever repeat it.
SyncError withoutSecret(SyncError error, const QString &secret);

} // namespace tidemark
