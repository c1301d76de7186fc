#include "practiceclock.h"

#include "sqlmoments.h"

namespace tidemark::practice {

namespace {

constexpr std::int32_t dayOf1970 = 719162; // days from 0001-01-01
constexpr qint64 ticksPerMillisecond = 10'000;

} // namespace

MomentValue PracticeClock::momentOf(qint64 millisecondsSinceEpoch)
{
    const qint64 ticks = millisecondsSinceEpoch * ticksPerMillisecond;
    return { dayOf1970 + std::int32_t(ticks / ticksPerDay), ticks % ticksPerDay, 0 };
}

qint64 PracticeClock::ticksOf(const MomentValue &moment)
{
    return moment.days * ticksPerDay + moment.ticks;
}

} // namespace tidemark::practice
