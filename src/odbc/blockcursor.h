#pragma once

#include "blockreader.h"
#include "cursorstatement.h"

#include <QList>

#include <memory>
#include <vector>

namespace tidemark {

/// A column of the file and its place in the SELECT list, counted from 1.
struct FetchColumn {
    BlockColumn column;
    int ordinal = 0;

    bool operator==(const FetchColumn &) const = default;
};

/// Reads an executed statement into blocks. Without long columns the driver writes hundreds of rows straight
/// into the block's memory. With long columns, which stand last in the SELECT list, it goes row by row and
/// reads each long cell once, in pieces: the only way that both drivers serve, and in bounded memory.
class BlockCursor : public BlockReader {
public:
    /// Fails with Internal when the statement's columns cannot be read so.
    [[nodiscard]] static Result<std::unique_ptr<BlockReader>> make(
        std::unique_ptr<CursorStatement> statement, const QList<FetchColumn> &columns);

    const QList<BlockColumn> &columns() const override { return m_columns; }
    std::unique_ptr<RowBlock> makeBlock() const override;
    [[nodiscard]] Result<bool> fetch(RowBlock &block) override;

private:
    BlockCursor(std::unique_ptr<CursorStatement> statement, const QList<FetchColumn> &columns);

    qint64 arenaBytes() const;
    qint64 reserved(size_t longCells) const;
    Status bind(RowBlock &block);
    Status checkAndMend(RowBlock &block, int rows) const;
    Result<bool> fetchRows(RowBlock &block);
    Result<bool> fetchLongRows(RowBlock &block);
    Result<bool> fetchLongRow();
    void copyShortCells(RowBlock &block, int row) const;
    Result<LongPiece> readLongCell(RowBlock &block, size_t cell);
    /// True when the row is complete, false when the arena is full inside one of its cells.
    Result<bool> readLongCells(RowBlock &block, int row, size_t first);

    std::unique_ptr<CursorStatement> m_statement;
    QList<BlockColumn> m_columns;
    std::vector<int> m_ordinals; // of the columns
    std::vector<int> m_long; // columns with long cells
    int m_capacity = 1;
    RowBlock *m_bound = nullptr;
    std::unique_ptr<RowBlock> m_staging; // the short cells of one row, with long columns
    qint64 m_arenaUsed = 0;
    bool m_inRow = false; // the row in m_staging is not finished
    size_t m_openCell = 0; // place in m_long of the cell that goes on
    bool m_ended = false;
};

} // namespace tidemark
