#pragma once

#include <QList>

namespace tidemark {

/// How fast rows came in the stretch of time that ends at `seconds`.
struct SpeedPoint {
    double seconds = 0;
    double rowsPerSecond = 0;
    double bytesPerSecond = 0;

    bool operator==(const SpeedPoint &) const = default;
};

/// How many rows came when, in stretches of the same length. Their number has an end: where it is reached,
/// neighbours become one, so that hours take no more than minutes do. Values only.
class SpeedSamples {
public:
    static constexpr qsizetype mostStretches = 240;

    /// So much came between the two times, evenly as far as anyone knows. Seconds from 0, in any order.
    void add(double from, double to, double rows, double bytes);
    /// One point for each stretch from the first that something came in; `now` ends the last one.
    QList<SpeedPoint> points(double now) const;

private:
    struct Stretch {
        double rows = 0;
        double bytes = 0;
    };

    qint64 numberAt(double seconds) const;
    qint64 lastNumber(double from, double to) const;
    void makeRoomFor(double from, double to);
    void mergeNeighbours();

    QList<Stretch> m_stretches;
    qint64 m_first = 0; // number of the first stretch that is kept, counted from 0 s
    double m_width = 0.25; // seconds
};

} // namespace tidemark
