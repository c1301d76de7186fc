#pragma once

#include "tableref.h"

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

} // namespace tidemark
