#include "wirefaults.h"

#include <utility>

namespace tidemark::practice {

void WireFaultBoard::arm(WireFaults faults)
{
    const std::lock_guard lock(m_mutex);
    m_armed.append(std::move(faults));
}

void WireFaultBoard::arm(ConnectionFault fault)
{
    const std::lock_guard lock(m_mutex);
    m_connections.append(std::move(fault));
}

void WireFaultBoard::clear()
{
    const std::lock_guard lock(m_mutex);
    m_armed.clear();
    m_connections.clear();
}

std::optional<WireFaults> WireFaultBoard::take(const QString &request)
{
    const std::lock_guard lock(m_mutex);
    for (qsizetype i = 0; i < m_armed.size(); ++i) {
        if (!request.contains(m_armed.at(i).statement))
            continue;
        if (m_armed.at(i).skip > 0) {
            --m_armed[i].skip;
            continue;
        }
        const WireFaults struck = m_armed.at(i);
        if (--m_armed[i].times <= 0)
            m_armed.removeAt(i);
        return struck;
    }
    return std::nullopt;
}

std::optional<ConnectionFault> WireFaultBoard::takeAtPrelogin()
{
    return takeConnection(false);
}

std::optional<ConnectionFault> WireFaultBoard::takeAtLogin()
{
    return takeConnection(true);
}

std::optional<ConnectionFault> WireFaultBoard::takeConnection(bool routes)
{
    const std::lock_guard lock(m_mutex);
    for (qsizetype i = 0; i < m_connections.size(); ++i) {
        if ((m_connections.at(i).kind == ConnectionFault::Kind::Route) != routes)
            continue;
        const ConnectionFault struck = m_connections.at(i);
        if (--m_connections[i].times <= 0)
            m_connections.removeAt(i);
        return struck;
    }
    return std::nullopt;
}

} // namespace tidemark::practice
