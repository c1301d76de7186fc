#include "timesource.h"

#include <algorithm>
#include <thread>

namespace tidemark {

QDateTime SystemTime::nowUtc() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemTime::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

bool SystemTime::sleep(std::chrono::milliseconds time, const CancelToken &cancel)
{
    const auto end = elapsed() + time;
    while (!cancel.isCancelled()) {
        const auto left = end - elapsed();
        if (left.count() <= 0)
            return true;
        std::this_thread::sleep_for(std::min(left, std::chrono::milliseconds(50)));
    }
    return false;
}

} // namespace tidemark
