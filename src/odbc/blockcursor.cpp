#include "blockcursor.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace tidemark {

namespace {

struct CursorText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::BlockCursor)
};

// The gain of blocks is there from a hundred rows on; more memory would only leave the cache.
constexpr int mostRows = 1000;
constexpr qint64 blockBytes = 4 * 1024 * 1024;
// Less room than this is not worth a call of the driver.
constexpr qint64 smallestRoom = 1024;
// Room that a long cell finds at least: what a first piece must hold, and what is not worth a call.
constexpr qint64 longCellRoom = RowBlock::longCellThreshold + smallestRoom;

/// Bytes of a bound cell beyond the longest value: the terminator that a driver writes.
int terminatorBytes(CellKind kind)
{
    return kind == CellKind::Text ? 2 : kind == CellKind::Decimal ? 1 : 0;
}

SyncError problem(ErrorKind kind, QString text)
{
    return { kind, std::move(text), {}, 0, false, {}, 0 };
}

/// False when a length says that its cell was cut: longer than its room, or of unknown length. The drivers'
/// return codes and row states do not tell.
bool lengthsFit(const qint64 *lengths, int rows, qint64 shortest, qint64 longest)
{
    bool fit = true;
    for (int row = 0; row < rows; ++row) {
        const qint64 length = lengths[row];
        fit &= length == RowBlock::nullLength || (length >= shortest && length <= longest);
    }
    return fit;
}

/// Microsoft's driver writes ".50" and "-.50".
void putZeroBeforePoint(std::byte *cells, int cellBytes, qint64 *lengths, int rows)
{
    for (int row = 0; row < rows; ++row) {
        if (lengths[row] <= 0)
            continue;
        char *text = reinterpret_cast<char *>(cells) + qsizetype(row) * cellBytes;
        const qint64 sign = text[0] == '-' ? 1 : 0;
        if (text[sign] != '.')
            continue;
        std::memmove(text + sign + 1, text + sign, size_t(lengths[row] - sign));
        text[sign] = '0';
        ++lengths[row];
    }
}

} // namespace

Result<std::unique_ptr<BlockReader>> BlockCursor::make(
    std::unique_ptr<CursorStatement> statement, const QList<FetchColumn> &columns)
{
    int longest = 0;
    int lastLong = 0;
    int lastShort = 0;
    bool rising = true;
    for (const FetchColumn &each : columns) {
        longest = std::max(longest, each.ordinal);
        if (!isLong(each.column.kind)) {
            lastShort = std::max(lastShort, each.ordinal);
            continue;
        }
        rising = rising && each.ordinal > lastLong;
        lastLong = each.ordinal;
    }
    const bool longLast = std::all_of(columns.begin(), columns.end(),
        [&](const FetchColumn &each) { return !isLong(each.column.kind) || each.ordinal > lastShort; });
    if (columns.isEmpty() || !rising || !longLast || longest != columns.size())
        return fail(problem(ErrorKind::Internal,
            CursorText::tr("The statement's columns are not in the order that a driver can read.")));
    if (statement->columnCount() != columns.size())
        return fail(problem(ErrorKind::Internal,
            CursorText::tr("The server answered with %1 columns instead of %2.")
                .arg(statement->columnCount())
                .arg(columns.size())));
    return std::unique_ptr<BlockReader>(new BlockCursor(std::move(statement), columns));
}

BlockCursor::BlockCursor(std::unique_ptr<CursorStatement> statement, const QList<FetchColumn> &columns)
    : m_statement(std::move(statement))
{
    qint64 rowBytes = 0;
    QList<BlockColumn> shortColumns;
    for (const FetchColumn &each : columns) {
        BlockColumn column = each.column;
        column.cellBytes += terminatorBytes(column.kind);
        rowBytes += column.cellBytes + qint64(sizeof(qint64));
        if (isLong(column.kind))
            m_long.push_back(int(m_columns.size()));
        m_columns += column;
        m_ordinals.push_back(each.ordinal);
    }
    m_capacity = int(std::clamp<qint64>(blockBytes / rowBytes, 1, mostRows));
    if (!m_long.empty())
        m_staging = std::make_unique<RowBlock>(m_columns, 1, 0);
}

qint64 BlockCursor::reserved(size_t longCells) const
{
    return qint64(longCells) * longCellRoom;
}

qint64 BlockCursor::arenaBytes() const
{
    return m_long.empty() ? 0 : blockBytes + reserved(m_long.size());
}

std::unique_ptr<RowBlock> BlockCursor::makeBlock() const
{
    return std::make_unique<RowBlock>(m_columns, m_capacity, arenaBytes());
}

Result<bool> BlockCursor::fetch(RowBlock &block)
{
    block.setRowCount(0);
    block.setContinuesRow(false);
    block.setEndsInsideRow(false);
    return m_long.empty() ? fetchRows(block) : fetchLongRows(block);
}

Status BlockCursor::bind(RowBlock &block)
{
    if (m_bound == &block)
        return {};
    for (int column = 0; column < m_columns.size(); ++column) {
        const BlockColumn &each = m_columns[column];
        if (isLong(each.kind))
            continue;
        if (Status ok = m_statement->bind(m_ordinals[size_t(column)], each.kind, block.cells(column),
                each.cellBytes, block.lengths(column));
            !ok)
            return ok;
    }
    if (m_bound == nullptr) {
        // Only after the statement has run: a larger number before makes Microsoft's driver ask for a cursor.
        if (Status ok = m_statement->setRowsPerFetch(block.capacity()); !ok)
            return ok;
    }
    m_bound = &block;
    return {};
}

Status BlockCursor::checkAndMend(RowBlock &block, int rows) const
{
    for (int column = 0; column < m_columns.size(); ++column) {
        const BlockColumn &each = m_columns[column];
        if (isLong(each.kind))
            continue;
        const bool isText = each.kind == CellKind::Text || each.kind == CellKind::Decimal;
        const bool isBytes = each.kind == CellKind::Binary;
        const qint64 longest = each.cellBytes - terminatorBytes(each.kind);
        const qint64 shortest = isText || isBytes ? 0 : longest;
        if (!lengthsFit(block.lengths(column), rows, shortest, longest))
            return fail(problem(ErrorKind::Data,
                CursorText::tr(
                    "A value of column %1 does not fit its type: more than %2 bytes came. The column "
                    "may have been altered meanwhile; run the table again.")
                    .arg(each.name)
                    .arg(longest)));
        if (each.kind == CellKind::Decimal)
            putZeroBeforePoint(block.cells(column), each.cellBytes, block.lengths(column), rows);
    }
    return {};
}

Result<bool> BlockCursor::fetchRows(RowBlock &block)
{
    if (Status ok = bind(block); !ok)
        return fail(ok.error());
    const Result<int> rows = m_statement->fetch();
    if (!rows)
        return fail(rows.error());
    if (*rows == 0) {
        if (Status ok = m_statement->proveEnd(); !ok)
            return fail(ok.error());
        return false;
    }
    if (Status ok = checkAndMend(block, *rows); !ok)
        return fail(ok.error());
    block.setRowCount(*rows);
    return true;
}

Result<bool> BlockCursor::fetchLongRow()
{
    if (Status ok = bind(*m_staging); !ok)
        return fail(ok.error());
    const Result<int> rows = m_statement->fetch();
    if (!rows)
        return fail(rows.error());
    if (*rows == 0)
        return false;
    if (Status ok = checkAndMend(*m_staging, 1); !ok)
        return fail(ok.error());
    return true;
}

Result<bool> BlockCursor::fetchLongRows(RowBlock &block)
{
    m_arenaUsed = 0;
    block.setContinuesRow(m_inRow);
    int row = 0;
    // A row begins only where each of its long cells has room for a first piece.
    while (row < m_capacity && m_arenaUsed + reserved(m_long.size()) <= arenaBytes()) {
        size_t first = m_openCell;
        if (!m_inRow) {
            first = 0;
            const Result<bool> more = m_ended ? Result<bool>(false) : fetchLongRow();
            if (!more)
                return fail(more.error());
            if (!*more) {
                m_ended = true;
                break;
            }
        }
        copyShortCells(block, row);
        const Result<bool> complete = readLongCells(block, row, first);
        if (!complete)
            return fail(complete.error());
        ++row;
        m_inRow = !*complete;
        if (m_inRow) {
            block.setEndsInsideRow(true);
            break;
        }
    }
    block.setRowCount(row);
    if (row > 0)
        return true;
    if (Status ok = m_statement->proveEnd(); !ok)
        return fail(ok.error());
    return false;
}

void BlockCursor::copyShortCells(RowBlock &block, int row) const
{
    for (int column = 0; column < m_columns.size(); ++column) {
        if (isLong(m_columns[column].kind))
            continue;
        const qint64 length = m_staging->lengths(column)[0];
        block.lengths(column)[row] = length;
        if (length > 0)
            std::memcpy(block.cells(column) + qsizetype(row) * m_columns[column].cellBytes,
                m_staging->cells(column), size_t(length));
    }
}

Result<LongPiece> BlockCursor::readLongCell(RowBlock &block, size_t cell)
{
    const int column = m_long[cell];
    LongPiece piece{ m_arenaUsed, 0, false, false };
    // What the row's later cells need at least is left for them.
    const qint64 end = arenaBytes() - reserved(m_long.size() - cell - 1);
    // A driver may stop short of the room's end where it converts; a first piece must not be small for that.
    while (!piece.complete && end - m_arenaUsed >= smallestRoom) {
        const qint64 room = (end - m_arenaUsed) & ~qint64(1);
        const Result<CursorStatement::Piece> part = m_statement->readPiece(
            m_ordinals[size_t(column)], m_columns[column].kind, block.arena() + m_arenaUsed, room);
        if (!part)
            return fail(part.error());
        if (!part->complete && part->length == 0)
            return fail(problem(ErrorKind::Data,
                CursorText::tr("The driver stops inside a value of column %1.").arg(m_columns[column].name)));
        piece.length += part->length;
        piece.isNull = part->isNull;
        piece.complete = part->complete;
        m_arenaUsed += part->length;
    }
    m_arenaUsed += m_arenaUsed & 1; // the next piece may be text
    return piece;
}

Result<bool> BlockCursor::readLongCells(RowBlock &block, int row, size_t first)
{
    for (const int column : m_long)
        block.piece(column, row) = LongPiece{};
    for (size_t cell = first; cell < m_long.size(); ++cell) {
        const Result<LongPiece> piece = readLongCell(block, cell);
        if (!piece)
            return fail(piece.error());
        block.piece(m_long[cell], row) = *piece;
        if (!piece->complete) {
            m_openCell = cell;
            return false;
        }
    }
    return true;
}

} // namespace tidemark
