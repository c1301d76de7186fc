#pragma once

#include "canceltoken.h"

#include <QDateTime>

#include <chrono>

namespace tidemark {

/// The clock and the waiting of a run, replaceable in tests. Thread-safe.
class TimeSource {
public:
    virtual ~TimeSource() = default;
    virtual QDateTime nowUtc() const = 0;
    /// Monotonic, for durations.
    virtual std::chrono::milliseconds elapsed() const = 0;
    /// False when the token was cancelled before the time was over.
    virtual bool sleep(std::chrono::milliseconds time, const CancelToken &cancel) = 0;
};

/// The machine's clocks.
class SystemTime : public TimeSource {
public:
    QDateTime nowUtc() const override;
    std::chrono::milliseconds elapsed() const override;
    bool sleep(std::chrono::milliseconds time, const CancelToken &cancel) override;
};

} // namespace tidemark
