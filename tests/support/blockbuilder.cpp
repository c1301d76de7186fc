#include "blockbuilder.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace tidemark {

namespace {

QByteArray bytesOf(const CellValue &value)
{
    return std::visit(
        [](const auto &held) -> QByteArray {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::monostate>)
                return {};
            else if constexpr (std::is_same_v<Held, QByteArray>)
                return held;
            else if constexpr (std::is_same_v<Held, QString>)
                return QByteArray(reinterpret_cast<const char *>(held.utf16()), held.size() * 2);
            else
                return QByteArray(reinterpret_cast<const char *>(&held), sizeof held);
        },
        value);
}

bool isNull(const CellValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

class BlockBuilder {
public:
    BlockBuilder(const QList<BlockColumn> &columns, int capacity, qint64 arenaBytes)
        : m_columns(columns), m_capacity(capacity), m_arenaBytes(arenaBytes)
    {
        startBlock();
    }

    void add(const CellRow &row)
    {
        Q_ASSERT(row.size() == m_columns.size());
        if (m_row == m_capacity)
            startBlock();
        putShortCells(row);
        for (int i = 0; i < m_columns.size(); ++i) {
            if (isLong(m_columns[i].kind))
                putLongCell(row, i);
        }
        block().setRowCount(++m_row);
    }

    std::vector<std::unique_ptr<RowBlock>> take() { return std::move(m_blocks); }

private:
    RowBlock &block() { return *m_blocks.back(); }

    void startBlock()
    {
        m_blocks.push_back(std::make_unique<RowBlock>(m_columns, m_capacity, m_arenaBytes));
        m_row = 0;
        m_used = 0;
    }

    void putShortCells(const CellRow &row)
    {
        for (int i = 0; i < m_columns.size(); ++i) {
            if (isLong(m_columns[i].kind))
                continue;
            const QByteArray bytes = bytesOf(row[i]);
            Q_ASSERT(bytes.size() <= m_columns[i].cellBytes);
            std::memcpy(
                block().cells(i) + m_row * m_columns[i].cellBytes, bytes.constData(), size_t(bytes.size()));
            block().lengths(i)[m_row] = isNull(row[i]) ? RowBlock::nullLength : bytes.size();
        }
    }

    void putLongCell(const CellRow &row, int column)
    {
        const QByteArray bytes = bytesOf(row[column]);
        const auto total = qint64(bytes.size());
        qint64 done = 0;
        while (true) {
            const qint64 least =
                done > 0 ? std::min<qint64>(2, total - done) : std::min(total, RowBlock::longCellThreshold);
            const qint64 room = (m_arenaBytes - m_used) & ~qint64(1); // no half of a UTF-16 unit
            const qint64 size = room < least ? 0 : std::min(room, total - done);
            LongPiece &piece = block().piece(column, m_row);
            piece = { m_used, size, isNull(row[column]), done + size == total };
            std::memcpy(block().arena() + m_used, bytes.constData() + done, size_t(size));
            m_used += size;
            done += size;
            if (piece.complete)
                return;
            block().setRowCount(m_row + 1);
            block().setEndsInsideRow(true);
            startBlock();
            block().setContinuesRow(true);
            putShortCells(row);
        }
    }

    QList<BlockColumn> m_columns;
    int m_capacity;
    qint64 m_arenaBytes;
    std::vector<std::unique_ptr<RowBlock>> m_blocks;
    int m_row = 0;
    qint64 m_used = 0;
};

} // namespace

BlockColumn blockColumn(const QString &name, CellKind kind, int cellBytes, int scale)
{
    switch (kind) {
    case CellKind::Bit:
        return { name, kind, 1, 0 };
    case CellKind::Int32:
    case CellKind::Float32:
        return { name, kind, 4, 0 };
    case CellKind::Int64:
    case CellKind::Float64:
        return { name, kind, 8, 0 };
    case CellKind::Date:
        return { name, kind, sizeof(DateCell), 0 };
    case CellKind::Time:
        return { name, kind, sizeof(TimeCell), scale };
    case CellKind::Timestamp:
        return { name, kind, sizeof(TimestampCell), scale };
    case CellKind::TimestampOffset:
        return { name, kind, sizeof(TimestampOffsetCell), scale };
    case CellKind::Guid:
        return { name, kind, sizeof(GuidCell), 0 };
    case CellKind::Decimal:
    case CellKind::Text:
    case CellKind::Binary:
    case CellKind::LongText:
    case CellKind::LongBinary:
        break;
    }
    return { name, kind, cellBytes, scale };
}

std::vector<std::unique_ptr<RowBlock>> blocksOf(
    const QList<BlockColumn> &columns, const QList<CellRow> &rows, int capacity, qint64 arenaBytes)
{
    BlockBuilder builder(columns, capacity, arenaBytes);
    for (const CellRow &row : rows)
        builder.add(row);
    return builder.take();
}

std::unique_ptr<RowBlock> blockOf(const QList<BlockColumn> &columns, const QList<CellRow> &rows)
{
    qint64 arena = 0;
    for (const CellRow &row : rows) {
        for (const CellValue &value : row)
            arena += bytesOf(value).size() + 1;
    }
    auto blocks = blocksOf(columns, rows, int(std::max<qsizetype>(rows.size(), 1)), arena);
    Q_ASSERT(blocks.size() == 1);
    return std::move(blocks.front());
}

} // namespace tidemark
