#pragma once

#include "replysink.h"
#include "resultsink.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace tidemark::practice {

/// A server cursor: the rows of a result, kept as they go over the wire, and a place among them. Always
/// static and read-only.
class ServerCursor {
public:
    enum Fetch { First = 1, Next = 2, Previous = 4, Last = 8, Absolute = 16, Relative = 32, Refresh = 128 };

    explicit ServerCursor(QList<ResultColumn> columns);

    /// False when the cursor has grown too large to be kept.
    bool append(const SqlRow &row);
    qint64 size() const { return static_cast<qint64>(m_ends.size()); }
    /// The number of the first row fetched last, counted from 1; 0 in front of the rows.
    qint64 position() const { return m_fetched > 0 ? m_first + 1 : 0; }
    /// Moves and sends up to `count` rows with their columns.
    void fetch(int how, qint64 row, qint64 count, ReplySink &sink);
    /// Sends a row of those fetched last again, counted from 1, or all of them for 0.
    void refresh(qint64 row, ReplySink &sink) const;

private:
    QByteArrayView rowAt(qint64 index) const;
    void send(qint64 first, qint64 count, ReplySink &sink) const;
    qint64 target(int how, qint64 row, qint64 count) const;

    QList<ResultColumn> m_columns; // with the row status behind the result's own
    QByteArray m_rows;
    std::vector<qsizetype> m_ends; // of each row in m_rows
    qint64 m_first = 0; // of the rows fetched last
    qint64 m_fetched = 0;
};

/// Takes what a statement answers when a cursor is to be opened on it. A result set goes into the cursor;
/// what has none, or does something else first, is passed on: it runs directly, without a cursor.
class CursorSink final : public ResultSink {
public:
    explicit CursorSink(ReplySink &reply);

    bool columns(const QList<ResultColumn> &columns) override;
    bool row(const SqlRow &row) override;
    bool done(CommandKind command, std::optional<qint64> count, bool failed) override;
    bool message(const ServerMessage &message) override;
    bool databaseChanged(const QString &from, const QString &to) override;
    bool transactionBegan(quint64 descriptor) override;
    bool transactionEnded(quint64 descriptor, bool committed) override;
    bool replay(const ReplayTable &table) override;
    bool cancelled() const override;

    /// The cursor, if there is one.
    std::optional<ServerCursor> takeCursor() { return std::exchange(m_cursor, std::nullopt); }

private:
    bool refuse(int number, const QString &text);
    bool runDirectly();

    ReplySink &m_reply;
    std::optional<ServerCursor> m_cursor;
    bool m_direct = false;
    bool m_failed = false;
};

} // namespace tidemark::practice
