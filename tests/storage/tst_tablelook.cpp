#include "storesite.h"

#include <QDir>
#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

SiteRun fullLoad(qint64 version, const QString &run)
{
    return { SyncMode::Full, 0, version, { { 1, u"a"_s }, { 2, u"b"_s } }, {}, {}, run };
}

SiteRun changes(qint64 since, qint64 version, const QString &run)
{
    return { SyncMode::Incremental, since, version, { { 3, u"c"_s } }, {}, {}, run };
}

/// Names of all files and folders below a root.
QStringList everythingIn(const QString &root)
{
    QStringList all;
    const QFileInfoList entries =
        QDir(root).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        all += entry.filePath();
        if (entry.isDir())
            all += everythingIn(entry.filePath());
    }
    return all;
}

} // namespace

/// What is told of a table without its lock.
class TestTableLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFolderStaysEmpty();
    void tellsWhatARunWouldFind();
    void needsNoLock();
    void tellsOfAnUnfinishedPublication();
    void tellsOfAForeignFolder();
    void tellsOfABrokenWatermark();
    void tellsOfTheOlderToolsFiles();
    void listsTheTables();
    void listsABrokenOneByItsFolder();
};

void TestTableLook::anEmptyFolderStaysEmpty()
{
    StoreSite site;
    FileTableStore store = site.store();
    const auto stored = store.look(site.table, site.source);
    QVERIFY(stored);
    QVERIFY(!stored->watermark);
    QVERIFY(stored->runs.isEmpty());
    QVERIFY(stored->notes.isEmpty());
    QVERIFY(store.tables()->isEmpty());
    QVERIFY(!QDir(site.watermarkDir()).exists());
    QVERIFY(!QDir(site.outputDir()).exists());
}

void TestTableLook::tellsWhatARunWouldFind()
{
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    QVERIFY(site.run(changes(10, 12, u"run-2"_s)));
    FileTableStore store = site.store();
    const QStringList before = everythingIn(site.watermarkDir()) + everythingIn(site.outputDir());
    const auto stored = store.look(site.table, site.source);
    QVERIFY(stored);
    QCOMPARE(everythingIn(site.watermarkDir()) + everythingIn(site.outputDir()), before);
    const auto folder = store.open(site.table, site.source);
    QVERIFY(folder);
    QCOMPARE(stored->watermark, (*folder)->watermark());
    QCOMPARE(stored->publishedSchema, (*folder)->publishedSchema());
    QVERIFY(stored->canAppend);
    QCOMPARE(stored->runs.size(), 2);
    QCOMPARE(stored->runs[0].rows, 2);
    QCOMPARE(stored->runs[0].seconds, 0.25);
    QCOMPARE(stored->runs[1].rows, 1);
    QCOMPARE(stored->runs[1].endedAt, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC));
    const qint64 size = QFileInfo(site.outputFolder() + u'/' + site.state()->files.constFirst()).size();
    QCOMPARE(*stored->bytesPerRow, double(size) / 2); // of the full load alone
}

void TestTableLook::needsNoLock()
{
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    FileTableStore running = site.store();
    const auto held = running.open(site.table, site.source);
    QVERIFY(held);
    const auto stored = site.store().look(site.table, site.source);
    QVERIFY(stored);
    QCOMPARE(stored->watermark->version, ChangeVersion(10));
}

void TestTableLook::tellsOfAnUnfinishedPublication()
{
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    StoreSite::write(site.watermarkFolder() + u"/pending.json"_s, "{}");
    const auto stored = site.store().look(site.table, site.source);
    QVERIFY(stored);
    QCOMPARE(stored->notes.size(), 1);
    QVERIFY2(stored->notes[0].contains(u"interrupted"_s), qPrintable(stored->notes[0]));
}

void TestTableLook::tellsOfAForeignFolder()
{
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    FileTableStore store = site.store();
    QCOMPARE(store.look(site.table, { u"server-2"_s, u"shop"_s, u"id-1"_s }).error().kind,
        ErrorKind::ForeignFolder);
    QVERIFY(store.look(site.table, {})); // whoever does not say who it is may look at everything
}

void TestTableLook::tellsOfABrokenWatermark()
{
    StoreSite site;
    StoreSite::write(site.watermarkFolder() + u"/watermarks.json"_s, "{\n\"dbo.orders\": {\"version\": -1}}");
    const auto stored = site.store().look(site.table, site.source);
    QVERIFY(!stored);
    QVERIFY2(describe(stored.error()).contains(u"line 2"_s), qPrintable(describe(stored.error())));
}

void TestTableLook::tellsOfTheOlderToolsFiles()
{
    StoreSite site;
    StoreSite::write(site.watermarkFolder() + u"/watermarks.json"_s, "{\"dbo.orders\": 42}");
    const auto stored = site.store().look(site.table, site.source);
    QVERIFY(stored);
    QCOMPARE(stored->watermark->version, ChangeVersion(42));
    QVERIFY(stored->canAppend);
    QCOMPARE(stored->notes.size(), 1);
}

void TestTableLook::listsTheTables()
{
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    FileTableStore store = site.store();
    const TableRef odd{ u"sales 100%"_s, u"a.b"_s, u"c.d/e"_s };
    auto folder = store.open(odd, { u"server-1"_s, u"sales 100%"_s, u"id-2"_s });
    QVERIFY(folder);
    SiteRun run = fullLoad(3, u"run-2"_s);
    auto sink = (*folder)->newFiles({ run.mode, StoreSite::schema(), {}, {}, ChangeVersion(3) });
    QVERIFY(sink && StoreSite::writeRows(**sink, run));
    const auto written = (*sink)->finish();
    QVERIFY(written);
    QVERIFY((*folder)->publish(
        **sink, StoreSite::watermark(run, *written, { u"server-1"_s, odd.database, u"id-2"_s }), true));
    // Of the older tool: no database inside, and two tables in one file.
    StoreSite::write(site.watermarkDir() + u"/old/dbo/t/watermarks.json"_s, R"({"dbo.t": 1, "dbo.u": 2})");

    const auto tables = store.tables();
    QVERIFY(tables);
    QList<TableRef> sorted = *tables;
    std::sort(sorted.begin(), sorted.end(),
        [](const TableRef &a, const TableRef &b) { return a.display() < b.display(); });
    QCOMPARE(sorted,
        (QList<TableRef>{ { u"old"_s, u"dbo"_s, u"t"_s }, { u"old"_s, u"dbo"_s, u"u"_s }, odd, site.table }));
}

void TestTableLook::listsABrokenOneByItsFolder()
{
    StoreSite site;
    StoreSite::write(site.watermarkFolder() + u"/watermarks.json"_s, "{");
    const auto tables = site.store().tables();
    QVERIFY(tables);
    QCOMPARE(*tables, QList<TableRef>{ site.table });
    QVERIFY(!site.store().look(site.table, {}));
}

QTEST_GUILESS_MAIN(TestTableLook)
#include "tst_tablelook.moc"
