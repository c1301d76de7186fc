#include "runbar.h"

#include "paletteicon.h"
#include "ui_runbar.h"

#include <QAction>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

RunBar::RunBar(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::RunBar>())
{
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->titleLabel->setFont(bold);
    m_ui->runButton->setFont(bold);
    m_ui->runButton->setIcon(paletteIcon(u"sync"_s));
    m_ui->cancelButton->setIcon(paletteIcon(u"stop"_s));
    m_ui->progressBar->hide();
    connect(m_ui->runButton, &QPushButton::clicked, this, &RunBar::runRequested);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &RunBar::cancelRequested);
    showButtons();
}

RunBar::~RunBar() = default;

void RunBar::setTitle(const QString &jobName)
{
    say(*m_ui->titleLabel, [jobName] { return jobName.isEmpty() ? tr("Job") : tr("Job %1").arg(jobName); });
}

void RunBar::setActions(QAction *newJob, QAction *openJob, QAction *saveJob)
{
    m_ui->newButton->setDefaultAction(newJob);
    m_ui->openButton->setDefaultAction(openJob);
    m_ui->saveButton->setDefaultAction(saveJob);
}

void RunBar::setNextByTab(QWidget *next)
{
    setTabOrder(m_ui->cancelButton, next);
}

void RunBar::setReady(int tables, const QString &reasonNot)
{
    m_ready = reasonNot.isEmpty();
    m_tables = tables;
    if (!m_running)
        showText(m_ready ? m_lastRun : LiveText(reasonNot));
    showButtons();
}

void RunBar::showButtons()
{
    m_ui->runButton->setText(
        m_ready && m_tables > 0 ? tr("S&ync %n table(s)", nullptr, m_tables) : tr("S&ync"));
    m_ui->progressBar->setFormat(tr("%v of %m tables"));
    m_ui->runButton->setEnabled(isReady());
    m_ui->cancelButton->setEnabled(m_running && !m_cancelling);
}

void RunBar::showText(const LiveText &text)
{
    say(*m_ui->reasonLabel, text);
    m_ui->reasonLabel->setVisible(!m_running || !m_ui->reasonLabel->text().isEmpty());
}

void RunBar::startRun()
{
    m_running = true;
    m_cancelling = false;
    m_ui->progressBar->setRange(0, 0);
    m_ui->progressBar->show();
    showText({}); // the progress says it, in the same place: nothing below jumps
    showButtons();
}

void RunBar::setTableCount(int tables)
{
    m_ui->progressBar->setRange(0, qMax(1, tables));
    m_ui->progressBar->setValue(0);
}

void RunBar::setFinishedCount(int tables)
{
    m_ui->progressBar->setValue(tables);
}

void RunBar::setCancelling()
{
    m_cancelling = true;
    showText([] { return tr("Stopping. What is half done is not published."); });
    showButtons();
}

void RunBar::finishRun(const LiveText &summary)
{
    m_running = false;
    m_lastRun = summary;
    m_ui->progressBar->hide();
    showText(summary);
    showButtons();
}

void RunBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    showButtons();
}

} // namespace tidemark
