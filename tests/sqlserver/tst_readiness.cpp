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
    static CheckStep find(const QList<CheckStep> &steps, const QString &name)
    {
        const auto it = std::find_if(
            steps.cbegin(), steps.cend(), [&](const CheckStep &s) { return s.name.startsWith(name); });
        return it == steps.cend() ? CheckStep{ u"missing"_s, CheckOutcome::Bad, {}, {}, 0 } : *it;
    }

    /// The statements of a step, those that need a decision with a question mark; else its advice.
    static QString remedy(const CheckStep &step)
    {
        QStringList lines;
        for (const RepairStatement &repair : step.repairs)
            lines += repair.sql + (repair.caution.isEmpty() ? QString() : u" ?"_s);
        return lines.isEmpty() ? step.advice : lines.join(u'\n');
    }

private slots:
    void aReadyDatabaseHasGoodStepsOnly()
    {
        const QList<CheckStep> steps = databaseSteps(facts(), database());
        QCOMPARE(steps.size(), 5);
        for (const CheckStep &step : steps) {
            QVERIFY2(step.outcome == CheckOutcome::Good, qPrintable(step.text));
            QVERIFY2(step.advice.isEmpty() && step.repairs.isEmpty(), qPrintable(step.name));
            QVERIFY2(!step.why.isEmpty(), qPrintable(step.name));
            QCOMPARE(step.place(), u"sh]op"_s);
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
        QCOMPARE(remedy(find(steps, u"change tracking"_s)),
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
            << u"replica"_s << u"replica"_s
            << u"Connect to the primary replica, and do not set ApplicationIntent=ReadOnly."_s;
    }
    void warnsOfWhatIsWeak()
    {
        QFETCH(QString, what);
        QFETCH(QString, step);
        DatabaseState state = database();
        ServerFacts server = facts();
        if (what == u"retention")
            state.retention = 47h;
        else if (what == u"cleanup")
            state.autoCleanup = false;
        else if (what == u"snapshot")
            state.snapshotAllowed = false;
        else
            server.readOnly = true;
        const QList<CheckStep> steps = databaseSteps(server, state);
        QCOMPARE(find(steps, step).outcome, CheckOutcome::Warning);
        QTEST(remedy(find(steps, step)), "remedy");
        QCOMPARE(std::count_if(steps.cbegin(), steps.cend(),
                     [](const CheckStep &s) { return s.outcome != CheckOutcome::Good; }),
            1);
    }

    void anOldServerIsAWarning()
    {
        ServerFacts server = facts();
        QCOMPARE(versionStep(server).outcome, CheckOutcome::Good);
        server.productVersion = u"12.0.1"_s;
        QCOMPARE(versionStep(server).outcome, CheckOutcome::Warning);
    }

    void retentionIsSaidInWords_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("text");
        QTest::newRow("days") << 48 * 60 << u" 2 days."_s;
        QTest::newRow("a day") << 24 * 60 << u" 1 day."_s;
        QTest::newRow("hours") << 47 * 60 << u" 47 hours."_s;
        QTest::newRow("an hour") << 60 << u" 1 hour."_s;
        QTest::newRow("minutes") << 90 << u" 90 minutes."_s;
        QTest::newRow("a minute") << 1 << u" 1 minute."_s;
    }

    void retentionIsSaidInWords()
    {
        QFETCH(int, minutes);
        QFETCH(QString, text);
        DatabaseState state = database();
        state.retention = std::chrono::minutes(minutes);
        const CheckStep step = find(databaseSteps(facts(), state), u"retention"_s);
        QVERIFY2(step.text.contains(text) && !step.text.contains(u"(s)"_s), qPrintable(step.text));
    }

    void whatTheLoginMayNotSeeIsSaid()
    {
        DatabaseState state = database();
        state.retention.reset();
        const QList<CheckStep> steps = databaseSteps(facts(), state);
        QVERIFY(find(steps, u"retention"_s).text.contains(u"may not see"_s));
        QVERIFY(find(steps, u"auto-cleanup"_s).text.contains(u"may not see"_s));
    }

    void aClosedDatabaseNeedsAUser_data()
    {
        QTest::addColumn<bool>("isListed");
        QTest::addColumn<bool>("isExternal");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("sql login")
            << true << false
            << u"CREATE USER [e]]ve] FOR LOGIN [e]]ve];\nGRANT SELECT, VIEW CHANGE TRACKING ON [dbo].[t] TO [e]]ve];"_s;
        QTest::newRow("entra")
            << true << true
            << u"CREATE USER [e]]ve] FROM EXTERNAL PROVIDER;\nGRANT SELECT, VIEW CHANGE TRACKING ON [dbo].[t] TO [e]]ve];"_s;
        QTest::newRow("perhaps there is none") << false << false << QString();
    }
    void aClosedDatabaseNeedsAUser()
    {
        QFETCH(bool, isListed);
        QFETCH(bool, isExternal);
        const SyncError error{ ErrorKind::Login, u"closed"_s, {}, 4060, false, {}, 0 };
        const CheckStep step = closedDatabaseStep(
            u"shop"_s, error, isListed, { u"e]ve"_s, isExternal }, { { u"shop"_s, u"dbo"_s, u"t"_s } });
        QCOMPARE(step.outcome, CheckOutcome::Bad);
        QTEST(remedy(step), "remedy");
        QCOMPARE(step.text.contains(u"closed"_s), !isListed);
    }

    void encryptionIsJudgedByTheServersWordFirst_data()
    {
        QTest::addColumn<int>("encrypted"); // -1: not known
        QTest::addColumn<bool>("required");
        QTest::addColumn<bool>("verified");
        QTest::addColumn<bool>("good");
        QTest::addColumn<bool>("advised");
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
        QFETCH(bool, advised);
        const CheckStep step =
            encryptionStep(encrypted < 0 ? std::nullopt : std::optional(encrypted == 1), required, verified);
        QCOMPARE(step.outcome, good ? CheckOutcome::Good : CheckOutcome::Warning);
        QCOMPARE(!step.advice.isEmpty(), advised);
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
