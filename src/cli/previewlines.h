#pragma once

#include "tablepreview.h"

#include <QByteArray>
#include <QList>

namespace tidemark {

/// One JSON object a line: database, table, mode (asked), action, reloaded, since_version, current_version,
/// inserts, updates, deletes (0 for a full load), rows, bytes and seconds (estimates; null when not known),
/// reason, warnings, and error and kind of a table that would fail. Never localised.
QByteArray previewJson(const QList<TablePreview> &tables);
/// The same as a table for people; empty without tables.
QByteArray previewText(const QList<TablePreview> &tables);
/// "3 tables to read, 1 unchanged: 7 inserts, ...": one line.
QString previewSummary(const QList<TablePreview> &tables, int workers);

} // namespace tidemark
