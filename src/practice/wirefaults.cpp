#include "wirefaults.h"

#include <utility>

namespace tidemark::practice {

void WireFaultBoard::arm(WireFaults faults)
{
    const std::lock_guard lock(m_mutex);
    m_armed.append(std::move(faults));
}

void WireFaultBoard::clear()
{
    const std::lock_guard lock(m_mutex);
    m_armed.clear();
}

std::optional<WireFaults> WireFaultBoard::take(const QString &request)
{
    const std::lock_guard lock(m_mutex);
    for (qsizetype i = 0; i < m_armed.size(); ++i) {
        if (!request.contains(m_armed.at(i).statement))
            continue;
        const WireFaults struck = m_armed.at(i);
        if (--m_armed[i].times <= 0)
            m_armed.removeAt(i);
        return struck;
    }
    return std::nullopt;
}

} // namespace tidemark::practice
