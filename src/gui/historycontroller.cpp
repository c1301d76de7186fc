#include "historycontroller.h"

#include "answer.h"
#include "historypage.h"
#include "jobview.h"
#include "livetext.h"
#include "userprompts.h"
#include "watermarkdialog.h"
#include "windowbackend.h"

#include <QDesktopServices>
#include <QUrl>

#include <algorithm>

namespace tidemark {

HistoryController::HistoryController(
    WindowBackend &backend, UserPrompts &prompts, const JobView &job, HistoryPage &page, QObject *parent)
    : QObject(parent), m_backend(backend), m_prompts(prompts), m_job(job), m_page(page)
{
    connect(&page, &HistoryPage::refreshRequested, this, &HistoryController::read);
    connect(&page, &HistoryPage::verifyRequested, this, &HistoryController::verify);
    connect(&page, &HistoryPage::cancelRequested, this, &HistoryController::cancelVerify);
    connect(&page, &HistoryPage::watermarkRequested, this, &HistoryController::showWatermark);
    connect(&page, &HistoryPage::openFolderRequested, this, [this](const QString &folder) {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            m_page.showProblem([folder] { return tr("The folder %1 cannot be shown.").arg(folder); });
    });
    connect(&m_verifying, &QFutureWatcher<VerifiedTable>::progressValueChanged, &page,
        &HistoryPage::showVerifying);
    connect(&m_verifying, &QFutureWatcher<VerifiedTable>::resultReadyAt, this,
        [this](int index) { m_page.showVerified(m_verifying.resultAt(index)); });
    connect(&m_verifying, &QFutureWatcher<VerifiedTable>::finished, &page, &HistoryPage::endVerifying);
}

HistoryController::~HistoryController()
{
    m_verifying.cancel();
}

StorePlace HistoryController::place() const
{
    const SyncJob job = m_job.job();
    return { job.outputDir, job.watermarkDir };
}

void HistoryController::refresh()
{
    if (m_page.isVisible())
        read();
}

void HistoryController::jobChanged()
{
    if (m_page.isVisible() && place() != m_place)
        read();
}

void HistoryController::read()
{
    const StorePlace wanted = place();
    m_place = wanted;
    m_reading.begin();
    if (wanted.watermarkDir.isEmpty() || wanted.outputDir.isEmpty()) {
        m_page.setHistory({}, {});
        return;
    }
    whenAnswered(
        m_backend.history(wanted), this, m_reading.only([=, this](const Result<SyncHistory> &history) {
            if (history)
                m_page.setHistory(*history, wanted.watermarkDir);
            else
                m_page.showProblem(describe(history.error()));
        }));
}

void HistoryController::verify(const HistoryRun &run, const QStringList &files)
{
    m_page.showVerifying(0);
    m_verifying.setFuture(m_backend.verify({ place(), { run.table.display() }, files }));
}

void HistoryController::cancelVerify()
{
    m_verifying.cancel();
}

void HistoryController::showWatermark(const TableRef &table)
{
    auto *dialog = new WatermarkDialog(&m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WatermarkDialog::changeRequested, this,
        [this, dialog](const WatermarkState &state, const WatermarkChange &change) {
            changeWatermark(*dialog, state, change);
        });
    dialog->open();
    loadWatermark(*dialog, table);
}

void HistoryController::loadWatermark(WatermarkDialog &dialog, const TableRef &table)
{
    whenAnswered(m_backend.watermarks(place()), &dialog,
        [&dialog, table](const Result<QList<WatermarkState>> &states) {
            if (!states) {
                dialog.showProblem(describe(states.error()));
                return;
            }
            const auto found = std::find_if(states->cbegin(), states->cend(),
                [&](const WatermarkState &state) { return state.table == table; });
            WatermarkState none;
            none.table = table;
            dialog.setState(found == states->cend() ? none : *found);
        });
}

void HistoryController::changeWatermark(
    WatermarkDialog &dialog, const WatermarkState &state, const WatermarkChange &change)
{
    const auto apply = [this, &dialog, state, change](bool agreed) {
        if (!agreed)
            return;
        whenAnswered(m_backend.changeWatermark(place(), state.table, change), &dialog,
            [this, &dialog](const Result<WatermarkState> &changed) {
                if (!changed) {
                    dialog.showProblem(describe(changed.error()));
                    return;
                }
                dialog.setState(*changed);
                refresh(); // which files are the table has changed
                Q_EMIT watermarkChanged();
            });
    };
    const bool reset = change.kind == WatermarkChange::Kind::Reset;
    if (change.kind == WatermarkChange::Kind::Undo) {
        apply(true);
        return;
    }
    m_prompts.confirm(&dialog,
        { reset ? tr("Reset the watermark") : tr("Set the watermark back"), consequenceOf(state, change),
            reset ? tr("&Reset") : tr("&Set back"), tr("&Leave it") },
        apply);
}

} // namespace tidemark
