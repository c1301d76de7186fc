#include "servercursor.h"

#include "rowencoder.h"

#include <algorithm>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype largestCursor = 268'435'456;
constexpr qint64 rowSucceeded = 1;

} // namespace

ServerCursor::ServerCursor(QList<ResultColumn> columns) : m_columns(std::move(columns))
{
    m_columns.append({ u"ROWSTAT"_s, { .id = TypeId::Int }, false, false });
}

bool ServerCursor::append(const SqlRow &row)
{
    SqlRow withStatus = row;
    withStatus.resize(static_cast<std::size_t>(m_columns.size()));
    withStatus.back() = rowSucceeded;
    TdsWriter out;
    writeRow(out, m_columns, withStatus);
    m_rows.append(out.data());
    m_ends.push_back(m_rows.size());
    return m_rows.size() <= largestCursor;
}

QByteArrayView ServerCursor::rowAt(qint64 index) const
{
    const auto at = static_cast<std::size_t>(index);
    const qsizetype begin = at == 0 ? 0 : m_ends[at - 1];
    return QByteArrayView(m_rows).sliced(begin, m_ends[at] - begin);
}

qint64 ServerCursor::target(int how, qint64 row, qint64 count) const
{
    switch (how) {
    case First:
        return 0;
    case Next:
        return m_first + m_fetched;
    case Previous:
        return std::max<qint64>(m_first - count, m_first > 0 ? 0 : -1);
    case Last:
        return std::max<qint64>(size() - count, 0);
    case Absolute:
        return row < 0 ? size() + row : row - 1;
    case Relative:
        return m_first + row;
    default:
        return m_first;
    }
}

void ServerCursor::fetch(int how, qint64 row, qint64 count, ReplySink &sink)
{
    count = std::clamp<qint64>(count, 0, size());
    const qint64 first = target(how, std::clamp<qint64>(row, -size() - 1, size() + 1), count);
    m_first = std::clamp<qint64>(first, 0, size());
    m_fetched = first < 0 ? 0 : std::min(count, size() - m_first);
    send(m_first, m_fetched, sink);
}

void ServerCursor::refresh(qint64 row, ReplySink &sink) const
{
    if (row == 0)
        return send(m_first, m_fetched, sink);
    const bool there = row > 0 && row <= m_fetched;
    send(m_first + (there ? row - 1 : 0), there ? 1 : 0, sink);
}

void ServerCursor::send(qint64 first, qint64 count, ReplySink &sink) const
{
    bool wanted = sink.columns(m_columns);
    for (qint64 i = 0; i < count && wanted; ++i)
        wanted = sink.encodedRow(rowAt(first + i));
    sink.done(CommandKind::Select, count, false);
}

CursorSink::CursorSink(ReplySink &reply) : m_reply(reply) { }

bool CursorSink::refuse(int number, const QString &text)
{
    m_cursor.reset();
    m_failed = true;
    m_reply.message({ .number = number, .text = text });
    m_reply.done(CommandKind::Select, std::nullopt, true);
    return false;
}

bool CursorSink::runDirectly()
{
    m_direct = true;
    return m_reply.message(
        { .number = 16954, .severity = 10, .text = u"Executing SQL directly; no cursor."_s });
}

bool CursorSink::columns(const QList<ResultColumn> &columns)
{
    if (m_direct)
        return m_reply.columns(columns);
    if (m_cursor)
        return refuse(16937,
            u"A server cursor cannot be opened on the given statement or statements. Use a "
            "default result set or client cursor."_s);
    m_cursor.emplace(columns);
    return !m_failed && !cancelled();
}

bool CursorSink::row(const SqlRow &row)
{
    if (m_direct)
        return m_reply.row(row);
    if (!m_cursor)
        return false;
    if (!m_cursor->append(row))
        return refuse(701,
            u"There is insufficient system memory to run this query: a cursor holds 256 MB at "
            "most. Use a forward-only cursor."_s);
    return !cancelled();
}

bool CursorSink::done(CommandKind command, std::optional<qint64> count, bool failed)
{
    if (m_failed)
        return false;
    if (m_direct)
        return m_reply.done(command, count, failed);
    if (m_cursor && !failed)
        return !cancelled();
    m_cursor.reset();
    if (!failed)
        runDirectly();
    return m_reply.done(command, count, failed);
}

bool CursorSink::message(const ServerMessage &message)
{
    return m_reply.message(message);
}

bool CursorSink::databaseChanged(const QString &from, const QString &to)
{
    return m_reply.databaseChanged(from, to);
}

bool CursorSink::transactionBegan(quint64 descriptor)
{
    return m_reply.transactionBegan(descriptor);
}

bool CursorSink::transactionEnded(quint64 descriptor, bool committed)
{
    return m_reply.transactionEnded(descriptor, committed);
}

bool CursorSink::replay(const ReplayTable &table)
{
    runDirectly();
    return m_reply.replay(table);
}

bool CursorSink::cancelled() const
{
    return m_reply.cancelled();
}

} // namespace tidemark::practice
