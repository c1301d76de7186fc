#pragma once

#include "windowbackend.h"

#include <QFutureWatcher>
#include <QObject>

namespace tidemark {

class CheckPage;
class JobView;
class UserPrompts;

/// Checks the readiness of the job in the window and hands on the script that mends what is missing. GUI
/// thread; backend, prompts, job and page outlive it.
class CheckController : public QObject {
    Q_OBJECT

public:
    CheckController(WindowBackend &backend, UserPrompts &prompts, const JobView &view, CheckPage &page,
        QObject *parent = nullptr);

    /// The job or the connection is another: says what a check would look at now.
    void updateReady();

private:
    void check();
    void cancel();
    void show();
    void copy(const QString &sql);
    void askWhereToSave();
    void save(const QString &path);
    /// The job, with the tables of the databases that are open when none is ticked.
    SyncJob jobToCheck() const;

    WindowBackend &m_backend;
    UserPrompts &m_prompts;
    const JobView &m_view;
    CheckPage &m_page;
    QFutureWatcher<ReadinessReport> m_answer; // of the last check only
    ReadinessReport m_report; // the one on the page
};

} // namespace tidemark
