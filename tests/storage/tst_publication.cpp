#include "faultyfiles.h"
#include "storesite.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include <cerrno>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int crashed = 3;
constexpr int finished = 7;
constexpr int refused = 9;
constexpr int mostSteps = 500;

SiteRun firstLoad()
{
    return { SyncMode::Full, 0, 10, { { 1, u"a"_s }, { 2, u"b"_s }, { 3, std::nullopt } }, {}, {},
        u"run-1"_s };
}

SiteRun changes()
{
    return { SyncMode::Incremental, 10, 12, { { 2, u"B"_s, u'U' }, { 3, {}, u'D' }, { 4, u"d"_s, u'I' } }, {},
        {}, u"run-2"_s };
}

SiteRun reload()
{
    return { SyncMode::Full, 0, 20, { { 7, u"x,y"_s }, { 8, u"\"z\""_s } }, {}, {}, u"run-2"_s };
}

SiteRun laterChanges(qint64 since)
{
    return { SyncMode::Incremental, since, 30, { { 9, u"late"_s, u'I' } }, {}, {}, u"run-3"_s };
}

/// A site with a published first load, made long ago.
std::unique_ptr<StoreSite> siteWithFirstLoad()
{
    auto site = std::make_unique<StoreSite>();
    const Status done = site->run(firstLoad());
    if (!done)
        qFatal("%s", qPrintable(done.error().text));
    site->time.now = site->time.now.addDays(3);
    return site;
}

/// Runs in a process of its own, which ends as kill -9 would end it at the step.
int runAndCrash(StoreSite &site, const SiteRun &run, int step)
{
    const pid_t child = ::fork();
    if (child == 0) {
        auto files = std::make_shared<FaultyFiles>();
        bool torn = false;
        files->setHook([&](int number, const NotedStep &noted, qint64 &bytes) {
            torn = torn || (number == step && noted.step == FileStep::Write);
            if (torn && number == step)
                bytes /= 2;
            else if (number >= step)
                ::_exit(crashed);
            return 0;
        });
        FileTableStore store = site.store(files);
        const Status done = site.run(store, run);
        if (torn)
            ::_exit(crashed);
        ::_exit(done ? finished : refused);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

/// A publication that is broken off at every possible step must leave the old state or the new one.
class TestPublication : public QObject {
    Q_OBJECT

private slots:
    void crashAtEveryStep_data();
    void crashAtEveryStep();
    void crashInRecovery_data();
    void crashInRecovery();
    void failureAtEveryStep_data();
    void failureAtEveryStep();
    void fullDiskAtEveryWrite_data();
    void fullDiskAtEveryWrite();
    void everythingIsSyncedInOrder_data();
    void everythingIsSyncedInOrder();
    void lostPartIsAnError_data();
    void lostPartIsAnError();
    void brokenPendingIsAnError_data();
    void brokenPendingIsAnError();
    void movedFilesAreFinishedWhereTheyAre();
    void randomRunsWithCrashes_data();
    void randomRunsWithCrashes();

private:
    void runRows();
    void checkOldOrNew(StoreSite &site, const SiteRun &run, bool mayBeOld, bool mayBeNew);
};

void TestPublication::runRows()
{
    QTest::addColumn<SiteRun>("run");
    SiteRun run = changes();
    QTest::newRow("changes") << run;
    run.files = { Compression::Gzip, 1, std::nullopt };
    QTest::newRow("changes, gzip, three parts") << run;
    run = reload();
    QTest::newRow("reload") << run;
    run.files = { Compression::Zstd, 1, std::nullopt };
    QTest::newRow("reload, zstd, two parts") << run;
}

/// Opens the site, looks at it, and then goes on from there.
void TestPublication::checkOldOrNew(StoreSite &site, const SiteRun &run, bool mayBeOld, bool mayBeNew)
{
    const bool full = run.mode == SyncMode::Full;
    {
        FileTableStore store = site.store();
        const auto folder = store.open(site.table, site.source);
        QVERIFY2(folder, folder ? "" : qPrintable(folder.error().text));
        QVERIFY((*folder)->canAppend());
        QCOMPARE((*folder)->publishedSchema(), std::optional(StoreSite::schema()));
    }
    auto state = site.state();
    QVERIFY2(state, state ? "" : qPrintable(state.error().text));
    const bool isNew = state->version == run.version;
    QVERIFY2(isNew ? mayBeNew : mayBeOld, isNew ? "new" : "old");
    const QMap<int, QString> old{ { 1, u"a"_s }, { 2, u"b"_s }, { 3, u"(null)"_s } };
    const QMap<int, QString> changed{ { 1, u"a"_s }, { 2, u"B"_s }, { 4, u"d"_s } };
    const QMap<int, QString> loaded{ { 7, u"x,y"_s }, { 8, u"\"z\""_s } };
    QCOMPARE(state->version, std::optional<qint64>(isNew ? run.version : 10));
    QCOMPARE(state->rows, isNew ? (full ? loaded : changed) : old);
    QCOMPARE(state->historyRuns, isNew ? (QStringList{ u"run-1"_s, u"run-2"_s }) : QStringList{ u"run-1"_s });

    // The table goes on as if nothing had happened.
    if (!isNew) {
        const Status again = site.run(run);
        QVERIFY2(again, again ? "" : qPrintable(again.error().text));
    }
    const Status later = site.run(laterChanges(run.version));
    QVERIFY2(later, later ? "" : qPrintable(later.error().text));
    state = site.state();
    QVERIFY2(state, state ? "" : qPrintable(state.error().text));
    QMap<int, QString> expected = full ? loaded : changed;
    expected[9] = u"late"_s;
    QCOMPARE(state->rows, expected);
    QCOMPARE(state->strays, QStringList());
    QCOMPARE(state->historyRuns, (QStringList{ u"run-1"_s, u"run-2"_s, u"run-3"_s }));
}

void TestPublication::crashAtEveryStep_data()
{
    runRows();
}

void TestPublication::crashAtEveryStep()
{
    QFETCH(SiteRun, run);
    bool sawOld = false;
    bool sawNew = false;
    int step = 1;
    for (; step < mostSteps; ++step) {
        const auto site = siteWithFirstLoad();
        const int end = runAndCrash(*site, run, step);
        if (end == finished)
            break;
        QCOMPARE(end, crashed);
        const bool committed = QFile::exists(site->watermarkFolder() + u"/pending.json"_s);
        const bool placed =
            StoreSite::json(site->watermarkFolder() + u"/watermarks.json"_s)[u"dbo.orders"][u"version"]
            == run.version;
        (committed || placed ? sawNew : sawOld) = true;
        checkOldOrNew(*site, run, !committed && !placed, committed || placed);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"at step %1"_s.arg(step)));
    }
    QVERIFY(step > 15 && step < mostSteps);
    QVERIFY(sawOld && sawNew);
}

void TestPublication::crashInRecovery_data()
{
    runRows();
}

/// The run that finishes a publication may crash too, and the one after it.
void TestPublication::crashInRecovery()
{
    QFETCH(SiteRun, run);
    int commit = 0;
    {
        const auto site = siteWithFirstLoad();
        auto files = std::make_shared<FaultyFiles>();
        FileTableStore store = site->store(files);
        QVERIFY(site->run(store, run));
        for (qsizetype i = 0; i < files->steps().size(); ++i) {
            if (files->steps()[i].step == FileStep::Rename
                && files->steps()[i].target.endsWith(u"pending.json"_s))
                commit = int(i) + 1;
        }
    }
    QVERIFY(commit > 0);
    for (int step = 1; step < mostSteps; ++step) {
        const auto site = siteWithFirstLoad();
        QCOMPARE(runAndCrash(*site, run, commit + 1), crashed);
        const int end = runAndCrash(*site, laterChanges(run.version), step);
        if (!QFile::exists(site->watermarkFolder() + u"/pending.json"_s)) {
            QVERIFY(step > 5);
            return; // the recovery is through
        }
        QCOMPARE(end, crashed);
        checkOldOrNew(*site, run, false, true);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"at step %1"_s.arg(step)));
    }
    QFAIL("the recovery has no end");
}

void TestPublication::failureAtEveryStep_data()
{
    runRows();
}

/// One step that fails, or the disk that is gone from there on, in a process that lives on.
void TestPublication::failureAtEveryStep()
{
    QFETCH(SiteRun, run);
    for (const bool forGood : { false, true }) {
        int step = 1;
        for (; step < mostSteps; ++step) {
            const auto site = siteWithFirstLoad();
            auto files = std::make_shared<FaultyFiles>();
            files->setHook([&](int number, const NotedStep &, qint64 &) {
                return number == step || (forGood && number > step) ? EIO : 0;
            });
            FileTableStore store = site->store(files);
            const Status done = site->run(store, run);
            if (files->steps().size() < step)
                break;
            if (!done)
                QCOMPARE(done.error().kind, ErrorKind::Storage);
            const bool committed = QFile::exists(site->watermarkFolder() + u"/pending.json"_s);
            checkOldOrNew(*site, run, !done && !committed, done || committed);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"at step %1, for good: %2"_s.arg(step).arg(forGood)));
        }
        QVERIFY(step > 15 && step < mostSteps);
    }
}

void TestPublication::fullDiskAtEveryWrite_data()
{
    runRows();
}

void TestPublication::fullDiskAtEveryWrite()
{
    QFETCH(SiteRun, run);
    int write = 1;
    for (; write < mostSteps; ++write) {
        const auto site = siteWithFirstLoad();
        auto files = std::make_shared<FaultyFiles>();
        int writes = 0;
        files->setHook([&](int, const NotedStep &noted, qint64 &bytes) {
            if (noted.step == FileStep::Write && ++writes >= write)
                bytes = writes == write ? bytes / 2 : 0; // what fits, then nothing
            return 0;
        });
        FileTableStore store = site->store(files);
        const Status done = site->run(store, run);
        if (writes < write)
            break;
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Storage);
        QVERIFY2(done.error().text.contains(u"the disk is full"_s), qPrintable(done.error().text));
        const bool committed = QFile::exists(site->watermarkFolder() + u"/pending.json"_s);
        checkOldOrNew(*site, run, !committed, committed);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"at write %1"_s.arg(write)));
    }
    QVERIFY(write > 4 && write < mostSteps);
}

void TestPublication::everythingIsSyncedInOrder_data()
{
    runRows();
}

/// What a power failure must find on the disk, as far as the order of the steps tells.
void TestPublication::everythingIsSyncedInOrder()
{
    QFETCH(SiteRun, run);
    const auto site = siteWithFirstLoad();
    auto files = std::make_shared<FaultyFiles>();
    FileTableStore store = site->store(files);
    QVERIFY(site->run(store, run));

    QSet<QString> unsynced; // files written and folders changed since they were last synced
    bool renamed = false;
    bool committed = false;
    bool ended = false;
    for (const NotedStep &noted : files->steps()) {
        const QString folder = QFileInfo(noted.path).path();
        QVERIFY2(!ended, "nothing follows the removal of pending.json");
        switch (noted.step) {
        case FileStep::Create:
        case FileStep::Append:
        case FileStep::Write:
        case FileStep::Truncate:
            unsynced += noted.path;
            unsynced += folder;
            break;
        case FileStep::Sync:
        case FileStep::SyncFolder:
            unsynced -= noted.path;
            break;
        case FileStep::Rename:
            QVERIFY2(!unsynced.contains(noted.path), qPrintable(noted.path));
            if (noted.target.endsWith(u"/pending.json"_s)) {
                unsynced -= site->watermarkFolder(); // changed by pending.json itself and the lock
                QVERIFY2(unsynced.isEmpty(), qPrintable(unsynced.values().join(u", "_s)));
            } else {
                QVERIFY2(committed, qPrintable(noted.target));
            }
            unsynced += folder;
            break;
        case FileStep::MakeFolder:
        case FileStep::RemoveFolder:
            unsynced += folder;
            break;
        case FileStep::Remove:
            if (noted.path.endsWith(u"/pending.json"_s)) {
                QVERIFY2(unsynced.isEmpty(), qPrintable(unsynced.values().join(u", "_s)));
                ended = true;
            } else if (!noted.path.endsWith(u".tmp"_s)) {
                QVERIFY2(committed, qPrintable(noted.path));
                unsynced += folder;
            }
            break;
        }
        if (noted.target.endsWith(u"/pending.json"_s))
            renamed = true;
        if (renamed && noted.step == FileStep::SyncFolder && noted.path == site->watermarkFolder())
            committed = true;
    }
    QVERIFY(committed);
    QVERIFY(ended);
}

void TestPublication::lostPartIsAnError_data()
{
    QTest::addColumn<bool>("removed");
    QTest::newRow("removed") << true;
    QTest::newRow("changed") << false;
}

void TestPublication::lostPartIsAnError()
{
    QFETCH(bool, removed);
    const auto site = siteWithFirstLoad();
    const SiteRun run = changes();
    auto files = std::make_shared<FaultyFiles>();
    files->setHook([](int, const NotedStep &noted, qint64 &) {
        return noted.step == FileStep::Rename && noted.target.endsWith(u".csv"_s) ? EIO : 0;
    });
    FileTableStore store = site->store(files);
    QVERIFY(!site->run(store, run));
    const QString day = site->outputFolder() + u"/2026-01-05/"_s;
    const QStringList names = QDir(day).entryList(QDir::Files);
    QCOMPARE(names.size(), 1);
    if (removed)
        QVERIFY(QFile::remove(day + names[0]));
    else
        StoreSite::write(day + names[0], StoreSite::content(day + names[0]).replace('B', 'C'));

    FileTableStore after = site->store();
    const auto folder = after.open(site->table, site->source);
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, ErrorKind::Storage);
    QVERIFY2(folder.error().text.contains(names[0].chopped(4)), qPrintable(folder.error().text));
    QVERIFY2(folder.error().text.contains(u"run-2"_s), qPrintable(folder.error().text));
    QVERIFY(QFile::exists(site->watermarkFolder() + u"/pending.json"_s));
    QVERIFY(!*after.peekWatermark(site->table)); // pending: open() must look

    // The way out that the message names.
    QVERIFY(QFile::remove(site->watermarkFolder() + u"/pending.json"_s));
    checkOldOrNew(*site, run, true, false);
}

void TestPublication::brokenPendingIsAnError_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("torn") << "{\"run\": \"run-2\","_ba;
    QTest::newRow("of nothing") << "{}"_ba;
    QTest::newRow("leads out of the folder")
        << R"({"output_folder": "/data", "manifest": {"a": 1}, "parts": [{"path": "../../x"}]})"_ba;
    QTest::newRow("removes what is outside")
        << R"({"output_folder": "/data", "manifest": {"a": 1}, "retired": ["2026-01-01/../../x"]})"_ba;
}

void TestPublication::brokenPendingIsAnError()
{
    QFETCH(QByteArray, content);
    const auto site = siteWithFirstLoad();
    StoreSite::write(site->watermarkFolder() + u"/pending.json"_s, content);
    FileTableStore store = site->store();
    const auto folder = store.open(site->table, site->source);
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, ErrorKind::Storage);
    QVERIFY2(folder.error().text.contains(u"pending.json"_s), qPrintable(folder.error().text));
}

void TestPublication::movedFilesAreFinishedWhereTheyAre()
{
    const auto site = siteWithFirstLoad();
    auto files = std::make_shared<FaultyFiles>();
    files->setHook([](int, const NotedStep &noted, qint64 &) {
        return noted.step == FileStep::Rename && noted.target.endsWith(u"manifest.json"_s) ? EIO : 0;
    });
    FileTableStore store = site->store(files);
    const Status done = site->run(store, changes());
    QVERIFY(!done);
    QVERIFY2(done.error().text.contains(u"the next run"_s), qPrintable(done.error().text));
    const QString moved = site->outputDir() + u"-moved"_s;
    QVERIFY(QDir().rename(site->outputDir(), moved));
    FileTableStore there(moved, site->watermarkDir(), site->time);
    QVERIFY(there.open(site->table, site->source));
    QVERIFY(QDir().rename(moved, site->outputDir()));
    checkOldOrNew(*site, changes(), false, true);
}

void TestPublication::randomRunsWithCrashes_data()
{
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// A long life: loads, changes and crashes in any order. The files always fold to the table of the watermark.
void TestPublication::randomRunsWithCrashes()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return int(random() % uint(most)); };
    StoreSite site;
    QMap<int, QString> table; // as published
    qint64 version = 0;
    int crashes = 0;
    for (int i = 1; i <= 40; ++i) {
        const bool full = version == 0 || upTo(8) == 0;
        SiteRun run{ full ? SyncMode::Full : SyncMode::Incremental, version, version + 1 + upTo(3), {}, {},
            {}, u"run-%1"_s.arg(i) };
        run.files = { Compression(upTo(3)), upTo(2) == 0 ? std::optional<qint64>(1 + upTo(3)) : std::nullopt,
            {} };
        run.dialect.delimiter = upTo(2) == 0 ? u',' : u';';
        QMap<int, QString> next = full ? QMap<int, QString>() : table;
        for (int k = upTo(6); k >= 0; --k) {
            const int id = upTo(20);
            if (!full && upTo(3) == 0) {
                run.rows += SiteRow{ id, {}, u'D' };
                next.remove(id);
            } else if (!full || !next.contains(id)) {
                run.rows += SiteRow{ id, u"%1;\"%2\",\n"_s.arg(id).arg(i), u'U' };
                next[id] = *run.rows.last().text;
            }
        }
        site.time.now = site.time.now.addSecs(upTo(100'000) - 20'000); // the clock may go back
        const int end =
            upTo(2) == 0 ? runAndCrash(site, run, 1 + upTo(60)) : runAndCrash(site, run, mostSteps);
        QVERIFY(end == crashed || end == finished);
        crashes += end == crashed ? 1 : 0;
        FileTableStore store = site.store();
        const auto folder = store.open(site.table, site.source);
        QVERIFY2(folder, folder ? "" : qPrintable(folder.error().text));
        const auto state = site.state();
        QVERIFY2(state, state ? "" : qPrintable(state.error().text));
        const bool isNew = state->version == run.version;
        QVERIFY(isNew || end == crashed);
        if (isNew) {
            table = next;
            version = run.version;
        }
        QCOMPARE(state->version, version == 0 ? std::nullopt : std::optional(version));
        QCOMPARE(state->rows, table);
        QCOMPARE(state->strays, QStringList{ u".sync.lock"_s });
    }
    QVERIFY(crashes > 5);
}

QTEST_APPLESS_MAIN(TestPublication)
#include "tst_publication.moc"
