#include "previewer.h"
#include "runner.h"

#include "fakesource.h"
#include "fakestore.h"
#include "faketime.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

TableRef table(const QString &name)
{
    return { u"shop"_s, u"dbo"_s, name };
}

TableRequest request(const QString &name, SyncMode mode = SyncMode::FullIncremental)
{
    TableRequest request;
    request.table = table(name);
    request.mode = mode;
    return request;
}

PastRun pastRun(qint64 rows, double seconds)
{
    return { rows, seconds, {} };
}

} // namespace

/// What a preview says, and that it asks for little, writes nothing and agrees with the run that follows.
class TestPreviewer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tellsWhatWouldBeDone();
    void asksTwiceAndTouchesNothing();
    void agreesWithTheRun();
    void aHistoryCutMeanwhileIsAReload();
    void aReloadSaysWhy();
    void tellsErrors();
    void aDatabaseThatCannotBeReachedFailsItsTablesOnly();
    void aSnapshotThatIsRequiredMustBeAllowed();
    void estimatesBytes();
    void estimatesNothingOfAFilter();
    void estimatesSeconds_data();
    void estimatesSeconds();
    void totals();

private:
    QList<TablePreview> preview(const QList<TableRequest> &requests) const
    {
        return previewTables({ m_source, m_store, m_time }, requests, {});
    }
    void sync(const QList<TableRequest> &requests) const
    {
        QCOMPARE(Runner({ m_source, m_store, m_time }).run({ requests, 1, {}, {} }).tables.size(),
            requests.size());
    }
    void change(const QString &name, const std::function<void(FakeTable &)> &edit) const
    {
        m_source->change(u"shop"_s, [&](FakeDatabase &shop) { edit(shop.tables[u"dbo."_s + name]); });
    }

    std::shared_ptr<FakeSource> m_source;
    std::shared_ptr<FakeStore> m_store;
    std::shared_ptr<FakeTime> m_time;
};

/// orders and quiet were synced at version 7, where the database is at 9; fresh never was.
void TestPreviewer::init()
{
    m_source = std::make_shared<FakeSource>();
    m_store = std::make_shared<FakeStore>();
    m_time = std::make_shared<FakeTime>();
    FakeDatabase shop;
    shop.state.source = { u"server"_s, u"shop"_s, u"fork"_s };
    shop.state.currentVersion = ChangeVersion(7);
    for (const QString &name : { u"orders"_s, u"quiet"_s, u"fresh"_s })
        shop.tables[u"dbo."_s + name] = trackedTable(u"shop"_s, name, 20);
    m_source->setDatabase(u"shop"_s, shop);
    sync({ request(u"orders"_s), request(u"quiet"_s) });
    m_source->change(u"shop"_s, [](FakeDatabase &all) { all.state.currentVersion = ChangeVersion(9); });
    change(u"orders"_s, [](FakeTable &orders) { orders.changes = { 3, 8, 9, 9 }; });
    m_source->clearCalls();
}

void TestPreviewer::tellsWhatWouldBeDone()
{
    const QList<TablePreview> tables =
        preview({ request(u"fresh"_s), request(u"orders"_s), request(u"quiet"_s) });
    QCOMPARE(tables.size(), 3);
    QCOMPARE(tables[0].action, PreviewAction::Full);
    QCOMPARE(tables[0].reason, u"First load."_s);
    QVERIFY(!tables[0].reload);
    QCOMPARE(tables[0].rows, std::optional<qint64>(20));
    QCOMPARE(tables[0].table, table(u"fresh"_s));

    QCOMPARE(tables[1].action, PreviewAction::Incremental);
    QCOMPARE(tables[1].sinceVersion, std::optional(ChangeVersion(7)));
    QCOMPARE(tables[1].currentVersion, std::optional(ChangeVersion(9)));
    QCOMPARE(tables[1].inserts, 3);
    QCOMPARE(tables[1].rows, std::optional<qint64>(3));

    QCOMPARE(tables[2].action, PreviewAction::NothingNew);
    QCOMPARE(tables[2].reason, u"No changes since version 7."_s);
    QCOMPARE(tables[2].rows, std::optional<qint64>(0));
    QCOMPARE(tables[2].seconds, std::optional<double>(0));
}

void TestPreviewer::asksTwiceAndTouchesNothing()
{
    QStringList steps;
    m_store->setHook([&](const QString &step) {
        steps += step;
        return Status();
    });
    preview({ request(u"orders"_s), request(u"quiet"_s) });
    QCOMPARE(m_source->calls(), (QStringList{ u"open shop"_s, u"survey"_s, u"countChanges"_s }));
    QCOMPARE(steps, (QStringList{ u"look dbo.orders"_s, u"look dbo.quiet"_s }));
    QCOMPARE(m_store->folder(table(u"quiet"_s)).watermark->version, ChangeVersion(7));
}

void TestPreviewer::agreesWithTheRun()
{
    const QList<TableRequest> requests{ request(u"orders"_s), request(u"quiet"_s), request(u"fresh"_s),
        request(u"quiet"_s), request(u"missing"_s), request(u"fresh"_s, SyncMode::Incremental) };
    const QList<TablePreview> tables = preview(requests);
    const RunReport report = Runner({ m_source, m_store, m_time }).run({ requests, 1, {}, {} });
    QCOMPARE(report.tables.size(), tables.size());
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const TableReport &done = report.tables[i];
        QCOMPARE(tables[i].table, done.table);
        QCOMPARE(tables[i].action == PreviewAction::Failed, done.status == TableStatus::Failed);
        QCOMPARE(tables[i].action == PreviewAction::NothingNew, done.status == TableStatus::NothingNew);
        if (done.error)
            QCOMPARE(describe(*tables[i].error), describe(*done.error));
        else
            QCOMPARE(*tables[i].rows, done.rowsWritten);
        QCOMPARE(tables[i].reason, done.reason);
    }
}

void TestPreviewer::aHistoryCutMeanwhileIsAReload()
{
    m_source->setHook([this](const QString &call) {
        if (call == u"countChanges")
            change(u"orders"_s, [](FakeTable &orders) { orders.state.minValidVersion = ChangeVersion(8); });
        return Status();
    });
    const TablePreview orders = preview({ request(u"orders"_s) }).constFirst();
    QCOMPARE(orders.action, PreviewAction::Full);
    QVERIFY(orders.reload);
    QVERIFY2(orders.reason.contains(u"the watermark 7 is older"_s), qPrintable(orders.reason));
    QCOMPARE(orders.rows, std::optional<qint64>(20));
    QVERIFY(!orders.sinceVersion);
}

void TestPreviewer::aReloadSaysWhy()
{
    change(u"orders"_s, [](FakeTable &orders) { orders.state.beginVersion = ChangeVersion(8); });
    const QList<TablePreview> tables = preview({ request(u"orders"_s), request(u"quiet"_s, SyncMode::Full) });
    QVERIFY(tables[0].reload);
    QVERIFY2(tables[0].reason.contains(u"truncated"_s), qPrintable(tables[0].reason));
    QCOMPARE(tables[1].action, PreviewAction::Full);
    QVERIFY(!tables[1].reload);
}

void TestPreviewer::tellsErrors()
{
    m_source->setHook([](const QString &call) {
        return call == u"countChanges" ? Status(fail(ErrorKind::Permission, u"You may not look."_s))
                                       : Status();
    });
    QList<TablePreview> tables =
        preview({ request(u"missing"_s), request(u"fresh"_s, SyncMode::Incremental), request(u"orders"_s) });
    QCOMPARE(tables[0].error->kind, ErrorKind::NotFound);
    QCOMPARE(tables[1].error->kind, ErrorKind::NoWatermark);
    QCOMPARE(tables[2].error->kind, ErrorKind::Permission);
    QCOMPARE(tables[2].error->context, u"shop.dbo.orders"_s);
    for (const TablePreview &each : tables)
        QCOMPARE(each.action, PreviewAction::Failed);

    m_store->setHook([](const QString &) { return fail(ErrorKind::ForeignFolder, u"Another's."_s); });
    QCOMPARE(preview({ request(u"orders"_s) }).constFirst().error->kind, ErrorKind::ForeignFolder);
}

void TestPreviewer::aDatabaseThatCannotBeReachedFailsItsTablesOnly()
{
    m_source->setHook([](const QString &call) {
        return call == u"open stock" ? Status(fail(ErrorKind::Connection, u"No answer."_s)) : Status();
    });
    TableRequest other = request(u"orders"_s);
    other.table.database = u"stock"_s;
    const QList<TablePreview> tables = preview({ other, request(u"orders"_s) });
    QCOMPARE(tables[0].error->kind, ErrorKind::Connection);
    QCOMPARE(tables[0].table, other.table);
    QCOMPARE(tables[1].action, PreviewAction::Incremental);
}

void TestPreviewer::aSnapshotThatIsRequiredMustBeAllowed()
{
    TableRequest orders = request(u"orders"_s);
    TableRequest quiet = request(u"quiet"_s);
    orders.policies.snapshot = quiet.policies.snapshot = SnapshotUse::Require;
    const QList<TablePreview> tables = preview({ orders, quiet });
    QCOMPARE(tables[0].error->kind, ErrorKind::Configuration);
    QCOMPARE(tables[1].action, PreviewAction::NothingNew); // nothing is read, as in the run
}

void TestPreviewer::estimatesBytes()
{
    change(u"orders"_s, [](FakeTable &orders) {
        orders.state.sizeEstimateBytes = 20 * 100;
        orders.deletes = 10;
    });
    const auto bytes = [this] { return preview({ request(u"orders"_s) }).constFirst().bytes; };
    QCOMPARE(bytes(), std::optional<qint64>(3 * 100 + 10 * 8)); // a bigint is the key
    m_store->edit(table(u"orders"_s), [](FakeFolder &folder) { folder.bytesPerRow = 6; });
    QCOMPARE(bytes(), std::optional<qint64>(13 * 6)); // own files know better; a delete is never more
    m_store->edit(table(u"orders"_s), [](FakeFolder &folder) { folder.bytesPerRow.reset(); });
    change(u"orders"_s, [](FakeTable &orders) { orders.state.rowEstimate = 0; });
    QCOMPARE(bytes(), std::nullopt);
}

void TestPreviewer::estimatesNothingOfAFilter()
{
    TableRequest filtered = request(u"fresh"_s, SyncMode::Full);
    filtered.where = u"id > 7"_s;
    const TablePreview fresh = preview({ filtered }).constFirst();
    QCOMPARE(fresh.action, PreviewAction::Full);
    QVERIFY(!fresh.rows && !fresh.bytes && !fresh.seconds);
    QCOMPARE(fresh.warnings.size(), 1);
}

void TestPreviewer::estimatesSeconds_data()
{
    QTest::addColumn<QList<PastRun>>("runs");
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<std::optional<double>>("seconds");
    const QList<PastRun> usual{ pastRun(1'000'000, 10), pastRun(3, 0.3) };
    QTest::newRow("never ran") << QList<PastRun>() << 100LL << std::optional<double>();
    QTest::newRow("wrote nothing") << QList{ pastRun(0, 0.2) } << 100LL << std::optional<double>();
    QTest::newRow("as large") << usual << 1'000'000LL << std::optional(10.0);
    QTest::newRow("half") << usual << 500'000LL << std::optional(5.0);
    QTest::newRow("few rows cost what a run costs") << usual << 300LL << std::optional(0.3);
}

void TestPreviewer::estimatesSeconds()
{
    QFETCH(QList<PastRun>, runs);
    QFETCH(qint64, rows);
    QTEST(estimateSeconds(runs, rows), "seconds");
}

void TestPreviewer::totals()
{
    TablePreview full;
    full.action = PreviewAction::Full;
    full.rows = 10;
    full.bytes = 1000;
    full.seconds = 4;
    TablePreview some = full;
    some.action = PreviewAction::Incremental;
    some.inserts = 7;
    some.deletes = 3;
    some.seconds = 1;
    TablePreview failed;
    failed.action = PreviewAction::Failed;
    QList<TablePreview> tables{ full, some, some, failed };
    PreviewTotals totals = totalsOf(tables, 2);
    QCOMPARE(totals.running, 3);
    QCOMPARE(totals.failing, 1);
    QCOMPARE(totals.inserts, 14);
    QCOMPARE(totals.deletes, 6);
    QCOMPARE(totals.rows, 30);
    QCOMPARE(totals.bytes, 3000);
    QCOMPARE(totals.seconds, 4.0); // no run is shorter than its longest table
    QVERIFY(totals.rowsKnown && totals.bytesKnown && totals.secondsKnown);
    QCOMPARE(totalsOf(tables, 1).seconds, 6.0);
    tables[0].seconds.reset();
    totals = totalsOf(tables, 1);
    QCOMPARE(totals.seconds, 2.0);
    QVERIFY(!totals.secondsKnown && totals.bytesKnown);
}

QTEST_GUILESS_MAIN(TestPreviewer)
#include "tst_previewer.moc"
