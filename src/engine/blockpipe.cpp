#include "blockpipe.h"

#include "cancellation.h"

#include "lapclock.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PipeText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::BlockPipe)
};

SyncError exceptionError(const QString &what)
{
    return { ErrorKind::Internal, PipeText::tr("The rows could not be moved: %1.").arg(what), {}, 0, false,
        {}, 0 };
}

/// Runs a call that may throw (memory runs out, a library's own exception) as a Result.
template <typename T, typename Call>
Result<T> guarded(Call call)
{
    try {
        return call();
    } catch (const std::exception &e) {
        return fail(exceptionError(QString::fromLocal8Bit(e.what())));
    } catch (...) {
        return fail(exceptionError(PipeText::tr("an unknown exception")));
    }
}

/// The writing side. Made, fed and joined by the reading thread; its thread runs from the constructor to
/// join() or destruction.
class BlockWriter {
public:
    BlockWriter(TableSink &sink, std::array<std::unique_ptr<RowBlock>, 3> blocks) : m_sink(sink)
    {
        for (auto &block : blocks)
            m_free.push_back(std::move(block));
        m_thread = std::thread([this] { work(); });
    }
    ~BlockWriter()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_abandoned = true;
        }
        join();
    }
    BlockWriter(const BlockWriter &) = delete;
    BlockWriter &operator=(const BlockWriter &) = delete;

    /// An empty block; null once the writer has failed.
    std::unique_ptr<RowBlock> takeFree()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_free.empty() || m_error; });
        if (m_error)
            return nullptr;
        auto block = std::move(m_free.front());
        m_free.pop_front();
        return block;
    }

    void giveFull(std::unique_ptr<RowBlock> block)
    {
        const std::lock_guard lock(m_mutex);
        m_full.push_back(std::move(block));
        m_changed.notify_all();
    }

    /// Waits until everything given is written, or failed.
    Status finish()
    {
        join();
        return m_error ? Status(fail(*m_error)) : Status();
    }

    qint64 bytes() const
    {
        const std::lock_guard lock(m_mutex);
        return m_bytes;
    }

    /// The share of its work, 0 to 1, that is the sink's with files.
    double diskShare() const
    {
        const std::lock_guard lock(m_mutex);
        return m_busySeconds > 0 ? std::min(1.0, m_diskSeconds / m_busySeconds) : 0;
    }

private:
    void join()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ended = true;
            m_changed.notify_all();
        }
        if (m_thread.joinable())
            m_thread.join();
    }

    std::unique_ptr<RowBlock> takeFull()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_full.empty() || m_ended; });
        if (m_abandoned || m_full.empty())
            return nullptr;
        auto block = std::move(m_full.front());
        m_full.pop_front();
        return block;
    }

    void work()
    {
        LapClock clock;
        while (auto block = takeFull()) {
            clock.lap();
            const Status written = guarded<void>([&] { return m_sink.write(*block); });
            const double busy = clock.lap();
            const std::lock_guard lock(m_mutex);
            m_busySeconds += busy;
            m_diskSeconds = m_sink.diskSeconds();
            m_bytes = m_sink.bytesWritten();
            m_free.push_back(std::move(block));
            if (!written)
                m_error = written.error();
            m_changed.notify_all();
            if (m_error)
                return;
        }
    }

    TableSink &m_sink;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<RowBlock>> m_free;
    std::deque<std::unique_ptr<RowBlock>> m_full;
    std::optional<SyncError> m_error;
    qint64 m_bytes = 0;
    double m_busySeconds = 0;
    double m_diskSeconds = 0; // of these
    bool m_ended = false;
    bool m_abandoned = false; // what is waiting need not be written
    std::thread m_thread;
};

/// What the fetching thread waited for the writer is the time of whatever kept the writer.
void addWriterTime(TimeSplit &time, const BlockWriter &writer, double waited)
{
    const double disk = waited * writer.diskShare();
    time[TimePart::Disk] += disk;
    time[TimePart::Formatting] += waited - disk;
}

Result<qint64> pump(BlockReader &reader, TableSink &sink, const CancelToken &cancel, TimeSplit &time,
    const std::function<void(qint64, qint64)> &progress)
{
    BlockWriter writer(sink, { reader.makeBlock(), reader.makeBlock(), reader.makeBlock() });
    TimePart fetching = TimePart::Server; // until the first rows are there
    LapClock clock;
    qint64 fetched = 0;
    while (auto block = writer.takeFree()) {
        addWriterTime(time, writer, clock.lap());
        if (cancel.isCancelled())
            return fail(cancelledError());
        const Result<bool> more = reader.fetch(*block);
        time[std::exchange(fetching, TimePart::Network)] += clock.lap();
        if (!more)
            return fail(cancel.isCancelled() ? cancelledError() : more.error());
        // A cancelled fetch can look like a clean end of the rows.
        if (cancel.isCancelled())
            return fail(cancelledError());
        if (!*more)
            break;
        fetched += block->finishedRows();
        writer.giveFull(std::move(block));
        if (progress)
            progress(fetched, writer.bytes());
    }
    const Status written = writer.finish();
    addWriterTime(time, writer, clock.lap());
    if (!written)
        return fail(written.error());
    return fetched;
}

} // namespace

Result<qint64> pipeBlocks(BlockReader &reader, TableSink &sink, const CancelToken &cancel, TimeSplit &time,
    const std::function<void(qint64 rows, qint64 bytes)> &progress)
{
    return guarded<qint64>([&] { return pump(reader, sink, cancel, time, progress); });
}

} // namespace tidemark
