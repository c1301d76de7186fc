#pragma once

#include "tablereport.h"
#include "timesource.h"

#include <chrono>
#include <functional>

namespace tidemark {

/// Tells one table's progress: every change of stage, and counts at most four times a second, so that ten a
/// second are not passed. Used by the table's thread only.
class ProgressTeller {
public:
    using Receiver = std::function<void(const TableProgress &)>;

    /// `time` must outlive it.
    ProgressTeller(int index, const TableRef &table, const TimeSource &time, Receiver receiver);

    void setTable(const TableRef &table) { m_progress.table = table; }
    void setExpectedRows(qint64 rows) { m_progress.expectedRows = rows; }
    /// Counts begin at nothing with each stage before Publishing.
    void enter(TableStage stage, const QString &note = {});
    void count(qint64 rows, qint64 bytes);
    /// What the next told progress says of where the time went.
    void setTime(const TimeSplit &time) { m_progress.time = time; }

    TableStage stage() const { return m_progress.stage; }
    double seconds() const;

private:
    void tell();

    const TimeSource &m_time;
    Receiver m_receiver;
    TableProgress m_progress;
    std::chrono::milliseconds m_began;
    std::chrono::milliseconds m_toldCount{ 0 };
};

} // namespace tidemark
