#include "checkcontroller.h"

#include "answer.h"
#include "checkpage.h"
#include "jobview.h"
#include "livetext.h"
#include "userprompts.h"

#include "readinessscript.h"

#include <QClipboard>
#include <QGuiApplication>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

CheckController::CheckController(
    WindowBackend &backend, UserPrompts &prompts, const JobView &view, CheckPage &page, QObject *parent)
    : QObject(parent), m_backend(backend), m_prompts(prompts), m_view(view), m_page(page)
{
    connect(&page, &CheckPage::checkRequested, this, &CheckController::check);
    connect(&page, &CheckPage::cancelRequested, this, &CheckController::cancel);
    connect(&m_answer, &QFutureWatcherBase::finished, this, &CheckController::show);
    connect(&page, &CheckPage::copyRequested, this, &CheckController::copy);
    connect(&page, &CheckPage::copyAllRequested, this, [this] { copy(readinessScript(m_report)); });
    connect(&page, &CheckPage::saveRequested, this, &CheckController::askWhereToSave);
}

void CheckController::updateReady()
{
    const QString reason = m_view.reasonNotToAsk();
    if (reason.isEmpty())
        m_page.setReady(true, tr("Looks at the connection and at the tables that are ticked."));
    else if (!m_view.openedTables().isEmpty())
        m_page.setReady(true,
            tr("No table is ticked: looks at the tracked tables of the databases that "
               "are open in the tree."));
    else
        m_page.setReady(false, reason);
}

SyncJob CheckController::jobToCheck() const
{
    SyncJob job = m_view.job();
    if (job.tables.isEmpty())
        job.tables = m_view.openedTables();
    return job;
}

void CheckController::check()
{
    m_page.startCheck();
    m_answer.setFuture(m_backend.check(jobToCheck()));
}

void CheckController::cancel()
{
    m_answer.cancel();
    m_page.endCheck();
}

void CheckController::show()
{
    if (m_answer.isCanceled())
        return;
    m_report = m_answer.result();
    m_page.showReport(m_report);
}

void CheckController::copy(const QString &sql)
{
    QGuiApplication::clipboard()->setText(sql);
    m_page.showNote([] { return tr("Copied."); });
}

void CheckController::askWhereToSave()
{
    m_prompts.chooseNewFile(&m_page, tr("Save the script"), u"tidemark-readiness.sql"_s,
        tr("T-SQL scripts (*.sql);;All files (*)"), [this](const QString &path) { save(path); });
}

void CheckController::save(const QString &path)
{
    whenAnswered(
        m_backend.saveText(path, readinessScript(m_report)), this, [this, path](const Status &saved) {
            if (saved)
                m_page.showNote([path] { return tr("Saved as %1.").arg(path); });
            else
                m_page.showNote(describe(saved.error()));
        });
}

} // namespace tidemark
