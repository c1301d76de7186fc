#pragma once

#include "runports.h"
#include "tablerun.h"

#include "canceltoken.h"
#include "result.h"
#include "tablerequest.h"

#include <QList>
#include <QString>

#include <functional>

namespace tidemark {

/// One request with its place in the job.
struct IndexedRequest {
    int index = 0;
    TableRequest request;
};

/// The requests of one database.
struct DatabaseGroup {
    QString database;
    QList<IndexedRequest> requests;
};

/// In the order in which the databases come first.
QList<DatabaseGroup> groupByDatabase(const QList<TableRequest> &requests);

/// Two requests turned out to be one table by the catalog's spelling.
SyncError namedTwiceError(const TableRef &table);

/// The state of tables of one database, in one round trip.
[[nodiscard]] Result<QList<TableTask>> surveyTables(
    ChangeSession &session, const QString &database, const QList<IndexedRequest> &requests);

/// Looks at all tables of one database in two round trips: their state, then for those whose watermark is
/// behind whether they have changes at all. One session, closed when it returns. `connected` is called once
/// the session is open.
[[nodiscard]] Result<QList<TableTask>> surveyDatabase(const RunPorts &ports, const QString &database,
    const QList<IndexedRequest> &requests, const CancelToken &cancel, const std::function<void()> &connected);

} // namespace tidemark
