#include "growth.h"
#include "historymodel.h"
#include "historyplot.h"
#include "pastruns.h"
#include "runfilemodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<const HistoryRun *> pointers(const QList<HistoryRun> &runs)
{
    QList<const HistoryRun *> all;
    for (const HistoryRun &run : runs)
        all += &run;
    return all;
}

} // namespace

class TestHistoryModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasDone();
    void refreshKeepsTheSelection();
    void changedValuesAreTold();
    void otherHistoryResets();
    void filterByText();
    void filterByTimeAndKind();
    void sortsByValues();
    void manyRunsStayQuick();
    void filesOfARun();
    void pointsOfAPlot();
    void manyPointsBecomeStretches();
};

void TestHistoryModel::showsWhatWasDone()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRuns(pastRuns(3));
    QCOMPARE(model.rowCount(), 3);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, HistoryModel::Table), u"shop.dbo.orders"_s);
    QCOMPARE(text(0, HistoryModel::What), u"done"_s);
    QCOMPARE(text(0, HistoryModel::Note), u"Changes since version 20."_s);
    QCOMPARE(text(0, HistoryModel::Rows), QLocale().toString(1204));
    QCOMPARE(text(2, HistoryModel::Note), u"The whole table."_s);
    QVERIFY(!model.index(0, HistoryModel::What).data(Qt::DecorationRole).isNull());
    QVERIFY(model.index(0, HistoryModel::Size).data(Qt::ToolTipRole).toString().contains(u"bytes"_s));

    QList<HistoryRun> runs = pastRuns(3);
    runs[0].isReload = true;
    runs[0].mode = SyncMode::Full;
    runs[0].reason = u"Loaded again: it was truncated."_s;
    runs[0].warnings = { u"No snapshot."_s };
    runs[0].bytes.reset();
    model.setRuns(runs);
    QCOMPARE(text(0, HistoryModel::What), u"reloaded"_s);
    QCOMPARE(text(0, HistoryModel::Note), u"Loaded again: it was truncated. No snapshot."_s);
    QCOMPARE(text(0, HistoryModel::Size), QString());
    QVERIFY(!model.index(0, HistoryModel::Note).data(Qt::DecorationRole).isNull());
}

void TestHistoryModel::refreshKeepsTheSelection()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRuns(pastRuns(3));
    const QPersistentModelIndex selected = model.index(1, 0);
    const QDateTime at = model.run(1).syncedAt;
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRuns(pastRuns(5));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(selected.isValid());
    QCOMPARE(model.run(selected.row()).syncedAt, at);
}

void TestHistoryModel::changedValuesAreTold()
{
    HistoryModel model;
    model.setRuns(pastRuns(3));
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRuns(pastRuns(3));
    QCOMPARE(changes.count(), 0);
    QList<HistoryRun> runs = pastRuns(3);
    runs[1].bytes.reset(); // a later load replaced its files
    model.setRuns(runs);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(1, HistoryModel::Size).data().toString(), QString());
}

void TestHistoryModel::otherHistoryResets()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRuns(pastRuns(3));
    QList<HistoryRun> others = pastRuns(4);
    for (HistoryRun &run : others)
        run.table.database = u"other"_s;
    model.setRuns(others);
    QCOMPARE(model.rowCount(), 4);
    model.setRuns({});
    QCOMPARE(model.rowCount(), 0);
}

void TestHistoryModel::filterByText()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    QList<HistoryRun> runs = pastRuns(4);
    runs[1].table.table = u"Customers"_s;
    runs[2].warnings = { u"Surrogates were replaced."_s };
    model.setRuns(runs);
    model.setFilter({ u" customers "_s, {}, {} });
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.shown().size(), 1);
    model.setFilter({ u"surrogates"_s, {}, {} });
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.run(0).syncedAt, runs[2].syncedAt);
    model.setFilter({ u"nowhere"_s, {}, {} });
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 4);
}

void TestHistoryModel::filterByTimeAndKind()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model);
    QList<HistoryRun> runs = pastRuns(4);
    runs[1].isReload = true;
    runs[1].mode = SyncMode::Full;
    runs[2].warnings = { u"w"_s };
    model.setRuns(runs);
    model.setFilter({ {}, runs[1].syncedAt, {} });
    QCOMPARE(model.rowCount(), 2);
    const auto count = [&](HistoryKind kind) {
        model.setFilter({ {}, {}, kind });
        return model.rowCount();
    };
    QCOMPARE(count(HistoryKind::Changes), 2);
    QCOMPARE(count(HistoryKind::Whole), 2);
    QCOMPARE(count(HistoryKind::Reloaded), 1);
    QCOMPARE(count(HistoryKind::Warned), 1);
    QCOMPARE(count(HistoryKind::All), 4);
}

void TestHistoryModel::sortsByValues()
{
    HistoryModel model;
    QList<HistoryRun> runs = pastRuns(3);
    runs[0].rows = 9;
    runs[1].rows = 1000;
    runs[2].rows = 10;
    model.setRuns(runs);
    model.sort(HistoryModel::Rows);
    QCOMPARE(model.run(0).rows, 9);
    QCOMPARE(model.run(1).rows, 10); // not as text
    for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
        model.sort(column, Qt::DescendingOrder);
        QCOMPARE(model.rowCount(), 3);
    }
    const QPersistentModelIndex kept = model.index(1, 0);
    const QDateTime at = model.run(1).syncedAt;
    model.sort(HistoryModel::When, Qt::DescendingOrder);
    QCOMPARE(model.run(0).syncedAt, runs[0].syncedAt);
    QCOMPARE(model.run(kept.row()).syncedAt, at);
    QCOMPARE(model.rowOf(runs[2]), std::optional(2));
}

void TestHistoryModel::manyRunsStayQuick()
{
    const auto work = [](int count) {
        QList<HistoryRun> runs = pastRuns(count);
        for (qsizetype i = 0; i < runs.size(); i += 2)
            runs[i].table.table = u"items"_s;
        HistoryModel model;
        model.setRuns(runs);
        model.sort(HistoryModel::Rows);
        model.setFilter({ u"items"_s, {}, {} });
        QCOMPARE(model.rowCount(), count / 2);
        model.setFilter({});
        QVERIFY(!plotPoints(model.shown(), 300).isEmpty());
    };
    const double growth = growthOf(work, 100'000);
    QVERIFY2(growth < mostGrowth, qPrintable(QString::number(growth)));
}

void TestHistoryModel::filesOfARun()
{
    RunFileModel model;
    const QAbstractItemModelTester tester(&model);
    QList<HistoryFileEntry> files = pastRuns(1)[0].files;
    files += { u"/data/old.csv"_s, false, 0, 0, {} };
    model.setFiles(files);
    QCOMPARE(model.rowCount(), 2);
    const auto state = [&](int row) { return model.index(row, RunFileModel::State).data().toString(); };
    QCOMPARE(state(0), u"not verified"_s);
    QCOMPARE(state(1), u"replaced"_s);
    QCOMPARE(model.currentFiles(), QStringList{ files[0].path });
    QCOMPARE(model.index(0, RunFileModel::Hash).data().toString(), files[0].sha256);
    QCOMPARE(model.index(0, RunFileModel::File).data(Qt::ToolTipRole).toString(), files[0].path);

    VerifiedTable table;
    table.files = { { files[0].path, FileState::Damaged, 1, 1, u"it holds 1 row"_s } };
    model.setVerified(table);
    QCOMPARE(state(0), u"damaged"_s);
    QCOMPARE(model.index(0, RunFileModel::State).data(Qt::ToolTipRole).toString(), u"it holds 1 row"_s);
    model.setFiles(files); // a refresh keeps what was found
    QCOMPARE(state(0), u"damaged"_s);
    model.setFiles({});
    QCOMPARE(model.rowCount(), 0);
}

void TestHistoryModel::pointsOfAPlot()
{
    QList<HistoryRun> runs = pastRuns(4);
    runs[0].runId = runs[1].runId = u"one job"_s;
    runs[2].runId = runs[3].runId = QString(); // the older tool knows none
    const QList<PlotPoint> points = plotPoints(pointers(runs), 100);
    QCOMPARE(points.size(), 3);
    QVERIFY(points[0].at < points[1].at && points[1].at < points[2].at);
    QCOMPARE(points[2].rows, runs[0].rows + runs[1].rows);
    QCOMPARE(points[2].seconds, runs[0].durationSeconds + runs[1].durationSeconds);
    QCOMPARE(plotPoints({}, 100), QList<PlotPoint>());
}

void TestHistoryModel::manyPointsBecomeStretches()
{
    const QList<HistoryRun> runs = pastRuns(1000);
    const QList<PlotPoint> points = plotPoints(pointers(runs), 50);
    QVERIFY(points.size() <= 51 && points.size() > 40);
    qint64 rows = 0;
    for (const PlotPoint &point : points)
        rows += point.rows;
    qint64 expected = 0;
    for (const HistoryRun &run : runs)
        expected += run.rows;
    QCOMPARE(rows, expected);
}

QTEST_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
