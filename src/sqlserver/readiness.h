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

/// Reads the answer of serverFactsQuery().
[[nodiscard]] Result<ServerFacts> decodeServerFacts(const ResultRows &rows);

/// What a connection test found once it was in: database, version, primary.
QList<CheckStep> connectionSteps(const ServerFacts &facts, const QString &database, double seconds);

/// Is the connection encrypted, and is the certificate looked at? `encrypted` is the server's own word, none
/// when the login may not ask; then what was required of the driver counts. `verified`: the driver checks
/// certificates.
CheckStep encryptionStep(std::optional<bool> encrypted, bool required, bool verified);

/// Is change tracking on in the database?
CheckStep trackingStep(const DatabaseState &state);

/// Is the database ready for syncs? Version, replica, change tracking, retention, cleanup, snapshot
/// isolation; each with the T-SQL that mends it.
QList<CheckStep> databaseSteps(const ServerFacts &facts, const DatabaseState &state);

/// Is the table ready? Found, rights, tracking, key, types.
CheckStep tableStep(const TableState &table, const DatabaseState &database, const QString &user);

} // namespace tidemark
