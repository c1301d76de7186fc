#include "callwatch.h"

#include "livethread.h"

#include <QtTest>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace tidemark;
using namespace std::chrono_literals;

namespace {

/// A call that blocks until the watch ends it.
class BlockedCall {
public:
    CallWatch::Means means()
    {
        CallWatch::Means means;
        means.cutConnection = [this] {
            if (!reachable) {
                ++refusals;
                reachable = refusals == 2;
                return false;
            }
            cut = true;
            end();
            return true;
        };
        means.silence = [this] { return silence.load(); };
        return means;
    }

    /// False when nothing ended it in ten seconds.
    bool run(CallWatch &watch)
    {
        const CallWatch::Call call(watch);
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 10s, [this] { return m_over; });
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
        m_changed.notify_all();
    }

    std::atomic_bool cut = false;
    std::atomic_bool reachable = true; // else from the third try on
    std::atomic_int refusals = 0;
    std::atomic<std::chrono::milliseconds> silence = 0ms;

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_over = false;
};

} // namespace

/// When a blocked call is ended, and when not.
class CallWatchTest : public QObject {
    Q_OBJECT

private slots:
    void aLiveThreadIsTold()
    {
        const LiveThread live;
        BlockedCall blocked;
        CallWatch watch(CancelToken(), blocked.means(), 0ms);
        QTest::ignoreMessage(QtWarningMsg, "A thread that must not wait calls an ODBC driver.");
        const CallWatch::Call call(watch);
    }

    void cutsAfterACancel()
    {
        BlockedCall call;
        const CancelToken token;
        CallWatch watch(token, call.means(), 0ms);
        QCOMPARE(watch.ended(), CallWatch::Ended::No);
        token.cancel();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(call.run(watch));
        QVERIFY(timer.elapsed() >= 450); // the call has its half second
        QVERIFY(timer.elapsed() < 1500);
        QVERIFY(call.cut);
        QCOMPARE(watch.ended(), CallWatch::Ended::ByCancel);
    }

    void triesAgainUntilThereIsSomethingToCut()
    {
        BlockedCall call;
        call.reachable = false;
        const CancelToken token;
        CallWatch watch(token, call.means(), 0ms);
        token.cancel();
        QVERIFY(call.run(watch));
        QCOMPARE(call.refusals.load(), 2);
        QVERIFY(call.cut);
    }

    void cutsSilence()
    {
        BlockedCall call;
        CallWatch watch({}, call.means(), 300ms);
        call.silence = 400ms;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(call.run(watch));
        QVERIFY(timer.elapsed() >= 300);
        QVERIFY(call.cut);
        QCOMPARE(watch.ended(), CallWatch::Ended::BySilence);
    }

    /// A call may last longer than the limit while the server sends.
    void leavesALongCallAlone()
    {
        BlockedCall call;
        CallWatch watch({}, call.means(), 200ms);
        call.silence = 50ms;
        std::thread later([&] {
            std::this_thread::sleep_for(900ms); // the time of the call itself, not synchronisation
            call.end();
        });
        QVERIFY(call.run(watch));
        later.join();
        QVERIFY(!call.cut);
        QCOMPARE(watch.ended(), CallWatch::Ended::No);
    }

    void aCancelBetweenCallsCountsToo()
    {
        BlockedCall call;
        const CancelToken token;
        const CallWatch watch(token, call.means(), 0ms);
        token.cancel();
        QCOMPARE(watch.ended(), CallWatch::Ended::ByCancel);
        QVERIFY(!call.cut);
    }
};

QTEST_GUILESS_MAIN(CallWatchTest)
#include "tst_callwatch.moc"
