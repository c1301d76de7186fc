#pragma once

#include "csvreader.h"
#include "result.h"
#include "tableref.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace tidemark {

/// What the published files of a table amount to: the newest state of each key, deletes applied.
struct FoldedTable {
    QStringList columns; // without the SYS_CHANGE_ columns
    QMap<QStringList, CsvRow> rows; // by the key's texts
    qint64 changes = 0; // rows of incremental sets
    qint64 repeated = 0; // (key, version) pairs that stand in two incremental sets
    qint64 files = 0;
};

/// Where the files of a table with plain names lie.
QString tableFolder(const QString &outputDir, const TableRef &table);

/// Applies all files of the table's manifest in their order, after checking each file's size, rows and
/// SHA-256. Reads the manifest as the JSON that it is, with no code of the store.
[[nodiscard]] Result<FoldedTable> foldTable(
    const QString &outputDir, const TableRef &table, const QStringList &keyColumns);

} // namespace tidemark
