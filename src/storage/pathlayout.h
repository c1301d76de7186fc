#pragma once

#include "csvdialect.h"
#include "tableref.h"

#include <QDateTime>
#include <QString>

#include <optional>

// Names on disk: pure functions, the same on every system.
namespace tidemark {

/// A name as one path component that every file system takes: what is not allowed is percent-encoded, a name
/// over 100 bytes is cut and ends in `~` and 8 hex digits of the SHA-256 of the exact name. Different names
/// give different components, but maybe such that differ by case only.
QString folderNameFor(const QString &name);

/// The same with the digits always there, for a name whose neighbour differs by case only.
QString distinctFolderNameFor(const QString &name);

/// The name that a component was made of; of a cut name what is left, with its hash.
QString nameOfFolder(const QString &component);

/// Equal for names that a file system which ignores case takes for the same.
QString foldedName(const QString &name);

/// "dbo_orders", safe and cut like a folder name.
QString fileStemFor(const TableRef &table);

/// "20260101T000000000Z"
QString stampText(const QDateTime &time);
/// The time in a part's file name; none for other files.
std::optional<QDateTime> stampOfFile(const QString &fileName);

/// "2026-01-01"
QString dayFolderFor(const QDateTime &time);
bool isDayFolder(const QString &name);

/// "<stem>_<stamp>_part1.csv.gz"
QString partFileName(const QString &stem, const QDateTime &stamp, int part, Compression compression);
/// How a file is compressed, by the end of its name.
Compression compressionOfFile(const QString &path);

} // namespace tidemark
