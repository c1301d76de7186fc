#include "blockpipe.h"

#include "fakesource.h"
#include "fakestore.h"
#include "lapclock.h"

#include <QTest>
#include <QThread>

#include <stdexcept>
#include <utility>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

SyncError broken(const QString &text)
{
    return { ErrorKind::Query, text, {}, 0, false, {}, 0 };
}

} // namespace

/// Rows go through two threads; whatever fails ends both and publishes nothing.
class TestBlockPipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_source = std::make_unique<FakeSource>();
        m_store = std::make_unique<FakeStore>();
        FakeDatabase shop;
        shop.tables[u"dbo.orders"_s] = trackedTable(u"shop"_s, u"orders"_s, 1234);
        m_source->setDatabase(u"shop"_s, shop);
        const auto session = m_source->openSession(u"shop"_s, {});
        m_reader = *(*session)->readAll({ m_table, {}, {} });
        m_sink = *(*m_store->open(m_table, {}))->newFiles({});
        m_time = {};
    }

    void countsWhatItMoved()
    {
        qint64 told = 0;
        const Result<qint64> moved =
            pipeBlocks(*m_reader, *m_sink, {}, m_time, [&told](qint64 rows, qint64) { told = rows; });
        QCOMPARE(moved.value(), 1234);
        QCOMPARE(told, 1234);
        QCOMPARE(m_sink->finish()->rows, 1234);
    }

    void readerFails()
    {
        int blocks = 0;
        m_source->setHook([&blocks](const QString &call) {
            return call == u"fetch"_s && ++blocks == 50 ? Status(fail(broken(u"half-way"_s))) : Status();
        });
        const Result<qint64> moved = pipeBlocks(*m_reader, *m_sink, {}, m_time, {});
        QVERIFY(!moved);
        QCOMPARE(moved.error().text, u"half-way"_s);
    }

    void endOfRowsFails()
    {
        m_source->setHook([](const QString &call) {
            return call == u"end of rows"_s ? Status(fail(broken(u"late error"_s))) : Status();
        });
        QCOMPARE(pipeBlocks(*m_reader, *m_sink, {}, m_time, {}).error().text, u"late error"_s);
    }

    void sinkFails()
    {
        std::atomic_int writes = 0;
        m_store->setHook([&writes](const QString &step) {
            return step == u"write"_s && ++writes == 7 ? Status(fail(broken(u"disk full"_s))) : Status();
        });
        QCOMPARE(pipeBlocks(*m_reader, *m_sink, {}, m_time, {}).error().text, u"disk full"_s);
        QCOMPARE(writes, 7); // nothing is written after the failure
    }

    void exceptionsBecomeErrors_data()
    {
        QTest::addColumn<bool>("inReader");
        QTest::newRow("reader") << true;
        QTest::newRow("sink") << false;
    }

    void exceptionsBecomeErrors()
    {
        QFETCH(bool, inReader);
        const auto thrower = [](const QString &) -> Status { throw std::runtime_error("no memory"); };
        inReader ? m_source->setHook(thrower) : m_store->setHook(thrower);
        const Result<qint64> moved = pipeBlocks(*m_reader, *m_sink, {}, m_time, {});
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::Internal);
        QVERIFY(moved.error().text.contains(u"no memory"_s));
    }

    /// T22: a cancelled fetch that looks like the end of the rows.
    void cancelledEndIsNoEnd()
    {
        const CancelToken cancel;
        m_source->setHook([cancel](const QString &call) {
            if (call == u"end of rows"_s)
                cancel.cancel();
            return Status();
        });
        const Result<qint64> moved = pipeBlocks(*m_reader, *m_sink, cancel, m_time, {});
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::Cancelled);
    }

    void theFirstRowsAreTheServersTime()
    {
        bool first = true;
        m_source->setHook([&first](const QString &call) {
            if (call == u"fetch"_s && std::exchange(first, false))
                QThread::msleep(200);
            return Status();
        });
        QVERIFY(pipeBlocks(*m_reader, *m_sink, {}, m_time, {}));
        QVERIFY(m_time[TimePart::Server] >= 0.2);
        QCOMPARE(m_time.largest(), TimePart::Server);
    }

    void furtherRowsAreTheNetworksTime()
    {
        int blocks = 0;
        m_source->setHook([&blocks](const QString &call) {
            if (call == u"fetch"_s && ++blocks == 3)
                QThread::msleep(200);
            return Status();
        });
        QVERIFY(pipeBlocks(*m_reader, *m_sink, {}, m_time, {}));
        QVERIFY(m_time[TimePart::Network] >= 0.2);
        QCOMPARE(m_time.largest(), TimePart::Network);
    }

    /// The last block too, for which only the end waits.
    void aSlowWriterIsFormattingOrDisk_data()
    {
        QTest::addColumn<double>("diskSeconds");
        QTest::addColumn<TimePart>("part");
        QTest::newRow("formatting") << 0.0 << TimePart::Formatting;
        QTest::newRow("disk") << 1000.0 << TimePart::Disk;
    }

    void aSlowWriterIsFormattingOrDisk()
    {
        QFETCH(double, diskSeconds);
        QFETCH(TimePart, part);
        m_store->setDiskSeconds(diskSeconds);
        m_store->setHook([](const QString &step) {
            if (step == u"write"_s)
                QThread::msleep(1);
            return Status();
        });
        QVERIFY(pipeBlocks(*m_reader, *m_sink, {}, m_time, {}));
        QVERIFY(m_time[part] >= 0.1);
        QCOMPARE(m_time.largest(), part);
    }

    void aFailureTellsItsTimeToo()
    {
        m_source->setHook([](const QString &) -> Status {
            QThread::msleep(20);
            return fail(broken(u"timed out"_s));
        });
        QVERIFY(!pipeBlocks(*m_reader, *m_sink, {}, m_time, {}));
        QVERIFY(m_time[TimePart::Server] >= 0.02);
    }

    /// Work of two threads at once is not counted twice.
    void partsAddUpToTheTimeThatPassed()
    {
        const auto slow = [](const QString &) {
            QThread::msleep(1);
            return Status();
        };
        m_source->setHook(slow);
        m_store->setHook(slow);
        LapClock clock;
        QVERIFY(pipeBlocks(*m_reader, *m_sink, {}, m_time, {}));
        const double passed = clock.lap();
        QVERIFY(m_time.total() <= passed);
        QVERIFY2(m_time.total() > passed * 0.5, qPrintable(QString::number(m_time.total() / passed)));
    }

private:
    const TableRef m_table{ u"shop"_s, u"dbo"_s, u"orders"_s };
    std::unique_ptr<FakeSource> m_source;
    std::unique_ptr<FakeStore> m_store;
    std::unique_ptr<BlockReader> m_reader;
    std::unique_ptr<TableSink> m_sink;
    TimeSplit m_time;
};

QTEST_GUILESS_MAIN(TestBlockPipe)
#include "tst_blockpipe.moc"
