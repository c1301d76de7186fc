#include "retry.h"

#include <QTest>

using namespace tidemark;
using namespace std::chrono_literals;

/// Back-off of transient errors.
class TestRetry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToAMinute()
    {
        Retry retry(6, [] { return 0.0; });
        const SyncError error = transient();
        for (const auto wait : { 5s, 10s, 20s, 40s, 60s, 60s })
            QCOMPARE(retry.next(error)->count(), std::chrono::milliseconds(wait).count());
        QVERIFY(!retry.next(error));
        QCOMPARE(retry.used(), 6);
    }

    void spreadsClientsByAQuarter()
    {
        Retry retry(1, [] { return 0.999; });
        const auto wait = *retry.next(transient());
        QVERIFY(wait > 6200ms && wait < 6250ms);
    }

    void honoursTheServersWish()
    {
        Retry retry(2, [] { return 0.0; });
        SyncError error = transient();
        error.retryAfterSeconds = 30;
        QCOMPARE(retry.next(error)->count(), 30000);
    }

    void leavesOtherErrorsAlone()
    {
        Retry retry(4, [] { return 0.0; });
        SyncError error = transient();
        error.retryable = false;
        QVERIFY(!retry.next(error));
        QCOMPARE(retry.used(), 0);
    }

private:
    static SyncError transient()
    {
        SyncError error;
        error.kind = ErrorKind::Connection;
        error.retryable = true;
        return error;
    }
};

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
