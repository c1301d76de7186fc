#include "runcontroller.h"

#include "numbertext.h"
#include "runbar.h"
#include "runpage.h"

#include <QLocale>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

RunController::RunController(WindowBackend &backend, RunBar &bar, RunPage &page, QObject *parent)
    : QObject(parent), m_backend(backend), m_bar(bar), m_page(page)
{
    connect(&bar, &RunBar::cancelRequested, this, &RunController::cancel);
}

RunController::~RunController() = default;

void RunController::start(const SyncJob &job)
{
    if (isRunning())
        return;
    m_run = m_backend.makeRun(job);
    connect(m_run.get(), &RunFeed::noted, &m_page, &RunPage::log);
    connect(m_run.get(), &RunFeed::started, this, &RunController::showTables);
    connect(m_run.get(), &RunFeed::progressed, &m_page, &RunPage::showProgress);
    connect(m_run.get(), &RunFeed::tableFinished, this, &RunController::showReport);
    connect(m_run.get(), &RunFeed::finished, this, &RunController::finish);
    m_bar.startRun();
    m_page.startRun();
    Q_EMIT started();
    m_run->start();
}

void RunController::cancel()
{
    if (!isRunning())
        return;
    m_bar.setCancelling();
    m_run->cancel();
}

void RunController::showTables(const QList<TableRef> &tables)
{
    m_bar.setTableCount(int(tables.size()));
    m_page.setTables(tables);
}

void RunController::showReport(int index, const TableReport &report)
{
    m_page.showReport(index, report);
    m_bar.setFinishedCount(m_page.finishedCount());
}

void RunController::finish(const RunReport &report)
{
    m_run.release()->deleteLater(); // it is the sender
    const QString text = summary(report);
    m_bar.finishRun(text);
    m_page.finishRun(text);
    Q_EMIT finished(text);
}

QString RunController::summary(const RunReport &report)
{
    const auto count = [&](TableStatus status) {
        return int(std::count_if(report.tables.cbegin(), report.tables.cend(),
            [status](const TableReport &table) { return table.status == status; }));
    };
    qint64 rows = 0;
    for (const TableReport &table : report.tables)
        rows += table.rowsWritten;
    QStringList sentences{ tr("%n table(s), %1 rows, %2.", nullptr, int(report.tables.size()))
                               .arg(QLocale().toString(rows), secondsText(report.durationSeconds)) };
    if (const int failed = count(TableStatus::Failed); failed > 0)
        sentences += tr("%n failed.", nullptr, failed);
    if (const int cancelled = count(TableStatus::Cancelled); cancelled > 0)
        sentences += tr("%n cancelled.", nullptr, cancelled);
    if (const int skipped = count(TableStatus::Skipped); skipped > 0)
        sentences += tr("%n skipped.", nullptr, skipped);
    return sentences.join(u' ');
}

} // namespace tidemark
