#include "runmodel.h"
#include "runorder.h"
#include "runstate.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QSignalSpy>
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
    void timeIsSplit();
    void totalsAddUp();
    void totalsGuessTheEnd();
    void restartKeepsTheOthersResults();
    void viewsHearOfManyChangesAtOnce();
    void failedTablesComeFirstOnceSorted();
    void everyStateHasItsWordAndShape();

private:
    QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }

    static TableProgress reading(int row, qint64 rows)
    {
        TableProgress progress;
        progress.index = row;
        progress.stage = TableStage::Reading;
        progress.rows = rows;
        return progress;
    }

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
    QCOMPARE(m_model->totals().finished, 1);
    QVERIFY(m_model->rowsToRetry().isEmpty());
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
    QCOMPARE(m_model->rowsToRetry(), QList<int>{ 0 });
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

void TestRunModel::timeIsSplit()
{
    QVERIFY(!m_model->index(0, RunModel::Split).data(RunModel::SplitRole).isValid());
    QCOMPARE(text(0, RunModel::Split), QString());
    TableProgress progress = reading(0, 100);
    progress.time[TimePart::Server] = 3;
    progress.time[TimePart::Disk] = 1;
    m_model->setProgress(progress);
    const QModelIndex cell = m_model->index(0, RunModel::Split);
    QCOMPARE(cell.data(RunModel::SplitRole).value<TimeSplit>(), progress.time);
    QCOMPARE(text(0, RunModel::Split), u"server 75 %"_s);
    const QString tip = cell.data(Qt::ToolTipRole).toString();
    QVERIFY2(
        tip.startsWith(u"server 3.0 s, network 0.0 s, formatting 0.0 s, disk 1.0 s\n"_s), qPrintable(tip));
}

void TestRunModel::totalsAddUp()
{
    m_model->setProgress(reading(0, 100));
    TableReport report;
    report.status = TableStatus::Done;
    report.rowsWritten = 20;
    report.bytesWritten = 800;
    m_model->setReport(1, report);
    const RunTotals totals = m_model->totals();
    QCOMPARE(totals.tables, 2);
    QCOMPARE(totals.finished, 1);
    QCOMPARE(totals.working, 1);
    QCOMPARE(totals.failed, 0);
    QCOMPARE(totals.rows, 120);
    QCOMPARE(totals.bytes, 800);
    QVERIFY(!totals.secondsLeft); // nobody knows how long the first one is
}

void TestRunModel::totalsGuessTheEnd()
{
    TableProgress waiting;
    waiting.index = 1;
    waiting.expectedRows = 3000;
    m_model->setProgress(waiting);
    TableProgress progress = reading(0, 1000);
    progress.expectedRows = 2000;
    m_model->setProgress(progress);
    QTRY_VERIFY_WITH_TIMEOUT(m_model->totals().secondsLeft, 10'000); // not at the very beginning
    const RunTotals totals = m_model->totals();
    QVERIFY(std::abs(*totals.secondsLeft * totals.rowsPerSecond - 4000) < 1);
    progress.stage = TableStage::Retrying; // tells no expectation
    progress.rows = 0;
    progress.expectedRows.reset();
    m_model->setProgress(progress);
    m_model->setReport(1, TableReport());
    QVERIFY(!m_model->totals().secondsLeft); // without a row there is no rate
}

void TestRunModel::restartKeepsTheOthersResults()
{
    TableReport done;
    done.status = TableStatus::Done;
    done.rowsWritten = 20;
    TableReport cancelled;
    cancelled.status = TableStatus::Cancelled;
    m_model->setReport(0, done);
    m_model->setReport(1, cancelled);
    m_model->finish();
    QCOMPARE(m_model->rowsToRetry(), QList<int>{ 1 });
    m_model->restart({ 1 });
    QCOMPARE(text(0, RunModel::State), u"done"_s);
    QCOMPARE(text(1, RunModel::State), u"waiting"_s);
    QCOMPARE(text(1, RunModel::Table), u"shop.dbo.b"_s);
    QCOMPARE(m_model->totals().rows, 20);
    QCOMPARE(m_model->totals().rowsPerSecond, 0.0); // those rows are of the earlier run
}

void TestRunModel::viewsHearOfManyChangesAtOnce()
{
    QTest::qWait(0);
    QSignalSpy changed(m_model.get(), &RunModel::dataChanged);
    QSignalSpy refreshed(m_model.get(), &RunModel::refreshed);
    for (int i = 0; i < 100; ++i) {
        m_model->setProgress(reading(0, i));
        m_model->setProgress(reading(1, i));
    }
    QCOMPARE(changed.count(), 0);
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(refreshed.count(), 1);
    m_model->setProgress(reading(0, 200));
    m_model->finish(); // at once
    QCOMPARE(changed.count(), 3);
}

void TestRunModel::failedTablesComeFirstOnceSorted()
{
    RunOrder order;
    const QAbstractItemModelTester tester(&order, QAbstractItemModelTester::FailureReportingMode::QtTest);
    order.setSourceModel(m_model.get());
    m_model->start({ { u"s"_s, u"d"_s, u"a"_s }, { u"s"_s, u"d"_s, u"b"_s }, { u"s"_s, u"d"_s, u"c"_s },
        { u"s"_s, u"d"_s, u"d"_s } });
    const auto tables = [&] {
        QString names;
        for (int row = 0; row < order.rowCount(); ++row)
            names += order.index(row, RunModel::Table).data().toString().last(1);
        return names;
    };
    TableReport report;
    for (const auto &[row, status] : { std::pair(0, TableStatus::Done), std::pair(1, TableStatus::Cancelled),
             std::pair(2, TableStatus::Failed), std::pair(3, TableStatus::Failed) }) {
        report.status = status;
        m_model->setReport(row, report);
    }
    m_model->finish();
    QCOMPARE(tables(), u"abcd"_s); // nothing moves by itself
    const QPersistentModelIndex selected = order.index(1, 0);
    order.sortByNeed();
    QCOMPARE(tables(), u"cdba"_s);
    QCOMPARE(selected.row(), 2);
    m_model->restart({ 2 });
    QCOMPARE(tables(), u"cdba"_s);
    report.status = TableStatus::Done;
    m_model->setReport(2, report);
    m_model->finish();
    order.sortByNeed();
    QCOMPARE(tables(), u"dbac"_s);
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
