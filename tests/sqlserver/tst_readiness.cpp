#include "readiness.h"

#include <QtTest>

#include <algorithm>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class ReadinessTest : public QObject {
    Q_OBJECT

private:
    static ServerFacts facts()
    {
        return { u"15.0.4430.1"_s, u"Microsoft SQL Server 2019"_s, u"Developer"_s, false, u"shop"_s, u"eve"_s,
            u"eve"_s };
    }
    static DatabaseState database()
    {
        DatabaseState state;
        state.source = { u"SQL1"_s, u"sh]op"_s, u"x"_s };
        state.currentVersion = ChangeVersion(42);
        state.snapshotAllowed = true;
        state.retention = 48h;
        return state;
    }
    static TableState table()
    {
        TableState state;
        state.table = { u"sh]op"_s, u"dbo"_s, u"orders"_s };
        state.tracked = true;
        state.minValidVersion = ChangeVersion(0);
        state.schema.columns = { { u"id"_s, u"int"_s, 4, 10, 0, false, false, 1, {} } };
        state.rowEstimate = 7;
        return state;
    }
    static CheckStep find(const QList<CheckStep> &steps, const QString &name)
    {
        const auto it = std::find_if(
            steps.cbegin(), steps.cend(), [&](const CheckStep &s) { return s.name.startsWith(name); });
        return it == steps.cend() ? CheckStep{ u"missing"_s, CheckOutcome::Bad, {}, {}, 0 } : *it;
    }

private slots:
    void aReadyDatabaseHasGoodStepsOnly()
    {
        const QList<CheckStep> steps = databaseSteps(facts(), database());
        QCOMPARE(steps.size(), 5);
        for (const CheckStep &step : steps) {
            QVERIFY2(step.outcome == CheckOutcome::Good, qPrintable(step.text));
            QVERIFY2(step.remedy.isEmpty(), qPrintable(step.remedy));
        }
        QVERIFY(find(steps, u"change tracking"_s).text.contains(u"42"_s));
    }

    void trackingOffIsBadAndNamesTheStatement()
    {
        DatabaseState state = database();
        state.currentVersion.reset();
        state.retention.reset();
        const QList<CheckStep> steps = databaseSteps(facts(), state);
        QCOMPARE(find(steps, u"change tracking"_s).outcome, CheckOutcome::Bad);
        QCOMPARE(find(steps, u"change tracking"_s).remedy,
            u"ALTER DATABASE [sh]]op] SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 7 DAYS, AUTO_CLEANUP = ON);"_s);
        QCOMPARE(find(steps, u"retention"_s).name, u"missing"_s);
    }

    void versionZeroIsTracked()
    {
        DatabaseState state = database();
        state.currentVersion = ChangeVersion(0);
        QCOMPARE(find(databaseSteps(facts(), state), u"change tracking"_s).outcome, CheckOutcome::Good);
    }

    void warnsOfWhatIsWeak_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("retention")
            << u"retention"_s << u"retention"_s
            << u"ALTER DATABASE [sh]]op] SET CHANGE_TRACKING (CHANGE_RETENTION = 7 DAYS);"_s;
        QTest::newRow("cleanup") << u"cleanup"_s << u"auto-cleanup"_s
                                 << u"ALTER DATABASE [sh]]op] SET CHANGE_TRACKING (AUTO_CLEANUP = ON);"_s;
        QTest::newRow("snapshot") << u"snapshot"_s << u"snapshot isolation"_s
                                  << u"ALTER DATABASE [sh]]op] SET ALLOW_SNAPSHOT_ISOLATION ON;"_s;
        QTest::newRow("replica")
            << u"replica"_s << u"primary"_s
            << u"Connect to the primary replica, and do not set ApplicationIntent=ReadOnly."_s;
        QTest::newRow("version") << u"version"_s << u"server version"_s << QString();
    }
    void warnsOfWhatIsWeak()
    {
        QFETCH(QString, what);
        QFETCH(QString, step);
        DatabaseState state = database();
        ServerFacts server = facts();
        if (what == u"retention")
            state.retention = 59min;
        else if (what == u"cleanup")
            state.autoCleanup = false;
        else if (what == u"snapshot")
            state.snapshotAllowed = false;
        else if (what == u"replica")
            server.readOnly = true;
        else
            server.productVersion = u"12.0.1"_s;
        const QList<CheckStep> steps = databaseSteps(server, state);
        QCOMPARE(find(steps, step).outcome, CheckOutcome::Warning);
        QTEST(find(steps, step).remedy, "remedy");
        QCOMPARE(std::count_if(steps.cbegin(), steps.cend(),
                     [](const CheckStep &s) { return s.outcome != CheckOutcome::Good; }),
            1);
    }

    void aReadyTableIsGood()
    {
        const CheckStep step = tableStep(table(), database(), u"eve"_s);
        QCOMPARE(step.name, u"sh]op.dbo.orders"_s);
        QCOMPARE(step.outcome, CheckOutcome::Good);
        QVERIFY(step.remedy.isEmpty());
    }

    void missingRightsGiveEveryGrant()
    {
        TableState state = table();
        state.canSelect = false;
        state.canViewChangeTracking = false;
        state.problem = SyncError{ ErrorKind::Permission, u"denied"_s, {}, 0, false, {}, 0 };
        const CheckStep step = tableStep(state, database(), u"eve"_s);
        QCOMPARE(step.outcome, CheckOutcome::Bad);
        QCOMPARE(step.remedy,
            u"GRANT SELECT ON [dbo].[orders] TO [eve];\nGRANT VIEW CHANGE TRACKING ON [dbo].[orders] TO [eve];"_s);
    }

    void missingTablesAreBadWithoutAGrant()
    {
        TableState state = table();
        state.canSelect = false;
        state.problem = SyncError{ ErrorKind::NotFound, u"gone"_s, {}, 0, false, {}, 0 };
        const CheckStep step = tableStep(state, database(), u"eve"_s);
        QCOMPARE(step.outcome, CheckOutcome::Bad);
        QCOMPARE(step.text, u"gone"_s);
        QVERIFY(step.remedy.isEmpty());
    }

    void untrackedAndKeylessTablesWorkInFullMode()
    {
        TableState state = table();
        state.tracked = false;
        CheckStep step = tableStep(state, database(), {});
        QCOMPARE(step.outcome, CheckOutcome::Warning);
        QCOMPARE(step.remedy, u"ALTER TABLE [dbo].[orders] ENABLE CHANGE_TRACKING;"_s);
        state.schema.columns[0].keyOrdinal = 0;
        step = tableStep(state, database(), {});
        QCOMPARE(step.outcome, CheckOutcome::Warning);
        QVERIFY(step.remedy.startsWith(u"ALTER TABLE [dbo].[orders] ADD PRIMARY KEY"_s));
    }

    void aTypeThatCannotBeReadIsBad()
    {
        TableState state = table();
        state.schema.columns += ColumnInfo{ u"odd"_s, u"holo"_s, 4, 0, 0, true, false, 0, {} };
        const CheckStep step = tableStep(state, database(), {});
        QCOMPARE(step.outcome, CheckOutcome::Bad);
        QVERIFY(step.text.contains(u"holo"_s));
    }

    void encryptionIsJudgedByTheServersWordFirst_data()
    {
        QTest::addColumn<int>("encrypted"); // -1: not known
        QTest::addColumn<bool>("required");
        QTest::addColumn<bool>("verified");
        QTest::addColumn<bool>("good");
        QTest::addColumn<bool>("remedy");
        QTest::newRow("verified") << 1 << true << true << true << false;
        QTest::newRow("not verified") << 1 << true << false << false << true;
        QTest::newRow("plain") << 0 << false << true << false << true;
        QTest::newRow("required, not to be asked") << -1 << true << true << true << false;
        QTest::newRow("optional, not to be asked") << -1 << false << true << false << true;
    }
    void encryptionIsJudgedByTheServersWordFirst()
    {
        QFETCH(int, encrypted);
        QFETCH(bool, required);
        QFETCH(bool, verified);
        QFETCH(bool, good);
        QFETCH(bool, remedy);
        const CheckStep step =
            encryptionStep(encrypted < 0 ? std::nullopt : std::optional(encrypted == 1), required, verified);
        QCOMPARE(step.outcome, good ? CheckOutcome::Good : CheckOutcome::Warning);
        QCOMPARE(!step.remedy.isEmpty(), remedy);
    }

    void aConnectionTestNamesDatabaseLoginAndUser()
    {
        const QList<CheckStep> steps = connectionSteps(facts(), u"shop"_s, 0.5);
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps[0].text, u"The database shop is open for the login eve, as user eve."_s);
        QCOMPARE(steps[0].seconds, 0.5);
        QCOMPARE(steps[1].text, u"Microsoft SQL Server 2019"_s);
    }

    void readsServerFacts()
    {
        const ResultRows rows{ { u"product_version"_s, u"edition"_s, u"version_text"_s, u"updateability"_s,
                                   u"login_name"_s, u"user_name"_s },
            { { u"16.0.1"_s, u"Developer"_s, u"Microsoft SQL Server 2022 (RTM)\n\tOct 2022"_s, u"READ_ONLY"_s,
                u"l"_s, u"u"_s } } };
        const Result<ServerFacts> read = decodeServerFacts(rows);
        QVERIFY(read.has_value());
        QCOMPARE(read->versionText, u"Microsoft SQL Server 2022 (RTM)"_s);
        QVERIFY(read->readOnly);
        QCOMPARE(read->user, u"u"_s);
        QVERIFY(!decodeServerFacts({ rows.columns, {} }).has_value());
    }
};

QTEST_GUILESS_MAIN(ReadinessTest)
#include "tst_readiness.moc"
