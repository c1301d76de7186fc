#pragma once

#include <QList>
#include <QString>

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>

namespace tidemark::practice {

/// What goes wrong in batches, on demand. A fault strikes batches whose text holds `statement`.
struct SqlFault {
    QString statement; // compared exactly; empty: any
    int skip = 0; // matching batches that pass before
    int times = 1; // batches that it strikes then
    /// Strikes before this row of a result is sent, 0 before the first but after CHANGETABLE was read. None:
    /// before the batch begins.
    std::optional<qint64> beforeRow;
    int number = 0; // the error to raise
    int severity = 16; // 20 and more ends the connection
    QString script; // in place of an error: T-SQL to run as the owner in the client's database
};

/// Logins that are refused, so many times or for so long.
struct LoginFault {
    int number = 40613;
    int times = 1;
    std::optional<std::chrono::milliseconds> duration; // instead of times
};

/// The faults armed in one server. Thread-safe.
class SqlFaults {
public:
    void arm(const SqlFault &fault);
    void arm(const LoginFault &fault);
    void clear();
    /// The faults that strike this batch, counted as used.
    QList<SqlFault> take(const QString &batch);
    /// The number that refuses the next login.
    std::optional<int> takeLogin();
    /// Change tracking is refused as on a readable secondary, until clear().
    void setSecondary();
    bool isSecondary() const { return m_secondary; }

private:
    using Clock = std::chrono::steady_clock;

    std::mutex m_mutex;
    QList<SqlFault> m_faults;
    std::optional<LoginFault> m_login;
    Clock::time_point m_loginEnd;
    std::atomic<bool> m_secondary = false;
};

} // namespace tidemark::practice
