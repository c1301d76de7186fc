#include "callwatch.h"

#include <QtTest>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace tidemark;
using namespace std::chrono_literals;

namespace {

/// A call that blocks until one of the watch's means ends it.
class BlockedCall {
public:
    CallWatch::Means means(bool canCancel, bool cancelHelps)
    {
        CallWatch::Means means;
        if (canCancel)
            means.cancelStatement = [this, cancelHelps](void *statement) {
                cancelled = statement;
                if (cancelHelps)
                    end();
            };
        means.cutConnection = [this] {
            cut = true;
            end();
        };
        means.silence = [this] { return silence.load(); };
        return means;
    }

    /// False when nothing ended it in ten seconds.
    bool run(CallWatch &watch, void *statement)
    {
        const CallWatch::Call call(watch, statement);
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 10s, [this] { return m_over; });
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
        m_changed.notify_all();
    }

    std::atomic<void *> cancelled = nullptr;
    std::atomic_bool cut = false;
    std::atomic<std::chrono::milliseconds> silence = 0ms;

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_over = false;
};

} // namespace

/// Which means end a blocked call, and when.
class CallWatchTest : public QObject {
    Q_OBJECT

private slots:
    void cancelsTheStatement()
    {
        BlockedCall call;
        const CancelToken token;
        CallWatch watch(token, call.means(true, true), 0ms);
        QCOMPARE(watch.ended(), CallWatch::Ended::No);
        token.cancel();
        int statement = 0;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(call.run(watch, &statement));
        QVERIFY(timer.elapsed() >= 450); // the driver has its half second
        QVERIFY(timer.elapsed() < 2000);
        QCOMPARE(call.cancelled.load(), &statement);
        QVERIFY(!call.cut);
        QCOMPARE(watch.ended(), CallWatch::Ended::ByCancel);
    }

    void cutsWhenACancelDoesNotHelp()
    {
        BlockedCall call;
        const CancelToken token;
        CallWatch watch(token, call.means(true, false), 0ms);
        token.cancel();
        int statement = 0;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(call.run(watch, &statement));
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(call.cancelled.load() != nullptr && call.cut);
    }

    void cutsWhereADriverCannotCancel()
    {
        BlockedCall call;
        const CancelToken token;
        CallWatch watch(token, call.means(false, false), 0ms);
        token.cancel();
        int statement = 0;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(call.run(watch, &statement));
        QVERIFY(timer.elapsed() < 1500);
        QVERIFY(call.cut);
    }

    void cutsACallOfTheConnection()
    {
        BlockedCall call;
        const CancelToken token;
        CallWatch watch(token, call.means(true, true), 0ms);
        token.cancel();
        QVERIFY(call.run(watch, nullptr));
        QVERIFY(call.cancelled.load() == nullptr && call.cut);
    }

    void cutsSilence()
    {
        BlockedCall call;
        CallWatch watch({}, call.means(true, true), 300ms);
        call.silence = 400ms;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(call.run(watch, nullptr));
        QVERIFY(timer.elapsed() >= 300);
        QVERIFY(call.cut);
        QCOMPARE(watch.ended(), CallWatch::Ended::BySilence);
    }

    /// A call may last longer than the limit while the server sends.
    void leavesALongCallAlone()
    {
        BlockedCall call;
        CallWatch watch({}, call.means(true, true), 200ms);
        call.silence = 50ms;
        std::thread later([&] {
            std::this_thread::sleep_for(900ms); // the time of the call itself, not synchronisation
            call.end();
        });
        QVERIFY(call.run(watch, nullptr));
        later.join();
        QVERIFY(!call.cut && call.cancelled.load() == nullptr);
        QCOMPARE(watch.ended(), CallWatch::Ended::No);
    }

    void aCancelBetweenCallsCountsToo()
    {
        BlockedCall call;
        const CancelToken token;
        const CallWatch watch(token, call.means(true, true), 0ms);
        token.cancel();
        QCOMPARE(watch.ended(), CallWatch::Ended::ByCancel);
        QVERIFY(!call.cut);
    }
};

QTEST_GUILESS_MAIN(CallWatchTest)
#include "tst_callwatch.moc"
