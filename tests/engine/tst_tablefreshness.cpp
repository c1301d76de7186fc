#include "freshener.h"

#include "fakesource.h"
#include "fakestore.h"
#include "faketime.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 1, 10), QTime(12, 0), Qt::UTC);
constexpr double hour = 3600;

/// Synced at version 7, so many hours ago in a run of 36 seconds; the database is at 9 and keeps two days.
FreshnessInput input(double hoursAgo)
{
    FreshnessInput in;
    in.now = now;
    in.request.table = { u"shop"_s, u"dbo"_s, u"orders"_s };
    in.table = trackedTable(u"shop"_s, u"orders"_s).state;
    Watermark mark;
    mark.version = ChangeVersion(7);
    mark.syncedAt = now.addSecs(qint64(-hoursAgo * hour));
    mark.durationSeconds = 36;
    mark.retention = 24h;
    mark.beginVersion = ChangeVersion(0);
    in.stored.watermark = mark;
    in.stored.canAppend = true;
    DatabaseState database;
    database.currentVersion = ChangeVersion(9);
    database.retention = 48h;
    in.database = database;
    return in;
}

} // namespace

class TestTableFreshness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clock_data();
    void clock();
    void theClockStartsWhenTheVersionWasRead();
    void aDatabaseAtRestStartsTheClockAnew();
    void withoutTheServerTheWatermarkTells();
    void withoutRetentionThereIsNoDeadline();
    void withoutCleanupNothingExpires();
    void expiredSaysWhatTheNextSyncDoes();
    void aTruncatedTableIsExpired();
    void aProblemIsSaid();
    void aSchemaThatTheJobDoesNotTakeIsAProblem();
    void neverSynced();
    void withoutItsWatermarkATableBeginsAnew();
    void wholeLoadsDoNotExpire();
    void theMostUrgentComesFirst();
    void aRunThatFailedStandsOut();
    void looksAtAllTables();
    void aServerThatIsGoneIsAskedOnce();
    void aClosedDatabaseDoesNotSpeakForTheOthers_data();
    void aClosedDatabaseDoesNotSpeakForTheOthers();
    void aBrokenWatermarkIsAProblem();
    void anothersTableIsNotJudged();
};

void TestTableFreshness::clock_data()
{
    QTest::addColumn<double>("hoursAgo");
    QTest::addColumn<FreshnessState>("state");
    QTest::addColumn<double>("secondsLeft");
    QTest::newRow("just now") << 0.0 << FreshnessState::Behind << 48 * hour - 36;
    QTest::newRow("more than a quarter left") << 35.9 << FreshnessState::Behind << 12.1 * hour - 36;
    QTest::newRow("less than a quarter left") << 36.0 << FreshnessState::ExpiresSoon << 12 * hour - 36;
    QTest::newRow("over, but not cleaned up") << 50.0 << FreshnessState::ExpiresSoon << 0.0;
}

void TestTableFreshness::clock()
{
    QFETCH(double, hoursAgo);
    QFETCH(double, secondsLeft);
    const TableFreshness found = freshnessOf(input(hoursAgo));
    QTEST(found.state, "state");
    QCOMPARE(*found.secondsLeft, secondsLeft);
    QCOMPARE(found.deadline, input(hoursAgo).stored.watermark->syncedAt.addSecs(qint64(48 * hour - 36)));
    QCOMPARE(found.versionsBehind, std::optional<qint64>(2));
    QCOMPARE(found.version, std::optional(ChangeVersion(7)));
    QCOMPARE(found.needsAttention(), found.state == FreshnessState::ExpiresSoon);
    QVERIFY(found.asked);
}

/// A version that a survey found may be much older than the table's own turn.
void TestTableFreshness::theClockStartsWhenTheVersionWasRead()
{
    FreshnessInput in = input(1);
    in.stored.watermark->versionAt = now.addSecs(qint64(-40 * hour));
    const TableFreshness found = freshnessOf(in);
    QCOMPARE(found.deadline, now.addSecs(qint64(8 * hour)));
    QCOMPARE(found.state, FreshnessState::ExpiresSoon);
}

void TestTableFreshness::aDatabaseAtRestStartsTheClockAnew()
{
    FreshnessInput in = input(1000);
    in.database->currentVersion = ChangeVersion(7);
    const TableFreshness found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::Fresh);
    QCOMPARE(found.versionsBehind, std::optional<qint64>(0));
    QCOMPARE(found.deadline, now.addDays(2)); // nothing after the watermark is committed yet
}

void TestTableFreshness::withoutTheServerTheWatermarkTells()
{
    FreshnessInput in = input(10);
    in.database.reset();
    TableFreshness found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::Synced);
    QVERIFY(!found.asked && !found.versionsBehind);
    QCOMPARE(*found.secondsLeft, 14 * hour - 36); // its own retention is a day
    in = input(30);
    in.database.reset();
    found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::ExpiresSoon);
    QVERIFY2(found.note.contains(u"only the server knows"_s), qPrintable(found.note));
}

void TestTableFreshness::withoutRetentionThereIsNoDeadline()
{
    FreshnessInput in = input(1000);
    in.database->retention.reset();
    in.stored.watermark->retention.reset();
    const TableFreshness found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::Behind);
    QVERIFY(!found.secondsLeft && !found.deadline.isValid());
    QVERIFY(!found.note.isEmpty());
    in = input(1000);
    in.stored.watermark->syncedAt = {}; // as of the older tool
    QVERIFY(!freshnessOf(in).secondsLeft);
}

void TestTableFreshness::withoutCleanupNothingExpires()
{
    FreshnessInput in = input(1000);
    in.database->autoCleanup = false;
    const TableFreshness found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::Behind);
    QVERIFY(!found.secondsLeft);
    QVERIFY2(found.note.contains(u"AUTO_CLEANUP"_s), qPrintable(found.note));
}

void TestTableFreshness::expiredSaysWhatTheNextSyncDoes()
{
    FreshnessInput in = input(1);
    in.table.minValidVersion = ChangeVersion(8);
    TableFreshness found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::Expired);
    QVERIFY(found.needsAttention());
    QVERIFY2(found.note.startsWith(u"The next sync loads the table whole: the watermark 7 is older"_s),
        qPrintable(found.note));
    in.request.mode = SyncMode::Incremental;
    found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::Expired);
    QVERIFY2(found.note.startsWith(u"The next sync fails: "_s), qPrintable(found.note));
    in.request.policies.onExpired = OnExpired::Reload;
    QVERIFY(freshnessOf(in).note.startsWith(u"The next sync loads"_s));
}

void TestTableFreshness::aTruncatedTableIsExpired()
{
    FreshnessInput in = input(1);
    in.table.beginVersion = ChangeVersion(9);
    const TableFreshness found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::Expired);
    QVERIFY2(found.note.contains(u"truncated"_s), qPrintable(found.note));
}

void TestTableFreshness::aProblemIsSaid()
{
    FreshnessInput in = input(1);
    in.table.tracked = false;
    const TableFreshness found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::Problem);
    QVERIFY(found.needsAttention());
    QVERIFY2(found.note.contains(u"CHANGE_TRACKING"_s), qPrintable(found.note));
}

void TestTableFreshness::aSchemaThatTheJobDoesNotTakeIsAProblem()
{
    FreshnessInput in = input(1);
    in.stored.publishedSchema = in.table.schema;
    in.table.schema.columns += ColumnInfo{ u"added"_s, u"int"_s, 4, 10, 0, true, false, 0, {} };
    QCOMPARE(freshnessOf(in).state, FreshnessState::Behind); // it is loaded whole then
    in.request.policies.onSchemaChange = OnSchemaChange::Fail;
    const TableFreshness found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::Problem);
    QVERIFY2(found.note.contains(u"added"_s), qPrintable(found.note));
}

void TestTableFreshness::neverSynced()
{
    FreshnessInput in = input(1);
    in.stored = {};
    TableFreshness found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::NeverSynced);
    QVERIFY(!found.lastSync.isValid() && !found.version && !found.needsAttention());
    in.request.mode = SyncMode::Incremental;
    found = freshnessOf(in);
    QCOMPARE(found.state, FreshnessState::NeverSynced);
    QVERIFY2(found.note.contains(u"watermark"_s), qPrintable(found.note));
}

/// As after a reset by hand: the history knows of runs, but no watermark is left.
void TestTableFreshness::withoutItsWatermarkATableBeginsAnew()
{
    FreshnessInput in = input(1);
    in.stored = {};
    in.stored.runs = { { 5, 1, now } };
    for (const bool asked : { true, false }) {
        if (!asked)
            in.database.reset();
        const TableFreshness found = freshnessOf(in);
        QCOMPARE(found.state, FreshnessState::NoWatermark);
        QCOMPARE(found.asked, asked);
        QCOMPARE(found.lastSync, now);
        QVERIFY2(found.note.contains(u"loads the table whole"_s), qPrintable(found.note));
        QVERIFY(!found.needsAttention() && !found.deadline.isValid());
    }
    in = input(1);
    in.stored = {};
    in.stored.runs = { { 5, 1, now } };
    in.request.mode = SyncMode::Incremental;
    QVERIFY2(freshnessOf(in).note.contains(u"needs a watermark"_s), qPrintable(freshnessOf(in).note));
    in.database.reset();
    QVERIFY2(!freshnessOf(in).note.contains(u"loads"_s), qPrintable(freshnessOf(in).note));
}

void TestTableFreshness::wholeLoadsDoNotExpire()
{
    FreshnessInput in = input(1000);
    in.request.mode = SyncMode::Full;
    QCOMPARE(freshnessOf(in).state, FreshnessState::Behind);
    QVERIFY(!freshnessOf(in).secondsLeft);
    in.table.tracked = false; // no watermark is kept then, and the history knows of the runs
    in.stored = {};
    in.stored.runs = { { 5, 1, now } };
    QCOMPARE(freshnessOf(in).state, FreshnessState::Synced);
    QCOMPARE(freshnessOf(in).lastSync, now);
}

void TestTableFreshness::aRunThatFailedStandsOut()
{
    FreshnessInput in = input(1);
    in.stored.lastFailure = FailedRun{ in.request.table, now.addSecs(-7200), u"run-2"_s,
        SyncMode::FullIncremental, { ErrorKind::Permission, u"Denied."_s, {}, 0, false, {}, 0 } };
    const TableFreshness failed = freshnessOf(in);
    QCOMPARE(failed.state, FreshnessState::Failed);
    QVERIFY(failed.needsAttention());
    QCOMPARE(failed.lastFailure->error.text, u"Denied."_s);
    QCOMPARE(failed.secondsSinceFailure, 7200.0);
    QCOMPARE(failed.versionsBehind, std::optional<qint64>(2)); // the rest is told as ever
    QVERIFY(failed.secondsLeft);
    QVERIFY(isMoreUrgent(failed, freshnessOf(input(1))));

    FreshnessInput expired = in;
    expired.table.minValidVersion = ChangeVersion(8);
    QCOMPARE(freshnessOf(expired).state, FreshnessState::Expired); // what is worse stays
    QVERIFY(freshnessOf(expired).lastFailure);
    FreshnessInput never = in;
    never.stored.watermark.reset();
    QCOMPARE(freshnessOf(never).state, FreshnessState::Failed);
    in.database.reset(); // the server was not asked
    QCOMPARE(freshnessOf(in).state, FreshnessState::Failed);
    in.inJob = false;
    QVERIFY(!freshnessOf(in).needsAttention());
}

void TestTableFreshness::theMostUrgentComesFirst()
{
    const auto table = [](FreshnessState state, std::optional<double> left, bool inJob = true) {
        TableFreshness one;
        one.state = state;
        one.secondsLeft = left;
        one.inJob = inJob;
        return one;
    };
    const QList<TableFreshness> sorted{ table(FreshnessState::Expired, 0),
        table(FreshnessState::ExpiresSoon, 10), table(FreshnessState::ExpiresSoon, 20),
        table(FreshnessState::Problem, {}), table(FreshnessState::Behind, 30),
        table(FreshnessState::Behind, {}), table(FreshnessState::Fresh, 40),
        table(FreshnessState::Expired, 0, false) };
    for (qsizetype i = 0; i + 1 < sorted.size(); ++i) {
        QVERIFY(isMoreUrgent(sorted[i], sorted[i + 1]));
        QVERIFY(!isMoreUrgent(sorted[i + 1], sorted[i]));
    }
    QCOMPARE((FreshnessReport{ now, sorted, {} }).attentionCount(), 4);
}

namespace {

/// A server with two databases of one table each, and a store that has synced both.
struct Board {
    std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>();
    std::shared_ptr<FakeStore> store = std::make_shared<FakeStore>();
    std::shared_ptr<FakeTime> time = std::make_shared<FakeTime>();

    Board()
    {
        for (const QString &name : { u"shop"_s, u"stock"_s }) {
            FakeDatabase database;
            database.state.source = { u"server"_s, name, u"fork"_s };
            database.state.currentVersion = ChangeVersion(9);
            database.tables[u"dbo.t"_s] = trackedTable(name, u"t"_s);
            source->setDatabase(name, database);
            FakeFolder folder;
            folder.watermark = input(0).stored.watermark;
            folder.watermark->syncedAt = time->nowUtc();
            folder.watermark->source = database.state.source;
            store->setFolder({ name, u"dbo"_s, u"t"_s }, folder);
        }
    }

    static FreshnessQuestion question(const QString &database, bool inJob = true)
    {
        FreshnessQuestion question;
        question.request.table = { database, u"dbo"_s, u"t"_s };
        question.inJob = inJob;
        return question;
    }
    FreshnessReport find(const QList<FreshnessQuestion> &questions) const
    {
        return findFreshness({ source, store, time }, questions, AskServer::Yes, {});
    }
};

} // namespace

void TestTableFreshness::looksAtAllTables()
{
    const Board board;
    const FreshnessReport report = board.find({ Board::question(u"stock"_s), Board::question(u"shop"_s) });
    QCOMPARE(report.at, board.time->nowUtc());
    QCOMPARE(report.tables.size(), 2);
    QCOMPARE(report.tables[1].table.database, u"shop"_s);
    QCOMPARE(report.tables[1].state, FreshnessState::Behind);
    QVERIFY(report.notes.isEmpty());
    QCOMPARE(
        board.source->calls(), (QStringList{ u"open stock"_s, u"survey"_s, u"open shop"_s, u"survey"_s }));
}

void TestTableFreshness::aServerThatIsGoneIsAskedOnce()
{
    const Board board;
    board.source->setHook([](const QString &) { return fail(ErrorKind::Connection, u"No answer."_s); });
    const FreshnessReport report = board.find({ Board::question(u"stock"_s), Board::question(u"shop"_s) });
    QCOMPARE(board.source->calls(), QStringList{ u"open stock"_s });
    QCOMPARE(report.notes.size(), 1);
    QVERIFY2(report.notes[0].contains(u"No answer."_s), qPrintable(report.notes[0]));
    for (const TableFreshness &table : report.tables) {
        QCOMPARE(table.state, FreshnessState::Synced);
        QVERIFY(!table.asked);
    }
}

void TestTableFreshness::aClosedDatabaseDoesNotSpeakForTheOthers_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("not there") << 4060 << ErrorKind::Login;
    QTest::newRow("no user in it") << 916 << ErrorKind::Login;
    QTest::newRow("asleep") << 40613 << ErrorKind::Connection;
}

void TestTableFreshness::aClosedDatabaseDoesNotSpeakForTheOthers()
{
    QFETCH(int, number);
    QFETCH(ErrorKind, kind);
    const Board board;
    board.source->setHook([&](const QString &call) {
        return call == u"open stock"
            ? Status(fail(SyncError{ kind, u"It is closed."_s, {}, number, false, {}, 0 }))
            : Status();
    });
    const FreshnessReport report = board.find({ Board::question(u"stock"_s), Board::question(u"shop"_s) });
    QCOMPARE(report.notes.size(), 1);
    QVERIFY2(report.notes[0].contains(u"stock"_s), qPrintable(report.notes[0]));
    QVERIFY(!report.tables[0].asked && report.tables[1].asked);
    QCOMPARE(report.tables[1].table.database, u"shop"_s);
    QCOMPARE(report.tables[1].state, FreshnessState::Behind);
}

void TestTableFreshness::aBrokenWatermarkIsAProblem()
{
    const Board board;
    board.store->setHook([](const QString &) { return fail(ErrorKind::Storage, u"It is broken."_s); });
    const TableFreshness table = board.find({ Board::question(u"shop"_s) }).tables.constFirst();
    QCOMPARE(table.state, FreshnessState::Problem);
    QCOMPARE(table.note, u"It is broken."_s);
}

void TestTableFreshness::anothersTableIsNotJudged()
{
    const Board board;
    board.store->edit({ u"shop"_s, u"dbo"_s, u"t"_s },
        [](FakeFolder &folder) { folder.watermark->source.databaseId = u"other"_s; });
    const TableFreshness table = board.find({ Board::question(u"shop"_s, false) }).tables.constFirst();
    QCOMPARE(table.state, FreshnessState::Synced);
    QVERIFY(!table.asked && !table.needsAttention());
    // In the job it is: the database was replaced.
    QCOMPARE(board.find({ Board::question(u"shop"_s) }).tables.constFirst().state, FreshnessState::Expired);
}

QTEST_GUILESS_MAIN(TestTableFreshness)
#include "tst_tablefreshness.moc"
