#pragma once

#include "syncerror.h"

#include <chrono>
#include <functional>
#include <optional>

namespace tidemark {

/// How often and after what time a failed try is repeated: 5 s, doubling to 60 s, each longer by up to a
/// quarter, so that many clients do not come back at once. One object a table; one thread.
class Retry {
public:
    /// `random` gives numbers from 0 up to, not including, 1.
    Retry(int furtherTries, std::function<double()> random);

    /// The time to wait before the next try; none when it would not help or the tries are used up. The
    /// server's own wish is honoured when it is longer.
    std::optional<std::chrono::milliseconds> next(const SyncError &error);
    int used() const { return m_used; }

private:
    std::function<double()> m_random;
    int m_furtherTries = 0;
    int m_used = 0;
};

} // namespace tidemark
