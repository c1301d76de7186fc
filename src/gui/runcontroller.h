#pragma once

#include "windowbackend.h"

#include <QObject>
#include <QString>

#include <memory>

namespace tidemark {

class JobPane;

/// Runs a job and shows it in the job pane; one run at a time. GUI thread.
class RunController : public QObject {
    Q_OBJECT

public:
    RunController(WindowBackend &backend, JobPane &pane, QObject *parent = nullptr);
    ~RunController() override;

    void start(const SyncJob &job);
    void cancel();
    bool isRunning() const { return m_run != nullptr; }

    /// "3 tables, 1,204 rows, 4.1 s. 1 failed."
    static QString summary(const RunReport &report);

Q_SIGNALS:
    void started();
    void finished(const QString &summary);

private:
    void finish(const RunReport &report);

    WindowBackend &m_backend;
    JobPane &m_pane;
    std::unique_ptr<RunFeed> m_run;
};

} // namespace tidemark
