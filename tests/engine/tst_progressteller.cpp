#include "progressteller.h"

#include "faketime.h"

#include <QTest>

#include <vector>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Every stage is told, counts at most four times a second.
class TestProgressTeller : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsStagesAtOnceAndCountsSeldom()
    {
        FakeTime time;
        std::vector<TableProgress> told;
        ProgressTeller teller(3, { u"shop"_s, u"dbo"_s, u"orders"_s }, time,
            [&told](const TableProgress &progress) { told.push_back(progress); });
        teller.enter(TableStage::Reading);
        for (int i = 1; i <= 100; ++i) {
            time.advance(10ms);
            teller.count(i, i * 10);
        }
        teller.enter(TableStage::Publishing);

        QCOMPARE(told.size(), size_t(6)); // two stages, four counts in a second
        QCOMPARE(told.front().index, 3);
        QCOMPARE(told.front().stage, TableStage::Reading);
        QCOMPARE(told[1].rows, 25);
        QCOMPARE(told.back().stage, TableStage::Publishing);
        QCOMPARE(told.back().rows, 100);
        QCOMPARE(told.back().bytes, 1000);
        QCOMPARE(told.back().seconds, 1.0);
    }

    void countsBeginAgainWithATry()
    {
        FakeTime time;
        TableProgress last;
        ProgressTeller teller(0, {}, time, [&last](const TableProgress &progress) { last = progress; });
        teller.enter(TableStage::Reading);
        time.advance(1s);
        teller.count(50, 500);
        teller.enter(TableStage::Retrying, u"why"_s);
        QCOMPARE(last.rows, 0);
        QCOMPARE(last.note, u"why"_s);
    }
};

QTEST_GUILESS_MAIN(TestProgressTeller)
#include "tst_progressteller.moc"
