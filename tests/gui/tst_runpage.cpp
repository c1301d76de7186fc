#include "fakebackend.h"
#include "runpage.h"
#include "widgetfinder.h"

#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestRunPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void progressAndResultsAreShown();
    void aFailureOpensItsDetails();
    void resultsStayUntilTheNextRun();

private:
    std::unique_ptr<RunPage> m_page;
    const TableRef m_a{ u"shop"_s, u"dbo"_s, u"a"_s };
    const TableRef m_b{ u"shop"_s, u"dbo"_s, u"b"_s };
};

void TestRunPage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_page = std::make_unique<RunPage>();
    m_page->show();
}

void TestRunPage::cleanup()
{
    m_page.reset();
}

void TestRunPage::progressAndResultsAreShown()
{
    m_page->startRun();
    m_page->setTables({ m_a, m_b });
    const QAbstractItemModel &model = *child<QTableView>(*m_page, "runView")->model();
    QCOMPARE(model.rowCount(), 2);
    TableProgress progress;
    progress.index = 1;
    progress.table = m_b;
    progress.stage = TableStage::Retrying;
    progress.note = u"The link broke; again in 2 s."_s;
    m_page->showProgress(progress);
    QCOMPARE(model.index(1, RunModel::State).data().toString(), u"waiting to retry"_s);
    auto *log = child<QPlainTextEdit>(*m_page, "logEdit");
    QVERIFY(log->toPlainText().contains(u"shop.dbo.b: The link broke; again in 2 s."_s));
    m_page->showReport(0, doneReport(m_a, 1204));
    QCOMPARE(m_page->finishedCount(), 1);
    QCOMPARE(model.index(0, RunModel::Rows).data().toString(), u"1,204"_s);
    QVERIFY(log->toPlainText().contains(u"shop.dbo.a: done."_s));
}

void TestRunPage::aFailureOpensItsDetails()
{
    m_page->startRun();
    m_page->setTables({ m_a, m_b });
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->showReport(
        1, failedReport(m_b, { ErrorKind::Query, u"The disk is full."_s, u"42000"_s, 1105, false, {}, 0 }));
    m_page->finishRun(u"2 tables. 1 failed."_s);
    const QString details = child<QPlainTextEdit>(*m_page, "detailsEdit")->toPlainText();
    QVERIFY(details.contains(u"The disk is full."_s));
    QVERIFY(details.contains(u"1105"_s));
}

void TestRunPage::resultsStayUntilTheNextRun()
{
    auto *view = child<QTableView>(*m_page, "runView");
    QVERIFY(!view->isVisible());
    m_page->startRun();
    m_page->setTables({ m_a });
    m_page->showReport(0, doneReport(m_a, 1));
    m_page->finishRun(u"1 table."_s);
    QVERIFY(view->isVisible());
    QCOMPARE(view->model()->rowCount(), 1);
    m_page->startRun();
    QCOMPARE(view->model()->rowCount(), 0);
}

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
