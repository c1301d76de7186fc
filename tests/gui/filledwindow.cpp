#include "filledwindow.h"

#include "pastruns.h"
#include "tabletreepane.h"
#include "widgetfinder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // milliseconds
constexpr int countOfRuns = 80; // more than a list has room for

TableRef table(const QString &name)
{
    return { u"shop"_s, u"dbo"_s, name };
}

SyncError someError()
{
    return { ErrorKind::Connection, u"The server has closed the connection."_s, u"08S01"_s, 10054, true, {},
        0 };
}

QList<TablePreview> previews()
{
    TablePreview changed;
    changed.table = table(u"orders"_s);
    changed.action = PreviewAction::Incremental;
    changed.sinceVersion = ChangeVersion(7);
    changed.currentVersion = ChangeVersion(9);
    changed.inserts = 1200;
    changed.updates = 3;
    changed.deletes = 1;
    changed.rows = 1204;
    changed.bytes = 38'100;
    changed.seconds = 4.1;
    TablePreview whole;
    whole.table = table(u"lines"_s);
    whole.action = PreviewAction::Full;
    whole.reload = true;
    whole.reason = u"It was truncated."_s;
    whole.rows = 5000;
    TablePreview failing;
    failing.table = table(u"audit"_s);
    failing.action = PreviewAction::Failed;
    failing.error = someError();
    return { changed, whole, failing };
}

FreshnessReport freshness()
{
    FreshnessReport report;
    report.at = QDateTime(QDate(2026, 1, 2), QTime(15, 4), Qt::UTC);
    TableFreshness expired;
    expired.table = table(u"orders"_s);
    expired.state = FreshnessState::Expired;
    expired.lastSync = report.at.addDays(-3);
    expired.version = ChangeVersion(7);
    expired.versionsBehind = 1204;
    expired.deadline = report.at.addDays(-1);
    TableFreshness behind = expired;
    behind.table = table(u"lines"_s);
    behind.state = FreshnessState::Behind;
    behind.secondsLeft = 180'000;
    report.tables = { expired, behind };
    return report;
}

ReadinessReport readiness()
{
    ReadinessReport report;
    report.server = u"db.example"_s;
    report.login = u"u"_s;
    report.checkedAt = QDateTime(QDate(2026, 1, 2), QTime(15, 4), Qt::UTC);
    report.steps = { checkStep(u"log in"_s, CheckOutcome::Good, u"Accepted."_s),
        checkStep(u"tracking"_s, CheckOutcome::Bad, u"Off."_s),
        checkStep(u"key"_s, CheckOutcome::Warning, u"None."_s) };
    report.steps[1].subject = { u"shop"_s, {}, {} };
    report.steps[1].why = u"Else nothing can be told."_s;
    report.steps[1].repairs = { { u"Switches it on."_s, u"ALTER DATABASE shop"_s } };
    report.steps[2].subject = table(u"audit"_s);
    report.steps[2].advice = u"Add one."_s;
    return report;
}

/// The first cell of the tree that says so.
QModelIndex find(const QAbstractItemModel &model, const QString &name, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == name)
            return index;
        if (const QModelIndex below = find(model, name, index); below.isValid())
            return below;
    }
    return {};
}

} // namespace

FilledWindow::FilledWindow()
{
    answer();
    m_window = std::make_unique<MainWindow>(m_backend, m_prompts, m_folder.filePath(u"window.ini"_s));
    m_window->show();
    m_window->activateWindow();
    waitFor([this] { return m_window->isActiveWindow(); });
    m_window->start({});
    openJob();
    startRun();
    finishRun();
    look();
    edit();
}

FilledWindow::~FilledWindow() = default;

void FilledWindow::answer()
{
    m_backend.drivers = { { microsoftInfo(), freeTdsInfo() }, {} };
    m_backend.stored.insert(u"Nightly"_s, StoredLogin());
    m_backend.steps = { checkStep(u"log in"_s, CheckOutcome::Good, u"Accepted."_s),
        checkStep(u"encryption"_s, CheckOutcome::Warning, u"Encrypted, not verified."_s) };
    m_backend.steps[0].seconds = 1.25;
    m_backend.catalog = QList<CatalogDatabase>{ catalogDatabase(u"shop"_s), { u"secret"_s, false, false } };
    CatalogTable large = catalogTable(u"shop"_s, u"orders"_s);
    large.rowEstimate = 1'234'567;
    large.sizeBytes = 38'100'000;
    CatalogTable hidden = catalogTable(u"shop"_s, u"wages"_s);
    hidden.canSelect = false;
    m_backend.tablesOf.insert(u"shop"_s,
        QList<CatalogTable>{ large, catalogTable(u"shop"_s, u"lines"_s),
            catalogTable(u"shop"_s, u"audit"_s, false, false), hidden });
    TableSchema schema;
    ColumnInfo key;
    key.name = u"id"_s;
    key.sqlType = u"int"_s;
    key.keyOrdinal = 1;
    ColumnInfo note = key;
    note.name = u"note"_s;
    note.keyOrdinal = 0;
    schema.columns = { key, note };
    m_backend.schema = schema;
    m_backend.previews = previews();
    m_backend.freshnessReport = freshness();
    m_backend.readiness = readiness();
    m_backend.pastRuns = SyncHistory{ pastRuns(countOfRuns), {} };
    WatermarkState mark;
    mark.table = table(u"orders"_s);
    mark.mark = Watermark();
    mark.mark->version = ChangeVersion(1204);
    mark.mark->rowsSynced = 1204;
    mark.mark->syncedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    mark.boundaries = { { ChangeVersion(1100), mark.mark->syncedAt.addDays(-1), 5, false },
        { ChangeVersion(1000), mark.mark->syncedAt.addDays(-2), 5, true } };
    mark.undoVersion = ChangeVersion(1300);
    mark.changedAt = mark.mark->syncedAt;
    m_backend.marks = { mark };
    m_backend.verified = { table(u"orders"_s), u"/data"_s,
        { { pastRuns(countOfRuns).constFirst().files.constFirst().path, FileState::Good, 1202, 38'100, {} } },
        {}, {} };
    OpenedJob opened;
    opened.job.connection.server = u"db.example"_s;
    opened.job.connection.user = u"u"_s;
    opened.job.password = Secret(u"p"_s);
    opened.job.outputDir = u"/job/data"_s;
    opened.job.watermarkDir = u"/job/watermarks"_s;
    for (const QString &name : { u"orders"_s, u"lines"_s, u"audit"_s }) {
        opened.job.tables += TableRequest();
        opened.job.tables.last().table = table(name);
    }
    opened.job.tables.last().mode = SyncMode::Full;
    m_backend.opened = opened;
}

void FilledWindow::waitFor(const std::function<bool()> &came)
{
    if (!QTest::qWaitFor(came, patience))
        qFatal("The window did not get as far as it should.");
}

void FilledWindow::openJob()
{
    m_window->openJob(u"/jobs/nightly.json"_s);
    waitFor([this] { return child<QPushButton>(*m_window, "runButton")->isEnabled(); });
    auto *tree = child<QTreeView>(*m_window, "treeView");
    waitFor([tree] { return find(*tree->model(), u"wages"_s).isValid(); });
    tree->setCurrentIndex(find(*tree->model(), u"orders"_s));
}

void FilledWindow::startRun()
{
    click(child<QPushButton>(*m_window, "runButton"));
    waitFor([this] { return m_backend.run != nullptr && m_backend.run->isStarted; });
    FakeRun &run = *m_backend.run;
    Q_EMIT run.started({ table(u"orders"_s), table(u"lines"_s), table(u"audit"_s) });
    TableProgress progress;
    progress.table = table(u"orders"_s);
    progress.stage = TableStage::Reading;
    progress.rows = 1204;
    progress.bytes = 38'100;
    progress.expectedRows = 2408;
    progress.seconds = 75;
    progress.time.seconds = { 10, 40, 20, 5 };
    Q_EMIT run.progressed(progress);
    QTest::qWait(150); // the list takes ten changes a second
}

void FilledWindow::finishRun()
{
    TableReport done = doneReport(table(u"orders"_s), 1204);
    done.sinceVersion = ChangeVersion(7);
    done.currentVersion = ChangeVersion(9);
    done.time.seconds = { 10, 40, 20, 5 };
    done.retries = 2;
    TableReport reloaded = doneReport(table(u"lines"_s), 5000);
    reloaded.reloaded = true;
    reloaded.reason = u"It was truncated."_s;
    const TableReport failed = failedReport(table(u"audit"_s), someError());
    const QList<TableReport> reports{ done, reloaded, failed };
    FakeRun &run = *m_backend.run;
    for (int i = 0; i < reports.size(); ++i)
        Q_EMIT run.tableFinished(i, reports[i]);
    Q_EMIT run.finished({ u"run"_s, reports, 75.5 });
}

void FilledWindow::preview()
{
    const qsizetype before = m_backend.previewed.size();
    child<QTabWidget>(*m_window, "pageTabs")->setCurrentIndex(1);
    click(child<QPushButton>(*m_window, "previewButton"));
    auto *list = child<QTableView>(*m_window, "changesView");
    waitFor([=, this] { return m_backend.previewed.size() > before && list->model()->rowCount() > 0; });
    list->selectRow(0);
}

/// Shows each page once, with one thing selected in it.
void FilledWindow::look()
{
    auto *pages = child<QTabWidget>(*m_window, "pageTabs");
    preview();
    pages->setCurrentIndex(3);
    auto *history = child<QTableView>(*m_window, "historyView");
    waitFor([=] { return history->model()->rowCount() > 0; });
    history->selectRow(0);
    history->verticalScrollBar()->setValue(7);
    click(child<QPushButton>(*m_window, "verifyButton"));
    child<QTabWidget>(*child<QWidget>(*m_window, "HistoryPage"), "bottomTabs")->setCurrentIndex(1);
    auto *plot = child<QWidget>(*m_window, "plot");
    waitFor([plot, before = plot->accessibleName()] { return plot->accessibleName() != before; });
    pages->setCurrentIndex(4);
    auto *board = child<QTableView>(*m_window, "freshnessView");
    click(child<QPushButton>(*m_window, "lookButton"));
    waitFor([=] { return board->model()->rowCount() > 0; });
    board->selectRow(1);
    pages->setCurrentIndex(5);
    click(child<QPushButton>(*m_window, "checkButton"));
    waitFor([this] { return child<QTreeView>(*m_window, "checkView")->model()->rowCount() > 0; });
    pages->setCurrentIndex(2);
}

/// What a person has typed and chosen, and not saved.
void FilledWindow::edit()
{
    click(child<QToolButton>(*m_window, "changeButton"));
    child<QComboBox>(*m_window, "signInBox")->setCurrentIndex(4); // a service principal
    child<QToolButton>(*m_window, "moreButton")->setChecked(true);
    child<QLineEdit>(*m_window, "packetSizeEdit")->setText(u"7"_s);
    child<QLineEdit>(*m_window, "portEdit")->setText(u"99999"_s);
    child<QToolButton>(*m_window, "profileMenuButton")->menu()->actions().at(2)->trigger(); // Save as
    child<QLineEdit>(*m_window, "nameEdit")->setText(u"Nightly"_s);
    child<QComboBox>(*m_window, "quotingBox")->setCurrentIndex(1);
    child<QComboBox>(*m_window, "schemaBox")->setCurrentIndex(2);
    child<QComboBox>(*m_window, "delimiterBox")->setEditText(u"ab"_s);
    child<QCheckBox>(*m_window, "guardCheck")->setChecked(true);
    child<QSpinBox>(*m_window, "partRowsBox")->setValue(12'345);
    child<QComboBox>(*m_window, "kindCombo")->setCurrentIndex(1);
    child<QTableView>(*m_window, "runView")->horizontalHeader()->resizeSection(1, 133);
}

void FilledWindow::openWatermark()
{
    child<QTabWidget>(*m_window, "pageTabs")->setCurrentIndex(3);
    click(child<QPushButton>(*m_window, "editWatermarkButton"));
    waitFor([this] { return m_window->findChild<QWidget *>(u"WatermarkDialog"_s) != nullptr; });
    child<QComboBox>(*m_window, "boundaryCombo")->setCurrentIndex(1);
}

void FilledWindow::openTableOptions()
{
    ChosenTable chosen;
    chosen.table = table(u"orders"_s);
    Q_EMIT m_window->findChild<TableTreePane *>()->optionsRequested(chosen);
    waitFor([this] { return m_window->findChild<QWidget *>(u"TableOptionsDialog"_s) != nullptr; });
}

} // namespace tidemark
