#include "retry.h"

#include <algorithm>

namespace tidemark {

using namespace std::chrono_literals;

Retry::Retry(int furtherTries, std::function<double()> random)
    : m_random(std::move(random)), m_furtherTries(furtherTries)
{
}

std::optional<std::chrono::milliseconds> Retry::next(const SyncError &error)
{
    if (!error.retryable || m_used >= m_furtherTries)
        return std::nullopt;
    std::chrono::milliseconds wait = 60s;
    if (m_used < 4) // 5, 10, 20, 40, then 60
        wait = 5s * (1 << m_used);
    ++m_used;
    wait = std::max(wait, std::chrono::milliseconds(std::chrono::seconds(error.retryAfterSeconds)));
    return wait + std::chrono::milliseconds(qint64(double(wait.count()) * 0.25 * m_random()));
}

} // namespace tidemark
