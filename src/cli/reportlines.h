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

/// 0 all well, 1 a table failed, 2 the job was wrong for every table, 3 none could connect or log in, 4 every
/// table was locked.
int exitCodeOf(const QList<TableReport> &reports);

} // namespace tidemark
