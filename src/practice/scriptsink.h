#pragma once

#include "resultsink.h"

#include <optional>

namespace tidemark::practice {

/// For the server's own batches: keeps the first error and the last row, drops everything else.
class ScriptSink : public ResultSink {
public:
    std::optional<ServerMessage> error;
    SqlRow lastRow;

    bool columns(const QList<ResultColumn> &) override { return true; }
    bool row(const SqlRow &row) override
    {
        lastRow = row;
        return true;
    }
    bool done(CommandKind, std::optional<qint64>, bool) override { return true; }
    bool message(const ServerMessage &message) override
    {
        if (message.severity > 10 && !error)
            error = message;
        return true;
    }
    bool databaseChanged(const QString &, const QString &) override { return true; }
    bool transactionBegan(quint64) override { return true; }
    bool transactionEnded(quint64, bool) override { return true; }
    bool replay(const ReplayTable &) override { return true; }
    bool cancelled() const override { return false; }
};

} // namespace tidemark::practice
