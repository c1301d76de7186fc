#include "fakebackend.h"
#include "runbar.h"
#include "runcontroller.h"
#include "runmodel.h"
#include "runpage.h"
#include "widgetfinder.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// From clicks in the page to what the program is asked, and back: one table cancelled, failed ones again.
class TestRunController : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void oneTableIsCancelled();
    void failedTablesAreRunAgain();
    void aTableOfARetryIsCancelledByItsPlace();
    void aPatternThatBecomesTablesIsANewList();
    void nothingIsRunAgainDuringARun();

private:
    static TableRef ref(const QString &name) { return { u"shop"_s, u"dbo"_s, name }; }
    QTableView *view() const { return child<QTableView>(*m_page, "runView"); }
    QString cell(int row, RunModel::Column column) const
    {
        return view()->model()->index(row, column).data().toString();
    }
    void start(const QStringList &names);
    void finish(const QList<TableReport> &reports);

    FakeBackend m_backend;
    std::unique_ptr<RunBar> m_bar;
    std::unique_ptr<RunPage> m_page;
    std::unique_ptr<RunController> m_runs;
};

void TestRunController::init()
{
    m_bar = std::make_unique<RunBar>();
    m_page = std::make_unique<RunPage>();
    m_runs = std::make_unique<RunController>(m_backend, *m_bar, *m_page);
    m_page->show();
    m_page->activateWindow(); // keys go to the active window
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestRunController::cleanup()
{
    m_runs.reset();
    m_page.reset();
    m_bar.reset();
}

/// A run of tables that each are an entry of the job.
void TestRunController::start(const QStringList &names)
{
    SyncJob job;
    job.outputDir = u"/data"_s;
    QList<TableRef> tables;
    for (const QString &name : names) {
        TableRequest request;
        request.table = ref(name);
        request.mode = SyncMode::Full;
        job.tables += request;
        tables += request.table;
    }
    m_runs->start(job);
    Q_EMIT m_backend.run->started(tables);
}

void TestRunController::finish(const QList<TableReport> &reports)
{
    for (int i = 0; i < int(reports.size()); ++i)
        Q_EMIT m_backend.run->tableFinished(i, reports[i]);
    RunReport report;
    report.tables = reports;
    Q_EMIT m_backend.run->finished(report);
}

void TestRunController::oneTableIsCancelled()
{
    start({ u"a"_s, u"b"_s });
    view()->selectRow(1);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Delete);
    QCOMPARE(m_backend.run->cancelledTables, QList<int>{ 1 });
    QVERIFY(!m_backend.run->isCancelled);
}

void TestRunController::failedTablesAreRunAgain()
{
    start({ u"a"_s, u"b"_s, u"c"_s });
    finish({ doneReport(ref(u"a"_s), 7),
        failedReport(ref(u"b"_s), { ErrorKind::Query, u"x"_s, {}, 0, true, {}, 0 }),
        doneReport(ref(u"c"_s), 9) });
    QCOMPARE(cell(0, RunModel::Table), u"shop.dbo.b"_s);
    QSignalSpy started(m_runs.get(), &RunController::started);
    click(child<QPushButton>(*m_page, "retryFailedButton"));
    QCOMPARE(started.count(), 1);
    QVERIFY(m_backend.run->isStarted);
    QCOMPARE(m_backend.job.outputDir, u"/data"_s);
    QCOMPARE(m_backend.job.tables.size(), 1);
    QCOMPARE(m_backend.job.tables[0].table, ref(u"b"_s));
    QCOMPARE(m_backend.job.tables[0].mode, SyncMode::Full);
    QCOMPARE(cell(0, RunModel::State), u"waiting"_s);
    QCOMPARE(cell(1, RunModel::Rows), u"7"_s); // the others keep their results

    Q_EMIT m_backend.run->started({ ref(u"b"_s) });
    TableProgress progress;
    progress.table = ref(u"b"_s);
    progress.stage = TableStage::Reading;
    Q_EMIT m_backend.run->progressed(progress);
    QCOMPARE(cell(0, RunModel::State), u"reading"_s);
    finish({ doneReport(ref(u"b"_s), 8) });
    QCOMPARE(cell(0, RunModel::Table), u"shop.dbo.a"_s);
    QCOMPARE(cell(1, RunModel::Rows), u"8"_s);
    QVERIFY(!m_runs->isRunning());
    QVERIFY(!child<QPushButton>(*m_page, "retryFailedButton")->isVisible());
}

void TestRunController::aTableOfARetryIsCancelledByItsPlace()
{
    start({ u"a"_s, u"b"_s, u"c"_s });
    const SyncError error{ ErrorKind::Query, u"x"_s, {}, 0, true, {}, 0 };
    finish(
        { doneReport(ref(u"a"_s), 7), failedReport(ref(u"b"_s), error), failedReport(ref(u"c"_s), error) });
    click(child<QPushButton>(*m_page, "retryFailedButton"));
    Q_EMIT m_backend.run->started({ ref(u"b"_s), ref(u"c"_s) });
    view()->selectRow(1);
    view()->setFocus();
    QCOMPARE(cell(1, RunModel::Table), u"shop.dbo.c"_s);
    QTest::keyClick(view(), Qt::Key_Delete);
    QCOMPARE(m_backend.run->cancelledTables, QList<int>{ 1 }); // of the two that run
}

void TestRunController::aPatternThatBecomesTablesIsANewList()
{
    start({ u"a"_s, u"x*"_s });
    finish({ doneReport(ref(u"a"_s), 7),
        failedReport(ref(u"x*"_s), { ErrorKind::NotFound, u"x"_s, {}, 0, false, {}, 0 }) });
    click(child<QPushButton>(*m_page, "retryFailedButton"));
    Q_EMIT m_backend.run->started({ ref(u"x1"_s), ref(u"x2"_s) });
    QCOMPARE(view()->model()->rowCount(), 2);
    QCOMPARE(cell(1, RunModel::Table), u"shop.dbo.x2"_s);
    Q_EMIT m_backend.run->tableFinished(1, doneReport(ref(u"x2"_s), 3));
    QCOMPARE(cell(1, RunModel::Rows), u"3"_s);
}

void TestRunController::nothingIsRunAgainDuringARun()
{
    start({ u"a"_s });
    const QPointer<FakeRun> run = m_backend.run;
    m_runs->retry({ 0 });
    QCOMPARE(m_backend.run, run);
}

QTEST_MAIN(TestRunController)
#include "tst_runcontroller.moc"
