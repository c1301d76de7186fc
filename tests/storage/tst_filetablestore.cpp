#include "blockbuilder.h"
#include "faultyfiles.h"
#include "storesite.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <cerrno>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

SiteRun fullLoad(
    qint64 version, const QString &run, const QList<SiteRow> &rows = { { 1, u"a"_s }, { 2, u"b"_s } })
{
    return { SyncMode::Full, 0, version, rows, {}, {}, run };
}

SiteRun changes(
    qint64 since, qint64 version, const QString &run, const QList<SiteRow> &rows = { { 3, u"c"_s } })
{
    return { SyncMode::Incremental, since, version, rows, {}, {}, run };
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

QString joined(const QStringList &notes)
{
    return notes.join(u" / "_s);
}

#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto &checked = (result);                                                                      \
        QVERIFY2(checked, checked ? "" : qPrintable(describe(checked.error())));                             \
    } while (false)

} // namespace

/// What a table's folders hold after runs that end well, and what opening them says.
class TestFileTableStore : public QObject {
    Q_OBJECT

private slots:
    void filesOfAFirstLoad();
    void filesOfChanges();
    void recordsOfARun();
    void keepsWhatIsNotOurs();
    void emptyTableHasAHeader();
    void noChangesWriteNoFile();
    void tableWithoutTracking();
    void partsByRows();
    void partsByBytes_data();
    void partsByBytes();
    void surrogatesOfAllPartsAreCounted();
    void droppedFilesLeaveNothing();
    void failedFilesLeaveNothing();
    void badDialectIsRefused();
    void reloadRetiresFilesOfEveryDay();
    void stampsOnlyRise();
    void strangersFileIsNeverReplaced();
    void moveWatermark();
    void moveWatermarkKeepsQuietWhenNothingMoved();
    void schemasAreAppended();
    void sameFolderForBoth();
    void peekWatermark();
    void littleSpace();
    void spaceIsLookedAtDuringARun();
    void unfinishedFilesOfACrashAreRemoved();
    void strangeFilesAreSaid();
    void goesOnAfterPublishing();
};

void TestFileTableStore::filesOfAFirstLoad()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s, { { 1, u"a,b"_s }, { 2, std::nullopt }, { 3, u""_s } })));
    const QString folder = site.outputFolder();
    QCOMPARE(namesIn(folder), (QStringList{ u"2026-01-02"_s, u"manifest.json"_s, u"schema.json"_s }));
    QCOMPARE(
        namesIn(folder + u"/2026-01-02"_s), QStringList{ u"dbo_orders_20260102T030405000Z_part1.csv"_s });
    QCOMPARE(StoreSite::content(folder + u"/2026-01-02/dbo_orders_20260102T030405000Z_part1.csv"_s),
        "SYS_CHANGE_VERSION,SYS_CHANGE_CREATION_VERSION,SYS_CHANGE_OPERATION,id,text\n"
        "10,,L,1,\"a,b\"\n10,,L,2,\n10,,L,3,\"\"\n"_ba);
    QCOMPARE(namesIn(site.watermarkFolder()), (QStringList{ u"sync_history.jsonl"_s, u"watermarks.json"_s }));
}

void TestFileTableStore::filesOfChanges()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    site.time.now = site.time.now.addDays(1);
    VERIFY_OK(site.run(changes(10, 12, u"run-2"_s, { { 1, u"x"_s, u'U' }, { 2, {}, u'D' } })));
    QCOMPARE(
        StoreSite::content(site.outputFolder() + u"/2026-01-03/dbo_orders_20260103T030405000Z_part1.csv"_s),
        "SYS_CHANGE_VERSION,SYS_CHANGE_CREATION_VERSION,SYS_CHANGE_OPERATION,id,text\n12,,U,1,x\n12,,D,2,\n"_ba);
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->rows, (QMap<int, QString>{ { 1, u"x"_s } }));
    QCOMPARE(state->files.size(), 2);
    QCOMPARE(state->strays, QStringList());
}

void TestFileTableStore::recordsOfARun()
{
    StoreSite site;
    const qint64 big = 9'007'199'254'740'993; // one more than a double can tell
    VERIFY_OK(site.run(fullLoad(big, u"run-1"_s)));
    VERIFY_OK(site.run(changes(big, big + 2, u"run-2"_s)));

    const QJsonObject manifest = StoreSite::json(site.outputFolder() + u"/manifest.json"_s);
    QCOMPARE(manifest[u"table"][u"table"], u"orders"_s);
    QCOMPARE(manifest[u"source"][u"server"], u"server-1"_s);
    QCOMPARE(manifest[u"source"][u"database_id"], u"id-1"_s);
    QCOMPARE(manifest[u"watermark_folder"], site.watermarkFolder());
    const QJsonArray files = manifest[u"files"].toArray();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files[0][u"mode"], u"full"_s);
    QVERIFY(files[0][u"from_version"].isNull());
    QCOMPARE(files[0][u"to_version"].toInteger(), big);
    QCOMPARE(files[0][u"rows"].toInteger(), 2);
    QCOMPARE(files[0][u"run"], u"run-1"_s);
    QCOMPARE(files[1][u"mode"], u"incremental"_s);
    QCOMPARE(files[1][u"from_version"].toInteger(), big);
    QCOMPARE(files[1][u"to_version"].toInteger(), big + 2);

    const QByteArray text = StoreSite::content(site.watermarkFolder() + u"/watermarks.json"_s);
    QVERIFY(text.endsWith("}\n"));
    QVERIFY(text.contains("\"version\": 9007199254740995"));
    const QJsonObject record = QJsonDocument::fromJson(text)[u"dbo.orders"].toObject();
    QCOMPARE(record[u"since_version"].toInteger(), big);
    QCOMPARE(record[u"rows_synced"].toInteger(), 1);
    QCOMPARE(record[u"mode"], u"incremental"_s);
    QCOMPARE(record[u"files"].toArray().size(), 1);
    QCOMPARE(
        record[u"files"][0], site.outputFolder() + u"/2026-01-02/dbo_orders_20260102T030405001Z_part1.csv"_s);
    QCOMPARE(record[u"duration_seconds"].toDouble(), 0.25);
    QCOMPARE(record[u"synced_at"], u"2026-01-02T03:04:05.000Z"_s);
    QCOMPARE(record[u"tidemark"][u"object_id"].toInt(), 77);
    QCOMPARE(record[u"tidemark"][u"key"].toArray(), QJsonArray{ u"id"_s });
    QCOMPARE(record[u"tidemark"][u"version_at"], u"2026-01-02T03:03:05.000Z"_s);
    QCOMPARE(record[u"tidemark"][u"run"], u"run-2"_s);
    QCOMPARE(record[u"tidemark"][u"time_seconds"][u"disk"], 0.125);

    const QByteArray history = StoreSite::content(site.watermarkFolder() + u"/sync_history.jsonl"_s);
    QCOMPARE(history.count('\n'), 2);
    const QJsonObject last = QJsonDocument::fromJson(history.split('\n')[1]).object();
    QCOMPARE(last[u"table"], u"dbo.orders"_s);
    QCOMPARE(last[u"version"].toInteger(), big + 2);
    QCOMPARE(last[u"tidemark"], record[u"tidemark"]);

    FileTableStore store = site.store();
    const auto folder = store.open(site.table, site.source);
    VERIFY_OK(folder);
    Watermark expected = StoreSite::watermark(changes(big, big + 2, u"run-2"_s), {}, site.source);
    expected.rowsSynced = 1;
    expected.files = QStringList{ record[u"files"][0].toString() };
    QCOMPARE((*folder)->watermark(), std::optional(expected));
    QCOMPARE((*folder)->publishedSchema(), std::optional(StoreSite::schema()));
    QCOMPARE((*folder)->notes(), QStringList());
    QVERIFY((*folder)->canAppend());
}

void TestFileTableStore::keepsWhatIsNotOurs()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    const QString path = site.watermarkFolder() + u"/watermarks.json"_s;
    QJsonObject marks = StoreSite::json(path);
    marks[u"dbo.customers"] = QJsonObject{ { u"version"_s, qint64(9'007'199'254'740'993) }, { u"x"_s, 1.5 } };
    marks[u"dbo.plain"] = 7;
    QJsonObject own = marks[u"dbo.orders"].toObject();
    own[u"note"] = u"by hand"_s;
    QJsonObject inner = own[u"tidemark"].toObject();
    inner[u"later"] = true;
    own[u"tidemark"] = inner;
    marks[u"dbo.orders"] = own;
    StoreSite::write(path, QJsonDocument(marks).toJson());
    VERIFY_OK(site.run(changes(10, 12, u"run-2"_s)));
    const QJsonObject after = StoreSite::json(path);
    QCOMPARE(after[u"dbo.customers"][u"version"].toInteger(), 9'007'199'254'740'993);
    QCOMPARE(after[u"dbo.customers"], marks[u"dbo.customers"]);
    QCOMPARE(after[u"dbo.plain"], QJsonValue(7));
    QCOMPARE(after[u"dbo.orders"][u"note"], u"by hand"_s);
    QCOMPARE(after[u"dbo.orders"][u"tidemark"][u"later"], QJsonValue(true));
    QCOMPARE(after[u"dbo.orders"][u"version"].toInteger(), 12);
}

void TestFileTableStore::emptyTableHasAHeader()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s, {})));
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->files.size(), 1);
    QCOMPARE(StoreSite::content(site.outputFolder() + u'/' + state->files[0]),
        "SYS_CHANGE_VERSION,SYS_CHANGE_CREATION_VERSION,SYS_CHANGE_OPERATION,id,text\n"_ba);
}

void TestFileTableStore::noChangesWriteNoFile()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    site.time.now = site.time.now.addDays(1);
    VERIFY_OK(site.run(changes(10, 12, u"run-2"_s, {})));
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->files.size(), 1);
    QCOMPARE(state->version, std::optional<qint64>(12));
    QVERIFY(!QFile::exists(site.outputFolder() + u"/2026-01-03"_s));
}

void TestFileTableStore::tableWithoutTracking()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    FileTableStore store = site.store();
    {
        const auto folder = store.open(site.table, site.source);
        VERIFY_OK(folder);
        const auto sink = (*folder)->newFiles({ SyncMode::Full, StoreSite::schema(), {}, {}, std::nullopt });
        VERIFY_OK(sink);
        const SiteRun run = fullLoad(0, u"run-2"_s, { { 5, u"e"_s } });
        VERIFY_OK(StoreSite::writeRows(**sink, run));
        const auto written = (*sink)->finish();
        VERIFY_OK(written);
        VERIFY_OK((*folder)->publish(**sink, StoreSite::watermark(run, *written, site.source), false));
        QVERIFY(!(*folder)->watermark());
        QVERIFY(!(*folder)->canAppend());
        QVERIFY(StoreSite::content(written->paths[0]).endsWith("\n,,L,5,e\n"));
    }
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->version, std::nullopt);
    QCOMPARE(state->rows, (QMap<int, QString>{ { 5, u"e"_s } }));
    QCOMPARE(state->historyRuns, (QStringList{ u"run-1"_s, u"run-2"_s }));
    QVERIFY(StoreSite::json(site.outputFolder() + u"/manifest.json"_s)[u"files"][0][u"to_version"].isNull());
    QVERIFY(
        StoreSite::content(site.watermarkFolder() + u"/sync_history.jsonl"_s).contains("\"version\":null"));
    const auto folder = store.open(site.table, site.source);
    VERIFY_OK(folder);
    QVERIFY(!(*folder)->watermark());
    QCOMPARE((*folder)->notes(), QStringList());
}

void TestFileTableStore::partsByRows()
{
    StoreSite site;
    SiteRun run = fullLoad(10, u"run-1"_s, { { 1, u"a"_s }, { 2, u"b"_s }, { 3, u"c"_s }, { 4, u"d"_s } });
    run.files.partRows = 2;
    VERIFY_OK(site.run(run));
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->files,
        (QStringList{ u"2026-01-02/dbo_orders_20260102T030405000Z_part1.csv"_s,
            u"2026-01-02/dbo_orders_20260102T030405000Z_part2.csv"_s }));
    QCOMPARE(state->rows.size(), 4);
    for (const QString &file : state->files)
        QCOMPARE(StoreSite::content(site.outputFolder() + u'/' + file).count('\n'), 3);
}

void TestFileTableStore::partsByBytes_data()
{
    QTest::addColumn<Compression>("compression");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("plain") << Compression::None << u""_s;
    QTest::newRow("gzip") << Compression::Gzip << u".gz"_s;
    QTest::newRow("zstd") << Compression::Zstd << u".zst"_s;
}

void TestFileTableStore::partsByBytes()
{
    QFETCH(Compression, compression);
    QFETCH(QString, suffix);
    StoreSite site;
    SiteRun run = fullLoad(10, u"run-1"_s, {});
    quint32 noise = 1;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int k = 0; k < 40; ++k) {
            noise = noise * 1664525U + 1013904223U;
            text += QChar(u'a' + char16_t(noise >> 27U));
        }
        run.rows += SiteRow{ i, text };
    }
    constexpr qint64 limit = 100'000;
    constexpr qint64 rowSize = 60;
    run.files.compression = compression;
    run.files.partBytes = limit;
    VERIFY_OK(site.run(run));
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->rows.size(), 20'000);
    QVERIFY(state->files.size() > 3);
    for (const QString &file : state->files) {
        QVERIFY(file.endsWith(u".csv"_s + suffix));
        const qint64 size = QFileInfo(site.outputFolder() + u'/' + file).size();
        const bool isLast = file == state->files.last();
        // A compressor gives what it holds back at the end of its part.
        const qint64 most = compression == Compression::None ? limit + rowSize : limit + 200'000;
        QVERIFY2(size <= most && (isLast || size >= limit), qPrintable(u"%1: %2"_s.arg(file).arg(size)));
    }
}

void TestFileTableStore::surrogatesOfAllPartsAreCounted()
{
    StoreSite site;
    FileTableStore store = site.store();
    const auto folder = store.open(site.table, site.source);
    VERIFY_OK(folder);
    const auto sink = (*folder)->newFiles({ SyncMode::Full, StoreSite::schema(), {},
        { Compression::None, 1, std::nullopt }, ChangeVersion(1) });
    VERIFY_OK(sink);
    const QString half(QChar(0xD800));
    VERIFY_OK(StoreSite::writeRows(
        **sink, fullLoad(1, u"run-1"_s, { { 1, half }, { 2, half + half }, { 3, u"x"_s } })));
    const auto written = (*sink)->finish();
    VERIFY_OK(written);
    QCOMPARE(written->replacedSurrogates, 3);
    QCOMPARE(written->rows, 3);
    QCOMPARE(written->paths.size(), 3);
    QCOMPARE(written->bytes, (*sink)->bytesWritten());
}

void TestFileTableStore::droppedFilesLeaveNothing()
{
    StoreSite site;
    FileTableStore store = site.store();
    const auto folder = store.open(site.table, site.source);
    VERIFY_OK(folder);
    for (const bool finish : { false, true }) {
        auto sink = (*folder)->newFiles({ SyncMode::Full, StoreSite::schema(), {}, {}, ChangeVersion(1) });
        VERIFY_OK(sink);
        VERIFY_OK(StoreSite::writeRows(**sink, fullLoad(1, u"run-1"_s)));
        if (finish)
            VERIFY_OK((*sink)->finish());
        QCOMPARE(namesIn(site.outputFolder() + u"/2026-01-02"_s),
            QStringList{ u"dbo_orders_20260102T030405000Z_part1.csv.tmp"_s });
        sink->reset();
        QCOMPARE(namesIn(site.outputFolder()), QStringList());
    }
    QCOMPARE(namesIn(site.watermarkFolder()), QStringList{ u".sync.lock"_s });
}

void TestFileTableStore::failedFilesLeaveNothing()
{
    StoreSite site;
    SiteRun run = fullLoad(10, u"run-1"_s, { { 1, u"a"_s }, { 2, QString(QChar(0x20AC)) } });
    run.dialect.encoding = TextEncoding::Latin1;
    const Status done = site.run(run);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Data);
    QCOMPARE(namesIn(site.outputFolder()), QStringList());
    QCOMPARE(namesIn(site.watermarkFolder()), QStringList());
}

void TestFileTableStore::badDialectIsRefused()
{
    StoreSite site;
    SiteRun run = fullLoad(10, u"run-1"_s);
    run.dialect.delimiter = u'"';
    const Status done = site.run(run);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Configuration);
}

/// T15.
void TestFileTableStore::reloadRetiresFilesOfEveryDay()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    for (int day = 1; day <= 3; ++day) {
        site.time.now = site.time.now.addDays(1);
        VERIFY_OK(site.run(changes(9 + day, 10 + day, u"run-c%1"_s.arg(day))));
    }
    const QString stranger = site.outputFolder() + u"/2026-01-03/mine.csv"_s;
    StoreSite::write(stranger, "mine");
    site.time.now = site.time.now.addDays(1);
    VERIFY_OK(site.run(fullLoad(20, u"run-5"_s, { { 9, u"z"_s } })));
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->rows, (QMap<int, QString>{ { 9, u"z"_s } }));
    QCOMPARE(state->files, QStringList{ u"2026-01-06/dbo_orders_20260106T030405000Z_part1.csv"_s });
    QCOMPARE(state->strays, QStringList{ u"2026-01-03/mine.csv"_s });
    QCOMPARE(namesIn(site.outputFolder()),
        (QStringList{ u"2026-01-03"_s, u"2026-01-06"_s, u"manifest.json"_s, u"schema.json"_s }));
}

/// Two runs in one millisecond, then a clock that goes back.
void TestFileTableStore::stampsOnlyRise()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    VERIFY_OK(site.run(changes(10, 11, u"run-2"_s)));
    site.time.now = site.time.now.addYears(-1);
    VERIFY_OK(site.run(changes(11, 12, u"run-3"_s)));
    auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->files,
        (QStringList{ u"2026-01-02/dbo_orders_20260102T030405000Z_part1.csv"_s,
            u"2026-01-02/dbo_orders_20260102T030405001Z_part1.csv"_s,
            u"2026-01-02/dbo_orders_20260102T030405002Z_part1.csv"_s }));
    // A reload too: its files are never those that it retires.
    VERIFY_OK(site.run(fullLoad(13, u"run-4"_s)));
    state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->files, QStringList{ u"2026-01-02/dbo_orders_20260102T030405003Z_part1.csv"_s });
    QCOMPARE(state->rows.size(), 2);
    // Before midnight, a millisecond later is the next day.
    site.time.now = QDateTime(QDate(2026, 1, 2), QTime(23, 59, 59, 999), Qt::UTC);
    VERIFY_OK(site.run(changes(13, 14, u"run-5"_s)));
    VERIFY_OK(site.run(changes(14, 15, u"run-6"_s)));
    state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->files.last(), u"2026-01-03/dbo_orders_20260103T000000000Z_part1.csv"_s);
}

void TestFileTableStore::strangersFileIsNeverReplaced()
{
    StoreSite site;
    const QString path = site.outputFolder() + u"/2026-01-02/dbo_orders_20260102T030405000Z_part1.csv"_s;
    StoreSite::write(path, "not ours");
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    QCOMPARE(StoreSite::content(path), "not ours"_ba);
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->files, QStringList{ u"2026-01-02/dbo_orders_20260102T030405001Z_part1.csv"_s });
}

void TestFileTableStore::moveWatermark()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    const QByteArray manifest = StoreSite::content(site.outputFolder() + u"/manifest.json"_s);
    const QByteArray history = StoreSite::content(site.watermarkFolder() + u"/sync_history.jsonl"_s);
    auto files = std::make_shared<FaultyFiles>();
    FileTableStore store = site.store(files);
    {
        const auto folder = store.open(site.table, site.source);
        VERIFY_OK(folder);
        files->clear();
        Watermark mark = StoreSite::watermark(changes(10, 15, u"run-2"_s, {}), {}, site.source);
        VERIFY_OK((*folder)->moveWatermark(mark));
        QCOMPARE((*folder)->watermark(), std::optional(mark));
        QVERIFY((*folder)->canAppend());
    }
    // The new file is synced before it takes the name; nothing else is touched.
    QList<FileStep> steps;
    for (const NotedStep &noted : files->steps()) {
        QVERIFY(noted.path.startsWith(site.watermarkFolder() + u"/watermarks.json"_s));
        steps += noted.step;
    }
    QCOMPARE(steps,
        (QList<FileStep>{
            FileStep::Remove, FileStep::Create, FileStep::Write, FileStep::Sync, FileStep::Rename }));
    QCOMPARE(StoreSite::content(site.outputFolder() + u"/manifest.json"_s), manifest);
    QCOMPARE(StoreSite::content(site.watermarkFolder() + u"/sync_history.jsonl"_s), history);

    // The next changes follow from there.
    const auto folder = store.open(site.table, site.source);
    VERIFY_OK(folder);
    QCOMPARE((*folder)->watermark()->version, ChangeVersion(15));
    QVERIFY((*folder)->canAppend());
    QCOMPARE((*folder)->notes(), QStringList());
}

void TestFileTableStore::moveWatermarkKeepsQuietWhenNothingMoved()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    auto files = std::make_shared<FaultyFiles>();
    FileTableStore store = site.store(files);
    const auto folder = store.open(site.table, site.source);
    VERIFY_OK(folder);
    files->clear();
    Watermark mark = StoreSite::watermark(changes(10, 10, u"run-2"_s, {}), {}, site.source);
    mark.syncedAt = mark.syncedAt.addDays(1);
    VERIFY_OK((*folder)->moveWatermark(mark));
    QVERIFY(files->steps().isEmpty());
    mark.objectId = 78; // what later plans compare with
    VERIFY_OK((*folder)->moveWatermark(mark));
    QVERIFY(!files->steps().isEmpty());
}

void TestFileTableStore::schemasAreAppended()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    SiteRun run = changes(10, 12, u"run-2"_s);
    run.dialect.delimiter = u';';
    VERIFY_OK(site.run(run));
    VERIFY_OK(site.run(changes(12, 13, u"run-3"_s)));
    const QJsonArray schemas = StoreSite::json(site.outputFolder() + u"/schema.json"_s)[u"schemas"].toArray();
    QCOMPARE(schemas.size(), 2);
    QCOMPARE(schemas[0][u"columns"][1][u"type"], u"nvarchar(100)"_s);
    QCOMPARE(schemas[0][u"run"], u"run-1"_s);
    QCOMPARE(schemas[1][u"dialect"][u"delimiter"], u";"_s);
    const QJsonArray files = StoreSite::json(site.outputFolder() + u"/manifest.json"_s)[u"files"].toArray();
    QCOMPARE(files[0][u"schema"].toInt(), 1);
    QCOMPARE(files[1][u"schema"].toInt(), 2);
    QCOMPARE(files[2][u"schema"].toInt(), 1);
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->rows.size(), 3);
}

void TestFileTableStore::sameFolderForBoth()
{
    StoreSite site;
    FileTableStore store(site.outputDir(), site.outputDir(), site.time, std::make_shared<FaultyFiles>());
    VERIFY_OK(site.run(store, fullLoad(10, u"run-1"_s)));
    VERIFY_OK(site.run(store, changes(10, 12, u"run-2"_s)));
    VERIFY_OK(site.run(store, fullLoad(13, u"run-3"_s)));
    QCOMPARE(namesIn(site.outputFolder()),
        (QStringList{ u"2026-01-02"_s, u"manifest.json"_s, u"schema.json"_s, u"sync_history.jsonl"_s,
            u"watermarks.json"_s }));
}

void TestFileTableStore::peekWatermark()
{
    StoreSite site;
    FileTableStore store = site.store();
    auto peeked = store.peekWatermark(site.table);
    VERIFY_OK(peeked);
    QCOMPARE(*peeked, std::nullopt);
    QVERIFY(!QFile::exists(site.watermarkDir()));
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    const auto folder = store.open(site.table, site.source); // the lock does not matter
    VERIFY_OK(folder);
    peeked = store.peekWatermark(site.table);
    VERIFY_OK(peeked);
    QCOMPARE(*peeked, (*folder)->watermark());
    StoreSite::write(site.watermarkFolder() + u"/watermarks.json"_s, "{");
    peeked = store.peekWatermark(site.table);
    VERIFY_OK(peeked);
    QCOMPARE(*peeked, std::nullopt);
}

void TestFileTableStore::littleSpace()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    auto files = std::make_shared<FaultyFiles>();
    files->setFreeBytes(1'000'000);
    FileTableStore store = site.store(files);
    const Status done = site.run(store, changes(10, 12, u"run-2"_s));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Storage);
    QVERIFY2(done.error().text.contains(u"1.0 MB"_s), qPrintable(done.error().text));
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->version, std::optional<qint64>(10));
    QCOMPARE(state->strays, QStringList());
}

void TestFileTableStore::spaceIsLookedAtDuringARun()
{
    StoreSite site;
    auto files = std::make_shared<FaultyFiles>();
    files->setFreeBytes(1'000'000'000);
    FileTableStore store = site.store(files);
    const auto folder = store.open(site.table, site.source);
    VERIFY_OK(folder);
    const auto sink = (*folder)->newFiles({ SyncMode::Full, StoreSite::schema(), {}, {}, ChangeVersion(1) });
    VERIFY_OK(sink);
    const QList<BlockColumn> columns{ blockColumn(u"id"_s, CellKind::Int32),
        blockColumn(u"text"_s, CellKind::LongText) };
    const auto block = blockOf(columns, { { 1, QString(1'000'000, u'x') } });
    VERIFY_OK((*sink)->write(*block));
    files->setFreeBytes(1'000'000);
    Status status;
    int blocks = 0;
    for (; status && blocks < 50; ++blocks)
        status = (*sink)->write(*block);
    QVERIFY(!status);
    QVERIFY(blocks < 20);
    QVERIFY2(status.error().text.contains(u"1.0 MB"_s), qPrintable(status.error().text));
}

void TestFileTableStore::unfinishedFilesOfACrashAreRemoved()
{
    StoreSite site;
    VERIFY_OK(site.run(fullLoad(10, u"run-1"_s)));
    const QString left = site.outputFolder() + u"/2026-01-01/dbo_orders_20260101T000000000Z_part1.csv.tmp"_s;
    StoreSite::write(left, "half");
    StoreSite::write(site.outputFolder() + u"/2026-01-01/notes.tmp"_s, "not ours");
    StoreSite::write(site.outputFolder() + u"/manifest.json.tmp"_s, "{");
    StoreSite::write(site.watermarkFolder() + u"/pending.json.tmp"_s, "{");
    // Without a lock left behind, what is there waits until files are written.
    VERIFY_OK(site.run(changes(10, 12, u"run-2"_s)));
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->strays, QStringList{ u"2026-01-01/notes.tmp"_s });
}

void TestFileTableStore::strangeFilesAreSaid()
{
    StoreSite site;
    StoreSite::write(site.outputFolder() + u"/2025-12-31/dbo_orders_20251231T000000000Z_part1.csv"_s, "x\n");
    FileTableStore store = site.store();
    const auto folder = store.open(site.table, site.source);
    VERIFY_OK(folder);
    QVERIFY2(
        joined((*folder)->notes()).contains(site.outputFolder()), qPrintable(joined((*folder)->notes())));
}

/// One folder object serves several publications.
void TestFileTableStore::goesOnAfterPublishing()
{
    StoreSite site;
    FileTableStore store = site.store();
    const auto folder = store.open(site.table, site.source);
    VERIFY_OK(folder);
    QVERIFY(!(*folder)->canAppend());
    for (const SiteRun &run :
        { fullLoad(10, u"run-1"_s), changes(10, 11, u"run-2"_s), changes(11, 12, u"run-3"_s) }) {
        const auto sink =
            (*folder)->newFiles({ run.mode, StoreSite::schema(), {}, {}, ChangeVersion(run.version) });
        VERIFY_OK(sink);
        VERIFY_OK(StoreSite::writeRows(**sink, run));
        const auto written = (*sink)->finish();
        VERIFY_OK(written);
        VERIFY_OK((*folder)->publish(**sink, StoreSite::watermark(run, *written, site.source), true));
        QCOMPARE((*folder)->watermark()->version, ChangeVersion(run.version));
        QVERIFY((*folder)->canAppend());
    }
    const auto state = site.state();
    VERIFY_OK(state);
    QCOMPARE(state->files.size(), 3);
}

QTEST_APPLESS_MAIN(TestFileTableStore)
#include "tst_filetablestore.moc"
