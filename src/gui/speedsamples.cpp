#include "speedsamples.h"

#include <algorithm>
#include <cmath>

namespace tidemark {

void SpeedSamples::add(double from, double to, double rows, double bytes)
{
    from = std::clamp(from, 0.0, to);
    makeRoomFor(from, to);
    const double whole = to - from;
    for (auto number = numberAt(from); number <= lastNumber(from, to); ++number) {
        const double begin = std::max(from, double(number) * m_width);
        const double end = std::min(to, double(number + 1) * m_width);
        const double share = whole > 0 ? (end - begin) / whole : 1;
        Stretch &stretch = m_stretches[number - m_first];
        stretch.rows += rows * share;
        stretch.bytes += bytes * share;
    }
}

qint64 SpeedSamples::numberAt(double seconds) const
{
    return qint64(seconds / m_width);
}

/// A stretch that would only begin with the end of the time is not one of it.
qint64 SpeedSamples::lastNumber(double from, double to) const
{
    return std::max(numberAt(from), qint64(std::ceil(to / m_width)) - 1);
}

/// Of two tables the one that is heard of later may have begun earlier, so there may be room to make in
/// front.
void SpeedSamples::makeRoomFor(double from, double to)
{
    if (m_stretches.isEmpty())
        m_first = numberAt(from);
    while (true) {
        const qint64 first = std::min(m_first, numberAt(from));
        const qint64 last = std::max(m_first + qint64(m_stretches.size()) - 1, lastNumber(from, to));
        if (last - first < mostStretches) {
            m_stretches.insert(0, m_first - first, Stretch());
            m_first = first;
            m_stretches.resize(last - first + 1);
            return;
        }
        mergeNeighbours();
    }
}

void SpeedSamples::mergeNeighbours()
{
    QList<Stretch> merged;
    for (qsizetype i = 0; i < m_stretches.size(); ++i) {
        merged.resize((m_first + i) / 2 - m_first / 2 + 1);
        merged.last().rows += m_stretches[i].rows;
        merged.last().bytes += m_stretches[i].bytes;
    }
    m_stretches = merged;
    m_first /= 2;
    m_width *= 2;
}

QList<SpeedPoint> SpeedSamples::points(double now) const
{
    QList<SpeedPoint> points;
    for (qsizetype i = 0; i < m_stretches.size(); ++i) {
        const double begin = double(m_first + i) * m_width;
        const bool isLast = i + 1 == m_stretches.size();
        const double end = isLast ? std::clamp(now, begin, begin + m_width) : begin + m_width;
        const double length = std::max(end - begin, m_width / 4); // else a moment would make a peak
        const SpeedPoint point{ end, m_stretches[i].rows / length, m_stretches[i].bytes / length };
        if (points.isEmpty())
            points += { begin, point.rowsPerSecond, point.bytesPerSecond };
        points += point;
    }
    if (!points.isEmpty() && now >= points.constLast().seconds + m_width) { // nothing comes any more
        points += { points.constLast().seconds + m_width, 0, 0 };
        points += { now, 0, 0 };
    }
    return points;
}

} // namespace tidemark
