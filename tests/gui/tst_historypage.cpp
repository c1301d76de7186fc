#include "fakebackend.h"
#include "fakejobview.h"
#include "historycontroller.h"
#include "historypage.h"
#include "historyplot.h"
#include "namelesscontrols.h"
#include "pastruns.h"
#include "scriptedprompts.h"
#include "watermarkdialog.h"
#include "widgetfinder.h"

#include <QChart>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLineSeries>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

WatermarkState markState()
{
    WatermarkState state;
    state.table = pastRuns(1)[0].table;
    state.mark = Watermark();
    state.mark->version = ChangeVersion(40);
    state.boundaries = { { ChangeVersion(30), QDateTime(QDate(2026, 1, 1), QTime(2, 0), Qt::UTC), 3, false },
        { ChangeVersion(10), QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC), 1202, true } };
    return state;
}

} // namespace

class TestHistoryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showingReadsTheHistory();
    void emptyHistoryTeaches();
    void problemsAreShown();
    void filterShowsWhatMatches();
    void selectionShowsFilesAndSurvives();
    void filesAreVerified();
    void otherSelectionCancels();
    void plotOfTheSelectedTable();
    void controlsOfTheWatermarkHaveNames();
    void watermarkIsSetBackWhenAgreed();
    void watermarkStaysWhenNotAgreed();
    void watermarkIsUndoneAtOnce();
    void refusalIsShownInTheDialog();

private:
    template <typename T>
    T *of(const char *name) const
    {
        return child<T>(*m_page, name);
    }
    void show(int runs = 4);
    WatermarkDialog *openDialog();

    FakeBackend m_backend;
    ScriptedPrompts m_prompts;
    FakeJobView m_job;
    std::unique_ptr<HistoryPage> m_page;
    std::unique_ptr<HistoryController> m_controller;
};

void TestHistoryPage::init()
{
    m_job.now.outputDir = u"/data"_s;
    m_job.now.watermarkDir = u"/marks"_s;
    m_page = std::make_unique<HistoryPage>();
    m_controller = std::make_unique<HistoryController>(m_backend, m_prompts, m_job, *m_page);
}

void TestHistoryPage::cleanup()
{
    m_controller.reset();
    m_page.reset();
    m_backend.histories.clear();
    m_backend.changes.clear();
    m_backend.changedMark = WatermarkState();
    m_backend.marks.clear();
    m_backend.verified = VerifiedTable();
    m_prompts = {};
    m_job = {};
}

void TestHistoryPage::show(int runs)
{
    m_backend.pastRuns = SyncHistory{ pastRuns(runs), {} };
    m_page->resize(800, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_COMPARE(of<QTableView>("historyView")->model()->rowCount(), runs);
}

void TestHistoryPage::showingReadsTheHistory()
{
    QCOMPARE(m_page->windowTitle(), u"History"_s);
    m_controller->refresh();
    QCOMPARE(m_backend.histories.size(), 0); // nobody looks
    show();
    QCOMPARE(m_backend.histories, (QList<StorePlace>{ { u"/data"_s, u"/marks"_s } }));
    m_backend.pastRuns = SyncHistory{ pastRuns(5), {} };
    m_controller->refresh();
    QTRY_COMPARE(of<QTableView>("historyView")->model()->rowCount(), 5);
    click(of<QToolButton>("refreshButton"));
    QCOMPARE(m_backend.histories.size(), 3);
}

void TestHistoryPage::emptyHistoryTeaches()
{
    show(0);
    auto *const empty = of<QLabel>("emptyLabel");
    QTRY_VERIFY(empty->text().contains(u"/marks"_s));
    QVERIFY(empty->isVisible() && !of<QTableView>("historyView")->isVisible());
    QVERIFY(empty->text().contains(u"fail"_s)); // why failed runs are not here
    m_job.now.watermarkDir.clear();
    m_controller->refresh();
    QVERIFY(empty->text().contains(u"Job"_s));
}

void TestHistoryPage::problemsAreShown()
{
    m_backend.pastRuns = SyncHistory{ pastRuns(2), { u"2 lines cannot be read."_s } };
    m_page->show();
    auto *const label = of<QLabel>("problemLabel");
    QTRY_COMPARE(label->text(), u"2 lines cannot be read."_s);
    QVERIFY(label->isVisible());
    m_backend.pastRuns = fail(ErrorKind::Storage, u"The folder cannot be read."_s);
    m_controller->refresh();
    QTRY_COMPARE(label->text(), u"The folder cannot be read."_s);
    QCOMPARE(of<QTableView>("historyView")->model()->rowCount(), 2); // what was known stays
}

void TestHistoryPage::filterShowsWhatMatches()
{
    show();
    auto *const view = of<QTableView>("historyView");
    QTest::keyClicks(of<QLineEdit>("filterEdit"), u"Orders"_s);
    QCOMPARE(view->model()->rowCount(), 4);
    QTest::keyClicks(of<QLineEdit>("filterEdit"), u"x"_s);
    QCOMPARE(view->model()->rowCount(), 0);
    of<QLineEdit>("filterEdit")->clear();
    of<QComboBox>("kindCombo")->setCurrentIndex(int(HistoryKind::Changes));
    QCOMPARE(view->model()->rowCount(), 3);
    of<QComboBox>("periodCombo")->setCurrentIndex(1);
    QCOMPARE(view->model()->rowCount(), 0); // they are older than a day
}

void TestHistoryPage::selectionShowsFilesAndSurvives()
{
    show();
    auto *const files = of<QTableView>("fileView");
    QVERIFY(!of<QPushButton>("verifyButton")->isEnabled());
    of<QTableView>("historyView")->selectRow(1);
    QCOMPARE(files->model()->rowCount(), 1);
    QVERIFY(of<QPushButton>("verifyButton")->isEnabled());
    QVERIFY(of<QPushButton>("openButton")->isEnabled());
    const HistoryRun before = *m_page->selectedRun();
    m_backend.pastRuns = SyncHistory{ pastRuns(6), {} };
    m_controller->refresh();
    QTRY_COMPARE(of<QTableView>("historyView")->model()->rowCount(), 6);
    QCOMPARE(*m_page->selectedRun(), before);

    const QSignalSpy opened(m_page.get(), &HistoryPage::openFolderRequested);
    disconnect(m_page.get(), &HistoryPage::openFolderRequested, m_controller.get(), nullptr);
    click(of<QPushButton>("openButton"));
    QCOMPARE(opened.value(0).value(0).toString(), u"/data/shop/dbo/orders/2026-01-01"_s);
}

void TestHistoryPage::filesAreVerified()
{
    show();
    of<QTableView>("historyView")->selectRow(0);
    const QString path = m_page->selectedRun()->files[0].path;
    m_backend.verified.files = { { path, FileState::Missing, 1, 1, u"it is not there"_s } };
    QTest::keyClick(m_page.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_backend.scope.files, QStringList{ path }); // a key clicks a little later
    QCOMPARE(m_backend.scope.tables, QStringList{ u"shop.dbo.orders"_s });
    QCOMPARE(m_backend.scope.place.outputDir, u"/data"_s);
    const QModelIndex state = of<QTableView>("fileView")->model()->index(0, RunFileModel::State);
    QTRY_COMPARE(state.data().toString(), u"missing"_s);
    QVERIFY(!state.data(Qt::DecorationRole).isNull());
    QVERIFY(of<QLabel>("verifyLabel")->text().contains(u"it is not there"_s));
    QTRY_COMPARE(of<QPushButton>("verifyButton")->text(), u"Verify files"_s);
}

void TestHistoryPage::otherSelectionCancels()
{
    show();
    m_backend.verified.files = { { pastRuns(4)[1].files[0].path, FileState::Missing, 1, 1, u"gone"_s } };
    of<QTableView>("historyView")->selectRow(0);
    m_backend.hold();
    click(of<QPushButton>("verifyButton"));
    QCOMPARE(of<QPushButton>("verifyButton")->text(), u"Stop verifying"_s);
    of<QTableView>("historyView")->selectRow(1);
    m_backend.release();
    QTRY_COMPARE(of<QPushButton>("verifyButton")->text(), u"Verify files"_s);
    const QModelIndex state = of<QTableView>("fileView")->model()->index(0, RunFileModel::State);
    QCOMPARE(state.data().toString(), u"not verified"_s);
}

void TestHistoryPage::plotOfTheSelectedTable()
{
    QList<HistoryRun> runs = pastRuns(4);
    runs[0].table.table = u"items"_s;
    m_backend.pastRuns = SyncHistory{ runs, {} };
    m_page->show();
    const QTableView *const view = of<QTableView>("historyView");
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_COMPARE(view->model()->rowCount(), 4);
    const auto points = [this] {
        auto *const chart = of<HistoryPlot>("plot")->chart();
        return qobject_cast<QLineSeries *>(chart->series().constFirst())->count();
    };
    of<QTabWidget>("bottomTabs")->setCurrentIndex(1);
    QTRY_COMPARE(points(), 4);
    of<QTableView>("historyView")->selectRow(0);
    of<QCheckBox>("onlyTableCheck")->setChecked(true);
    QTRY_COMPARE(points(), 1);
    QVERIFY(of<HistoryPlot>("plot")->accessibleName().contains(u"shop.dbo.items"_s));
    of<QTableView>("historyView")->selectRow(1);
    QTRY_COMPARE(points(), 3);
}

WatermarkDialog *TestHistoryPage::openDialog()
{
    m_backend.marks = { markState() };
    show();
    of<QTableView>("historyView")->selectRow(0);
    click(of<QPushButton>("editWatermarkButton"));
    auto *const dialog = m_page->findChild<WatermarkDialog *>();
    const auto isFilled = [&] { return child<QLabel>(*dialog, "versionLabel")->text() == u"40"_s; };
    if (dialog == nullptr || !QTest::qWaitFor(isFilled))
        qFatal("The watermark is not shown.");
    return dialog;
}

void TestHistoryPage::controlsOfTheWatermarkHaveNames()
{
    QCOMPARE(namelessControls(*openDialog()).join(u'\n'), QString());
}

void TestHistoryPage::watermarkIsSetBackWhenAgreed()
{
    WatermarkDialog *const dialog = openDialog();
    auto *const combo = child<QComboBox>(*dialog, "boundaryCombo");
    QCOMPARE(combo->count(), 2);
    QVERIFY(combo->itemText(1).contains(u"whole load"_s));
    QVERIFY(!child<QPushButton>(*dialog, "undoButton")->isEnabled());
    combo->setCurrentIndex(1);
    m_prompts.confirmation = true;
    WatermarkState after = markState();
    after.mark->version = ChangeVersion(10);
    after.undoVersion = ChangeVersion(40);
    m_backend.changedMark = after;
    const auto reads = m_backend.histories.size();
    click(child<QPushButton>(*dialog, "setBackButton"));
    QTRY_COMPARE(m_backend.changes.size(), 1);
    QCOMPARE(m_backend.changes[0].kind, WatermarkChange::Kind::SetBack);
    QCOMPARE(m_backend.changes[0].version, ChangeVersion(10));
    QVERIFY2(m_prompts.asked.constLast().contains(u"from version 40 to 10"_s),
        qPrintable(m_prompts.asked.constLast()));
    QTRY_VERIFY(child<QPushButton>(*dialog, "undoButton")->isEnabled());
    QVERIFY(child<QLabel>(*dialog, "statusLabel")->text().contains(u"40"_s));
    QCOMPARE(m_backend.histories.size(), reads + 1); // the files of the runs are other ones now
}

void TestHistoryPage::watermarkStaysWhenNotAgreed()
{
    WatermarkDialog *const dialog = openDialog();
    m_prompts.confirmation = false;
    click(child<QPushButton>(*dialog, "resetButton"));
    QTRY_COMPARE(m_prompts.asked.size(), 1);
    QVERIFY(m_prompts.asked[0].contains(u"loads the table whole"_s));
    QTest::qWait(0);
    QCOMPARE(m_backend.changes.size(), 0);
}

void TestHistoryPage::watermarkIsUndoneAtOnce()
{
    WatermarkDialog *const dialog = openDialog();
    WatermarkState state = markState();
    state.undoVersion = ChangeVersion(50);
    dialog->setState(state);
    m_backend.changedMark = markState();
    click(child<QPushButton>(*dialog, "undoButton"));
    QTRY_COMPARE(m_backend.changes.size(), 1);
    QCOMPARE(m_backend.changes[0].kind, WatermarkChange::Kind::Undo);
    QVERIFY(m_prompts.asked.isEmpty());
    QTRY_VERIFY(!child<QPushButton>(*dialog, "undoButton")->isEnabled());
}

void TestHistoryPage::refusalIsShownInTheDialog()
{
    WatermarkDialog *const dialog = openDialog();
    m_prompts.confirmation = true;
    m_backend.changedMark = fail(ErrorKind::Locked, u"The table is locked by another run."_s);
    click(child<QPushButton>(*dialog, "resetButton"));
    QTRY_COMPARE(child<QLabel>(*dialog, "statusLabel")->text(), u"The table is locked by another run."_s);
    QVERIFY(dialog->isVisible());
}

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
