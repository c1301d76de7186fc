#include "runmodel.h"
#include "runstate.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestRunModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tablesWaitAtFirst();
    void progressIsShown();
    void resultStays();
    void failureShowsItsText();
    void aFirstLoadIsNotAReload();
    void everyStateHasItsWordAndShape();

private:
    QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }

    std::unique_ptr<RunModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestRunModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_tester.reset();
    m_model = std::make_unique<RunModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->start({ { u"shop"_s, u"dbo"_s, u"a"_s }, { u"shop"_s, u"dbo"_s, u"b"_s } });
}

void TestRunModel::tablesWaitAtFirst()
{
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(text(1, RunModel::Table), u"shop.dbo.b"_s);
    QCOMPARE(text(1, RunModel::State), u"waiting"_s);
}

void TestRunModel::progressIsShown()
{
    TableProgress progress;
    progress.index = 1;
    progress.table = { u"shop"_s, u"dbo"_s, u"b"_s };
    progress.stage = TableStage::Reading;
    progress.rows = 1500;
    progress.expectedRows = 3000;
    progress.seconds = 0.5;
    m_model->setProgress(progress);
    QCOMPARE(text(1, RunModel::State), u"reading"_s);
    QCOMPARE(text(1, RunModel::Rows), u"1,500 · 50 %"_s);
    QCOMPARE(text(1, RunModel::Speed), u"3,000/s"_s);
    QCOMPARE(text(1, RunModel::Time), u"0.5 s left"_s);
    QCOMPARE(m_model->index(1, 0).data(RunModel::ShareRole).toDouble(), 0.5);
    progress.stage = TableStage::Publishing;
    m_model->setProgress(progress);
    QVERIFY(!m_model->index(1, 0).data(RunModel::ShareRole).isValid());
}

void TestRunModel::resultStays()
{
    TableReport report;
    report.table = { u"shop"_s, u"dbo"_s, u"a"_s };
    report.status = TableStatus::Done;
    report.mode = SyncMode::Full;
    report.rowsWritten = 12;
    report.reloaded = true;
    report.reason = u"The watermark had expired."_s;
    m_model->setReport(0, report);
    TableProgress late;
    late.index = 0;
    late.stage = TableStage::Reading;
    m_model->setProgress(late);
    QCOMPARE(text(0, RunModel::State), u"reloaded"_s);
    QVERIFY(text(0, RunModel::Note).contains(u"The watermark had expired."_s));
    QCOMPARE(m_model->finishedCount(), 1);
    QCOMPARE(m_model->firstFailed(), -1);
}

void TestRunModel::failureShowsItsText()
{
    TableReport report;
    report.status = TableStatus::Failed;
    report.error =
        SyncError{ ErrorKind::NotFound, u"There is no such table."_s, u"42S02"_s, 208, false, {}, 0 };
    m_model->setReport(0, report);
    QCOMPARE(text(0, RunModel::State), u"failed"_s);
    QCOMPARE(text(0, RunModel::Note), u"There is no such table."_s);
    QVERIFY(m_model->index(0, 0).data(RunModel::DetailsRole).toString().contains(u"42S02"_s));
    QCOMPARE(m_model->firstFailed(), 0);
}

void TestRunModel::aFirstLoadIsNotAReload()
{
    TableReport report;
    report.table = { u"shop"_s, u"dbo"_s, u"a"_s };
    report.status = TableStatus::Done;
    report.mode = SyncMode::Full;
    report.reason = u"First load."_s;
    m_model->setReport(0, report);
    QCOMPARE(text(0, RunModel::State), u"done"_s);
}

void TestRunModel::everyStateHasItsWordAndShape()
{
    QStringList words;
    QList<QImage> shapes;
    for (int state = int(RunState::Waiting); state <= int(RunState::Skipped); ++state) {
        words += runStateText(RunState(state));
        shapes += runStateIcon(RunState(state)).pixmap(32).toImage().createAlphaMask();
    }
    for (int i = 0; i < words.size(); ++i) {
        QVERIFY(!words[i].isEmpty());
        QVERIFY2(!shapes[i].isNull(), qPrintable(words[i]));
        QCOMPARE(words.count(words[i]), 1);
        QVERIFY2(shapes.count(shapes[i]) == 1, qPrintable(words[i]));
    }
}

QTEST_MAIN(TestRunModel)
#include "tst_runmodel.moc"
