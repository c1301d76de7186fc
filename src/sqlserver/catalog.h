#pragma once

#include "catalogentry.h"
#include "resultrows.h"

#include <QList>

namespace tidemark {

/// Reads the answer of databaseListQuery().
QList<CatalogDatabase> decodeDatabaseList(const ResultRows &rows);

/// Reads the answer of tableListQuery() for the tables of one database.
QList<CatalogTable> decodeTableList(const ResultRows &rows, const QString &database);

} // namespace tidemark
