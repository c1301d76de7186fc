#pragma once

#include "runner.h"

#include <QCoreApplication>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace tidemark {

/// Where all threads of a run put what they know: the stage and the report of each table. Thread-safe. Calls
/// the listener one call at a time, and no more once closed.
class RunBoard {
    Q_DECLARE_TR_FUNCTIONS(tidemark::RunBoard)

public:
    /// The token of the run ends all tables.
    RunBoard(const RunRequest &request, RunListener listener, const CancelToken &cancel);

    /// A thread begins with a table. False when the table has its report already.
    bool begin(int index);
    /// Ends one table: at once when no thread has begun with it, else soon.
    void cancel(int index);
    CancelToken token(int index) const { return m_slots[size_t(index)].cancel; }

    void progress(const TableProgress &progress);
    /// Sets a table's report; the first one counts.
    void finish(int index, const TableReport &report);
    void fail(const QList<int> &indexes, const SyncError &error, int retries, const QStringList &warnings);

    /// False when the time was over before every table had its report.
    bool waitForAll(std::chrono::milliseconds time);
    /// Ends the tables that no thread has begun, or whose thread hangs in the driver's connect. True when all
    /// tables have their reports then.
    bool giveUpWaiting();
    /// No listener is called after this. The reports in the order of the job.
    QList<TableReport> close();

private:
    struct Slot {
        TableReport report;
        CancelToken cancel;
        TableStage stage = TableStage::Waiting;
        bool begun = false;
        bool finished = false;
    };

    void finishLocked(int index, const TableReport &report);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    RunListener m_listener;
    std::vector<Slot> m_slots;
    size_t m_open = 0;
    bool m_closed = false;
};

} // namespace tidemark
