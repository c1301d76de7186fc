#include "requestlog.h"

namespace tidemark::practice {

namespace {

constexpr qsizetype mostCharacters = 16'000'000;
constexpr qsizetype mostOfOne = 1'000'000;
constexpr qsizetype entryCost = 32; // characters that an entry weighs besides its text

} // namespace

void RequestLog::add(const QString &request)
{
    const std::lock_guard lock(m_mutex);
    ++m_count;
    m_requests.append(request.left(mostOfOne));
    m_characters += m_requests.last().size() + entryCost;
    while (m_characters > mostCharacters) {
        m_characters -= m_requests.first().size() + entryCost;
        m_requests.removeFirst();
    }
}

QStringList RequestLog::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

qint64 RequestLog::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

void RequestLog::clear()
{
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
    m_characters = 0;
}

} // namespace tidemark::practice
