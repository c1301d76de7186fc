#pragma once

#include <chrono>
#include <utility>

namespace tidemark {

/// Times one piece of work after the other, finely and cheaply. One thread.
class LapClock {
public:
    /// The seconds since the last lap, or since the clock was made.
    double lap()
    {
        const auto now = Clock::now();
        return std::chrono::duration<double>(now - std::exchange(m_last, now)).count();
    }

private:
    using Clock = std::chrono::steady_clock;

    Clock::time_point m_last = Clock::now();
};

} // namespace tidemark
