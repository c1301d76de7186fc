#pragma once

#include "catalogentry.h"
#include "resultrows.h"

#include <QList>
#include <QString>

namespace tidemark {

/// A tracked table and what the login may do with it.
struct TrackedTable {
    TableRef table;
    bool canSelect = false;
    bool canViewChanges = false;
};

/// Reads the answer of trackedTablesQuery().
QList<TrackedTable> decodeTrackedTables(const ResultRows &rows, const QString &database);

/// May the user read the tracked tables and their changes?
CheckStep rightsStep(const QList<TrackedTable> &tables, const QString &database, const QString &user);

/// Where change tracking is on, when a connection names no database.
CheckStep trackedDatabasesStep(const QList<CatalogDatabase> &databases);

} // namespace tidemark
