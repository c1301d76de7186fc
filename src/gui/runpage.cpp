#include "runpage.h"

#include "columnwidth.h"
#include "listlook.h"
#include "livetext.h"
#include "namedelegate.h"
#include "numbertext.h"
#include "paletteicon.h"
#include "roomycolumn.h"
#include "runorder.h"
#include "runstate.h"
#include "sharedelegate.h"
#include "timesplitdelegate.h"
#include "ui_runpage.h"

#include "timeadvice.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QTime>

#include <chrono>

namespace tidemark {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fewestNoteCharacters = 28;

} // namespace

RunPage::RunPage(QWidget *parent)
    : WindowPage(parent), m_ui(std::make_unique<Ui::RunPage>()), m_model(new RunModel(this)),
      m_order(new RunOrder(this))
{
    m_ui->setupUi(this);
    setUpRunView();
    connectActions();
    refresh();
}

RunPage::~RunPage() = default;

void RunPage::setUpRunView()
{
    m_order->setSourceModel(m_model);
    m_ui->runView->setModel(m_order);
    setListLook(*m_ui->runView);
    m_ui->runView->setItemDelegateForColumn(RunModel::Table, new NameDelegate(this));
    m_ui->runView->setItemDelegateForColumn(RunModel::Rows, new ShareDelegate(this));
    m_ui->runView->setItemDelegateForColumn(RunModel::Split, new TimeSplitDelegate(this));
    fitColumns();
    new RoomyColumn(m_ui->runView->horizontalHeader(), RunModel::Note,
        fontMetrics().averageCharWidth() * fewestNoteCharacters);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 3);
    m_ui->splitter->setStretchFactor(2, 2);
    m_ui->runArea->hide();
}

void RunPage::fitColumns()
{
    QHeaderView &header = *m_ui->runView->horizontalHeader();
    const QLocale locale;
    QStringList parts;
    for (const TimePart part : timeParts)
        parts += RunModel::tr("%1 %2 %").arg(timePartText(part), locale.toString(100));
    fitColumn(header, RunModel::Table, { typicalTableName() });
    fitColumn(header, RunModel::State, runStateTexts(), iconRoom(*m_ui->runView));
    fitColumn(header, RunModel::Rows,
        { RunModel::tr("%1 · %2 %").arg(locale.toString(9'999'999), locale.toString(99)) });
    fitColumn(header, RunModel::Time, { RunModel::tr("%1 left").arg(secondsText(99)) });
    fitColumn(header, RunModel::Speed, { RunModel::tr("%1/s").arg(locale.toString(9'999'999)) });
    fitColumn(header, RunModel::Size, { bytesText(999'900'000) });
    fitColumn(header, RunModel::Split, parts, TimeSplitDelegate::barRoom(fontMetrics()));
}

void RunPage::connectActions()
{
    m_ui->cancelTableAction->setIcon(paletteIcon(u"stop"_s));
    m_ui->retryTableAction->setIcon(paletteIcon(u"refresh"_s));
    m_ui->tableFolderAction->setIcon(paletteIcon(u"folder"_s));
    m_ui->retryFailedButton->setIcon(paletteIcon(u"refresh"_s));
    m_ui->openFilesButton->setIcon(paletteIcon(u"folder"_s));
    connect(m_ui->openFilesButton, &QPushButton::clicked, this, &RunPage::openFilesRequested);
    const auto retrySelected = [this] { Q_EMIT retryRequested({ selectedRow() }); };
    connect(m_ui->cancelTableAction, &QAction::triggered, this,
        [this] { Q_EMIT cancelTableRequested(selectedRow()); });
    connect(m_ui->retryTableAction, &QAction::triggered, this, retrySelected);
    connect(m_ui->tableFolderAction, &QAction::triggered, this,
        [this] { Q_EMIT openFolderRequested(selectedFolder()); });
    connect(m_ui->copyDetailsAction, &QAction::triggered, this, &RunPage::copyDetails);
    connect(m_ui->retryFailedButton, &QPushButton::clicked, this,
        [this] { Q_EMIT retryRequested(m_model->rowsToRetry()); });
    connect(m_ui->failureCard, &FailureCard::retryRequested, this, retrySelected);
    connect(m_ui->failureCard, &FailureCard::copyRequested, this, &RunPage::copyDetails);
    connect(m_ui->failureCard, &FailureCard::logRequested, this,
        [this] { m_ui->bottomTabs->setCurrentWidget(m_ui->logPage); });
    connect(m_ui->runView->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showDetails();
        showSpeed();
        showActions();
    });
    m_speedTimer.setInterval(500ms);
    connect(&m_speedTimer, &QTimer::timeout, this, [this] {
        if (m_ui->speedPlot->isVisible())
            showSpeed();
    });
    connect(m_ui->bottomTabs, &QTabWidget::currentChanged, this, &RunPage::showSpeed);
    connect(m_model, &RunModel::refreshed, this, &RunPage::refresh);
}

void RunPage::startRun()
{
    begin();
    m_model->start({});
}

void RunPage::restartRun(const QList<int> &rows)
{
    begin();
    m_model->restart(rows);
}

void RunPage::begin()
{
    m_running = true;
    m_speedTimer.start();
    m_ui->emptyLabel->hide();
    m_ui->runArea->show();
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

void RunPage::showReport(int row, const TableReport &report)
{
    m_model->setReport(row, report);
    const QString state = m_model->index(row, RunModel::State).data().toString();
    const QString note = m_model->index(row, RunModel::Note).data().toString();
    log((report.table.display() + u": "_s + state + u". "_s + note).trimmed());
}

/// What failed comes to the top, and the first of it opens its card.
void RunPage::finishRun(const QString &summary)
{
    m_running = false;
    m_speedTimer.stop();
    m_model->finish();
    log(summary);
    m_order->sortByNeed();
    if (m_model->totals().failed > 0) {
        m_ui->runView->selectRow(0);
        m_ui->runView->scrollToTop();
        m_ui->bottomTabs->setCurrentWidget(m_ui->detailsPage);
    }
    refresh();
    showSpeed();
    if (m_model->totals().failed > 0)
        makeRoomForCard();
}

/// What the log says stays in the language in which it was said, as do the reasons and errors of a run.
void RunPage::log(const QString &text)
{
    m_ui->logEdit->appendPlainText(QTime::currentTime().toString(u"HH:mm:ss"_s) + u"  "_s + text);
}

void RunPage::refresh()
{
    const RunTotals totals = m_model->totals();
    showTotals(totals);
    showMark(totals);
    showDetails();
    showActions();
}

void RunPage::showTotals(const RunTotals &totals)
{
    const QLocale locale;
    QStringList parts{ tr("%1 of %n table(s)", nullptr, totals.tables).arg(locale.toString(totals.finished)),
        tr("%1 rows").arg(locale.toString(totals.rows)), bytesText(totals.bytes),
        tr("%1 rows/s").arg(locale.toString(qint64(totals.rowsPerSecond))), secondsText(totals.seconds) };
    if (m_running && totals.secondsLeft)
        parts += tr("about %1 left").arg(secondsText(*totals.secondsLeft));
    QString text = totals.tables > 0 ? parts.join(u" · "_s) : QString();
    m_ui->totalsLabel->setText(text.replace(u'/', u"/\u2060"_s)); // no line ends within a unit
    m_ui->openFilesButton->setVisible(!m_running && totals.finished > totals.failed);
    m_ui->retryFailedButton->setText(tr("Run %n table(s) again", nullptr, totals.again));
    m_ui->retryFailedButton->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_T); // a new text clears it
    m_ui->retryFailedButton->setVisible(!m_running && totals.again > 0);
}

void RunPage::showMark(const RunTotals &totals)
{
    QString mark;
    if (m_running && totals.working > 0)
        mark = QLocale().toString(totals.working);
    else if (!m_running && totals.failed > 0)
        mark = QLocale().toString(totals.failed) + u'!';
    setMark(mark);
}

void RunPage::showDetails()
{
    const int row = selectedRow();
    const QString text = row >= 0 ? m_model->index(row, 0).data(RunModel::DetailsRole).toString() : QString();
    if (m_ui->detailsEdit->toPlainText() != text)
        m_ui->detailsEdit->setPlainText(text);
    const auto &report = selectedReport();
    const bool failed = report && report->status == TableStatus::Failed && report->error;
    if (failed)
        m_ui->failureCard->setFailure(report->table, *report->error);
    m_ui->failureCard->setVisible(failed);
    m_ui->detailsEdit->setVisible(!failed); // the card says it all
}

/// The card of a failure is read without scrolling where the window has room for it.
void RunPage::makeRoomForCard()
{
    const QScrollArea *area = m_ui->detailsScroll;
    m_ui->detailsContent->layout()->activate();
    const int needed = m_ui->detailsContent->heightForWidth(area->viewport()->width());
    QList<int> sizes = m_ui->splitter->sizes();
    int &list = sizes[m_ui->splitter->indexOf(m_ui->runArea)];
    const int spare = list - m_ui->runArea->minimumSizeHint().height();
    const int more = qBound(0, needed - area->viewport()->height(), qMax(0, spare));
    list -= more;
    sizes[m_ui->splitter->indexOf(m_ui->bottomTabs)] += more;
    m_ui->splitter->setSizes(sizes);
}

/// The speed of the only table is that of all.
void RunPage::showSpeed()
{
    const double seconds = m_model->seconds();
    const RunSpeeds &speeds = m_model->speeds();
    const int row = m_model->rowCount() > 1 ? selectedRow() : -1;
    if (row < 0)
        m_ui->speedPlot->setSpeeds(seconds, speeds.ofAll().points(seconds));
    else
        m_ui->speedPlot->setSpeeds(seconds, speeds.ofAll().points(seconds), m_model->table(row).display(),
            speeds.of(row).points(seconds));
}

void RunPage::showActions()
{
    const auto &report = selectedReport();
    const bool hasRow = selectedRow() >= 0;
    m_ui->cancelTableAction->setEnabled(m_running && hasRow && !report);
    m_ui->retryTableAction->setEnabled(!m_running && report);
    m_ui->failureCard->setRetryEnabled(!m_running);
    m_ui->tableFolderAction->setEnabled(!selectedFolder().isEmpty());
    m_ui->copyDetailsAction->setEnabled(hasRow);
}

/// -1 when none is.
int RunPage::selectedRow() const
{
    return m_order->mapToSource(m_ui->runView->selectionModel()->selectedRows().value(0)).row();
}

const std::optional<TableReport> &RunPage::selectedReport() const
{
    static const std::optional<TableReport> none;
    const int row = selectedRow();
    return row >= 0 ? m_model->report(row) : none;
}

/// Where the files of this run are; empty when there are none.
QString RunPage::selectedFolder() const
{
    const auto &report = selectedReport();
    return report && !report->files.isEmpty() ? QFileInfo(report->files.constFirst()).path() : QString();
}

void RunPage::changeEvent(QEvent *event)
{
    WindowPage::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    fitColumns();
    readAgain(*m_model);
    const int place = m_ui->detailsEdit->verticalScrollBar()->value();
    refresh();
    m_ui->detailsEdit->verticalScrollBar()->setValue(place);
}

void RunPage::copyDetails() const
{
    QGuiApplication::clipboard()->setText(m_ui->detailsEdit->toPlainText());
}

} // namespace tidemark
