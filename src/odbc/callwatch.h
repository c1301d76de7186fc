#pragma once

#include "canceltoken.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace tidemark {

/// Ends a driver's call that goes on half a second after a cancel, or while the server keeps silent beyond
/// the limit, by ending the connection under the driver: a cancel sent through the driver can lock it up
/// (FreeTDS when it is busy, Microsoft's when the server does not answer). Nothing that the connection says
/// afterwards is believed. One for each connection; its own thread looks ten times a second.
class CallWatch {
public:
    /// What the watch can do; called in its thread while a call goes on.
    struct Means {
        /// False when there is nothing to end yet.
        std::function<bool()> cutConnection;
        /// How long the server has sent nothing.
        std::function<std::chrono::milliseconds()> silence;
    };

    enum class Ended { No, ByCancel, BySilence };

    /// `silenceLimit` 0: silence is never too long.
    CallWatch(CancelToken cancel, Means means, std::chrono::milliseconds silenceLimit);
    ~CallWatch();
    CallWatch(const CallWatch &) = delete;
    CallWatch &operator=(const CallWatch &) = delete;

    /// A driver's call, from construction to destruction, in the connection's thread.
    class Call {
    public:
        explicit Call(CallWatch &watch);
        ~Call();
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;

    private:
        CallWatch &m_watch;
    };

    /// Whether a call was ended, or the run was cancelled: then nothing is complete.
    Ended ended() const;

private:
    using Clock = std::chrono::steady_clock;

    void watch();
    void look(Clock::time_point now);

    CancelToken m_cancel;
    Means m_means;
    std::chrono::milliseconds m_silenceLimit;

    mutable std::mutex m_mutex; // held while the connection is cut, so that the call cannot return into that
    std::condition_variable m_stop;
    bool m_stopping = false;
    bool m_inCall = false;
    Clock::time_point m_since; // of the call; of the cancel when that came later
    bool m_cancelSeen = false;
    bool m_cut = false;
    Ended m_ended = Ended::No;
    std::thread m_thread;
};

} // namespace tidemark
