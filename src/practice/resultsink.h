#pragma once

#include "sqlvalue.h"

#include <QList>
#include <QString>

#include <optional>

namespace tidemark::practice {

struct ResultColumn {
    QString name;
    SqlType type;
    bool nullable = true;
    bool identity = false;
};

/// A message of the server: an error when severity is above 10, else information.
struct ServerMessage {
    int number = 0;
    int severity = 16;
    int state = 1;
    QString text;
    int line = 1;
    QString procedure{};
};

enum class CommandKind { Select, Insert, Update, Delete, BeginTransaction, Commit, Rollback, Other };

struct ReplayTable;

/// Takes what a batch answers, in order. Implemented by the TDS connection and by tests. Every call answers
/// false when nothing more is wanted (client gone, attention): the session then breaks the batch off.
class ResultSink {
public:
    virtual ~ResultSink() = default;
    virtual bool columns(const QList<ResultColumn> &columns) = 0;
    virtual bool row(const SqlRow &row) = 0;
    /// The end of one statement; `count` when it has a row count.
    virtual bool done(CommandKind command, std::optional<qint64> count, bool failed) = 0;
    virtual bool message(const ServerMessage &message) = 0;
    virtual bool databaseChanged(const QString &from, const QString &to) = 0;
    virtual bool transactionBegan(quint64 descriptor) = 0;
    virtual bool transactionEnded(quint64 descriptor, bool committed) = 0;
    /// A made-up result sent at memory speed: columns, rows and the count of a `SELECT ... FROM
    /// replay.<name>`.
    virtual bool replay(const ReplayTable &table) = 0;
    /// True once an attention has arrived or the client is gone; asked between rows and in long work.
    virtual bool cancelled() const = 0;
};

} // namespace tidemark::practice
