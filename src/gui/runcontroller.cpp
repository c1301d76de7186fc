#include "runcontroller.h"

#include "numbertext.h"
#include "runbar.h"
#include "runpage.h"

#include "retryjob.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

RunController::RunController(WindowBackend &backend, RunBar &bar, RunPage &page, QObject *parent)
    : QObject(parent), m_backend(backend), m_bar(bar), m_page(page)
{
    connect(&bar, &RunBar::cancelRequested, this, &RunController::cancel);
    connect(&page, &RunPage::cancelTableRequested, this, &RunController::cancelTable);
    connect(&page, &RunPage::retryRequested, this, &RunController::retry);
}

RunController::~RunController() = default;

void RunController::start(const SyncJob &job)
{
    if (isRunning())
        return;
    m_job = job;
    m_rows.clear();
    m_page.startRun();
    begin(job);
}

void RunController::retry(const QList<int> &rows)
{
    QList<TableRef> tables;
    for (const int row : rows)
        tables += m_page.table(row);
    const SyncJob job = retryJob(m_job, tables);
    if (isRunning() || job.tables.isEmpty())
        return;
    m_rows = rows;
    m_page.restartRun(rows);
    begin(job);
}

void RunController::begin(const SyncJob &job)
{
    m_run = m_backend.makeRun(job);
    connect(m_run.get(), &RunFeed::noted, &m_page, &RunPage::log);
    connect(m_run.get(), &RunFeed::started, this, &RunController::showTables);
    connect(m_run.get(), &RunFeed::progressed, this, &RunController::showProgress);
    connect(m_run.get(), &RunFeed::tableFinished, this, &RunController::showReport);
    connect(m_run.get(), &RunFeed::finished, this, &RunController::finish);
    m_finished = 0;
    m_bar.startRun();
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

void RunController::cancelTable(int row)
{
    if (const auto index = m_rows.indexOf(row); isRunning() && index >= 0)
        m_run->cancelTable(int(index));
}

/// A pattern among tables that are run again may have become several; then the list is a new one.
void RunController::showTables(const QList<TableRef> &tables)
{
    m_bar.setTableCount(int(tables.size()));
    if (m_rows.size() == tables.size() && !m_rows.isEmpty())
        return;
    m_rows.resize(tables.size());
    std::iota(m_rows.begin(), m_rows.end(), 0);
    m_page.setTables(tables);
}

void RunController::showProgress(TableProgress progress)
{
    progress.index = m_rows.value(progress.index, -1);
    m_page.showProgress(progress);
}

void RunController::showReport(int index, const TableReport &report)
{
    m_page.showReport(m_rows.value(index, -1), report);
    m_bar.setFinishedCount(++m_finished);
}

void RunController::finish(const RunReport &report)
{
    m_run.release()->deleteLater(); // it is the sender
    const QString text = summary(report);
    m_bar.finishRun([report] { return summary(report); });
    m_page.finishRun(text);
    Q_EMIT finished(text, report);
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
