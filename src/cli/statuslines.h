#pragma once

#include "tablefreshness.h"

#include <QByteArray>
#include <QList>

namespace tidemark {

/// One JSON object a line: database, table, in_job, state, attention, last_sync, version, versions_behind,
/// deadline, seconds_left, asked, note, last_failure (at, run, mode, error, kind). Times are UTC; what is not
/// known is null. Never localised.
QByteArray statusJson(const QList<TableFreshness> &tables);
/// The same as a table for people; empty without tables.
QByteArray statusText(const QList<TableFreshness> &tables);
/// "3 tables: 1 expired, 2 behind": one line.
QString statusSummary(const FreshnessReport &report);

} // namespace tidemark
