#pragma once

#include "catalogentry.h"
#include "changesource.h"
#include "resultrows.h"

#include <QList>
#include <QString>

#include <optional>

namespace tidemark {

/// What a server and a connection to it say of themselves. Values only.
struct ServerFacts {
    QString productVersion; // "15.0.4430.1"
    QString versionText; // first line of @@VERSION
    QString edition;
    bool readOnly = false; // the database takes no writes here: a secondary replica, or set so
    QString database;
    QString login;
    QString user;
};

/// Who asks a server, for the statements that let it in.
struct ServerLogin {
    QString name; // as the server knows it
    bool isExternal = false; // Entra ID knows it, not the server
};

/// Reads the answer of serverFactsQuery().
[[nodiscard]] Result<ServerFacts> decodeServerFacts(const ResultRows &rows);

/// What a connection test found once it was in: database, version, replica.
QList<CheckStep> connectionSteps(const ServerFacts &facts, const QString &database, double seconds);

/// Is the server one that Tidemark knows?
CheckStep versionStep(const ServerFacts &facts);

/// Is the connection encrypted, and is the certificate looked at? `encrypted` is the server's own word, none
/// when the login may not ask; then what was required of the driver counts. `verified`: the driver checks
/// certificates.
CheckStep encryptionStep(std::optional<bool> encrypted, bool required, bool verified);

/// The database is open for the login.
CheckStep openDatabaseStep(const ServerFacts &facts, const QString &database, double seconds);

/// The database could not be opened. `isListed`: it is there, so that only the login's user is missing; then
/// the statements that make one, and let it read the tables.
CheckStep closedDatabaseStep(const QString &database, const SyncError &error, bool isListed,
    const ServerLogin &login, const QList<TableRef> &tables);

/// Is change tracking on in the database?
CheckStep trackingStep(const DatabaseState &state);

/// Is the database ready for syncs? Replica, change tracking, retention, auto-cleanup, snapshot isolation.
QList<CheckStep> databaseSteps(const ServerFacts &facts, const DatabaseState &state);

/// "GRANT SELECT, VIEW CHANGE TRACKING ..." on a table, with what it is for.
RepairStatement readingGrant(const TableRef &table, const QStringList &permissions, const QString &user);

/// Both rights on a table that nobody could see, and which may not be there.
RepairStatement unseenGrant(const TableRef &table, const QString &user);

} // namespace tidemark
