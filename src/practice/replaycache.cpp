#include "replaycache.h"

#include "catalogtable.h"
#include "replayshape.h"
#include "rowencoder.h"

#include <QStringList>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t keptTables = 4; // each can hold half a gigabyte

ReplayTable encode(const CatalogTable &table, const QList<int> &columns)
{
    ReplayTable replay;
    replay.name = table.name;
    for (const int index : columns) {
        const CatalogColumn &column = table.columns[index];
        replay.columns += ResultColumn{ column.name, column.type, column.nullable, false };
    }
    std::vector<SqlRow> rows = ReplayShape::rows(table.replay->shape);
    for (SqlRow &row : rows) {
        SqlRow chosen;
        for (const int index : columns)
            chosen.push_back(row[std::size_t(index)]);
        row = std::move(chosen);
    }
    replay.rowsPerRound = qint64(rows.size());
    replay.encodedRows = encodeRows(replay.columns, rows);
    return replay;
}

} // namespace

std::shared_ptr<const ReplayTable> ReplayCache::table(const CatalogTable &table, const QList<int> &columns)
{
    QStringList parts{ table.replay->shape, QString::number(table.objectId),
        QString::number(table.replay->rows) };
    for (const int index : columns)
        parts += QString::number(index);
    const QString key = parts.join(u' ');
    const std::lock_guard lock(m_mutex);
    for (const Entry &entry : m_entries) {
        if (entry.key == key)
            return entry.table;
    }
    ReplayTable made = encode(table, columns);
    made.rows = table.replay->rows;
    if (m_entries.size() >= keptTables)
        m_entries.erase(m_entries.begin());
    m_entries.push_back({ key, std::make_shared<const ReplayTable>(std::move(made)) });
    return m_entries.back().table;
}

} // namespace tidemark::practice
