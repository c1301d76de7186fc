#include "rowblock.h"

namespace tidemark {

RowBlock::RowBlock(QList<BlockColumn> columns, int capacity, qint64 arenaBytes)
    : m_columns(std::move(columns)), m_store(size_t(m_columns.size())), m_arenaBytes(arenaBytes),
      m_capacity(capacity)
{
    if (arenaBytes > 0)
        m_arena.reset(new std::byte[size_t(arenaBytes)]);
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        Store &store = m_store[size_t(i)];
        if (isLong(m_columns[i].kind)) {
            store.pieces.resize(size_t(capacity));
            continue;
        }
        store.cells.reset(new std::byte[size_t(m_columns[i].cellBytes) * size_t(capacity)]);
        store.lengths.resize(size_t(capacity), nullLength);
    }
}

} // namespace tidemark
