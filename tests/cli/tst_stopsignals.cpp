#include "stopsignals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace tidemark;

class TestStopSignals : public QObject {
    Q_OBJECT

private slots:
    void withoutSignalCodeStays();
    void firstSignalDecidesTheCode();
    void signalReachesTheEventLoop();
    void signalsAreGivenBack();
};

void TestStopSignals::withoutSignalCodeStays()
{
    StopSignals stop;
    QCOMPARE(stop.received(), 0);
    QCOMPARE(stop.exitCode(3), 3);
}

void TestStopSignals::firstSignalDecidesTheCode()
{
    StopSignals stop;
    std::raise(SIGTERM);
    std::raise(SIGINT);
    QCOMPARE(stop.received(), SIGTERM);
    QCOMPARE(stop.exitCode(0), 143);
}

void TestStopSignals::signalReachesTheEventLoop()
{
    StopSignals stop;
    QSignalSpy spy(&stop, &StopSignals::stopRequested);
    std::raise(SIGINT);
    QVERIFY(spy.count() == 1 || spy.wait(5000));
    QCOMPARE(stop.exitCode(0), 130);
}

void TestStopSignals::signalsAreGivenBack()
{
    {
        const StopSignals stop;
    }
    struct sigaction now = {};
    QCOMPARE(sigaction(SIGTERM, nullptr, &now), 0);
    QVERIFY(now.sa_handler == SIG_DFL);
}

QTEST_GUILESS_MAIN(TestStopSignals)
#include "tst_stopsignals.moc"
