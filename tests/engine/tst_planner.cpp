#include "planner.h"

#include <QTest>

#include <functional>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

using Edit = std::function<void(PlanInput &)>;

/// A tracked table that was synced up to version 10 and is at version 12 now.
PlanInput syncedTable()
{
    PlanInput in;
    in.request.table = { u"shop"_s, u"dbo"_s, u"orders"_s };
    in.database.source = { u"server"_s, u"shop"_s, u"fork-1"_s };
    in.database.currentVersion = ChangeVersion(12);
    in.table.table = in.request.table;
    in.table.objectId = 100;
    in.table.tracked = true;
    in.table.beginVersion = ChangeVersion(2);
    in.table.minValidVersion = ChangeVersion(5);
    in.table.schema.columns = { { u"id"_s, u"int"_s, 4, 10, 0, false, false, 1, {} },
        { u"note"_s, u"nvarchar"_s, 100, 0, 0, true, false, 0, u"Latin1_General_CI_AS"_s } };
    Watermark mark;
    mark.version = ChangeVersion(10);
    mark.objectId = 100;
    mark.beginVersion = ChangeVersion(2);
    mark.keyColumns = { u"id"_s };
    mark.schemaFingerprint = in.table.schema.fingerprint();
    mark.source = in.database.source;
    in.watermark = mark;
    in.publishedSchema = in.table.schema;
    return in;
}

PlanInput edited(const Edit &edit, SyncMode mode)
{
    PlanInput in = syncedTable();
    in.request.mode = mode;
    edit(in);
    return in;
}

/// What a plan says in a word: "full", "changes", "nothing", or the kind of its error.
QString outcome(const Result<Plan> &plan)
{
    if (!plan)
        return errorKindName(plan.error().kind);
    switch (plan->action) {
    case PlanAction::Full:
        return plan->reload ? u"reload"_s : u"full"_s;
    case PlanAction::Incremental:
        return u"changes"_s;
    case PlanAction::MoveWatermark:
        break;
    }
    return u"nothing"_s;
}

} // namespace

/// The table of decisions: change-tracking facts 2.5 and the policies of a job.
class TestPlanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void fullLoadKeepsAWatermark_data();
    void fullLoadKeepsAWatermark();
    void expiredPolicyWins();
    void schemaPolicyWins();
    void selectsColumnsWithTheKey();
    void refusesColumnsThatAreNotThere();
    void watermarkDescribesTheTable();
    void oldWatermarksAreBroughtUpToDate();
};

void TestPlanner::decides_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("fullIncremental");
    QTest::addColumn<QString>("incremental");

    const auto row = [](const char *name, const Edit &edit, const QString &fullIncremental,
                         const QString &incremental) {
        QTest::newRow(name) << edit << fullIncremental << incremental;
    };
    row(
        "changes to read", [](PlanInput &) {}, u"changes"_s, u"changes"_s);
    row(
        "same version", [](PlanInput &in) { in.watermark->version = ChangeVersion(12); }, u"nothing"_s,
        u"nothing"_s);
    row(
        "first run", [](PlanInput &in) { in.watermark.reset(); }, u"full"_s, u"no-watermark"_s);
    row(
        "T2: version 0 is a watermark",
        [](PlanInput &in) {
            in.watermark->version = ChangeVersion(0);
            in.table.minValidVersion = ChangeVersion(0);
        },
        u"changes"_s, u"changes"_s);
    row(
        "T3: at its own minimum", [](PlanInput &in) { in.table.minValidVersion = ChangeVersion(10); },
        u"changes"_s, u"changes"_s);
    row(
        "T6: expired", [](PlanInput &in) { in.table.minValidVersion = ChangeVersion(11); }, u"reload"_s,
        u"expired"_s);
    row(
        "T20: restored to an older version",
        [](PlanInput &in) { in.database.currentVersion = ChangeVersion(9); }, u"reload"_s, u"expired"_s);
    row(
        "restored, same versions", [](PlanInput &in) { in.database.source.databaseId = u"fork-2"_s; },
        u"reload"_s, u"expired"_s);
    row(
        "truncated at the watermark",
        [](PlanInput &in) {
            in.watermark->version = ChangeVersion(12);
            in.table.minValidVersion = ChangeVersion(12);
            in.table.beginVersion = ChangeVersion(12);
        },
        u"reload"_s, u"expired"_s);
    row(
        "dropped and created again", [](PlanInput &in) { in.table.objectId = 101; }, u"reload"_s,
        u"expired"_s);
    row(
        "other key",
        [](PlanInput &in) {
            in.table.schema.columns[0].keyOrdinal = 0;
            in.table.schema.columns[1].keyOrdinal = 1;
        },
        u"reload"_s, u"schema-changed"_s);
    row(
        "new column",
        [](PlanInput &in) {
            in.table.schema.columns += { u"price"_s, u"money"_s, 8, 19, 4, true, false, 0, {} };
        },
        u"reload"_s, u"schema-changed"_s);
    row(
        "new column, no changes",
        [](PlanInput &in) {
            in.watermark->version = ChangeVersion(12);
            in.table.schema.columns += { u"price"_s, u"money"_s, 8, 19, 4, true, false, 0, {} };
        },
        u"reload"_s, u"schema-changed"_s);
    row(
        "no manifest", [](PlanInput &in) { in.canAppend = false; }, u"reload"_s, u"no-watermark"_s);
    row(
        "older tool's watermark, doubtful minimum",
        [](PlanInput &in) {
            in.watermark->beginVersion.reset();
            in.watermark->version = ChangeVersion(12);
            in.table.minValidVersion = ChangeVersion(12);
        },
        u"reload"_s, u"expired"_s);
    row(
        "older tool's watermark",
        [](PlanInput &in) {
            in.watermark->beginVersion.reset();
            in.watermark->objectId.reset();
            in.watermark->keyColumns.clear();
            in.watermark->schemaFingerprint.clear();
            in.watermark->source = {};
            in.publishedSchema.reset();
        },
        u"changes"_s, u"changes"_s);
    row(
        "database not tracked", [](PlanInput &in) { in.database.currentVersion.reset(); }, u"not-tracked"_s,
        u"not-tracked"_s);
    row(
        "table not tracked", [](PlanInput &in) { in.table.tracked = false; }, u"not-tracked"_s,
        u"not-tracked"_s);
    row(
        "no key", [](PlanInput &in) { in.table.schema.columns[0].keyOrdinal = 0; }, u"no-key"_s, u"no-key"_s);
    row(
        "may not see changes", [](PlanInput &in) { in.table.canViewChangeTracking = false; }, u"permission"_s,
        u"permission"_s);
    row(
        "may not select", [](PlanInput &in) { in.table.canSelect = false; }, u"permission"_s,
        u"permission"_s);
    row(
        "not there",
        [](PlanInput &in) {
            in.table.problem = SyncError{ ErrorKind::NotFound, u"No such table."_s, {}, 208, false, {}, 0 };
        },
        u"not-found"_s, u"not-found"_s);
    row(
        "T19: a filter would drop deletes", [](PlanInput &in) { in.request.where = u"id > 3"_s; },
        u"configuration"_s, u"configuration"_s);
}

void TestPlanner::decides()
{
    QFETCH(Edit, edit);
    QFETCH(QString, fullIncremental);
    QFETCH(QString, incremental);
    const Result<Plan> both = planTable(edited(edit, SyncMode::FullIncremental));
    const Result<Plan> changes = planTable(edited(edit, SyncMode::Incremental));
    QCOMPARE(outcome(both), fullIncremental);
    QCOMPARE(outcome(changes), incremental);
    if (both && both->action == PlanAction::Incremental)
        QCOMPARE(both->since, edited(edit, SyncMode::Incremental).watermark->version);
    if (both && both->reload)
        QVERIFY(!both->reason.isEmpty());
    if (!changes) {
        QVERIFY(!changes.error().text.isEmpty());
        QCOMPARE(changes.error().context, u"shop.dbo.orders"_s);
    }
}

void TestPlanner::fullLoadKeepsAWatermark_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("tracked") << Edit([](PlanInput &) {}) << true;
    QTest::newRow("first") << Edit([](PlanInput &in) { in.watermark.reset(); }) << true;
    QTest::newRow("filtered") << Edit([](PlanInput &in) { in.request.where = u"id > 3"_s; }) << false;
    QTest::newRow("no key") << Edit([](PlanInput &in) {
        in.table.schema.columns[0].keyOrdinal = 0;
        in.table.problem = SyncError{ ErrorKind::NoKey, u"No key."_s, {}, 0, false, {}, 0 };
    }) << false;
    QTest::newRow("not tracked") << Edit([](PlanInput &in) {
        in.table.tracked = false;
        in.table.minValidVersion.reset();
    }) << false;
    QTest::newRow("database not tracked")
        << Edit([](PlanInput &in) { in.database.currentVersion.reset(); }) << false;
}

void TestPlanner::fullLoadKeepsAWatermark()
{
    QFETCH(Edit, edit);
    QFETCH(bool, keeps);
    const Result<Plan> plan = planTable(edited(edit, SyncMode::Full));
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().text));
    QCOMPARE(outcome(plan), u"full"_s);
    QCOMPARE(plan->keepWatermark, keeps);
    QCOMPARE(plan->warnings.isEmpty(), keeps); // a load that nothing can follow is said
}

void TestPlanner::expiredPolicyWins()
{
    PlanInput in = syncedTable();
    in.table.minValidVersion = ChangeVersion(11);
    in.request.mode = SyncMode::Incremental;
    in.request.policies.onExpired = OnExpired::Reload;
    QCOMPARE(outcome(planTable(in)), u"reload"_s);
    in.request.mode = SyncMode::FullIncremental;
    in.request.policies.onExpired = OnExpired::Fail;
    QCOMPARE(outcome(planTable(in)), u"expired"_s);
}

void TestPlanner::schemaPolicyWins()
{
    PlanInput in = syncedTable();
    in.table.schema.columns += { u"price"_s, u"money"_s, 8, 19, 4, true, false, 0, {} };
    in.request.mode = SyncMode::Incremental;
    in.request.policies.onSchemaChange = OnSchemaChange::Reload;
    QCOMPARE(outcome(planTable(in)), u"reload"_s);
    in.request.policies.onSchemaChange = OnSchemaChange::Continue;
    const Result<Plan> plan = planTable(in);
    QCOMPARE(outcome(plan), u"changes"_s);
    QVERIFY(plan->warnings.join(u' ').contains(u"price"_s));
    QCOMPARE(plan->schema.columnNames(), QStringList({ u"id"_s, u"note"_s, u"price"_s }));
    in.request.mode = SyncMode::FullIncremental;
    in.request.policies.onSchemaChange = OnSchemaChange::Fail;
    QCOMPARE(outcome(planTable(in)), u"schema-changed"_s);
}

void TestPlanner::selectsColumnsWithTheKey()
{
    PlanInput in = syncedTable();
    in.watermark.reset();
    in.request.columns = { u"NOTE"_s };
    const Result<Plan> changes = planTable(in);
    QVERIFY(changes.has_value());
    QCOMPARE(changes->schema.columnNames(), QStringList({ u"id"_s, u"note"_s }));
    QVERIFY(changes->warnings.join(u' ').contains(u"id"_s));
    in.request.mode = SyncMode::Full;
    const Result<Plan> full = planTable(in);
    QVERIFY(full.has_value());
    QCOMPARE(full->schema.columnNames(), QStringList({ u"note"_s }));
}

void TestPlanner::refusesColumnsThatAreNotThere()
{
    PlanInput in = syncedTable();
    in.request.columns = { u"id"_s, u"nota"_s };
    const Result<Plan> plan = planTable(in);
    QCOMPARE(outcome(plan), u"not-found"_s);
    QVERIFY(plan.error().text.contains(u"nota"_s));
    QVERIFY(plan.error().text.contains(u"id, note"_s));
}

void TestPlanner::watermarkDescribesTheTable()
{
    PlanInput in = syncedTable();
    const Result<Plan> plan = planTable(in);
    QVERIFY(plan.has_value());
    const Watermark mark = watermarkAfter(*plan, in.database, in.table, ChangeVersion(12));
    QCOMPARE(mark.version, ChangeVersion(12));
    QCOMPARE(*mark.sinceVersion, ChangeVersion(10));
    QCOMPARE(mark.mode, SyncMode::Incremental);
    in.watermark = mark;
    QCOMPARE(outcome(planTable(in)), u"nothing"_s);
    QVERIFY(!planTable(in)->watermarkStale);
}

void TestPlanner::oldWatermarksAreBroughtUpToDate()
{
    PlanInput in = syncedTable();
    in.watermark->version = ChangeVersion(12);
    in.watermark->objectId.reset();
    const Result<Plan> plan = planTable(in);
    QCOMPARE(outcome(plan), u"nothing"_s);
    QVERIFY(plan->watermarkStale);
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
