#include "runboard.h"

#include "cancellation.h"

namespace tidemark {

RunBoard::RunBoard(const RunRequest &request, RunListener listener, const CancelToken &cancel)
    : m_listener(std::move(listener)), m_slots(size_t(request.tables.size())), m_open(m_slots.size())
{
    for (size_t i = 0; i < m_slots.size(); ++i) {
        m_slots[i].report.table = request.tables[qsizetype(i)].table;
        m_slots[i].report.mode = request.tables[qsizetype(i)].mode;
        m_slots[i].cancel = cancel.child();
    }
}

bool RunBoard::begin(int index)
{
    const std::lock_guard lock(m_mutex);
    Slot &slot = m_slots[size_t(index)];
    slot.begun = true;
    return !slot.finished;
}

void RunBoard::cancel(int index)
{
    const std::lock_guard lock(m_mutex);
    Slot &slot = m_slots[size_t(index)];
    slot.cancel.cancel();
    if (slot.begun || slot.finished)
        return;
    TableReport report = slot.report;
    report.status = TableStatus::Cancelled;
    report.error = cancelledError(report.table.display());
    finishLocked(index, report);
}

void RunBoard::progress(const TableProgress &progress)
{
    const std::lock_guard lock(m_mutex);
    Slot &slot = m_slots[size_t(progress.index)];
    if (slot.finished)
        return;
    slot.stage = progress.stage;
    if (m_listener.progressed && !m_closed)
        m_listener.progressed(progress);
}

void RunBoard::finish(int index, const TableReport &report)
{
    const std::lock_guard lock(m_mutex);
    finishLocked(index, report);
}

void RunBoard::fail(
    const QList<int> &indexes, const SyncError &error, int retries, const QStringList &warnings)
{
    const std::lock_guard lock(m_mutex);
    for (const int index : indexes) {
        TableReport report = m_slots[size_t(index)].report;
        report.status = error.kind == ErrorKind::Cancelled ? TableStatus::Cancelled : TableStatus::Failed;
        report.retries = retries;
        report.warnings = warnings;
        report.error = error;
        if (report.error->context.isEmpty())
            report.error->context = report.table.display();
        finishLocked(index, report);
    }
}

bool RunBoard::waitForAll(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_open == 0; });
}

bool RunBoard::giveUpWaiting()
{
    const std::lock_guard lock(m_mutex);
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const Slot &slot = m_slots[i];
        if (slot.finished || slot.stage > TableStage::Connecting)
            continue;
        TableReport report = slot.report;
        report.status = TableStatus::Cancelled;
        report.error = cancelledError(report.table.display());
        if (slot.stage == TableStage::Connecting) {
            report.warnings +=
                tr("The driver was still connecting when the run was cancelled. Its thread was "
                   "left behind, since nothing can interrupt it; it ends by itself.");
        }
        finishLocked(int(i), report);
    }
    return m_open == 0;
}

QList<TableReport> RunBoard::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    QList<TableReport> reports;
    for (const Slot &slot : m_slots)
        reports += slot.report;
    return reports;
}

void RunBoard::finishLocked(int index, const TableReport &report)
{
    Slot &slot = m_slots[size_t(index)];
    if (slot.finished)
        return;
    slot.report = report;
    slot.finished = true;
    --m_open;
    if (!m_closed) {
        if (m_listener.progressed) {
            TableProgress last;
            last.index = index;
            last.table = report.table;
            last.stage = TableStage::Finished;
            last.rows = report.rowsWritten;
            last.bytes = report.bytesWritten;
            last.seconds = report.durationSeconds;
            last.time = report.time;
            m_listener.progressed(last);
        }
        if (m_listener.tableFinished)
            m_listener.tableFinished(index, report);
    }
    m_changed.notify_all();
}

} // namespace tidemark
