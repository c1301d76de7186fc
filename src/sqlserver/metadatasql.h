#pragma once

#include "tableref.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tidemark {

// The statements that ask the catalog. Each is one SELECT of simple form, valid on SQL Server 2016 and later
// and on Azure SQL Database; the decoders beside them read columns by name.

/// One row about the current database; change tracking's version is its first column.
QString databaseStateQuery();

/// Rows of the tables whose names match those asked without regard to case: `asked` is the place in the list.
/// A table may match several questions and a question several tables.
QString tableStatesQuery(const QList<TableRef> &asked);

/// The readable columns of the same tables, in table order, with types, key and right to SELECT.
QString tableColumnsQuery(const QList<TableRef> &asked);

/// The current version together with the session and transaction that answered.
QString currentVersionQuery();

/// Plain batches, one after the other: the level must be set before the transaction starts.
QStringList beginSnapshotBatches();
QStringList endSnapshotBatches();

/// Databases of the server, without the system's own.
QString databaseListQuery();

/// All tables of the current database.
QString tableListQuery();

/// The tracked tables of the current database with the rights of the user.
QString trackedTablesQuery();

/// One row about the server for the readiness check.
QString serverFactsQuery();

/// Whether this connection is encrypted; needs VIEW SERVER STATE.
QString connectionFactsQuery();

} // namespace tidemark
