#pragma once

#include "tablereport.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace tidemark {

/// The JSON object of one table: the fields that the older tool printed, and status, reason, warnings, error,
/// kind, and where the time went. Never localised.
QJsonObject reportObject(const TableReport &report);
/// The object on one line, with its newline.
QByteArray reportLine(const TableReport &report);

/// Of what failed as a whole: 2 what was asked is wrong, 3 no connection or login, 4 locked, otherwise 1.
int exitCodeOf(const SyncError &error);
/// The one that all tables have in common; otherwise 1.
int commonExitCode(const QList<int> &codes);
/// 0 all well, 1 a table failed, 2 to 4 all failed for one reason.
int exitCodeOf(const QList<TableReport> &reports);

} // namespace tidemark
