#pragma once

#include "windowbackend.h"

#include <QObject>
#include <QString>

#include <memory>

namespace tidemark {

class RunBar;
class RunPage;

/// Runs a job and shows it in bar and page; one run at a time. GUI thread.
class RunController : public QObject {
    Q_OBJECT

public:
    RunController(WindowBackend &backend, RunBar &bar, RunPage &page, QObject *parent = nullptr);
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
    void showTables(const QList<TableRef> &tables);
    void showReport(int index, const TableReport &report);
    void finish(const RunReport &report);

    WindowBackend &m_backend;
    RunBar &m_bar;
    RunPage &m_page;
    std::unique_ptr<RunFeed> m_run;
};

} // namespace tidemark
