#include "fakebackend.h"
#include "jobpane.h"
#include "widgetfinder.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestJobPane : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void buttonSaysWhatItWillDo();
    void buttonHasAReason();
    void cancelIsThereDuringARun();
    void cancellingIsSaidOnce();
    void progressAndResultsAreShown();
    void aFailureOpensItsDetails();
    void resultsStayUntilTheNextRun();
    void foldersAreTypedOrChosen();

private:
    std::unique_ptr<JobPane> m_pane;
    const TableRef m_a{ u"shop"_s, u"dbo"_s, u"a"_s };
    const TableRef m_b{ u"shop"_s, u"dbo"_s, u"b"_s };
};

void TestJobPane::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_pane = std::make_unique<JobPane>();
    m_pane->show();
    m_pane->setReady(2, {});
}

void TestJobPane::cleanup()
{
    m_pane.reset();
}

void TestJobPane::buttonSaysWhatItWillDo()
{
    m_pane->setReady(3, {});
    auto *button = child<QPushButton>(*m_pane, "runButton");
    QVERIFY(button->text().contains(u'3'));
    QSignalSpy requested(m_pane.get(), &JobPane::runRequested);
    click(button);
    QCOMPARE(requested.size(), 1);
}

void TestJobPane::buttonHasAReason()
{
    m_pane->setReady(0, u"Tick a table first."_s);
    QVERIFY(!child<QPushButton>(*m_pane, "runButton")->isEnabled());
    QCOMPARE(child<QLabel>(*m_pane, "reasonLabel")->text(), u"Tick a table first."_s);
}

void TestJobPane::cancelIsThereDuringARun()
{
    auto *cancel = child<QPushButton>(*m_pane, "cancelButton");
    QVERIFY(!cancel->isEnabled());
    m_pane->startRun();
    QVERIFY(cancel->isEnabled());
    QVERIFY(!child<QPushButton>(*m_pane, "runButton")->isEnabled());
    QSignalSpy requested(m_pane.get(), &JobPane::cancelRequested);
    click(cancel);
    QCOMPARE(requested.size(), 1);
    m_pane->finishRun(u"Cancelled."_s);
    QVERIFY(!cancel->isEnabled());
    QVERIFY(child<QPushButton>(*m_pane, "runButton")->isEnabled());
}

void TestJobPane::cancellingIsSaidOnce()
{
    m_pane->startRun();
    m_pane->setCancelling();
    QVERIFY(!child<QPushButton>(*m_pane, "cancelButton")->isEnabled());
    m_pane->setReady(2, {}); // a tick in the tree meanwhile
    QVERIFY(!child<QPushButton>(*m_pane, "cancelButton")->isEnabled());
    QVERIFY(child<QLabel>(*m_pane, "reasonLabel")->text().startsWith(u"Stopping"_s));
}

void TestJobPane::progressAndResultsAreShown()
{
    m_pane->startRun();
    m_pane->setTables({ m_a, m_b });
    const QAbstractItemModel &model = *child<QTableView>(*m_pane, "runView")->model();
    QCOMPARE(model.rowCount(), 2);
    TableProgress progress;
    progress.index = 1;
    progress.table = m_b;
    progress.stage = TableStage::Retrying;
    progress.note = u"The link broke; again in 2 s."_s;
    m_pane->showProgress(progress);
    QCOMPARE(model.index(1, RunModel::State).data().toString(), u"waiting to retry"_s);
    auto *log = child<QPlainTextEdit>(*m_pane, "logEdit");
    QVERIFY(log->toPlainText().contains(u"shop.dbo.b: The link broke; again in 2 s."_s));
    m_pane->showReport(0, doneReport(m_a, 1204));
    QCOMPARE(child<QProgressBar>(*m_pane, "progressBar")->value(), 1);
    QCOMPARE(model.index(0, RunModel::Rows).data().toString(), u"1,204"_s);
    QVERIFY(log->toPlainText().contains(u"shop.dbo.a: done."_s));
}

void TestJobPane::aFailureOpensItsDetails()
{
    m_pane->startRun();
    m_pane->setTables({ m_a, m_b });
    m_pane->showReport(0, doneReport(m_a, 1));
    m_pane->showReport(
        1, failedReport(m_b, { ErrorKind::Query, u"The disk is full."_s, u"42000"_s, 1105, false, {}, 0 }));
    m_pane->finishRun(u"2 tables. 1 failed."_s);
    const QString details = child<QPlainTextEdit>(*m_pane, "detailsEdit")->toPlainText();
    QVERIFY(details.contains(u"The disk is full."_s));
    QVERIFY(details.contains(u"1105"_s));
    QCOMPARE(child<QLabel>(*m_pane, "reasonLabel")->text(), u"2 tables. 1 failed."_s);
}

void TestJobPane::resultsStayUntilTheNextRun()
{
    auto *view = child<QTableView>(*m_pane, "runView");
    QVERIFY(!view->isVisible());
    m_pane->startRun();
    m_pane->setTables({ m_a });
    m_pane->showReport(0, doneReport(m_a, 1));
    m_pane->finishRun(u"1 table."_s);
    QVERIFY(view->isVisible());
    QCOMPARE(view->model()->rowCount(), 1);
    m_pane->startRun();
    QCOMPARE(view->model()->rowCount(), 0);
}

void TestJobPane::foldersAreTypedOrChosen()
{
    m_pane->setFolders(u"/o"_s, u"/w"_s);
    m_pane->setWorkers(3);
    QSignalSpy edited(m_pane.get(), &JobPane::edited);
    QTest::keyClicks(child<QLineEdit>(*m_pane, "outputEdit"), u"ut"_s);
    QCOMPARE(m_pane->outputDir(), u"/out"_s);
    QCOMPARE(edited.size(), 2);
    QTest::keyClick(child<QSpinBox>(*m_pane, "workersBox"), Qt::Key_Up);
    QCOMPARE(m_pane->workers(), 4);
    QCOMPARE(edited.size(), 3);
    QSignalSpy choose(m_pane.get(), &JobPane::chooseFolderRequested);
    click(child<QToolButton>(*m_pane, "watermarkButton"));
    QCOMPARE(choose.size(), 1);
    QCOMPARE(choose[0][0].toBool(), false);
}

QTEST_MAIN(TestJobPane)
#include "tst_jobpane.moc"
