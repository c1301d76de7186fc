#include "faultyfiles.h"
#include "storesite.h"
#include "tableverifier.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTest>

#include <cerrno>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

SiteRun load(Compression compression = Compression::None)
{
    return { SyncMode::Full, 0, 10, { { 1, u"a\nb"_s }, { 2, u"\"b\""_s }, { 3, std::nullopt } },
        { compression, 2, std::nullopt }, {}, u"run-1"_s };
}

SiteRun changes()
{
    return { SyncMode::Incremental, 10, 12, { { 2, u"B"_s, u'U' } }, {}, {}, u"run-2"_s };
}

/// All tables of the site, one after the other.
QList<VerifiedTable> verified(const StoreSite &site, const QStringList &only = {})
{
    TableVerifier verifier({ site.outputDir(), site.watermarkDir() }, std::make_shared<FaultyFiles>());
    const auto folders = verifier.folders();
    if (!folders)
        qFatal("%s", qPrintable(folders.error().text));
    QList<VerifiedTable> tables;
    for (const DataFolder &folder : *folders)
        tables += verifier.verify(folder, only, [](qint64) { return true; });
    return tables;
}

QList<FileState> statesOf(const VerifiedTable &table)
{
    QList<FileState> states;
    for (const VerifiedFile &file : table.files)
        states += file.state;
    return states;
}

} // namespace

/// Files below an output folder are what their manifests say, or it is told what they are.
class TestTableVerifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeFilesAreGood_data();
    void wholeFilesAreGood();
    void oneBitIsFound_data();
    void oneBitIsFound();
    void wrongFilesAreNamed();
    void wrongRowsInTheManifestAreFound();
    void straysAreTold();
    void pendingIsFinishedFirst();
    void lockedTableIsAnError();
    void folderWithoutManifestIsAnError();
    void copyWithoutWatermarksIsVerified();
    void replacedMeanwhileIsNoFault();
    void cancelEndsIt();
    void dialectsAreReadBack_data();
    void dialectsAreReadBack();
};

void TestTableVerifier::wholeFilesAreGood_data()
{
    QTest::addColumn<Compression>("compression");
    QTest::newRow("plain") << Compression::None;
    QTest::newRow("gzip") << Compression::Gzip;
    QTest::newRow("zstd") << Compression::Zstd;
}

void TestTableVerifier::wholeFilesAreGood()
{
    QFETCH(Compression, compression);
    StoreSite site;
    QVERIFY(site.run(load(compression)));
    QVERIFY(site.run(changes()));
    const QList<VerifiedTable> tables = verified(site);
    QCOMPARE(tables.size(), 1);
    QCOMPARE(tables[0].table, site.table);
    QVERIFY(!tables[0].error);
    QCOMPARE(statesOf(tables[0]), QList<FileState>(3, FileState::Good));
    const VerifiedTable one = verified(site, { tables[0].files[1].path })[0];
    QCOMPARE(one.files.size(), 1);
    QCOMPARE(one.files[0].path, tables[0].files[1].path);
    QVERIFY(tables[0].isGood());
    QCOMPARE(tables[0].files[0].rows, 2);
    QVERIFY(tables[0].files[0].path.startsWith(site.outputFolder()));
}

void TestTableVerifier::oneBitIsFound_data()
{
    wholeFilesAreGood_data();
}

void TestTableVerifier::oneBitIsFound()
{
    QFETCH(Compression, compression);
    StoreSite site;
    QVERIFY(site.run(load(compression)));
    const QString path = verified(site)[0].files[0].path;
    const QByteArray whole = StoreSite::content(path);
    for (const qsizetype at : { qsizetype(0), whole.size() / 2, whole.size() - 1 }) {
        QByteArray other = whole;
        other[at] = char(other[at] ^ 1);
        StoreSite::write(path, other);
        const VerifiedTable table = verified(site)[0];
        QCOMPARE(statesOf(table), (QList<FileState>{ FileState::Damaged, FileState::Good }));
        QVERIFY2(table.files[0].problem.contains(u"SHA-256"_s), qPrintable(table.files[0].problem));
        QVERIFY(!table.isGood());
    }
}

void TestTableVerifier::wrongFilesAreNamed()
{
    StoreSite site;
    QVERIFY(site.run(load()));
    const VerifiedTable before = verified(site)[0];
    QVERIFY(QFile::remove(before.files[0].path));
    QVERIFY(QFile(before.files[1].path).resize(5));
    const VerifiedTable table = verified(site)[0];
    QCOMPARE(statesOf(table), (QList<FileState>{ FileState::Missing, FileState::Damaged }));
    QVERIFY2(table.files[1].problem.contains(u"5 bytes"_s), qPrintable(table.files[1].problem));
}

void TestTableVerifier::wrongRowsInTheManifestAreFound()
{
    StoreSite site;
    QVERIFY(site.run(load()));
    const QString path = site.outputFolder() + u"/manifest.json"_s;
    QByteArray text = StoreSite::content(path);
    QVERIFY(text.contains("\"rows\": 2"));
    StoreSite::write(path, text.replace("\"rows\": 2", "\"rows\": 7"));
    const VerifiedTable table = verified(site)[0];
    QCOMPARE(statesOf(table), (QList<FileState>{ FileState::Damaged, FileState::Good }));
    QVERIFY2(table.files[0].problem.contains(u"2 rows instead of 7"_s), qPrintable(table.files[0].problem));
}

void TestTableVerifier::straysAreTold()
{
    StoreSite site;
    QVERIFY(site.run(load()));
    const QString day = QFileInfo(verified(site)[0].files[0].path).path();
    StoreSite::write(day + u"/dbo_orders_20260101T000000000Z_part1.csv"_s, "x\n"_ba);
    StoreSite::write(day + u"/dbo_orders_20260101T000000001Z_part1.csv.tmp"_s, "x\n"_ba);
    const VerifiedTable table = verified(site)[0];
    QCOMPARE(statesOf(table),
        (QList<FileState>{ FileState::Good, FileState::Good, FileState::Unnamed, FileState::Leftover }));
    QVERIFY(!table.isGood());
    QVERIFY(QFile::remove(table.files[2].path));
    QVERIFY(verified(site)[0].isGood()); // what an interrupted run left is no fault
}

/// Even when the manifest is not there yet.
void TestTableVerifier::pendingIsFinishedFirst()
{
    StoreSite site;
    auto files = std::make_shared<FaultyFiles>();
    files->setHook([](int, const NotedStep &noted, qint64 &) {
        return noted.step == FileStep::Rename && noted.target.endsWith(u"_part1.csv"_s) ? EIO : 0;
    });
    FileTableStore store = site.store(files);
    QVERIFY(!site.run(store, load()));
    QVERIFY(QFile::exists(site.watermarkFolder() + u"/pending.json"_s));
    const QList<VerifiedTable> tables = verified(site);
    QCOMPARE(tables.size(), 1);
    QCOMPARE(statesOf(tables[0]), QList<FileState>(2, FileState::Good));
    QVERIFY(!QFile::exists(site.watermarkFolder() + u"/pending.json"_s));
}

void TestTableVerifier::lockedTableIsAnError()
{
    StoreSite site;
    QVERIFY(site.run(load()));
    QLockFile lock(site.watermarkFolder() + u"/.sync.lock"_s);
    QVERIFY(lock.tryLock(0));
    const VerifiedTable table = verified(site)[0];
    QVERIFY(table.error);
    QCOMPARE(table.error->kind, ErrorKind::Locked);
    QVERIFY(!table.isGood());
}

void TestTableVerifier::folderWithoutManifestIsAnError()
{
    StoreSite site;
    QVERIFY(site.run(load()));
    QVERIFY(QFile::remove(site.outputFolder() + u"/manifest.json"_s));
    StoreSite::write(site.outputDir() + u"/shop/dbo/notes.txt"_s, "x"_ba);
    const QList<VerifiedTable> tables = verified(site);
    QCOMPARE(tables.size(), 1);
    QCOMPARE(tables[0].table, site.table);
    QVERIFY(tables[0].error && tables[0].error->text.contains(u"manifest"_s));
}

void TestTableVerifier::copyWithoutWatermarksIsVerified()
{
    StoreSite site;
    QVERIFY(site.run(load()));
    QVERIFY(QDir(site.watermarkDir()).removeRecursively());
    QVERIFY(verified(site)[0].isGood());
    QVERIFY(!QFile::exists(site.watermarkDir())); // reading makes no folders
}

void TestTableVerifier::replacedMeanwhileIsNoFault()
{
    StoreSite site;
    QVERIFY(site.run(load()));
    TableVerifier verifier({ site.outputDir(), site.watermarkDir() }, std::make_shared<FaultyFiles>());
    const auto folders = verifier.folders();
    QVERIFY(folders && folders->size() == 1);
    bool synced = false;
    const VerifiedTable table = verifier.verify(folders->constFirst(), {}, [&](qint64) {
        if (!synced)
            synced = bool(site.run(load()));
        return true;
    });
    QVERIFY(synced);
    QCOMPARE(statesOf(table), (QList<FileState>{ FileState::Good, FileState::Replaced }));
    QVERIFY(table.isGood());
}

void TestTableVerifier::cancelEndsIt()
{
    StoreSite site;
    QVERIFY(site.run(load()));
    TableVerifier verifier({ site.outputDir(), site.watermarkDir() });
    const auto folders = verifier.folders();
    QVERIFY(folders && folders->size() == 1);
    QVERIFY(folders->constFirst().bytes > 0);
    const VerifiedTable table = verifier.verify(folders->constFirst(), {}, [](qint64) { return false; });
    QVERIFY(table.error);
    QCOMPARE(table.error->kind, ErrorKind::Cancelled);
}

void TestTableVerifier::dialectsAreReadBack_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    CsvDialect dialect;
    dialect.encoding = TextEncoding::Utf16Le;
    dialect.byteOrderMark = true;
    dialect.lineEnd = u"\r\n"_s;
    dialect.delimiter = u';';
    QTest::newRow("UTF-16, CRLF") << dialect;
    dialect = {};
    dialect.header = false;
    QTest::newRow("no header") << dialect;
}

void TestTableVerifier::dialectsAreReadBack()
{
    QFETCH(CsvDialect, dialect);
    StoreSite site;
    SiteRun run = load(Compression::Gzip);
    run.dialect = dialect;
    QVERIFY(site.run(run));
    QVERIFY(verified(site)[0].isGood());
}

QTEST_GUILESS_MAIN(TestTableVerifier)
#include "tst_tableverifier.moc"
