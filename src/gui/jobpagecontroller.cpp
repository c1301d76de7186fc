#include "jobpagecontroller.h"

#include "answer.h"
#include "jobpage.h"
#include "jobview.h"
#include "livetext.h"
#include "numbertext.h"

#include <chrono>

namespace tidemark {

JobPageController::JobPageController(
    WindowBackend &backend, const JobView &job, JobPage &page, QObject *parent)
    : QObject(parent), m_backend(backend), m_job(job), m_page(page)
{
    m_spaceTimer.setSingleShot(true);
    m_spaceTimer.setInterval(std::chrono::milliseconds(300));
    connect(&m_spaceTimer, &QTimer::timeout, this, &JobPageController::updateSpace);
    connect(&page, &JobPage::foldersChanged, &m_spaceTimer, qOverload<>(&QTimer::start));
    connect(&page, &JobPage::sampleRequested, this, &JobPageController::sample);
    connect(&page, &JobPage::exampleChosen, this, [this] { m_sampleRequest.begin(); });
}

void JobPageController::updateSpace()
{
    const QString folder = m_page.outputDir();
    m_spaceRequest.begin();
    if (folder.isEmpty()) {
        m_page.setSpaceText([] { return tr("Say where the files go."); });
        return;
    }
    whenAnswered(m_backend.freeSpace(folder), this, m_spaceRequest.only([this](std::optional<qint64> bytes) {
        m_page.setSpaceText([bytes] {
            return bytes ? tr("%1 free there").arg(bytesText(*bytes))
                         : tr("The free space there is not known.");
        });
    }));
}

void JobPageController::sample(const TableRef &table)
{
    m_sampleRequest.begin();
    if (!m_job.reasonNotToAsk().isEmpty()) {
        m_page.showSampleProblem([this] { return m_job.reasonNotToAsk(); });
        return;
    }
    const SyncJob job = m_job.job();
    TableRequest wanted;
    wanted.table = table;
    for (const TableRequest &each : job.tables) {
        if (each.table == table)
            wanted = each; // with the columns and the filter that a person gave it
    }
    whenAnswered(m_backend.sample({ job.connection, job.password }, wanted), this,
        m_sampleRequest.only([this](const Result<RowSample> &sample) {
            if (sample)
                m_page.showSample(*sample);
            else
                m_page.showSampleProblem(describe(sample.error()));
        }));
}

} // namespace tidemark
