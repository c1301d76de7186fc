#pragma once

#include "sqlvalue.h"

#include <QDateTime>

#include <atomic>

namespace tidemark::practice {

/// The server's clock, which practice.move_clock can set ahead. Thread-safe.
class PracticeClock {
public:
    MomentValue now() const { return momentOf(QDateTime::currentMSecsSinceEpoch() + m_ahead); }
    void move(qint64 milliseconds) { m_ahead += milliseconds; }

    static MomentValue momentOf(qint64 millisecondsSinceEpoch);
    /// 100 ns units since 0001-01-01.
    static qint64 ticksOf(const MomentValue &moment);

private:
    std::atomic<qint64> m_ahead = 0;
};

} // namespace tidemark::practice
