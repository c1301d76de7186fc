#include "answer.h"
#include "latestrequest.h"

#include <QPromise>
#include <QTest>
#include <QThreadPool>

#include <memory>

using namespace tidemark;

/// When and where an answer is taken.
class TestAnswer : public QObject {
    Q_OBJECT

private slots:
    void whatIsThereIsTakenAtOnce();
    void whatComesLaterIsTakenInTheThreadOfTheContext();
    void nothingIsTakenOnceTheContextIsGone();
    void cancelledIsNoAnswer();
    void onlyTheLatestRequestCounts();
};

void TestAnswer::whatIsThereIsTakenAtOnce()
{
    int taken = 0;
    whenAnswered(QtFuture::makeReadyFuture(7), this, [&](int value) { taken = value; });
    QCOMPARE(taken, 7);
}

void TestAnswer::whatComesLaterIsTakenInTheThreadOfTheContext()
{
    auto promise = std::make_shared<QPromise<int>>();
    promise->start();
    int taken = 0;
    QThread *thread = nullptr;
    whenAnswered(promise->future(), this, [&](int value) {
        taken = value;
        thread = QThread::currentThread();
    });
    QThreadPool pool;
    pool.start([promise] {
        promise->addResult(8);
        promise->finish();
    });
    QTRY_COMPARE(taken, 8);
    QCOMPARE(thread, QThread::currentThread());
}

/// QFuture::then() of Qt 6.4 ends a debug build here.
void TestAnswer::nothingIsTakenOnceTheContextIsGone()
{
    auto context = std::make_unique<QObject>();
    QPromise<int> promise;
    promise.start();
    bool taken = false;
    whenAnswered(promise.future(), context.get(), [&](int) { taken = true; });
    context.reset();
    promise.addResult(9);
    promise.finish();
    QTest::qWait(20);
    QVERIFY(!taken);
}

void TestAnswer::cancelledIsNoAnswer()
{
    bool taken = false;
    QFuture<int> future;
    {
        QPromise<int> promise; // dropped without a result
        promise.start();
        future = promise.future();
        whenAnswered(future, this, [&](int) { taken = true; });
    }
    QTRY_VERIFY(future.isFinished());
    QTest::qWait(20);
    QVERIFY(!taken);
}

void TestAnswer::onlyTheLatestRequestCounts()
{
    LatestRequest latest;
    QPromise<int> promises[3];
    QList<int> taken;
    for (QPromise<int> &promise : promises) {
        promise.start();
        latest.begin();
        whenAnswered(promise.future(), this, latest.only([&](int value) { taken += value; }));
    }
    for (const int which : { 1, 2, 0 }) {
        promises[which].addResult(which);
        promises[which].finish();
        QTest::qWait(0);
    }
    QTRY_COMPARE(taken, QList<int>{ 2 });
    QTest::qWait(0);
    QCOMPARE(taken, QList<int>{ 2 });
}

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
