#include "jobpane.h"

#include "ui_jobpane.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QTime>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

JobPane::JobPane(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::JobPane>()), m_model(new RunModel(this))
{
    m_ui->setupUi(this);
    m_ui->runView->setModel(m_model);
    m_ui->runView->setWordWrap(false);
    QHeaderView *header = m_ui->runView->horizontalHeader();
    const int unit = fontMetrics().averageCharWidth();
    header->resizeSection(RunModel::Table, unit * 30);
    header->resizeSection(RunModel::State, unit * 16);
    header->resizeSection(RunModel::Rows, unit * 22);
    header->resizeSection(RunModel::Rate, unit * 14);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->progressBar->hide();
    connect(m_ui->runButton, &QPushButton::clicked, this, &JobPane::runRequested);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &JobPane::cancelRequested);
    connect(m_ui->outputButton, &QToolButton::clicked, this, [this] { chooseFolder(true); });
    connect(m_ui->watermarkButton, &QToolButton::clicked, this, [this] { chooseFolder(false); });
    for (QLineEdit *edit : { m_ui->outputEdit, m_ui->watermarkEdit })
        connect(edit, &QLineEdit::textChanged, this, &JobPane::foldersChanged);
    connect(m_ui->runView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &JobPane::showDetails);
    connect(m_model, &RunModel::dataChanged, this, &JobPane::showDetails);
}

JobPane::~JobPane() = default;

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
    m_ui->workersBox->setValue(workers);
}

void JobPane::setReady(int tables, const QString &reasonNot)
{
    m_ready = reasonNot.isEmpty();
    m_ui->runButton->setText(m_ready ? tr("&Sync %n table(s)", nullptr, tables) : tr("&Sync"));
    m_ui->runButton->setEnabled(m_ready && !m_running);
    if (!m_running)
        m_ui->reasonLabel->setText(reasonNot);
}

void JobPane::startRun(const QList<TableRef> &tables)
{
    m_running = true;
    m_model->start(tables);
    m_ui->progressBar->setRange(0, int(tables.size()));
    m_ui->progressBar->setValue(0);
    m_ui->progressBar->setFormat(tr("%v of %m tables"));
    m_ui->progressBar->show();
    m_ui->runButton->setEnabled(false);
    m_ui->cancelButton->setEnabled(true);
    m_ui->reasonLabel->setText(tr("Running."));
    m_ui->detailsEdit->clear();
}

void JobPane::showProgress(const TableProgress &progress)
{
    m_model->setProgress(progress);
    if (!progress.note.isEmpty())
        log(progress.table.display() + u": "_s + progress.note);
}

void JobPane::showReport(int index, const TableReport &report)
{
    m_model->setReport(index, report);
    m_ui->progressBar->setValue(m_model->finishedCount());
    const QModelIndex state = m_model->index(index, RunModel::State);
    log(tr("%1: %2. %3")
            .arg(report.table.display(), state.data().toString(),
                m_model->index(index, RunModel::Details).data().toString()));
}

void JobPane::finishRun(const QString &summary)
{
    m_running = false;
    m_ui->cancelButton->setEnabled(false);
    m_ui->runButton->setEnabled(m_ready);
    m_ui->reasonLabel->setText(summary);
    log(summary);
}

void JobPane::setCancelling()
{
    m_ui->cancelButton->setEnabled(false);
    m_ui->reasonLabel->setText(tr("Stopping; the table in hand is not published."));
}

void JobPane::log(const QString &text)
{
    m_ui->logEdit->appendPlainText(QTime::currentTime().toString(u"HH:mm:ss"_s) + u"  "_s + text);
}

void JobPane::chooseFolder(bool output)
{
    QLineEdit *edit = output ? m_ui->outputEdit : m_ui->watermarkEdit;
    auto *dialog = new QFileDialog(
        this, output ? tr("Folder for the CSV files") : tr("Folder for the watermarks"), edit->text());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    dialog->open();
}

void JobPane::showDetails()
{
    const QModelIndex current = m_ui->runView->currentIndex();
    const QString text = current.isValid() ? current.data(RunModel::DetailsRole).toString() : QString();
    if (m_ui->detailsEdit->toPlainText() != text)
        m_ui->detailsEdit->setPlainText(text);
}

} // namespace tidemark
