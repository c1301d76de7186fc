#pragma once

#include "practiceoptions.h"
#include "result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace tidemark::practice {

/// What a practice server is busy with.
struct PracticeActivity {
    int connections = 0; // now
    qint64 requests = 0; // of clients, since the start
    qint64 changes = 0; // transactions that changed tracked tables, ever, of all databases
};

/// A running practice server on 127.0.0.1: databases, TDS listener and churn. Stops when destroyed.
/// Thread-safe; needs no event loop of its caller.
class PracticeServer {
public:
    [[nodiscard]] static Result<std::unique_ptr<PracticeServer>> start(const PracticeOptions &options);
    ~PracticeServer();

    QString address() const; // "127.0.0.1,PORT"
    quint16 port() const;
    QString user() const;
    QString password() const;
    QStringList databases() const;
    QString certificateFile() const; // PEM; empty without TLS

    /// Runs T-SQL inside the server, as the owner. The text of the first error, or an empty string.
    QString execute(const QString &database, const QString &batch);
    /// Runs batches between lines of GO, in one session that begins in the first database, up to the first
    /// error, whose context tells the line.
    [[nodiscard]] Status runScript(const QString &script);
    [[nodiscard]] PracticeActivity activity() const;
    /// Requests (batches, RPCs, transaction requests) that clients have sent since the last reset, for tests
    /// that count round trips.
    QStringList statements() const;
    void resetStatements();

private:
    class Private;
    explicit PracticeServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace tidemark::practice
