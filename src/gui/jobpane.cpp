#include "jobpane.h"

#include "paletteicon.h"
#include "sharedelegate.h"
#include "ui_jobpane.h"

#include <QAction>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTime>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

JobPane::JobPane(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::JobPane>()), m_model(new RunModel(this))
{
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->titleLabel->setFont(bold);
    m_ui->runButton->setFont(bold);
    m_ui->runButton->setIcon(paletteIcon(u"sync"_s));
    m_ui->cancelButton->setIcon(paletteIcon(u"stop"_s));
    m_ui->openFolderButton->setIcon(paletteIcon(u"folder"_s));
    setUpRunView();
    connect(m_ui->runButton, &QPushButton::clicked, this, &JobPane::runRequested);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &JobPane::cancelRequested);
    connect(m_ui->openFolderButton, &QToolButton::clicked, this, &JobPane::openFolderRequested);
    connect(m_ui->outputButton, &QToolButton::clicked, this, [this] { Q_EMIT chooseFolderRequested(true); });
    connect(
        m_ui->watermarkButton, &QToolButton::clicked, this, [this] { Q_EMIT chooseFolderRequested(false); });
    for (QLineEdit *edit : { m_ui->outputEdit, m_ui->watermarkEdit })
        connect(edit, &QLineEdit::textEdited, this, &JobPane::edited);
    connect(m_ui->workersBox, &QSpinBox::valueChanged, this, &JobPane::edited);
    showButtons();
}

JobPane::~JobPane() = default;

void JobPane::setUpRunView()
{
    m_ui->runView->setModel(m_model);
    m_ui->runView->setWordWrap(false);
    m_ui->runView->setItemDelegateForColumn(RunModel::Rows, new ShareDelegate(this));
    m_ui->runView->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    QHeaderView *header = m_ui->runView->horizontalHeader();
    const int unit = fontMetrics().averageCharWidth();
    header->setHighlightSections(false);
    for (const RunModel::Column column : { RunModel::Table, RunModel::Note })
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    header->resizeSection(RunModel::State, unit * 16);
    header->resizeSection(RunModel::Rows, unit * 13);
    header->resizeSection(RunModel::Size, unit * 11);
    header->resizeSection(RunModel::Speed, unit * 12);
    header->resizeSection(RunModel::Time, unit * 9);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 3);
    m_ui->splitter->setStretchFactor(2, 1);
    m_ui->runView->hide();
    m_ui->progressBar->hide();
    connect(m_ui->runView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &JobPane::showDetails);
    connect(m_model, &RunModel::dataChanged, this, &JobPane::showDetails);
}

void JobPane::setTitle(const QString &jobName)
{
    m_ui->titleLabel->setText(jobName.isEmpty() ? tr("Job") : tr("Job %1").arg(jobName));
}

void JobPane::setActions(QAction *newJob, QAction *openJob)
{
    m_ui->newButton->setDefaultAction(newJob);
    m_ui->openButton->setDefaultAction(openJob);
}

QString JobPane::outputDir() const
{
    return m_ui->outputEdit->text().trimmed();
}

QString JobPane::watermarkDir() const
{
    return m_ui->watermarkEdit->text().trimmed();
}

int JobPane::workers() const
{
    return m_ui->workersBox->value();
}

void JobPane::setFolders(const QString &outputDir, const QString &watermarkDir)
{
    m_ui->outputEdit->setText(outputDir);
    m_ui->watermarkEdit->setText(watermarkDir);
}

void JobPane::setWorkers(int workers)
{
    const QSignalBlocker quiet(m_ui->workersBox); // not a person's edit
    m_ui->workersBox->setValue(workers);
}

void JobPane::setReady(int tables, const QString &reasonNot)
{
    m_ready = reasonNot.isEmpty();
    m_ui->runButton->setText(m_ready && tables > 0 ? tr("S&ync %n table(s)", nullptr, tables) : tr("S&ync"));
    if (!m_running)
        m_ui->reasonLabel->setText(m_ready ? m_lastRun : reasonNot);
    showButtons();
}

void JobPane::showButtons()
{
    m_ui->runButton->setEnabled(isReady());
    m_ui->cancelButton->setEnabled(m_running && !m_cancelling);
}

void JobPane::startRun()
{
    m_running = true;
    m_cancelling = false;
    m_model->start({});
    m_ui->emptyLabel->hide();
    m_ui->runView->show();
    m_ui->progressBar->setRange(0, 0);
    m_ui->progressBar->show();
    m_ui->reasonLabel->setText(tr("Running."));
    m_ui->detailsEdit->clear();
    showButtons();
}

void JobPane::setTables(const QList<TableRef> &tables)
{
    m_model->start(tables);
    m_ui->progressBar->setRange(0, qMax(1, int(tables.size())));
    m_ui->progressBar->setValue(0);
    m_ui->progressBar->setFormat(tr("%v of %m tables"));
}

void JobPane::showProgress(const TableProgress &progress)
{
    m_model->setProgress(progress);
    if (!progress.note.isEmpty() && progress.stage == TableStage::Retrying)
        log(progress.table.display() + u": "_s + progress.note);
}

void JobPane::showReport(int index, const TableReport &report)
{
    m_model->setReport(index, report);
    m_ui->progressBar->setValue(m_model->finishedCount());
    const QString state = m_model->index(index, RunModel::State).data().toString();
    const QString note = m_model->index(index, RunModel::Note).data().toString();
    log((report.table.display() + u": "_s + state + u". "_s + note).trimmed());
}

void JobPane::finishRun(const QString &summary)
{
    m_running = false;
    m_lastRun = summary;
    m_ui->progressBar->hide();
    m_ui->reasonLabel->setText(summary);
    log(summary);
    if (const int failed = m_model->firstFailed(); failed >= 0) {
        m_ui->runView->setCurrentIndex(m_model->index(failed, RunModel::Table));
        m_ui->bottomTabs->setCurrentWidget(m_ui->detailsPage);
    }
    showButtons();
}

void JobPane::setCancelling()
{
    m_cancelling = true;
    m_ui->reasonLabel->setText(tr("Stopping. What is half done is not published."));
    showButtons();
}

void JobPane::log(const QString &text)
{
    m_ui->logEdit->appendPlainText(QTime::currentTime().toString(u"HH:mm:ss"_s) + u"  "_s + text);
}

void JobPane::showDetails()
{
    const QModelIndex current = m_ui->runView->currentIndex();
    const QString text = current.isValid() ? current.data(RunModel::DetailsRole).toString() : QString();
    if (m_ui->detailsEdit->toPlainText() != text)
        m_ui->detailsEdit->setPlainText(text);
}

} // namespace tidemark
