#include "blockpipe.h"

#include "fakesource.h"
#include "fakestore.h"

#include <QTest>

#include <stdexcept>

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
    }

    void countsWhatItMoved()
    {
        qint64 told = 0;
        const Result<qint64> moved =
            pipeBlocks(*m_reader, *m_sink, {}, [&told](qint64 rows, qint64) { told = rows; });
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
        const Result<qint64> moved = pipeBlocks(*m_reader, *m_sink, {}, {});
        QVERIFY(!moved);
        QCOMPARE(moved.error().text, u"half-way"_s);
    }

    void endOfRowsFails()
    {
        m_source->setHook([](const QString &call) {
            return call == u"end of rows"_s ? Status(fail(broken(u"late error"_s))) : Status();
        });
        QCOMPARE(pipeBlocks(*m_reader, *m_sink, {}, {}).error().text, u"late error"_s);
    }

    void sinkFails()
    {
        std::atomic_int writes = 0;
        m_store->setHook([&writes](const QString &step) {
            return step == u"write"_s && ++writes == 7 ? Status(fail(broken(u"disk full"_s))) : Status();
        });
        QCOMPARE(pipeBlocks(*m_reader, *m_sink, {}, {}).error().text, u"disk full"_s);
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
        const Result<qint64> moved = pipeBlocks(*m_reader, *m_sink, {}, {});
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
        const Result<qint64> moved = pipeBlocks(*m_reader, *m_sink, cancel, {});
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::Cancelled);
    }

private:
    const TableRef m_table{ u"shop"_s, u"dbo"_s, u"orders"_s };
    std::unique_ptr<FakeSource> m_source;
    std::unique_ptr<FakeStore> m_store;
    std::unique_ptr<BlockReader> m_reader;
    std::unique_ptr<TableSink> m_sink;
};

QTEST_GUILESS_MAIN(TestBlockPipe)
#include "tst_blockpipe.moc"
