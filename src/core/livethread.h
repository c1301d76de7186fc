#pragma once

#include <QtGlobal>

namespace tidemark {

/// While one of these lives, its thread must never wait for a driver, a file of the store or the keychain:
/// the window has one. A call of that kind in the thread is told as a warning, which tests turn into a
/// failure. Made and destroyed in that thread.
class LiveThread {
public:
    LiveThread() { ++s_count; }
    ~LiveThread() { --s_count; }
    Q_DISABLE_COPY_MOVE(LiveThread)

    /// Stands at the entrance of each call that may wait; `what` names it. Costs one look at a thread's own
    /// variable.
    static void mayWait(const char *what)
    {
        if (s_count > 0)
            tell(what);
    }

private:
    static void tell(const char *what);

    static thread_local int s_count;
};

} // namespace tidemark
