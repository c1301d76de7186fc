#include "livethread.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace tidemark;

/// Who must not wait is told when it does, and nobody else.
class TestLiveThread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void othersMayWait()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("must not wait")));
        LiveThread::mayWait("a disk");
        const LiveThread live;
        std::thread([] { LiveThread::mayWait("a disk"); }).join();
    }

    void waitingIsTold()
    {
        const LiveThread live;
        QTest::ignoreMessage(QtWarningMsg, "A thread that must not wait calls a disk.");
        LiveThread::mayWait("a disk");
    }

    void itEndsWithTheScope()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("must not wait")));
        {
            const LiveThread live;
            const LiveThread another;
        }
        LiveThread::mayWait("a disk");
    }
};

QTEST_APPLESS_MAIN(TestLiveThread)
#include "tst_livethread.moc"
