#pragma once

#include <QHash>
#include <QList>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace tidemark::practice {

/// Lets the writers of each database take turns, first come first served. Thread-safe.
class WriteTurns {
public:
    enum class Outcome { Taken, TimedOut, Deadlock, Cancelled };

    /// Waits until `spid` may write to the database; no limit means for ever. A session that has the turn
    /// already gets it at once and still gives it back once.
    Outcome take(int database, int spid, std::optional<std::chrono::milliseconds> limit,
        const std::function<bool()> &cancelled);
    void giveBack(int database, int spid);

private:
    struct Turn {
        int owner = 0;
        QList<int> waiting;
    };

    bool wouldDeadlock(int database, int spid) const;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<int, Turn> m_turns; // by database
    QHash<int, int> m_waitsFor; // spid: database
};

} // namespace tidemark::practice
