#include "sqlfaults.h"

namespace tidemark::practice {

void SqlFaults::arm(const SqlFault &fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults += fault;
}

void SqlFaults::arm(const LoginFault &fault)
{
    const std::lock_guard lock(m_mutex);
    m_login = fault;
    m_loginEnd = Clock::now() + fault.duration.value_or(std::chrono::milliseconds(0));
}

void SqlFaults::clear()
{
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
    m_login.reset();
    m_secondary = false;
}

void SqlFaults::setSecondary()
{
    m_secondary = true;
}

QList<SqlFault> SqlFaults::take(const QString &batch)
{
    const std::lock_guard lock(m_mutex);
    QList<SqlFault> striking;
    for (SqlFault &fault : m_faults) {
        if (!batch.contains(fault.statement))
            continue;
        if (fault.skip > 0) {
            --fault.skip;
            continue;
        }
        --fault.times;
        striking += fault;
    }
    m_faults.removeIf([](const SqlFault &fault) { return fault.times <= 0; });
    return striking;
}

std::optional<int> SqlFaults::takeLogin()
{
    const std::lock_guard lock(m_mutex);
    if (!m_login)
        return std::nullopt;
    const int number = m_login->number;
    if (m_login->duration) {
        if (Clock::now() < m_loginEnd)
            return number;
        m_login.reset();
        return std::nullopt;
    }
    if (--m_login->times <= 0)
        m_login.reset();
    return number;
}

} // namespace tidemark::practice
