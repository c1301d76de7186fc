#include "freshnesscontroller.h"

#include "freshnesspage.h"
#include "jobview.h"
#include "livetext.h"
#include "windowbackend.h"

#include <chrono>

namespace tidemark {

namespace {

constexpr std::chrono::milliseconds settling{ 800 }; // of ticks and typed folders

bool meansTheSame(const SyncJob &a, const SyncJob &b)
{
    return a.connection == b.connection && a.watermarkDir == b.watermarkDir && a.tables == b.tables;
}

} // namespace

FreshnessController::FreshnessController(
    WindowBackend &backend, const JobView &view, FreshnessPage &page, QObject *parent)
    : QObject(parent), m_backend(backend), m_view(view), m_page(page)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(settling);
    connect(&m_soon, &QTimer::timeout, this, &FreshnessController::lookIfChanged);
    connect(&m_answer, &QFutureWatcherBase::finished, this, &FreshnessController::show);
    connect(&page, &FreshnessPage::lookRequested, this, &FreshnessController::look);
}

void FreshnessController::look()
{
    m_soon.stop();
    SyncJob job = m_view.job();
    if (job.watermarkDir.isEmpty()) {
        m_page.showMessage([] { return tr("Say on the page Job where the watermarks are kept."); });
        return;
    }
    if (!m_view.reasonNotToAsk().isEmpty())
        job.connection.server.clear(); // then the watermarks tell what they know
    m_asked = job;
    m_page.showAsking();
    m_answer.setFuture(m_backend.freshness(job));
}

void FreshnessController::show()
{
    if (m_answer.isCanceled())
        return;
    const FreshnessReport report = m_answer.result();
    m_page.showReport(report);
    Q_EMIT found(report.tables);
}

void FreshnessController::jobChanged()
{
    m_soon.start();
}

void FreshnessController::connectionChanged()
{
    m_asked.reset();
    m_soon.start();
}

void FreshnessController::lookIfChanged()
{
    if (m_view.reasonNotToAsk().isEmpty() && (!m_asked || !meansTheSame(*m_asked, m_view.job())))
        look();
}

} // namespace tidemark
