#pragma once

#include "syncerror.h"
#include "tableref.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tidemark {

/// True when the text holds * or ?.
bool isPattern(const QString &text);
/// True when any part of the reference holds * or ?.
bool isPattern(const TableRef &ref);

/// Compares without case; * stands for any characters, ? for one.
bool matchesPattern(const QString &pattern, const QString &text);
bool matchesPattern(const TableRef &pattern, const TableRef &table);

/// A typed filter: "table", "schema.table" or "database.schema.table", with * and ?.
bool matchesFilter(const QString &filter, const TableRef &table);
/// True when any of the filters fits, or when there are none.
bool matchesFilters(const QStringList &filters, const TableRef &table);
/// The filters that fit none of the tables.
QStringList unmatchedFilters(const QStringList &filters, const QList<TableRef> &tables);
/// What such a filter names, spelled as it was typed: the parts in front may be empty.
TableRef tableOfFilter(const QString &filter);
/// Its failure: the sentence that says where no table fits, and how filters are written.
SyncError unmatchedError(const QString &filter, const QString &sentence);

} // namespace tidemark
