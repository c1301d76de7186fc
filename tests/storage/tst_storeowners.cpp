#include "faultyfiles.h"
#include "storesite.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QSet>
#include <QSysInfo>
#include <QTest>

#include <cerrno>

#include <sys/wait.h>
#include <unistd.h>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

SiteRun fullLoad(qint64 version, const QString &run)
{
    return { SyncMode::Full, 0, version, { { 1, u"a"_s } }, {}, {}, run };
}

SiteRun changes(qint64 since, qint64 version, const QString &run)
{
    return { SyncMode::Incremental, since, version, { { 2, u"b"_s } }, {}, {}, run };
}

void checkError(const Result<std::unique_ptr<TableFolder>> &folder, ErrorKind kind, const QStringList &words)
{
    QVERIFY(!folder);
    QCOMPARE(errorKindName(folder.error().kind), errorKindName(kind));
    for (const QString &word : words)
        QVERIFY2(folder.error().text.contains(word), qPrintable(folder.error().text + u" lacks "_s + word));
}

/// A process of its own that runs the function and ends without any clean-up.
template <typename Function>
pid_t inChild(Function function)
{
    const pid_t child = ::fork();
    if (child == 0) {
        function();
        ::_exit(0);
    }
    return child;
}

void waitFor(pid_t child)
{
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
}

} // namespace

/// Who may use a folder: locks, other sources, other tables, records that do not fit or are broken.
class TestStoreOwners : public QObject {
    Q_OBJECT

private slots:
    void lockedInThisProcess();
    void lockedByAnotherProcess();
    void lockOfADeadProcessIsTaken();
    void lockOfAnotherHostIsNotTaken();
    void otherServerIsForeign_data();
    void otherServerIsForeign();
    void sameServerIsOurs_data();
    void sameServerIsOurs();
    void otherWatermarkFolderIsForeign();
    void watermarksOfAnotherServerAreForeign();
    void movedTogetherIsOurs_data();
    void movedTogetherIsOurs();
    void recordsThatDoNotFit_data();
    void recordsThatDoNotFit();
    void brokenRecords_data();
    void brokenRecords();
    void fileInTheWay_data();
    void fileInTheWay();
    void unwritableFolder_data();
    void unwritableFolder();
    void tablesNeverShareAFolder();
    void namesStayInTheRoot();
    void anothersManifestInTheUsualFolder();
};

void TestStoreOwners::lockedInThisProcess()
{
    StoreSite site;
    FileTableStore store = site.store();
    auto first = store.open(site.table, site.source);
    QVERIFY(first);
    checkError(store.open(site.table, site.source), ErrorKind::Locked, { QString::number(::getpid()) });
    FileTableStore other = site.store();
    checkError(other.open(site.table, site.source), ErrorKind::Locked, {});
    first->reset();
    QVERIFY(other.open(site.table, site.source));
}

void TestStoreOwners::lockedByAnotherProcess()
{
    StoreSite site;
    int ready[2];
    int done[2];
    QVERIFY(::pipe(ready) == 0 && ::pipe(done) == 0);
    const pid_t child = inChild([&] {
        FileTableStore store = site.store();
        const auto folder = store.open(site.table, site.source);
        char byte = folder ? 'y' : 'n';
        if (::write(ready[1], &byte, 1) == 1)
            std::ignore = ::read(done[0], &byte, 1);
    });
    char byte = 0;
    QCOMPARE(::read(ready[0], &byte, 1), 1);
    QCOMPARE(byte, 'y');
    FileTableStore store = site.store();
    const auto folder = store.open(site.table, site.source);
    const auto peeked = store.peekWatermark(site.table);
    QCOMPARE(::write(done[1], "x", 1), 1);
    waitFor(child);
    for (const int end : { ready[0], ready[1], done[0], done[1] })
        ::close(end);
    checkError(
        folder, ErrorKind::Locked, { QString::number(child), QSysInfo::machineHostName(), u".sync.lock"_s });
    QVERIFY(peeked);
}

void TestStoreOwners::lockOfADeadProcessIsTaken()
{
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    waitFor(inChild([&] {
        FileTableStore store = site.store();
        const auto folder = store.open(site.table, site.source);
        if (!folder)
            return;
        const auto sink =
            (*folder)->newFiles({ SyncMode::Full, StoreSite::schema(), {}, {}, ChangeVersion(1) });
        if (sink && StoreSite::writeRows(**sink, fullLoad(11, u"run-2"_s)))
            ::_exit(1);
    }));
    QVERIFY(QFile::exists(site.watermarkFolder() + u"/.sync.lock"_s));
    QCOMPARE(site.state()->strays.size(), 2); // the lock and the part
    FileTableStore store = site.store();
    const auto folder = store.open(site.table, site.source);
    QVERIFY2(folder, folder ? "" : qPrintable(folder.error().text));
    QCOMPARE((*folder)->notes().size(), 1);
    QVERIFY((*folder)->notes()[0].contains(u"1 unfinished"_s));
    QCOMPARE(site.state()->strays, QStringList{ u".sync.lock"_s });
}

void TestStoreOwners::lockOfAnotherHostIsNotTaken()
{
    StoreSite site;
    StoreSite::write(site.watermarkFolder() + u"/.sync.lock"_s, "4711\ntidemark\nelsewhere\n\n\n");
    QFile lock(site.watermarkFolder() + u"/.sync.lock"_s);
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QVERIFY(lock.setFileTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0)), QFileDevice::FileModificationTime));
    FileTableStore store = site.store();
    checkError(store.open(site.table, site.source), ErrorKind::Locked,
        { u"4711"_s, u"elsewhere"_s, u"remove "_s + site.watermarkFolder() });
}

void TestStoreOwners::otherServerIsForeign_data()
{
    QTest::addColumn<SourceIdentity>("source");
    QTest::newRow("server") << SourceIdentity{ u"server-2"_s, u"shop"_s, u"id-1"_s };
    QTest::newRow("database") << SourceIdentity{ u"server-1"_s, u"Shop"_s, u"id-1"_s };
}

void TestStoreOwners::otherServerIsForeign()
{
    QFETCH(SourceIdentity, source);
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    const auto before = site.state();
    FileTableStore store = site.store();
    checkError(store.open(site.table, source), ErrorKind::ForeignFolder,
        { site.outputFolder(), u"server-1"_s, source.server, source.database,
            u"Choose another output folder"_s });
    QCOMPARE(*site.state(), *before);
    // Its watermarks alone are foreign too.
    QVERIFY(QDir(site.outputDir()).removeRecursively());
    checkError(store.open(site.table, source), ErrorKind::ForeignFolder,
        { site.watermarkFolder(), u"server-1"_s, source.server, u"Choose another watermark folder"_s });
}

void TestStoreOwners::sameServerIsOurs_data()
{
    QTest::addColumn<SourceIdentity>("source");
    QTest::newRow("case of the server") << SourceIdentity{ u"SERVER-1"_s, u"shop"_s, u"id-1"_s };
    QTest::newRow("server does not tell") << SourceIdentity{ {}, u"shop"_s, u"id-1"_s };
    // T20: a restored database is still ours; the plan finds the break.
    QTest::newRow("restored database") << SourceIdentity{ u"server-1"_s, u"shop"_s, u"id-2"_s };
}

void TestStoreOwners::sameServerIsOurs()
{
    QFETCH(SourceIdentity, source);
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    FileTableStore store = site.store();
    const auto folder = store.open(site.table, source);
    QVERIFY2(folder, folder ? "" : qPrintable(folder.error().text));
    QVERIFY((*folder)->canAppend());
    QCOMPARE((*folder)->watermark()->source.databaseId, u"id-1"_s);
}

void TestStoreOwners::otherWatermarkFolderIsForeign()
{
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    const QString other = site.watermarkDir() + u"-other"_s;
    FileTableStore store(site.outputDir(), other, site.time);
    checkError(store.open(site.table, site.source), ErrorKind::ForeignFolder,
        { site.outputFolder(), site.watermarkFolder(), other, u"Use that watermark folder"_s });
}

void TestStoreOwners::watermarksOfAnotherServerAreForeign()
{
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    FileTableStore store(site.outputDir() + u"-other"_s, site.watermarkDir(), site.time);
    checkError(store.open(site.table, { u"server-2"_s, u"shop"_s, u"id-2"_s }), ErrorKind::ForeignFolder,
        { site.watermarkFolder(), u"server-1"_s, u"server-2"_s });
    // The same source with another output folder is no stranger, but has no files to append to.
    const auto folder = store.open(site.table, site.source);
    QVERIFY(folder);
    QVERIFY(!(*folder)->canAppend());
}

void TestStoreOwners::movedTogetherIsOurs_data()
{
    QTest::addColumn<bool>("tracked");
    QTest::newRow("with a watermark") << true;
    QTest::newRow("without tracking, by the history") << false;
}

void TestStoreOwners::movedTogetherIsOurs()
{
    QFETCH(bool, tracked);
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    if (!tracked)
        StoreSite::write(site.watermarkFolder() + u"/watermarks.json"_s, "{}\n");
    const QString marks = site.watermarkDir() + u"-moved"_s;
    const QString data = site.outputDir() + u"-moved"_s;
    QVERIFY(QDir().rename(site.watermarkDir(), marks) && QDir().rename(site.outputDir(), data));
    FileTableStore store(data, marks, site.time);
    const auto folder = store.open(site.table, site.source);
    QVERIFY2(folder, folder ? "" : qPrintable(folder.error().text));
    QCOMPARE((*folder)->canAppend(), tracked);
}

void TestStoreOwners::recordsThatDoNotFit_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("no manifest") << u"no manifest"_s << u"manifest"_s;
    QTest::newRow("watermark set back") << u"set back"_s << u"does not fit"_s;
    QTest::newRow("watermark of another program") << u"bare"_s << u"does not fit"_s;
    QTest::newRow("watermark of another manifest") << u"other manifest"_s << u"does not fit"_s;
}

/// Appending changes to what they do not follow would lose or repeat rows.
void TestStoreOwners::recordsThatDoNotFit()
{
    QFETCH(QString, what);
    QFETCH(QString, word);
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    QVERIFY(site.run(changes(10, 12, u"run-2"_s)));
    const QString path = site.watermarkFolder() + u"/watermarks.json"_s;
    QJsonObject marks = StoreSite::json(path);
    QJsonObject record = marks[u"dbo.orders"].toObject();
    if (what == u"no manifest")
        QVERIFY(QFile::remove(site.outputFolder() + u"/manifest.json"_s));
    if (what == u"set back")
        record[u"version"] = 11;
    if (what == u"bare")
        record.remove(u"tidemark"_s);
    if (what == u"other manifest")
        record[u"tidemark"] = QJsonObject{ { u"manifest"_s, u"x"_s } };
    marks[u"dbo.orders"] = record;
    StoreSite::write(path, QJsonDocument(marks).toJson());
    FileTableStore store = site.store();
    {
        const auto folder = store.open(site.table, site.source);
        QVERIFY2(folder, folder ? "" : qPrintable(folder.error().text));
        QVERIFY(!(*folder)->canAppend());
        QCOMPARE((*folder)->notes().size(), 1);
        QVERIFY2((*folder)->notes()[0].contains(word), qPrintable((*folder)->notes()[0]));
    }
    // A reload puts it right, and nothing of the old files stays.
    QVERIFY(site.run(fullLoad(20, u"run-3"_s)));
    const auto state = site.state();
    QVERIFY2(state, state ? "" : qPrintable(state.error().text));
    QCOMPARE(state->files.size(), 1);
    QCOMPARE(state->strays, QStringList());
}

void TestStoreOwners::brokenRecords_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("words");
    const QString marks = u"watermarks.json"_s;
    QTest::newRow("watermark: empty") << marks << ""_ba << QStringList{ u"line 1"_s };
    QTest::newRow("watermark: torn") << marks << "{\n  \"dbo.orders\": {\n    \"version\": 4"_ba
                                     << QStringList{ u"line 3"_s };
    QTest::newRow("watermark: a list") << marks << "[]\n"_ba << QStringList{ u"line 1"_s };
    QTest::newRow("watermark: no version") << marks << "{\n \"a\": 1,\n \"dbo.orders\": {}\n}\n"_ba
                                           << QStringList{ u"line 3"_s, u"dbo.orders"_s };
    QTest::newRow("watermark: version as text")
        << marks << "{\n\"dbo.orders\": {\"version\": \"4\"}}\n"_ba << QStringList{ u"line 2"_s };
    QTest::newRow("watermark: half a version")
        << marks << "{\"dbo.orders\": 4.5}\n"_ba << QStringList{ u"line 1"_s };
    QTest::newRow("watermark: negative")
        << marks << "{\"dbo.orders\": -1}\n"_ba << QStringList{ u"line 1"_s };
    QTest::newRow("watermark: null") << marks << "{\"dbo.orders\": null}\n"_ba << QStringList{ u"line 1"_s };
    QTest::newRow("manifest: torn") << u"manifest.json"_s << "{\n\n"_ba << QStringList{ u"line 3"_s };
    QTest::newRow("manifest: of a newer program")
        << u"manifest.json"_s << "{\"format\": 2}\n"_ba << QStringList{ u"format 2"_s, u"newer"_s };
    QTest::newRow("manifest: leads out of the folder")
        << u"manifest.json"_s
        << R"({"format": 1, "table": {"database": "shop", "schema": "dbo", "table": "orders"},
               "files": [{"path": "../x.csv", "mode": "full"}]})"_ba
        << QStringList{ u"file number 1"_s };
    QTest::newRow("schema: torn") << u"schema.json"_s << "{"_ba << QStringList{ u"line 1"_s };
    QTest::newRow("schema: lacks what the manifest names")
        << u"schema.json"_s << "{\"format\": 1, \"schemas\": []}\n"_ba << QStringList{ u"schema 1"_s };
}

/// Never "no watermark", never a silent reload.
void TestStoreOwners::brokenRecords()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QStringList, words);
    StoreSite site;
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    const QString folder = file == u"watermarks.json" ? site.watermarkFolder() : site.outputFolder();
    StoreSite::write(folder + u'/' + file, content);
    FileTableStore store = site.store();
    checkError(
        store.open(site.table, site.source), ErrorKind::Storage, words + QStringList{ folder + u'/' + file });
    QCOMPARE(StoreSite::content(folder + u'/' + file), content);
}

void TestStoreOwners::fileInTheWay_data()
{
    QTest::addColumn<QString>("place");
    for (const char *place : { "marks", "marks/shop", "marks/shop/dbo/orders", "data", "data/shop/dbo",
             "data/shop/dbo/orders", "data/shop/dbo/orders/2026-01-02" })
        QTest::newRow(place) << QString::fromLatin1(place);
}

void TestStoreOwners::fileInTheWay()
{
    QFETCH(QString, place);
    StoreSite site;
    const QString path = QFileInfo(site.outputDir()).path() + u'/' + place;
    StoreSite::write(path, "in the way");
    const Status done = site.run(fullLoad(10, u"run-1"_s));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Storage);
    QVERIFY2(done.error().text.contains(path), qPrintable(done.error().text));
    QCOMPARE(StoreSite::content(path), "in the way"_ba);
}

void TestStoreOwners::unwritableFolder_data()
{
    QTest::addColumn<FileStep>("step");
    QTest::newRow("folder") << FileStep::MakeFolder;
    QTest::newRow("part") << FileStep::Create;
}

void TestStoreOwners::unwritableFolder()
{
    QFETCH(FileStep, step);
    StoreSite site;
    auto files = std::make_shared<FaultyFiles>();
    files->setHook([step](int, const NotedStep &noted, qint64 &) { return noted.step == step ? EACCES : 0; });
    FileTableStore store = site.store(files);
    const Status done = site.run(store, fullLoad(10, u"run-1"_s));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Storage);
    QVERIFY2(done.error().text.contains(u"right to write"_s), qPrintable(done.error().text));
    QVERIFY(!QFile::exists(site.outputFolder() + u"/manifest.json"_s));
}

/// T10.
void TestStoreOwners::tablesNeverShareAFolder()
{
    StoreSite site;
    FileTableStore store = site.store();
    const QList<TableRef> tables{ { u"shop"_s, u"dbo"_s, u"orders"_s }, { u"shop"_s, u"dbo"_s, u"Orders"_s },
        { u"shop"_s, u"dbo"_s, u"ORDERS"_s }, { u"shop"_s, u"DBO"_s, u"orders"_s },
        { u"Shop"_s, u"dbo"_s, u"orders"_s }, { u"shop"_s, u"sales"_s, u"orders"_s },
        { u"shop"_s, u"a_b"_s, u"c"_s }, { u"shop"_s, u"a"_s, u"b_c"_s }, { u"shop"_s, u"dbo"_s, u"a/b"_s },
        { u"shop"_s, u"dbo"_s, u"a%2Fb"_s }, { u"shop"_s, u"dbo"_s, QString(128, u'x') },
        { u"shop"_s, u"dbo"_s, QString(127, u'x') + u'y' } };
    for (int round = 0; round < 2; ++round) { // the second time the folders are there
        QSet<QString> folded;
        std::vector<std::unique_ptr<TableFolder>> open;
        for (const TableRef &table : tables) {
            const SourceIdentity source{ u"server-1"_s, table.database, {} };
            auto folder = store.open(table, source);
            QVERIFY2(folder, folder ? "" : qPrintable(folder.error().text));
            QCOMPARE((*folder)->canAppend(), round > 0);
            const SiteRun run = fullLoad(10, u"run-%1"_s.arg(round));
            const auto sink =
                (*folder)->newFiles({ run.mode, StoreSite::schema(), {}, {}, ChangeVersion(10) });
            QVERIFY2(sink, sink ? "" : qPrintable(sink.error().text));
            QVERIFY(StoreSite::writeRows(**sink, run));
            const auto written = (*sink)->finish();
            QVERIFY(written);
            QVERIFY((*folder)->publish(**sink, StoreSite::watermark(run, *written, source), true));
            folded += QFileInfo(written->paths[0]).path().toCaseFolded();
            QCOMPARE(store.peekWatermark(table)->value_or(Watermark()).runId, run.runId);
            open.push_back(std::move(*folder)); // all locks at once
        }
        QCOMPARE(folded.size(), tables.size());
    }
}

/// T17.
void TestStoreOwners::namesStayInTheRoot()
{
    StoreSite site;
    const QString outside = QFileInfo(site.outputDir()).path();
    const QStringList before = QDir(outside).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    FileTableStore store = site.store();
    const QString face = QStringView(u"\U0001F600").toString();
    for (const QString &name :
        { u".."_s, u"."_s, u"../../x"_s, u"/etc"_s, u"a\\b"_s, u"it's [so] \"x\""_s, u" "_s, u"CON"_s,
            u"x."_s, face, face.repeated(64), QString(u"a"_s + QChar(0) + u"b"_s), u"*.csv"_s, u"~"_s }) {
        const TableRef table{ name, name, name };
        const SourceIdentity source{ u"server-1"_s, name, {} };
        const auto folder = store.open(table, source);
        QVERIFY2(folder, folder ? "" : qPrintable(folder.error().text));
        const SiteRun run = fullLoad(10, u"run-1"_s);
        const auto sink = (*folder)->newFiles({ run.mode, StoreSite::schema(), {}, {}, ChangeVersion(10) });
        QVERIFY2(sink, sink ? "" : qPrintable(sink.error().text));
        QVERIFY(StoreSite::writeRows(**sink, run));
        const auto written = (*sink)->finish();
        QVERIFY2(written, written ? "" : qPrintable(written.error().text));
        const Status published =
            (*folder)->publish(**sink, StoreSite::watermark(run, *written, source), true);
        QVERIFY2(published, published ? "" : qPrintable(published.error().text));
        const QString path = QFileInfo(written->paths[0]).canonicalFilePath();
        QVERIFY2(path.startsWith(QFileInfo(site.outputDir()).canonicalFilePath() + u'/'), qPrintable(path));
        QCOMPARE(QDir(site.outputDir()).relativeFilePath(path).count(u'/'), 4);
    }
    QStringList after = QDir(outside).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    after.removeAll(u"data"_s);
    after.removeAll(u"marks"_s);
    QCOMPARE(after, before);
}

/// As when two programs made folders at once on a file system without case.
void TestStoreOwners::anothersManifestInTheUsualFolder()
{
    StoreSite site;
    const TableRef other{ u"shop"_s, u"dbo"_s, u"Orders"_s };
    QVERIFY(site.run(fullLoad(10, u"run-1"_s)));
    QVERIFY(QDir().rename(site.outputFolder(), site.outputDir() + u"/shop/dbo/Orders"_s));
    QVERIFY(QDir().rename(site.watermarkFolder(), site.watermarkDir() + u"/shop/dbo/Orders"_s));
    FileTableStore store = site.store();
    const auto folder = store.open(other, site.source);
    QVERIFY2(folder, folder ? "" : qPrintable(folder.error().text));
    QVERIFY(!(*folder)->watermark());
    const auto sink = (*folder)->newFiles({ SyncMode::Full, StoreSite::schema(), {}, {}, ChangeVersion(10) });
    QVERIFY(sink);
    const auto written = (*sink)->finish();
    QVERIFY(written);
    QVERIFY2(written->paths[0].contains(u"/Orders~"_s), qPrintable(written->paths[0]));
    QCOMPARE(
        QDir(site.watermarkDir() + u"/shop/dbo"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
}

QTEST_APPLESS_MAIN(TestStoreOwners)
#include "tst_storeowners.moc"
