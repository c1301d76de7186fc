#pragma once

#include "windowbackend.h"

#include <QObject>
#include <QString>

#include <memory>

namespace tidemark {

class RunBar;
class RunPage;

/// Runs a job, or some of its tables again, and shows it in bar and page; one run at a time. GUI thread.
class RunController : public QObject {
    Q_OBJECT

public:
    RunController(WindowBackend &backend, RunBar &bar, RunPage &page, QObject *parent = nullptr);
    ~RunController() override;

    void start(const SyncJob &job);
    void cancel();
    /// One table by its place in the list; the others go on.
    void cancelTable(int row);
    /// Some tables of the list again, with the settings of the run that they were in.
    void retry(const QList<int> &rows);
    bool isRunning() const { return m_run != nullptr; }

    /// "3 tables, 1,204 rows, 4.1 s. 1 failed."
    static QString summary(const RunReport &report);

Q_SIGNALS:
    void started();
    void finished(const QString &summary, const tidemark::RunReport &report);

private:
    void begin(const SyncJob &job);
    void showTables(const QList<TableRef> &tables);
    void showProgress(TableProgress progress);
    void showReport(int index, const TableReport &report);
    void finish(const RunReport &report);

    WindowBackend &m_backend;
    RunBar &m_bar;
    RunPage &m_page;
    std::unique_ptr<RunFeed> m_run;
    SyncJob m_job; // of the last run of all tables
    QList<int> m_rows; // places in the list of the run's tables
    int m_finished = 0;
};

} // namespace tidemark
