#include "changefold.h"

#include <QtEndian>

#include <algorithm>

namespace tidemark::practice {

void ChangeFold::add(const ChangeEntry &entry)
{
    if (m_empty)
        m_existedBefore = entry.operation != 'I';
    m_empty = false;
    m_last = entry;
    if (entry.operation == 'I')
        m_created = entry.version;
    if (entry.operation != 'U')
        return;
    if (!entry.columns) {
        m_allColumns = true;
        return;
    }
    const QList<quint32> changed = columnsInMask(*entry.columns);
    for (const quint32 id : changed) {
        const auto at = std::lower_bound(m_columns.begin(), m_columns.end(), id);
        if (at == m_columns.end() || *at != id)
            m_columns.insert(at, id);
    }
}

FoldedChange ChangeFold::result() const
{
    FoldedChange change{ m_last.version, m_created, 'U', {}, m_last.context };
    if (m_last.operation == 'D')
        change.operation = 'D';
    else if (!m_existedBefore)
        change.operation = 'I';
    else if (!m_created && !m_allColumns)
        change.columns = columnMask(m_columns);
    return change;
}

QByteArray columnMask(const QList<quint32> &columnIds)
{
    QByteArray mask(4 + columnIds.size() * 4, '\0');
    for (qsizetype i = 0; i < columnIds.size(); ++i)
        qToLittleEndian(columnIds[i], mask.data() + 4 + i * 4);
    return mask;
}

QList<quint32> columnsInMask(const QByteArray &mask)
{
    QList<quint32> ids;
    for (qsizetype at = 4; at + 4 <= mask.size(); at += 4)
        ids += qFromLittleEndian<quint32>(mask.constData() + at);
    return ids;
}

} // namespace tidemark::practice
