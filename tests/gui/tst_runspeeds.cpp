#include "runspeeds.h"

#include <QTest>

#include <algorithm>

using namespace tidemark;

class TestRunSpeeds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evenRowsAreALevelLine();
    void rowsOfNoTimeAreNoPeak();
    void aPauseIsSeen();
    void anotherTryCountsItsRowsAnew();
    void tablesAddUp();
    void aTableHeardOfLaterMayHaveBegunEarlier();
    void eightHoursStaySmall();
    void anotherRunBeginsAtNothing();

private:
    static double sum(const QList<SpeedPoint> &points, double SpeedPoint::*rate)
    {
        double total = 0;
        for (qsizetype i = 1; i < points.size(); ++i)
            total += points[i].*rate * (points[i].seconds - points[i - 1].seconds);
        return total;
    }
};

void TestRunSpeeds::evenRowsAreALevelLine()
{
    RunSpeeds speeds;
    speeds.start(1);
    speeds.count(0, 0, 0, 0);
    speeds.count(0, 0.6, 600, 4800);
    speeds.count(0, 1, 1000, 8000);
    const QList<SpeedPoint> points = speeds.ofAll().points(1);
    QCOMPARE(points.size(), 1 + 4);
    for (int i = 0; i < points.size(); ++i) {
        QCOMPARE(points[i].seconds, i / 4.0);
        QCOMPARE(points[i].rowsPerSecond, 1000.0);
        QCOMPARE(points[i].bytesPerSecond, 8000.0);
    }
    QCOMPARE(speeds.of(0).points(1), points);
}

void TestRunSpeeds::rowsOfNoTimeAreNoPeak()
{
    RunSpeeds speeds;
    speeds.start(1);
    QVERIFY(speeds.ofAll().points(0).isEmpty());
    speeds.count(0, 0, 100, 800);
    const QList<SpeedPoint> points = speeds.ofAll().points(0);
    QCOMPARE(points.size(), 2);
    QVERIFY(points[1].rowsPerSecond > 0 && points[1].rowsPerSecond <= 1600);
    QCOMPARE(sum(speeds.ofAll().points(10), &SpeedPoint::rowsPerSecond), 100.0);
}

void TestRunSpeeds::aPauseIsSeen()
{
    RunSpeeds speeds;
    speeds.start(1);
    speeds.count(0, 1, 1000, 0);
    QVERIFY(speeds.ofAll().points(1.1).constLast().rowsPerSecond > 0);
    const QList<SpeedPoint> paused = speeds.ofAll().points(9);
    QCOMPARE(paused.constLast(), (SpeedPoint{ 9, 0, 0 }));
    QCOMPARE(paused[paused.size() - 2].rowsPerSecond, 0.0);
    speeds.count(0, 9, 1000, 0); // says that there is nothing
    speeds.count(0, 10, 2000, 0);
    const QList<SpeedPoint> points = speeds.ofAll().points(10);
    QVERIFY(std::ranges::any_of(
        points, [](const SpeedPoint &point) { return point.seconds == 5 && point.rowsPerSecond == 0; }));
    QCOMPARE(sum(points, &SpeedPoint::rowsPerSecond), 2000.0);
}

void TestRunSpeeds::anotherTryCountsItsRowsAnew()
{
    RunSpeeds speeds;
    speeds.start(1);
    speeds.count(0, 1, 1000, 5000);
    speeds.count(0, 2, 0, 0);
    speeds.count(0, 3, 400, 2000);
    speeds.count(0, 4, 400, 1900); // fewer bytes are no other try
    speeds.count(0, 4, 0, 0); // cancelled
    const QList<SpeedPoint> points = speeds.ofAll().points(4);
    QCOMPARE(sum(points, &SpeedPoint::rowsPerSecond), 1400.0);
    QCOMPARE(sum(points, &SpeedPoint::bytesPerSecond), 7000.0);
    QVERIFY(std::ranges::none_of(points, [](const SpeedPoint &point) { return point.rowsPerSecond < 0; }));
}

void TestRunSpeeds::tablesAddUp()
{
    RunSpeeds speeds;
    speeds.start(2);
    speeds.count(0, 2, 2000, 0);
    speeds.count(1, 2, 4000, 0);
    QCOMPARE(speeds.of(0).points(2)[3].rowsPerSecond, 1000.0);
    QCOMPARE(speeds.of(1).points(2)[3].rowsPerSecond, 2000.0);
    QCOMPARE(speeds.ofAll().points(2)[3].rowsPerSecond, 3000.0);
}

void TestRunSpeeds::aTableHeardOfLaterMayHaveBegunEarlier()
{
    RunSpeeds speeds;
    speeds.start(2);
    speeds.count(0, 8, 0, 0);
    speeds.count(0, 9, 100, 0);
    speeds.count(1, 1, 0, 0);
    speeds.count(1, 10, 900, 0);
    QCOMPARE(speeds.ofAll().points(10).constFirst(), (SpeedPoint{ 1, 100, 0 }));
    QCOMPARE(sum(speeds.ofAll().points(10), &SpeedPoint::rowsPerSecond), 1000.0);
    QCOMPARE(speeds.of(0).points(10).constFirst().seconds, 8.0);
}

void TestRunSpeeds::eightHoursStaySmall()
{
    RunSpeeds speeds;
    speeds.start(1);
    constexpr int seconds = 8 * 3600;
    for (int i = 1; i <= seconds; ++i) {
        speeds.count(0, i, i * 1000LL, 0);
        QVERIFY(speeds.ofAll().points(i).size() <= SpeedSamples::mostStretches + 1);
    }
    const QList<SpeedPoint> points = speeds.ofAll().points(seconds);
    QVERIFY(points.size() > SpeedSamples::mostStretches / 3);
    QCOMPARE(points[points.size() / 2].rowsPerSecond, 1000.0);
    QCOMPARE(points.constLast().seconds, double(seconds));
    QCOMPARE(sum(points, &SpeedPoint::rowsPerSecond), seconds * 1000.0);
}

void TestRunSpeeds::anotherRunBeginsAtNothing()
{
    RunSpeeds speeds;
    speeds.start(1);
    speeds.count(0, 5, 1000, 1000);
    speeds.start(1);
    QVERIFY(speeds.ofAll().points(1).isEmpty() && speeds.of(0).points(1).isEmpty());
    speeds.count(0, 1, 10, 10);
    QCOMPARE(sum(speeds.ofAll().points(1), &SpeedPoint::rowsPerSecond), 10.0);
}

QTEST_GUILESS_MAIN(TestRunSpeeds)
#include "tst_runspeeds.moc"
