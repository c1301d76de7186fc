#include "faultyfiles.h"
#include "storesite.h"
#include "tableverifier.h"
#include "watermarkeditor.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTest>

#include <cerrno>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = WatermarkChange::Kind;

constexpr int crashed = 3;
constexpr int finished = 7;
constexpr int refused = 9;
constexpr int mostSteps = 200;

const QMap<int, QString> loaded{ { 1, u"a"_s }, { 2, u"b"_s } };
const QMap<int, QString> changed{ { 1, u"a"_s }, { 2, u"B"_s } };
const QMap<int, QString> changedTwice{ { 1, u"a"_s }, { 2, u"B"_s }, { 3, u"c"_s } };

SiteRun load(qint64 version = 10)
{
    return { SyncMode::Full, 0, version, { { 1, u"a"_s }, { 2, u"b"_s } }, {}, {}, u"run-%1"_s.arg(version) };
}

SiteRun changesTo12()
{
    return { SyncMode::Incremental, 10, 12, { { 2, u"B"_s, u'U' } }, {}, {}, u"run-12"_s };
}

SiteRun changesTo15()
{
    return { SyncMode::Incremental, 12, 15, { { 3, u"c"_s, u'I' } }, {}, {}, u"run-15"_s };
}

/// A load up to 10, changes up to 12 and up to 15.
std::unique_ptr<StoreSite> siteWithThreeSets()
{
    auto site = std::make_unique<StoreSite>();
    for (const SiteRun &run : { load(), changesTo12(), changesTo15() }) {
        if (const Status done = site->run(run); !done)
            qFatal("%s", qPrintable(done.error().text));
        site->time.now = site->time.now.addSecs(60);
    }
    return site;
}

Result<WatermarkState> change(StoreSite &site, Kind kind, qint64 version = 0,
    std::shared_ptr<FileOps> files = std::make_shared<FaultyFiles>())
{
    WatermarkEditor editor({ site.outputDir(), site.watermarkDir() }, site.time, std::move(files));
    return editor.change(site.table, { kind, ChangeVersion(version), false });
}

WatermarkState stateOf(StoreSite &site)
{
    WatermarkEditor editor({ site.outputDir(), site.watermarkDir() }, site.time);
    const auto all = editor.all();
    if (!all || all->size() != 1)
        qFatal("one watermark expected: %s", all ? "" : qPrintable(all.error().text));
    return all->constFirst();
}

QList<qint64> boundaries(const WatermarkState &state)
{
    QList<qint64> versions;
    for (const WatermarkBoundary &boundary : state.boundaries)
        versions += boundary.version.value();
    return versions;
}

bool canAppend(StoreSite &site)
{
    FileTableStore store = site.store();
    const auto folder = store.open(site.table, site.source);
    return folder && (*folder)->canAppend();
}

/// Works in a process of its own, which ends as kill -9 would end it at the step.
int inProcess(const std::function<bool(std::shared_ptr<FileOps>)> &work, int step)
{
    const pid_t child = ::fork();
    if (child == 0) {
        auto files = std::make_shared<FaultyFiles>();
        files->setHook([&](int number, const NotedStep &, qint64 &) {
            if (number >= step)
                ::_exit(crashed);
            return 0;
        });
        ::_exit(work(files) ? finished : refused);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

/// A watermark is changed by hand so that the files still fold to the table, and so that it can be undone.
class TestWatermarkEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsThere();
    void setBackTakesLaterSetsOut();
    void nextPublicationRemovesWhatWasSetAside();
    void undoOfSetBack();
    void undoOfReset();
    void undoGoesBackToWhatTheSyncLeft();
    void rehearsalChangesNothing();
    void refusals_data();
    void refusals();
    void lockedTableIsRefused();
    void olderToolsWatermarkIsResetAndUndone();
    void bareVersionIsResetAndUndone();
    void lostFileCannotBeUndone();
    void brokenRecordIsAProblem();
    void oneThatCannotBeFinishedHidesNoOther_data();
    void oneThatCannotBeFinishedHidesNoOther();
    void crashAtEveryStep_data();
    void crashAtEveryStep();
    void crashOfTheNextPublication();
};

void TestWatermarkEditor::showsWhatIsThere()
{
    const auto site = siteWithThreeSets();
    const WatermarkState state = stateOf(*site);
    QCOMPARE(state.table, site->table);
    QVERIFY(state.mark && !state.problem && !state.undoVersion);
    QCOMPARE(state.mark->version, ChangeVersion(15));
    QCOMPARE(state.folder, site->watermarkFolder());
    QCOMPARE(boundaries(state), (QList<qint64>{ 12, 10 }));
    QCOMPARE(state.boundaries[0].rows, 1);
    QVERIFY(!state.boundaries[0].isFullLoad);
    QVERIFY(state.boundaries[1].isFullLoad);
    QCOMPARE(state.boundaries[1].writtenAt, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC));
}

void TestWatermarkEditor::setBackTakesLaterSetsOut()
{
    const auto site = siteWithThreeSets();
    const auto state = change(*site, Kind::SetBack, 12);
    QVERIFY2(state, state ? "" : qPrintable(state.error().text));
    QCOMPARE(state->mark->version, ChangeVersion(12));
    QCOMPARE(state->mark->sinceVersion, std::optional(ChangeVersion(10)));
    QCOMPARE(state->mark->runId, u"run-12"_s);
    QCOMPARE(state->mark->rowsSynced, 1);
    QVERIFY2(state->mark->reason.contains(u"15"_s), qPrintable(state->mark->reason));
    QCOMPARE(state->undoVersion, std::optional(ChangeVersion(15)));
    QCOMPARE(boundaries(*state), QList<qint64>{ 10 });

    const auto disk = site->state();
    QVERIFY2(disk, disk ? "" : qPrintable(disk.error().text));
    QCOMPARE(disk->rows, changed);
    QCOMPARE(disk->version, std::optional<qint64>(12));
    QCOMPARE(disk->files.size(), 2);
    QCOMPARE(disk->strays.size(), 2); // the file of the later set, and undo.json
    QVERIFY(canAppend(*site));
    TableVerifier verifier({ site->outputDir(), site->watermarkDir() });
    const VerifiedTable table =
        verifier.verify(verifier.folders()->constFirst(), {}, [](qint64) { return true; });
    QVERIFY(table.isGood());
    QCOMPARE(table.files.constLast().state, FileState::SetAside);
}

void TestWatermarkEditor::nextPublicationRemovesWhatWasSetAside()
{
    const auto site = siteWithThreeSets();
    QVERIFY(change(*site, Kind::SetBack, 12));
    SiteRun again = changesTo15();
    again.version = 16;
    again.runId = u"run-16"_s;
    QVERIFY(site->run(again));
    const auto disk = site->state();
    QVERIFY(disk);
    QCOMPARE(disk->rows, changedTwice);
    QCOMPARE(disk->files.size(), 3);
    QCOMPARE(disk->strays, QStringList());
    const auto undone = change(*site, Kind::Undo);
    QVERIFY(!undone);
    QCOMPARE(undone.error().kind, ErrorKind::NotFound);
}

void TestWatermarkEditor::undoOfSetBack()
{
    const auto site = siteWithThreeSets();
    const auto before = site->state();
    const QJsonObject record = StoreSite::json(site->watermarkFolder() + u"/watermarks.json"_s);
    QVERIFY(change(*site, Kind::SetBack, 10));
    const auto state = change(*site, Kind::Undo);
    QVERIFY2(state, state ? "" : qPrintable(state.error().text));
    QVERIFY(!state->undoVersion);
    const auto after = site->state();
    QVERIFY(before && after);
    QCOMPARE(*after, *before);
    QCOMPARE(StoreSite::json(site->watermarkFolder() + u"/watermarks.json"_s), record);
    QVERIFY(canAppend(*site));
}

void TestWatermarkEditor::undoOfReset()
{
    const auto site = siteWithThreeSets();
    const auto before = site->state();
    const auto reset = change(*site, Kind::Reset);
    QVERIFY(reset && !reset->mark);
    QCOMPARE(site->state()->version, std::nullopt);
    QCOMPARE(site->state()->rows, changedTwice); // the files stay until the load that replaces them
    QCOMPARE(stateOf(*site).undoVersion, std::optional(ChangeVersion(15)));
    QVERIFY(change(*site, Kind::Undo));
    QCOMPARE(*site->state(), *before);

    QVERIFY(change(*site, Kind::Reset));
    QVERIFY(site->run(load(20)));
    QCOMPARE(site->state()->rows, loaded);
    QCOMPARE(site->state()->files.size(), 1);
    QCOMPARE(site->state()->strays, QStringList());
}

void TestWatermarkEditor::undoGoesBackToWhatTheSyncLeft()
{
    const auto site = siteWithThreeSets();
    const auto before = site->state();
    QVERIFY(change(*site, Kind::SetBack, 12));
    QVERIFY(change(*site, Kind::SetBack, 10));
    QCOMPARE(site->state()->rows, loaded);
    QVERIFY(change(*site, Kind::Reset));
    QVERIFY(change(*site, Kind::Undo));
    QCOMPARE(*site->state(), *before);
}

void TestWatermarkEditor::rehearsalChangesNothing()
{
    const auto site = siteWithThreeSets();
    const auto before = site->state();
    WatermarkEditor editor({ site->outputDir(), site->watermarkDir() }, site->time);
    const auto could = editor.change(site->table, { Kind::SetBack, ChangeVersion(10), true });
    QVERIFY(could && could->mark->version == ChangeVersion(15));
    QVERIFY(!editor.change(site->table, { Kind::SetBack, ChangeVersion(11), true }));
    QCOMPARE(*site->state(), *before);
}

void TestWatermarkEditor::refusals_data()
{
    QTest::addColumn<qint64>("version");
    QTest::addColumn<QString>("word");
    QTest::newRow("above") << qint64(16) << u"forward"_s;
    QTest::newRow("where it stands") << qint64(15) << u"forward"_s;
    QTest::newRow("inside a set") << qint64(11) << u"12, 10"_s;
    QTest::newRow("before the load") << qint64(9) << u"12, 10"_s;
    QTest::newRow("below 0") << qint64(-1) << u"12, 10"_s;
}

void TestWatermarkEditor::refusals()
{
    QFETCH(qint64, version);
    QFETCH(QString, word);
    const auto site = siteWithThreeSets();
    const auto before = site->state();
    const auto done = change(*site, Kind::SetBack, version);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Configuration);
    QVERIFY2(done.error().text.contains(word), qPrintable(done.error().text));
    QCOMPARE(*site->state(), *before);
}

void TestWatermarkEditor::lockedTableIsRefused()
{
    const auto site = siteWithThreeSets();
    QLockFile lock(site->watermarkFolder() + u"/.sync.lock"_s);
    QVERIFY(lock.tryLock(0));
    const auto done = change(*site, Kind::Reset);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Locked);
}

void TestWatermarkEditor::olderToolsWatermarkIsResetAndUndone()
{
    StoreSite site;
    const QString path = site.watermarkFolder() + u"/watermarks.json"_s;
    StoreSite::write(path,
        R"({"dbo.orders": {"version": 5, "mode": "incremental", "extra": 1}, "dbo.other": {"version": 3}})"_ba);
    const QJsonObject before = StoreSite::json(path);
    const auto none = change(site, Kind::SetBack, 3);
    QVERIFY(!none);
    QVERIFY2(none.error().text.contains(u"manifest"_s), qPrintable(none.error().text));
    QVERIFY(change(site, Kind::Reset));
    QCOMPARE(StoreSite::json(path).keys(), QStringList{ u"dbo.other"_s });
    const auto again = change(site, Kind::Reset);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::NoWatermark);
    QVERIFY(change(site, Kind::Undo));
    QCOMPARE(StoreSite::json(path), before);
    QVERIFY(!QFile::exists(site.outputFolder()));
}

void TestWatermarkEditor::bareVersionIsResetAndUndone()
{
    StoreSite site;
    StoreSite::write(site.watermarkFolder() + u"/watermarks.json"_s, R"({"dbo.orders": 5})"_ba);
    QCOMPARE(stateOf(site).mark->version, ChangeVersion(5));
    QVERIFY(change(site, Kind::Reset));
    QVERIFY(change(site, Kind::Undo));
    QCOMPARE(stateOf(site).mark->version, ChangeVersion(5));
}

void TestWatermarkEditor::lostFileCannotBeUndone()
{
    const auto site = siteWithThreeSets();
    const QString last = site->outputFolder() + u'/' + site->state()->files.constLast();
    QVERIFY(change(*site, Kind::SetBack, 12));
    QVERIFY(QFile::remove(last));
    const auto done = change(*site, Kind::Undo);
    QVERIFY(!done);
    QVERIFY2(done.error().text.contains(last), qPrintable(done.error().text));
    QCOMPARE(site->state()->version, std::optional<qint64>(12));
}

void TestWatermarkEditor::brokenRecordIsAProblem()
{
    const auto site = siteWithThreeSets();
    StoreSite::write(site->watermarkFolder() + u"/watermarks.json"_s, "{"_ba);
    const WatermarkState state = stateOf(*site);
    QVERIFY(state.problem && state.problem->text.contains(u"watermarks.json"_s));
    QCOMPARE(state.table, site->table);
}

void TestWatermarkEditor::oneThatCannotBeFinishedHidesNoOther_data()
{
    QTest::addColumn<QByteArray>("pending");
    QTest::addColumn<bool>("hasMark"); // what stood before is known
    QTest::newRow("broken") << "{"_ba << false;
    QTest::newRow("its file is gone")
        << R"({"run": "run-20", "output_folder": "/nowhere", "manifest": {"id": "m"},
        "table": {"database": "shop", "schema": "dbo", "table": "orders"}, "watermark": {"version": 20},
        "parts": [{"path": "2026-01-02/x_part1.csv", "bytes": 1, "sha256": ""}]})"_ba
        << true;
}

void TestWatermarkEditor::oneThatCannotBeFinishedHidesNoOther()
{
    QFETCH(QByteArray, pending);
    QFETCH(bool, hasMark);
    const auto site = siteWithThreeSets();
    StoreSite::write(site->watermarkFolder() + u"/pending.json"_s, pending);
    StoreSite::write(site->watermarkDir() + u"/shop/dbo/other/watermarks.json"_s, R"({"dbo.other": 7})"_ba);
    WatermarkEditor editor({ site->outputDir(), site->watermarkDir() }, site->time);
    const auto states = editor.all();
    QVERIFY2(states, states ? "" : qPrintable(states.error().text));
    QCOMPARE(states->size(), 2);
    const WatermarkState orders = states->at(0);
    QCOMPARE(orders.table, site->table);
    QCOMPARE(orders.mark.has_value(), hasMark);
    QVERIFY(orders.problem);
    QVERIFY2(orders.problem->text.contains(u"pending.json"_s), qPrintable(orders.problem->text));
    QCOMPARE(states->at(1).table.table, u"other"_s);
    QCOMPARE(states->at(1).mark->version, ChangeVersion(7));
    QVERIFY(!states->at(1).problem);
}

void TestWatermarkEditor::crashAtEveryStep_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("set back") << Kind::SetBack;
    QTest::newRow("reset") << Kind::Reset;
    QTest::newRow("undo") << Kind::Undo;
}

void TestWatermarkEditor::crashAtEveryStep()
{
    QFETCH(Kind, kind);
    for (int step = 1; step < mostSteps; ++step) {
        const auto site = siteWithThreeSets();
        if (kind == Kind::Undo)
            QVERIFY(change(*site, Kind::SetBack, 10));
        const auto before = site->state();
        const int code = inProcess(
            [&](std::shared_ptr<FileOps> files) { return bool(change(*site, kind, 10, std::move(files))); },
            step);
        (void)stateOf(*site); // reading finishes what was committed
        const auto after = site->state();
        QVERIFY2(before && after, qPrintable(after ? QString() : after.error().text));
        QVERIFY(!QFile::exists(site->watermarkFolder() + u"/pending.json"_s));
        const std::optional<qint64> changedVersion = kind == Kind::Reset ? std::nullopt
            : kind == Kind::SetBack                                      ? std::optional<qint64>(10)
                                                                         : std::optional<qint64>(15);
        const bool isNew = after->version == changedVersion;
        QVERIFY2(isNew || after->rows == before->rows, qPrintable(QString::number(step)));
        if (isNew)
            QCOMPARE(after->rows, kind == Kind::SetBack ? loaded : changedTwice);
        if (kind != Kind::Reset || !isNew)
            QVERIFY(canAppend(*site));
        if (code == finished) {
            QVERIFY(isNew && step > 5);
            return;
        }
        QCOMPARE(code, crashed);
    }
    QFAIL("it never ended");
}

/// Until it is committed the change by hand can be undone, and then nothing is left of it.
void TestWatermarkEditor::crashOfTheNextPublication()
{
    SiteRun next = changesTo15();
    next.version = 16;
    next.runId = u"run-16"_s;
    for (int step = 1; step < mostSteps; ++step) {
        const auto site = siteWithThreeSets();
        const auto before = site->state();
        QVERIFY(change(*site, Kind::SetBack, 12));
        const int code = inProcess(
            [&](std::shared_ptr<FileOps> files) {
                FileTableStore store = site->store(std::move(files));
                return bool(site->run(store, next));
            },
            step);
        (void)canAppend(*site); // the next run takes the lock, finishes and sweeps
        const auto after = site->state();
        QVERIFY2(after, after ? "" : qPrintable(after.error().text));
        if (after->version == 16) {
            QCOMPARE(after->rows, changedTwice);
            QCOMPARE(after->strays, QStringList());
            QVERIFY(!change(*site, Kind::Undo));
        } else {
            QVERIFY(code != finished);
            QCOMPARE(after->rows, changed);
            const auto undone = change(*site, Kind::Undo);
            QVERIFY2(undone, undone ? "" : qPrintable(undone.error().text));
            QCOMPARE(*site->state(), *before);
        }
        if (code == finished)
            return;
        QCOMPARE(code, crashed);
    }
    QFAIL("it never ended");
}

QTEST_GUILESS_MAIN(TestWatermarkEditor)
#include "tst_watermarkeditor.moc"
