#include "livethread.h"

namespace tidemark {

thread_local int LiveThread::s_count = 0;

void LiveThread::tell(const char *what)
{
    qWarning("A thread that must not wait calls %s.", what);
}

} // namespace tidemark
