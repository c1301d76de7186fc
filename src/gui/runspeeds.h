#pragma once

#include "speedsamples.h"

namespace tidemark {

/// How fast the rows of a run came over its time: all tables together, and each alone. Values only.
class RunSpeeds {
public:
    /// A run of so many tables begins at 0 s.
    void start(qsizetype tables);
    /// What a table has by now. Fewer rows than before are those of another try.
    void count(qsizetype table, double seconds, qint64 rows, qint64 bytes);

    const SpeedSamples &ofAll() const { return m_all; }
    const SpeedSamples &of(qsizetype table) const { return m_tables[table].speed; }

private:
    struct Table {
        double seconds = 0; // of the last count
        qint64 rows = 0;
        qint64 bytes = 0;
        SpeedSamples speed;
    };

    SpeedSamples m_all;
    QList<Table> m_tables;
};

} // namespace tidemark
