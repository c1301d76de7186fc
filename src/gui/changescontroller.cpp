#include "changescontroller.h"

#include "changespage.h"
#include "jobview.h"
#include "livetext.h"
#include "windowbackend.h"

namespace tidemark {

namespace {

bool meansTheSame(const SyncJob &a, const SyncJob &b)
{
    return a.connection == b.connection && a.outputDir == b.outputDir && a.watermarkDir == b.watermarkDir
        && a.tables == b.tables && a.excludes == b.excludes;
}

} // namespace

ChangesController::ChangesController(
    WindowBackend &backend, const JobView &view, ChangesPage &page, QObject *parent)
    : QObject(parent), m_backend(backend), m_view(view), m_page(page)
{
    connect(&page, &ChangesPage::previewRequested, this, &ChangesController::preview);
    connect(&m_answer, &QFutureWatcherBase::finished, this, &ChangesController::show);
}

void ChangesController::preview()
{
    if (!m_view.reasonNotToAsk().isEmpty()) {
        m_page.showMessage([this] { return m_view.reasonNotToAsk(); });
        return;
    }
    m_asked = m_view.job();
    m_page.showAsking();
    m_answer.setFuture(m_backend.preview(*m_asked));
}

void ChangesController::show()
{
    if (m_answer.isCanceled())
        return;
    m_page.showPreview(m_answer.result(), m_asked->maxWorkers);
    jobChanged();
}

void ChangesController::jobChanged()
{
    if (m_asked && !meansTheSame(*m_asked, m_view.job()))
        m_page.showMessage([] { return tr("The job has changed since; preview it again."); });
}

void ChangesController::runFinished()
{
    if (!m_asked)
        return;
    m_answer.cancel(); // one on its way is of the time before
    m_page.showMessage([] { return tr("A sync has run since; preview it again."); });
}

} // namespace tidemark
