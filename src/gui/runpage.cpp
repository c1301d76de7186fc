#include "runpage.h"

#include "sharedelegate.h"
#include "ui_runpage.h"

#include <QHeaderView>
#include <QTime>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

RunPage::RunPage(QWidget *parent)
    : WindowPage(parent), m_ui(std::make_unique<Ui::RunPage>()), m_model(new RunModel(this))
{
    m_ui->setupUi(this);
    setUpRunView();
}

RunPage::~RunPage() = default;

void RunPage::setUpRunView()
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
    connect(m_ui->runView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &RunPage::showDetails);
    connect(m_model, &RunModel::dataChanged, this, &RunPage::showDetails);
}

void RunPage::startRun()
{
    m_model->start({});
    m_ui->emptyLabel->hide();
    m_ui->runView->show();
    m_ui->detailsEdit->clear();
}

void RunPage::setTables(const QList<TableRef> &tables)
{
    m_model->start(tables);
}

void RunPage::showProgress(const TableProgress &progress)
{
    m_model->setProgress(progress);
    if (!progress.note.isEmpty() && progress.stage == TableStage::Retrying)
        log(progress.table.display() + u": "_s + progress.note);
}

void RunPage::showReport(int index, const TableReport &report)
{
    m_model->setReport(index, report);
    const QString state = m_model->index(index, RunModel::State).data().toString();
    const QString note = m_model->index(index, RunModel::Note).data().toString();
    log((report.table.display() + u": "_s + state + u". "_s + note).trimmed());
}

void RunPage::finishRun(const QString &summary)
{
    log(summary);
    if (const int failed = m_model->firstFailed(); failed >= 0) {
        m_ui->runView->setCurrentIndex(m_model->index(failed, RunModel::Table));
        m_ui->bottomTabs->setCurrentWidget(m_ui->detailsPage);
    }
}

void RunPage::log(const QString &text)
{
    m_ui->logEdit->appendPlainText(QTime::currentTime().toString(u"HH:mm:ss"_s) + u"  "_s + text);
}

void RunPage::showDetails()
{
    const QModelIndex current = m_ui->runView->currentIndex();
    const QString text = current.isValid() ? current.data(RunModel::DetailsRole).toString() : QString();
    if (m_ui->detailsEdit->toPlainText() != text)
        m_ui->detailsEdit->setPlainText(text);
}

} // namespace tidemark
