#pragma once

#include <QList>
#include <QString>

#include <cstddef>
#include <memory>
#include <vector>

namespace tidemark {

/// How a column's cells lie in memory: a decision about processing, not a copy of the SQL type.
enum class CellKind {
    Bit, // uint8_t 0 or 1
    Int32, // int32_t; also smallint and tinyint
    Int64, // int64_t
    Float32, // float
    Float64, // double
    Decimal, // ASCII text with the full scale and a digit before the point; decimal, numeric, money
    Date, // DateCell
    Time, // TimeCell, `scale` digits
    Timestamp, // TimestampCell, `scale` digits; datetime2, datetime (3), smalldatetime (0)
    TimestampOffset, // TimestampOffsetCell, `scale` digits
    Guid, // GuidCell
    Text, // UTF-16 without terminator; length in bytes
    Binary, // bytes
    LongText, // a piece of UTF-16 in the block's arena
    LongBinary, // a piece of bytes in the block's arena
};

constexpr bool isLong(CellKind kind)
{
    return kind == CellKind::LongText || kind == CellKind::LongBinary;
}

/// One column of a block. `cellBytes` is the room for one cell (0 for long kinds).
struct BlockColumn {
    QString name;
    CellKind kind = CellKind::Text;
    int cellBytes = 0;
    int scale = 0; // fractional digits of times, digits after the point of decimals

    bool operator==(const BlockColumn &) const = default;
};

/// A piece of a long cell inside the block's arena.
struct LongPiece {
    qint64 offset = 0; // bytes from the start of the arena
    qint64 length = 0; // bytes
    bool isNull = false;
    bool complete = true; // false: the cell goes on in the next block
};

/// A number of rows, column by column, in plain memory that an ODBC driver can bind. Made by a reader, filled
/// by it, read by a sink, reused; owned by the engine, used by one thread at a time.
///
/// Columns are in file order. A block may end inside a long cell: then the last row's piece in that column is
/// not complete, and the next block continues that row: its row 0 repeats the row's short cells, and the long
/// cells up to the open one have been delivered. The first piece of a cell holds the whole cell or at least
/// `longCellThreshold` bytes, so that what is written never depends on where blocks end.
class RowBlock {
public:
    static constexpr qint64 nullLength = -1;
    static constexpr qint64 longCellThreshold = qint64(128) * 1024;

    /// `arenaBytes` is the room for all long pieces of a block; 0 without long columns.
    RowBlock(QList<BlockColumn> columns, int capacity, qint64 arenaBytes);

    const QList<BlockColumn> &columns() const { return m_columns; }
    int capacity() const { return m_capacity; }

    int rowCount() const { return m_rowCount; }
    void setRowCount(int rows) { m_rowCount = rows; }

    /// The first cell of a short column; cell r begins r * cellBytes further.
    std::byte *cells(int column) { return m_store[size_t(column)].cells.get(); }
    const std::byte *cells(int column) const { return m_store[size_t(column)].cells.get(); }
    const std::byte *cell(int column, int row) const
    {
        return cells(column) + size_t(row) * size_t(m_columns[column].cellBytes);
    }

    /// Bytes of each cell, nullLength for NULL; as an ODBC indicator array (SQLLEN).
    qint64 *lengths(int column) { return m_store[size_t(column)].lengths.data(); }
    const qint64 *lengths(int column) const { return m_store[size_t(column)].lengths.data(); }
    bool isNull(int column, int row) const { return lengths(column)[row] == nullLength; }

    /// Pieces of a long column, one a row.
    LongPiece &piece(int column, int row) { return m_store[size_t(column)].pieces[size_t(row)]; }
    const LongPiece &piece(int column, int row) const { return m_store[size_t(column)].pieces[size_t(row)]; }
    std::byte *arena() { return m_arena.get(); }
    const std::byte *arena() const { return m_arena.get(); }
    qint64 arenaBytes() const { return m_arenaBytes; }

    /// Row 0 goes on inside the row that ended the block before.
    bool continuesRow() const { return m_continuesRow; }
    void setContinuesRow(bool on) { m_continuesRow = on; }
    /// The last row is not complete; its open column is the one whose piece is not.
    bool endsInsideRow() const { return m_endsInsideRow; }
    void setEndsInsideRow(bool on) { m_endsInsideRow = on; }

    /// Rows that end in this block: what "rows fetched" and "rows written" count.
    int finishedRows() const { return m_rowCount - (m_endsInsideRow ? 1 : 0); }

private:
    struct Store {
        std::unique_ptr<std::byte[]> cells;
        std::vector<qint64> lengths;
        std::vector<LongPiece> pieces;
    };

    QList<BlockColumn> m_columns;
    std::vector<Store> m_store;
    std::unique_ptr<std::byte[]> m_arena;
    qint64 m_arenaBytes = 0;
    int m_capacity = 0;
    int m_rowCount = 0;
    bool m_continuesRow = false;
    bool m_endsInsideRow = false;
};

} // namespace tidemark
