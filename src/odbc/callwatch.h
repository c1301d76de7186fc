#pragma once

#include "canceltoken.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace tidemark {

/// Ends a driver's call that goes on half a second after a cancel, or while the server keeps silent beyond
/// the limit. One for each connection; its own thread looks ten times a second. What ended a call also ends
/// the connection: nothing it says afterwards is believed.
class CallWatch {
public:
    /// How a call is ended, called in the watch's thread while the call goes on.
    struct Means {
        /// Asks the driver to cancel a statement, from another thread; empty when it cannot do that safely.
        std::function<void(void *statement)> cancelStatement;
        /// Ends the connection under the driver.
        std::function<void()> cutConnection;
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
        /// `statement` is the handle that a cancel may be sent to; null for calls of the connection.
        explicit Call(CallWatch &watch, void *statement = nullptr);
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

    mutable std::mutex m_mutex; // held while a call is ended, so that it cannot return into the next one
    std::condition_variable m_stop;
    bool m_stopping = false;
    bool m_inCall = false;
    void *m_statement = nullptr;
    Clock::time_point m_since; // of the call; of the cancel when that came later
    bool m_cancelSeen = false;
    bool m_cancelSent = false;
    bool m_cut = false;
    Ended m_ended = Ended::No;
    std::thread m_thread;
};

} // namespace tidemark
