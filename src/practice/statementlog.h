#pragma once

#include "result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

#include <chrono>
#include <memory>
#include <mutex>

namespace tidemark::practice {

/// A file that gets every request of the clients, as a JSON object a line, just before the end of its answer
/// goes, and why a connection was refused or broken off. Thread-safe.
class StatementLog {
    Q_DECLARE_TR_FUNCTIONS(tidemark::practice::StatementLog)

public:
    struct Entry {
        QDateTime began;
        std::chrono::steady_clock::duration duration{};
        int connection = 0; // the spid
        qint64 rows = 0; // sent, or changed
        int error = 0; // the last one's number
        QString statement;
        QString closed; // why the connection was ended, instead of a statement
    };

    /// Appends to the file.
    [[nodiscard]] static Result<std::unique_ptr<StatementLog>> open(const QString &path);

    void add(const Entry &entry);

private:
    explicit StatementLog(const QString &path);

    std::mutex m_mutex;
    QFile m_file;
};

} // namespace tidemark::practice
