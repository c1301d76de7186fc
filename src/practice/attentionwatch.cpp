#include "attentionwatch.h"

namespace tidemark::practice {

namespace {

constexpr auto pause = std::chrono::milliseconds(2);
constexpr qsizetype longestAttention = 1024;

} // namespace

AttentionWatch::AttentionWatch(TdsChannel &channel) : m_channel(channel) { }

bool AttentionWatch::raised()
{
    m_hasLooked = false;
    if (m_attention || m_lost)
        return true;
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastLook < pause)
        return false;
    m_lastLook = now;
    m_hasLooked = true;
    if (!m_channel.readable())
        return false;
    read();
    return true;
}

void AttentionWatch::wait()
{
    if (!m_attention && !m_lost)
        read();
}

void AttentionWatch::read()
{
    const auto message = m_channel.readMessage(longestAttention);
    m_attention = message && message->type == PacketType::Attention;
    m_lost = !m_attention;
}

} // namespace tidemark::practice
