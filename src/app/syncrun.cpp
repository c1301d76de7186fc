#include "syncrun.h"

#include "jobexecution.h"

#include <thread>

namespace tidemark {

class SyncRun::Private {
public:
    explicit Private(SyncJob theJob) : job(std::move(theJob)) { }

    SyncJob job;
    RunCancel cancel;
    std::thread worker;
};

SyncRun::SyncRun(SyncJob job, QObject *parent) : QObject(parent), d(std::make_unique<Private>(std::move(job)))
{
}

SyncRun::~SyncRun()
{
    d->cancel.run().cancel();
    if (d->worker.joinable())
        d->worker.join();
}

void SyncRun::start()
{
    // The worker is joined before this object is gone, so that it may be named in what the worker posts.
    JobListener listener;
    listener.noted = [this](const QString &text) {
        QMetaObject::invokeMethod(
            this, [this, text] { Q_EMIT noted(text); }, Qt::QueuedConnection);
    };
    listener.started = [this](const QList<TableRef> &tables) {
        QMetaObject::invokeMethod(
            this, [this, tables] { Q_EMIT started(tables); }, Qt::QueuedConnection);
    };
    listener.progressed = [this](const TableProgress &progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    };
    listener.tableFinished = [this](int index, const TableReport &report) {
        QMetaObject::invokeMethod(
            this, [this, index, report] { Q_EMIT tableFinished(index, report); }, Qt::QueuedConnection);
    };
    d->worker = std::thread([this, listener] {
        // Here, since it asks the driver manager; the run's other threads start after it.
        const RunReport report = executeJob(d->job, Backend(d->job), listener, d->cancel);
        QMetaObject::invokeMethod(
            this,
            [this, report] {
                m_finished = true;
                Q_EMIT finished(report);
            },
            Qt::QueuedConnection);
    });
}

void SyncRun::cancel()
{
    d->cancel.run().cancel();
}

void SyncRun::cancelTable(int index)
{
    d->cancel.table(index).cancel();
}

RunReport runJob(const SyncJob &job, const CancelToken &cancel)
{
    return executeJob(job, Backend(job), {}, RunCancel(cancel));
}

} // namespace tidemark
