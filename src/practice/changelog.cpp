#include "changelog.h"

#include "changefold.h"
#include "practiceclock.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

ChangeLog::ChangeLog(SqliteConnection &connection, const CatalogTable &table, QString prefix,
    std::optional<QByteArray> context, const MomentValue &now, qint64 transactionId)
    : m_connection(connection), m_table(table), m_prefix(std::move(prefix)), m_context(std::move(context)),
      m_now(PracticeClock::ticksOf(now)), m_transactionId(transactionId)
{
}

void ChangeLog::setChangedColumns(const QList<int> &columnIds)
{
    m_mask.reset();
    if (!m_table.tracking || !m_table.tracking->columnsUpdated)
        return;
    const QList<int> key = m_table.primaryKey()->columns;
    QList<quint32> changed;
    bool all = true;
    for (const CatalogColumn &column : m_table.columns) {
        if (key.contains(column.id) || !column.computedText.isEmpty())
            continue;
        // A rowversion changes with every update.
        if (columnIds.contains(column.id) || column.type.id == TypeId::RowVersion)
            changed += quint32(column.id);
        else
            all = false;
    }
    std::sort(changed.begin(), changed.end());
    if (!all)
        m_mask = columnMask(changed);
}

SqlStatus ChangeLog::begin()
{
    const auto current = m_connection.integer(u"SELECT current_version FROM %1.sys_counters"_s.arg(m_prefix));
    if (!current)
        return sqlError(current.error());
    m_version = current->value_or(0) + 1;
    SqlResult<SqliteStatement> commit =
        m_connection.prepare(u"INSERT OR IGNORE INTO %1.sys_commits VALUES (?, ?, ?)"_s.arg(m_prefix));
    if (!commit)
        return sqlError(commit.error());
    commit->bind(1, m_version).bind(2, m_now).bind(3, m_transactionId);
    if (!commit->run())
        return sqlError(m_connection.failure());
    m_begun = true;
    return {};
}

SqlStatus ChangeLog::add(char operation, const QString &keys, const QString &from)
{
    if (!m_table.tracking)
        return {};
    if (!m_begun) {
        if (SqlStatus ok = begin(); !ok)
            return ok;
    }
    SqlResult<SqliteStatement> insert =
        m_connection.prepare(u"INSERT INTO %1.%2 SELECT ?1, ?2, ?3, ?4, %3 %4"_s.arg(
            m_prefix, m_table.changeStorage(), keys, from));
    if (!insert)
        return sqlError(insert.error());
    insert->bind(1, m_version).bindText(2, QString(QLatin1Char(operation)));
    if (operation == 'U' && m_mask)
        insert->bindBlob(3, *m_mask);
    if (m_context)
        insert->bindBlob(4, *m_context);
    if (!insert->run())
        return sqlError(m_connection.failure());
    return {};
}

} // namespace tidemark::practice
