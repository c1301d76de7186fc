#include "callwatch.h"

#include "livethread.h"

#include <utility>

namespace tidemark {

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 100ms;
constexpr auto patience = 500ms; // after a cancel, in which the call may end by itself

} // namespace

CallWatch::CallWatch(CancelToken cancel, Means means, std::chrono::milliseconds silenceLimit)
    : m_cancel(std::move(cancel)), m_means(std::move(means)), m_silenceLimit(silenceLimit),
      m_thread([this] { watch(); })
{
}

CallWatch::~CallWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_stop.notify_all();
    }
    m_thread.join();
}

CallWatch::Call::Call(CallWatch &watch) : m_watch(watch)
{
    LiveThread::mayWait("an ODBC driver");
    const std::lock_guard lock(watch.m_mutex);
    watch.m_inCall = true;
    watch.m_since = Clock::now();
}

CallWatch::Call::~Call()
{
    const std::lock_guard lock(m_watch.m_mutex);
    m_watch.m_inCall = false;
}

CallWatch::Ended CallWatch::ended() const
{
    const std::lock_guard lock(m_mutex);
    if (m_ended == Ended::No && m_cancel.isCancelled())
        return Ended::ByCancel;
    return m_ended;
}

void CallWatch::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop.wait_for(lock, lookEvery, [this] { return m_stopping; })) {
        if (m_inCall && !m_cut)
            look(Clock::now());
    }
}

void CallWatch::look(Clock::time_point now)
{
    if (m_cancel.isCancelled()) {
        if (!m_cancelSeen) {
            m_cancelSeen = true;
            m_since = now;
        }
        if (now - m_since < patience)
            return;
        m_ended = Ended::ByCancel;
    } else {
        if (m_silenceLimit == 0ms || now - m_since < m_silenceLimit || m_means.silence() < m_silenceLimit)
            return;
        m_ended = Ended::BySilence;
    }
    m_cut = m_means.cutConnection();
}

} // namespace tidemark
