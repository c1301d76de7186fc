#include "growth.h"
#include "historyreader.h"
#include "storesite.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

SyncHistory historyOf(const StoreSite &site)
{
    const auto history = HistoryReader({ site.outputDir(), site.watermarkDir() }).read({});
    if (!history)
        qFatal("%s", qPrintable(history.error().text));
    return *history;
}

} // namespace

/// All that was ever published below a watermark folder, whoever wrote it.
class TestHistoryReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAreNewestFirst();
    void replacedFilesAreNotCurrent();
    void olderToolsLinesAreRead();
    void tornLastLineIsNotThere();
    void brokenLinesAreCounted();
    void noFolderIsAnEmptyHistory();
    void cancelEndsIt();
    void manyLinesAreReadInTime();
};

void TestHistoryReader::runsAreNewestFirst()
{
    StoreSite site;
    const SiteRun load{ SyncMode::Full, 0, 10, { { 1, u"a"_s }, { 2, u"b"_s } }, { Compression::None, 1, {} },
        {}, u"run-1"_s };
    QVERIFY(site.run(load));
    QVERIFY(site.run({ SyncMode::Incremental, 10, 12, { { 2, u"B"_s, u'U' } }, {}, {}, u"run-2"_s }));
    const SyncHistory history = historyOf(site);
    QCOMPARE(history.problems, QStringList());
    QCOMPARE(history.runs.size(), 2);
    const HistoryRun &newest = history.runs[0];
    QCOMPARE(newest.table, site.table);
    QCOMPARE(newest.runId, u"run-2"_s);
    QCOMPARE(newest.mode, SyncMode::Incremental);
    QCOMPARE(newest.sinceVersion, std::optional(ChangeVersion(10)));
    QCOMPARE(newest.version, std::optional(ChangeVersion(12)));
    QCOMPARE(newest.rows, 1);
    QCOMPARE(newest.durationSeconds, 0.25);
    QVERIFY(newest.bytes && *newest.bytes > 0);
    QCOMPARE(history.runs[1].mode, SyncMode::Full);
    QCOMPARE(history.runs[1].files.size(), 2);
    const HistoryFileEntry &file = history.runs[1].files[0];
    QVERIFY(file.isCurrent && file.path.startsWith(site.outputFolder()));
    QCOMPARE(file.rows, 1);
    QCOMPARE(file.sha256.size(), 64);
    QCOMPARE(file.bytes, StoreSite::content(file.path).size());
}

void TestHistoryReader::replacedFilesAreNotCurrent()
{
    StoreSite site;
    SiteRun load{ SyncMode::Full, 0, 10, { { 1, u"a"_s } }, {}, {}, u"run-1"_s };
    QVERIFY(site.run(load));
    load.runId = u"run-2"_s;
    load.version = 20;
    QVERIFY(site.run(load));
    const SyncHistory history = historyOf(site);
    QCOMPARE(history.runs.size(), 2);
    QVERIFY(history.runs[0].bytes);
    QVERIFY(!history.runs[1].bytes);
    QVERIFY(!history.runs[1].files[0].isCurrent);
}

void TestHistoryReader::olderToolsLinesAreRead()
{
    StoreSite site;
    StoreSite::write(site.watermarkFolder() + u"/sync_history.jsonl"_s,
        R"({"table": "dbo.orders", "version": 7, "since_version": null, "rows_synced": 3, "mode": "full", "files": ["data/shop/dbo/orders/2025-01-01/x.csv"], "duration_seconds": 1.5, "synced_at": "2025-01-01T10:00:00.123456+00:00"}

{"table": "dbo.orders", "version": 9, "since_version": 7, "rows_synced": 1, "mode": "incremental", "files": [], "duration_seconds": 0.5, "synced_at": "2025-01-02T10:00:00"}
)"_ba);
    const SyncHistory history = historyOf(site);
    QCOMPARE(history.problems, QStringList());
    QCOMPARE(history.runs.size(), 2);
    QCOMPARE(history.runs[0].syncedAt, QDateTime(QDate(2025, 1, 2), QTime(10, 0), Qt::UTC));
    QCOMPARE(history.runs[0].mode, SyncMode::Incremental);
    QCOMPARE(history.runs[0].table, site.table);
    QCOMPARE(history.runs[1].rows, 3);
    QCOMPARE(history.runs[1].files[0].path, u"data/shop/dbo/orders/2025-01-01/x.csv"_s);
    QVERIFY(!history.runs[1].bytes);
}

void TestHistoryReader::tornLastLineIsNotThere()
{
    StoreSite site;
    const QByteArray whole =
        R"({"table": "dbo.orders", "version": 7, "synced_at": "2025-01-01T10:00:00Z"})"_ba;
    StoreSite::write(site.watermarkFolder() + u"/sync_history.jsonl"_s, whole + '\n' + whole.left(20));
    const SyncHistory history = historyOf(site);
    QCOMPARE(history.runs.size(), 1);
    QCOMPARE(history.problems, QStringList());
}

void TestHistoryReader::brokenLinesAreCounted()
{
    StoreSite site;
    const QByteArray whole =
        R"({"table": "dbo.orders", "version": 7, "synced_at": "2025-01-01T10:00:00Z"})"_ba;
    StoreSite::write(
        site.watermarkFolder() + u"/sync_history.jsonl"_s, "{\n[1]\n"_ba + whole + "\n"_ba + whole);
    const SyncHistory history = historyOf(site);
    QCOMPARE(history.runs.size(), 2);
    QCOMPARE(history.problems.size(), 1);
    QVERIFY2(history.problems[0].startsWith(u"2 "_s), qPrintable(history.problems[0]));
    QVERIFY(history.problems[0].contains(u"sync_history.jsonl"_s));
}

void TestHistoryReader::noFolderIsAnEmptyHistory()
{
    StoreSite site;
    QCOMPARE(historyOf(site), SyncHistory());
}

void TestHistoryReader::cancelEndsIt()
{
    StoreSite site;
    CancelToken cancel;
    cancel.cancel();
    const auto history = HistoryReader({ site.outputDir(), site.watermarkDir() }).read(cancel);
    QVERIFY(!history);
    QCOMPARE(history.error().kind, ErrorKind::Cancelled);
}

void TestHistoryReader::manyLinesAreReadInTime()
{
    const auto work = [](int lines) {
        const StoreSite site;
        QByteArray text;
        for (int i = 0; i < lines; ++i) {
            text += R"({"table": "dbo.orders", "version": )"_ba + QByteArray::number(i)
                + R"(, "since_version": 1, "rows_synced": 3, "mode": "incremental", "files": ["/d/shop/dbo/orders/2026-01-01/dbo_orders_20260101T000000000Z_part1.csv"], "duration_seconds": 0.5, "synced_at": "2026-01-01T00:00:00.000Z", "tidemark": {"run": "r", "warnings": [], "database": "shop"}})"_ba
                + '\n';
        }
        StoreSite::write(site.watermarkFolder() + u"/sync_history.jsonl"_s, text);
        const SyncHistory history = historyOf(site);
        QCOMPARE(history.runs.size(), lines);
        QCOMPARE(history.runs[0].version, std::optional(ChangeVersion(lines - 1)));
    };
    const double growth = growthOf(work, 30'000);
    QVERIFY2(growth < mostGrowth, qPrintable(QString::number(growth)));
}

QTEST_GUILESS_MAIN(TestHistoryReader)
#include "tst_historyreader.moc"
