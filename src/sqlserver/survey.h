#pragma once

#include "changesource.h"
#include "resultrows.h"

#include <QList>

namespace tidemark {

/// Reads the answer of databaseStateQuery(). `address` names the server when it does not name itself.
[[nodiscard]] Result<DatabaseState> decodeDatabaseState(
    const ResultRows &rows, const QString &address, const QString &database);

/// Reads the answers of tableStatesQuery() and tableColumnsQuery() into one state for each table asked, in
/// that order. A name matches the catalog exactly or, where it is unique, without regard to case. `user`
/// appears in the GRANT texts.
QList<TableState> decodeTableStates(
    const QList<TableRef> &asked, const ResultRows &states, const ResultRows &columns, const QString &user);

} // namespace tidemark
