#include "timesource.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace tidemark;
using namespace std::chrono_literals;

/// Cancelling reaches copies, children and sleepers.
class TestCancelToken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachesCopiesAndChildren()
    {
        const CancelToken parent;
        const CancelToken copy = parent;
        const CancelToken child = parent.child();
        child.cancel();
        QVERIFY(child.isCancelled());
        QVERIFY(!parent.isCancelled());
        copy.cancel();
        QVERIFY(parent.isCancelled());
        QVERIFY(parent.child().isCancelled());
    }

    void anotherReasonCancelsAChildAlone()
    {
        std::atomic_bool reason = false;
        const CancelToken parent;
        const CancelToken child = parent.child([&reason] { return reason.load(); });
        QVERIFY(!child.isCancelled());
        reason = true;
        QVERIFY(child.isCancelled());
        QVERIFY(child.child().isCancelled());
        QVERIFY(!parent.isCancelled());
    }

    void outlivesItsParent()
    {
        CancelToken child;
        {
            const CancelToken parent;
            child = parent.child();
            parent.cancel();
        }
        QVERIFY(child.isCancelled());
    }

    void wakesASleeper()
    {
        const CancelToken cancel;
        bool slept = true;
        std::thread sleeper([&] { slept = SystemTime().sleep(10min, cancel); });
        cancel.cancel();
        sleeper.join();
        QVERIFY(!slept);
    }

    void sleepsTheTimeAsked()
    {
        SystemTime time;
        const auto before = time.elapsed();
        QVERIFY(time.sleep(20ms, {}));
        QVERIFY(time.elapsed() - before >= 20ms);
    }
};

QTEST_APPLESS_MAIN(TestCancelToken)
#include "tst_canceltoken.moc"
