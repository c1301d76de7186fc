#pragma once

#include "canceltoken.h"
#include "syncjob.h"
#include "tablereport.h"

#include <QObject>

#include <memory>

namespace tidemark {

/// One run of a job in the background. Lives in the thread that made it, which gets its signals; the work
/// happens in threads of its own. Destroying it cancels and waits.
class SyncRun : public QObject {
    Q_OBJECT

public:
    explicit SyncRun(SyncJob job, QObject *parent = nullptr);
    ~SyncRun() override;

    /// Begins; the signals follow. Called once.
    void start();
    /// Stops within two seconds; what was published stays, the table in hand is not published.
    void cancel();
    /// Stops one table by its place in started(), likewise; the others go on.
    void cancelTable(int index);
    bool isFinished() const { return m_finished; }

Q_SIGNALS:
    /// What happens before the tables are known: tries to list them that failed.
    void noted(const QString &text);
    /// The tables of the run in the order of reports, once patterns are matched.
    void started(const QList<tidemark::TableRef> &tables);
    void progressed(const tidemark::TableProgress &progress);
    void tableFinished(int index, const tidemark::TableReport &report);
    void finished(const tidemark::RunReport &report);

private:
    class Private;
    std::unique_ptr<Private> d;
    bool m_finished = false;
};

/// The same in the calling thread, without an event loop; for programs and tests.
RunReport runJob(const SyncJob &job, const CancelToken &cancel = {});

} // namespace tidemark
