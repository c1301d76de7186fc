#pragma once

#include "tdschannel.h"

#include <chrono>

namespace tidemark::practice {

/// Looks for an attention while a request runs: the only thing that a client may send then. Looks at the
/// socket at most every few milliseconds, so it may be asked for every row.
class AttentionWatch {
public:
    explicit AttentionWatch(TdsChannel &channel);

    /// True once an attention has come or the client is gone; stays so until rearm().
    bool raised();
    /// The last raised() has looked at the socket: the time to let finished packets go as well.
    bool hasLooked() const { return m_hasLooked; }
    /// The client is gone or sent something that is no attention.
    bool lost() const { return m_lost; }
    /// An attention waits for its answer.
    bool attention() const { return m_attention; }
    /// Waits until raised.
    void wait();
    void rearm() { m_attention = false; }

private:
    void read();

    TdsChannel &m_channel;
    std::chrono::steady_clock::time_point m_lastLook;
    bool m_hasLooked = false;
    bool m_attention = false;
    bool m_lost = false;
};

} // namespace tidemark::practice
