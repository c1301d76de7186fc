#include "resultrows.h"

namespace tidemark {

std::optional<QString> RowReader::text(const QString &column) const
{
    const qsizetype index = m_result.columns.indexOf(column);
    const QList<std::optional<QString>> &cells = m_result.rows[m_row];
    return index < 0 || index >= cells.size() ? std::nullopt : cells[index];
}

QString RowReader::textOr(const QString &column, const QString &other) const
{
    return text(column).value_or(other);
}

std::optional<qint64> RowReader::number(const QString &column) const
{
    const std::optional<QString> cell = text(column);
    if (!cell)
        return std::nullopt;
    bool ok = false;
    const qint64 value = cell->toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

bool RowReader::flag(const QString &column, bool other) const
{
    const std::optional<qint64> value = number(column);
    return value ? *value != 0 : other;
}

} // namespace tidemark
