#include "writeturns.h"

#include <algorithm>

namespace tidemark::practice {

using namespace std::chrono_literals;

namespace {

// A client that leaves or cancels while it waits is noticed this late.
constexpr auto lookEvery = 50ms;

} // namespace

WriteTurns::Outcome WriteTurns::take(int database, int spid, std::optional<std::chrono::milliseconds> limit,
    const std::function<bool()> &cancelled)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point begin = Clock::now();
    std::unique_lock lock(m_mutex);
    if (m_turns[database].owner == spid)
        return Outcome::Taken;
    if (wouldDeadlock(database, spid))
        return Outcome::Deadlock;
    m_turns[database].waiting.append(spid);
    m_waitsFor.insert(spid, database);

    Outcome outcome = Outcome::Taken;
    while (m_turns[database].owner != 0 || m_turns[database].waiting.first() != spid) {
        if (limit && Clock::now() - begin >= *limit)
            outcome = Outcome::TimedOut;
        else if (cancelled())
            outcome = Outcome::Cancelled;
        if (outcome != Outcome::Taken)
            break;
        const auto rest = limit ? *limit - (Clock::now() - begin) : Clock::duration(lookEvery);
        m_changed.wait_for(lock, std::min<Clock::duration>(lookEvery, rest));
    }
    Turn &turn = m_turns[database];
    turn.waiting.removeOne(spid);
    m_waitsFor.remove(spid);
    if (outcome == Outcome::Taken)
        turn.owner = spid;
    m_changed.notify_all();
    return outcome;
}

void WriteTurns::giveBack(int database, int spid)
{
    const std::lock_guard lock(m_mutex);
    Turn &turn = m_turns[database];
    if (turn.owner == spid)
        turn.owner = 0;
    m_changed.notify_all();
}

/// Whether the owner of the turn waits, perhaps through others, for a turn that `spid` has.
bool WriteTurns::wouldDeadlock(int database, int spid) const
{
    int owner = m_turns.value(database).owner;
    while (owner != 0 && m_waitsFor.contains(owner)) {
        owner = m_turns.value(m_waitsFor.value(owner)).owner;
        if (owner == spid)
            return true;
    }
    return false;
}

} // namespace tidemark::practice
