#pragma once

#include "cellvalues.h"
#include "rowblock.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <variant>
#include <vector>

namespace tidemark {

/// One cell of a test's row: nothing is NULL, QByteArray is a decimal's digits or binary bytes.
using CellValue = std::variant<std::monostate, bool, qint32, qint64, float, double, QByteArray, QString,
    DateCell, TimeCell, TimestampCell, TimestampOffsetCell, GuidCell>;
using CellRow = QList<CellValue>;

/// A column with the room that its kind needs; `cellBytes` for decimals, texts and binaries.
BlockColumn blockColumn(const QString &name, CellKind kind, int cellBytes = 0, int scale = 0);

/// Lays rows into blocks as a reader does: a block ends after `capacity` rows, or inside a long cell when the
/// arena is full; the first piece of a cell holds it all or at least RowBlock::longCellThreshold bytes.
std::vector<std::unique_ptr<RowBlock>> blocksOf(
    const QList<BlockColumn> &columns, const QList<CellRow> &rows, int capacity, qint64 arenaBytes = 0);

/// All rows in one block.
std::unique_ptr<RowBlock> blockOf(const QList<BlockColumn> &columns, const QList<CellRow> &rows);

} // namespace tidemark
