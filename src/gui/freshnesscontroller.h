#pragma once

#include "syncjob.h"
#include "tablefreshness.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <optional>

namespace tidemark {

class FreshnessPage;
class JobView;
class WindowBackend;

/// Keeps the board of the window's job: looks when the page asks, a moment after the job's tables or folders
/// have become others, and after each run. GUI thread.
class FreshnessController : public QObject {
    Q_OBJECT

public:
    FreshnessController(WindowBackend &backend, const JobView &view, FreshnessPage &page, QObject *parent);

    void look();
    /// The job may be another one than that of the answer.
    void jobChanged();
    /// Another connection: what was asked no longer counts.
    void connectionChanged();

Q_SIGNALS:
    void found(const QList<tidemark::TableFreshness> &tables);

private:
    void lookIfChanged();
    void show();

    WindowBackend &m_backend;
    const JobView &m_view;
    FreshnessPage &m_page;
    QTimer m_soon{ this };
    std::optional<SyncJob> m_asked; // the job of the answer that is shown or awaited
    QFutureWatcher<FreshnessReport> m_answer; // that of the last question only
};

} // namespace tidemark
