#pragma once

#include "timesource.h"

#include <mutex>
#include <vector>

namespace tidemark {

/// A clock that stands still but for sleeps, which pass at once and are noted. Thread-safe.
class FakeTime : public TimeSource {
public:
    QDateTime nowUtc() const override
    {
        const std::lock_guard lock(m_mutex);
        return QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC).addMSecs(m_elapsed.count());
    }
    std::chrono::milliseconds elapsed() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_elapsed;
    }
    bool sleep(std::chrono::milliseconds time, const CancelToken &cancel) override
    {
        const std::lock_guard lock(m_mutex);
        if (cancel.isCancelled())
            return false;
        m_elapsed += time;
        m_sleeps.push_back(time);
        return true;
    }

    void advance(std::chrono::milliseconds time)
    {
        const std::lock_guard lock(m_mutex);
        m_elapsed += time;
    }
    std::vector<std::chrono::milliseconds> sleeps() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sleeps;
    }

private:
    mutable std::mutex m_mutex;
    std::chrono::milliseconds m_elapsed{ 0 };
    std::vector<std::chrono::milliseconds> m_sleeps;
};

} // namespace tidemark
