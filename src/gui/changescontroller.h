#pragma once

#include "syncjob.h"
#include "tablepreview.h"

#include <QFutureWatcher>
#include <QObject>

#include <optional>

namespace tidemark {

class ChangesPage;
class JobView;
class WindowBackend;

/// Asks what a sync of the window's job would do, and says when the answer no longer fits. GUI thread.
class ChangesController : public QObject {
    Q_OBJECT

public:
    ChangesController(WindowBackend &backend, const JobView &view, ChangesPage &page, QObject *parent);

    void preview();
    /// The job may be another one than that of the answer.
    void jobChanged();
    void runFinished();

private:
    void show();

    WindowBackend &m_backend;
    const JobView &m_view;
    ChangesPage &m_page;
    std::optional<SyncJob> m_asked; // the job of the answer that is shown or awaited
    QFutureWatcher<QList<TablePreview>> m_answer; // that of the last question only
};

} // namespace tidemark
