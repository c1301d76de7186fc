#include "enginebench.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

/// Transactions of several sessions: what they see of each other and how writers take turns.
class IsolationTest : public BenchTest {
    Q_OBJECT

private:
    std::unique_ptr<BenchSession> m_first;
    std::unique_ptr<BenchSession> m_second;

    QString script() const override
    {
        return u"CREATE DATABASE depot\nGO\nALTER DATABASE shop SET CHANGE_TRACKING = ON\nGO\n"
               "ALTER DATABASE shop SET ALLOW_SNAPSHOT_ISOLATION ON\nGO\n"
               "CREATE TABLE t (id int PRIMARY KEY, a int);\n"
               "CREATE TABLE big (id int PRIMARY KEY, a int);\n"
               "ALTER TABLE t ENABLE CHANGE_TRACKING;\n"
               "INSERT t VALUES (1, 10), (2, 20);\nGO\n"
               "USE depot; CREATE TABLE t (id int PRIMARY KEY, a int); INSERT t VALUES (1, 1);"_s;
    }

    QString first(const QString &batch) { return m_first->ask(batch); }
    QString second(const QString &batch) { return m_second->ask(batch); }
    int firstError(const QString &batch) { return m_first->run(batch).firstError(); }
    int secondError(const QString &batch) { return m_second->run(batch).firstError(); }

private slots:
    void init()
    {
        BenchTest::init();
        m_session.reset();
        m_first = m_bench->login(u"shop"_s);
        m_second = m_bench->login(u"shop"_s);
    }
    void cleanup()
    {
        m_first.reset();
        m_second.reset();
        BenchTest::cleanup();
    }

    void transactionsNest()
    {
        const Answer answer = m_first->run(
            u"BEGIN TRAN; BEGIN TRAN; SELECT @@TRANCOUNT; UPDATE t SET a = 0; COMMIT; SELECT @@TRANCOUNT"_s);
        QCOMPARE(answer.value(), u"1"_s);
        QCOMPARE(answer.events, QStringList{ u"began"_s });
        QVERIFY(m_first->session().transaction() != 0);
        QCOMPARE(second(u"SELECT SUM(a) FROM t"_s), u"30"_s);
        QCOMPARE(m_first->run(u"ROLLBACK"_s).events, QStringList{ u"rolled back"_s });
        QCOMPARE(m_first->session().transaction(), 0U);
        QCOMPARE(second(u"SELECT SUM(a) FROM t"_s), u"30"_s);
        QCOMPARE(firstError(u"COMMIT"_s), 3902);
        QCOMPARE(firstError(u"ROLLBACK"_s), 3903);
    }

    void savepoints()
    {
        QCOMPARE(first(u"BEGIN TRAN; SAVE TRAN empty; UPDATE t SET a = 11 WHERE id = 1; SAVE TRAN one; "
                       "UPDATE t SET a = 12 WHERE id = 1; ROLLBACK TRAN one; SELECT a FROM t WHERE id = 1"_s),
            u"11"_s);
        QCOMPARE(first(u"ROLLBACK TRAN empty; SELECT a FROM t WHERE id = 1"_s), u"10"_s);
        QCOMPARE(first(u"UPDATE t SET a = 13 WHERE id = 1; COMMIT; SELECT a FROM t WHERE id = 1"_s), u"13"_s);
        QCOMPARE(firstError(u"BEGIN TRAN; ROLLBACK TRAN nowhere"_s), 6401);
    }

    void definitionsRollBack()
    {
        QCOMPARE(first(u"BEGIN TRAN; CREATE TABLE fresh (id int); INSERT fresh VALUES (1); DROP TABLE t; "
                       "SELECT COUNT(*) FROM fresh"_s),
            u"1"_s);
        QCOMPARE(second(u"SELECT COUNT(*) FROM t"_s), u"2"_s);
        QCOMPARE(secondError(u"SELECT * FROM fresh"_s), 208);
        QCOMPARE(first(u"ROLLBACK; SELECT COUNT(*) FROM t"_s), u"2"_s);
        QCOMPARE(firstError(u"SELECT * FROM fresh"_s), 208);
    }

    void aStatementFailsAlone()
    {
        QCOMPARE(firstError(u"BEGIN TRAN; INSERT t VALUES (3, 30); INSERT t VALUES (4, 40), (1, 0)"_s), 2627);
        QCOMPARE(first(u"SELECT COUNT(*) FROM t"_s), u"3"_s);
        QCOMPARE(first(u"COMMIT; SELECT COUNT(*) FROM t"_s), u"3"_s);
        // With XACT_ABORT it takes the transaction along.
        const Answer answer =
            m_first->run(u"SET XACT_ABORT ON; BEGIN TRAN; INSERT t VALUES (5, 50); INSERT t VALUES (1, 0)"_s);
        QCOMPARE(answer.events, QStringList({ u"began"_s, u"rolled back"_s }));
        QCOMPARE(first(u"SELECT COUNT(*) FROM t"_s), u"3"_s);
    }

    void writersTakeTurns()
    {
        QCOMPARE(first(u"BEGIN TRAN; UPDATE t SET a = 11 WHERE id = 1"_s), QString());
        // Readers see what was committed, and do not wait.
        QCOMPARE(second(u"SELECT a FROM t WHERE id = 1"_s), u"10"_s);
        QCOMPARE(secondError(u"SET LOCK_TIMEOUT 0; UPDATE t SET a = 21 WHERE id = 2"_s), 1222);
        QCOMPARE(secondError(u"SET LOCK_TIMEOUT 100; UPDATE t SET a = 21 WHERE id = 2"_s), 1222);
        // Another database has a turn of its own.
        QCOMPARE(second(u"UPDATE depot.dbo.t SET a = 2; SELECT a FROM depot.dbo.t"_s), u"2"_s);
        std::atomic<bool> waited = false;
        std::thread writer([&] {
            const Answer answer =
                m_second->run(u"SET LOCK_TIMEOUT -1; UPDATE t SET a = a + 1 WHERE id = 1"_s);
            waited = answer.firstError() == 0;
        });
        QCOMPARE(first(u"COMMIT"_s), QString());
        writer.join();
        QVERIFY(waited);
        QCOMPARE(first(u"SELECT a FROM t WHERE id = 1"_s), u"12"_s);
    }

    void deadlocksEnd()
    {
        QCOMPARE(first(u"BEGIN TRAN; UPDATE t SET a = 1"_s), QString());
        QCOMPARE(second(u"BEGIN TRAN; UPDATE depot.dbo.t SET a = 1"_s), QString());
        std::atomic<int> firstNumber = -1;
        std::thread waiting([&] { firstNumber = firstError(u"UPDATE depot.dbo.t SET a = 2"_s); });
        // One of the two is the victim; the other goes on.
        const int secondNumber = secondError(u"UPDATE t SET a = 2"_s);
        if (secondNumber == 0)
            QCOMPARE(secondError(u"COMMIT"_s), 0);
        waiting.join();
        QCOMPARE(std::max<int>(firstNumber, secondNumber), 1205);
        QCOMPARE(std::min<int>(firstNumber, secondNumber), 0);
    }

    void manyWritersLoseNothing()
    {
        constexpr int writers = 6;
        constexpr int rounds = 40;
        std::vector<std::thread> threads;
        std::atomic<int> failures = 0;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                const auto session = m_bench->login(u"shop"_s);
                for (int round = 0; round < rounds; ++round) {
                    const Answer answer = session->run(
                        u"BEGIN TRAN; UPDATE t SET a = a + 1 WHERE id = 1; INSERT big VALUES (%1, 0); COMMIT"_s
                            .arg(writer * 1000 + round));
                    if (answer.firstError() != 0)
                        ++failures;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(first(u"SELECT a FROM t WHERE id = 1"_s), QString::number(10 + writers * rounds));
        QCOMPARE(first(u"SELECT COUNT(*) FROM big"_s), QString::number(writers * rounds));
        // The insert into t of init() was the first version.
        QCOMPARE(first(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s), QString::number(1 + writers * rounds));
        QCOMPARE(first(u"SELECT rows FROM sys.partitions WHERE object_id = OBJECT_ID(N'big')"_s),
            QString::number(writers * rounds));
    }

    void aSnapshotStandsStill()
    {
        QCOMPARE(first(u"SET TRANSACTION ISOLATION LEVEL SNAPSHOT"_s), QString());
        QCOMPARE(first(u"BEGIN TRANSACTION"_s), QString());
        // It begins with the first access, not with BEGIN.
        QCOMPARE(second(u"UPDATE t SET a = 11 WHERE id = 1"_s), QString());
        QCOMPARE(first(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s), u"2"_s);
        QCOMPARE(
            second(u"UPDATE t SET a = 12 WHERE id = 1; DELETE t WHERE id = 2; INSERT t VALUES (3, 30)"_s),
            QString());
        QCOMPARE(second(u"EXEC practice.cleanup"_s), QString());
        QCOMPARE(first(u"SELECT * FROM t"_s), u"1|11\n2|20"_s);
        QCOMPARE(first(u"SELECT CHANGE_TRACKING_CURRENT_VERSION(), "
                       "CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(N't'))"_s),
            u"2|0"_s);
        QCOMPARE(first(u"SELECT SYS_CHANGE_VERSION, id FROM CHANGETABLE(CHANGES t, 1) AS c"_s), u"2|1"_s);
        QCOMPARE(first(u"COMMIT TRANSACTION; SELECT COUNT(*), MAX(a) FROM t"_s), u"2|30"_s);
    }

    void aSnapshotMustBeAllowed()
    {
        QCOMPARE(first(u"USE depot; SET TRANSACTION ISOLATION LEVEL SNAPSHOT; BEGIN TRAN"_s), QString());
        const Answer refused = m_first->run(u"SELECT * FROM t"_s);
        QCOMPARE(refused.firstError(), 3952);
        QCOMPARE(refused.events, QStringList{ u"rolled back"_s });
        QCOMPARE(first(u"SELECT @@TRANCOUNT"_s), u"0"_s);
        QCOMPARE(firstError(u"SELECT * FROM t"_s), 3952);
        QCOMPARE(first(u"SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SELECT COUNT(*) FROM t"_s), u"1"_s);
    }

    /// Definitions have no versions: after DDL of another transaction a snapshot cannot read the table.
    void aSnapshotNeedsItsDefinitions_data()
    {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<int>("number");
        const auto row = [](const QString &definition, int number) {
            QTest::newRow(qPrintable(definition)) << definition << number;
        };
        row(u"ALTER TABLE t ADD b int"_s, 3961);
        row(u"ALTER TABLE t DISABLE CHANGE_TRACKING"_s, 3961);
        row(u"CREATE INDEX i ON t (a)"_s, 3961);
        row(u"TRUNCATE TABLE t"_s, 3961);
        row(u"DROP TABLE t"_s, 3961);
        row(u"DROP TABLE t; CREATE TABLE t (id int)"_s, 3961);
        row(u"ALTER TABLE big ADD b int"_s, 0);
        row(u"BEGIN TRAN; ALTER TABLE t ADD b int; ROLLBACK"_s, 0);
        row(u"BEGIN TRAN; SAVE TRAN s; ALTER TABLE t ADD b int; ROLLBACK TRAN s; COMMIT"_s, 0);
        row(u"INSERT t VALUES (3, 30)"_s, 0);
        row(u"EXEC practice.cleanup"_s, 0);
        row(u"GRANT SELECT ON t TO public"_s, 0);
    }
    void aSnapshotNeedsItsDefinitions()
    {
        QFETCH(QString, definition);
        QFETCH(int, number);
        QCOMPARE(
            first(u"SET TRANSACTION ISOLATION LEVEL SNAPSHOT; BEGIN TRAN; SELECT COUNT(*) FROM t"_s), u"2"_s);
        QCOMPARE(second(definition), QString());
        const Answer answer = m_first->run(u"SELECT COUNT(*) FROM t"_s);
        QCOMPARE(answer.firstError(), number);
        QCOMPARE(answer.events, number == 0 ? QStringList() : QStringList{ u"rolled back"_s });
        // The next snapshot knows what there is.
        QCOMPARE(first(u"IF @@TRANCOUNT > 0 COMMIT TRAN"_s), QString());
        if (!definition.startsWith(u"DROP TABLE t"_s))
            QCOMPARE(firstError(u"BEGIN TRAN; SELECT COUNT(*) FROM t; COMMIT"_s), 0);
    }

    void aTransactionCannotTurnIntoASnapshot()
    {
        QCOMPARE(first(u"BEGIN TRAN; SELECT COUNT(*) FROM t"_s), u"2"_s);
        QCOMPARE(firstError(u"SET TRANSACTION ISOLATION LEVEL SNAPSHOT; SELECT COUNT(*) FROM t"_s), 3951);
    }

    void aSnapshotThatWritesMayConflict()
    {
        QCOMPARE(
            first(u"SET TRANSACTION ISOLATION LEVEL SNAPSHOT; BEGIN TRAN; SELECT COUNT(*) FROM t"_s), u"2"_s);
        QCOMPARE(second(u"UPDATE t SET a = 0 WHERE id = 1"_s), QString());
        const Answer answer = m_first->run(u"UPDATE t SET a = 1 WHERE id = 1"_s);
        QCOMPARE(answer.firstError(), 3960);
        QCOMPARE(answer.events, QStringList{ u"rolled back"_s });
        // Without a conflict it may write.
        QCOMPARE(first(u"BEGIN TRAN; SELECT COUNT(*) FROM t"_s), u"2"_s);
        QCOMPARE(first(u"UPDATE t SET a = 5 WHERE id = 1; COMMIT; SELECT a FROM t WHERE id = 1"_s), u"5"_s);
    }

    /// A scan under READ COMMITTED is no moment in time: rows changed behind it are seen changed.
    void aScanMayBeTorn_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("seen"); // of the last row
        QTest::newRow("read committed") << u"READ COMMITTED"_s << u"1"_s;
        QTest::newRow("snapshot") << u"SNAPSHOT"_s << u"0"_s;
    }
    void aScanMayBeTorn()
    {
        QFETCH(QString, level);
        QString rows;
        for (int i = 1; i <= 2000; ++i)
            rows += (i > 1 ? u", ("_s : u"("_s) + QString::number(i) + u", 0)"_s;
        QCOMPARE(second(u"INSERT big VALUES "_s + rows.left(rows.indexOf(u", (1001,"_s))), QString());
        QCOMPARE(second(u"INSERT big VALUES "_s + rows.mid(rows.indexOf(u"(1001,"_s))), QString());
        QCOMPARE(second(u"EXEC practice.fault 'script', @statement = N'FROM big', @row = 10, "
                        "@script = N'UPDATE dbo.big SET a = 1'"_s),
            QString());
        const Answer answer =
            m_first->run(u"SET TRANSACTION ISOLATION LEVEL %1; SELECT * FROM big"_s.arg(level));
        QCOMPARE(answer.errorText(), QString());
        const std::vector<SqlRow> &seen = answer.results.back().rows;
        QCOMPARE(seen.size(), 2000U);
        QCOMPARE(shown(seen.front()[1], SqlType{ TypeId::Int }), u"0"_s);
        QTEST(shown(seen.back()[1], SqlType{ TypeId::Int }), "seen");
    }

    /// CHANGETABLE's rows come first, the table's later.
    void changesMayBeTorn_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("seen");
        QTest::newRow("read committed") << u"READ COMMITTED"_s << u"2|I|NULL|NULL"_s;
        QTest::newRow("snapshot") << u"SNAPSHOT"_s << u"2|I|3|30"_s;
    }
    void changesMayBeTorn()
    {
        QFETCH(QString, level);
        QCOMPARE(second(u"INSERT t VALUES (3, 30)"_s), QString());
        QCOMPARE(second(u"EXEC practice.fault 'script', @statement = N'CHANGETABLE', @row = 0, "
                        "@script = N'DELETE dbo.t WHERE id = 3'"_s),
            QString());
        const Answer answer =
            m_first->run(u"SET TRANSACTION ISOLATION LEVEL %1; SELECT c.SYS_CHANGE_VERSION, "
                         u"c.SYS_CHANGE_OPERATION, t.id, t.a "
                         "FROM CHANGETABLE(CHANGES t, 1) AS c LEFT JOIN t ON t.id = c.id"_s.arg(level));
        QCOMPARE(answer.errorText(), QString());
        QTEST(answer.table(), "seen");
    }

    void readCommittedSnapshotIsOneMoment()
    {
        QCOMPARE(second(u"ALTER DATABASE shop SET READ_COMMITTED_SNAPSHOT ON"_s), QString());
        QCOMPARE(second(u"INSERT t VALUES (3, 30)"_s), QString());
        QCOMPARE(second(u"EXEC practice.fault 'script', @statement = N'CHANGETABLE', @row = 0, "
                        "@script = N'DELETE dbo.t WHERE id = 3'"_s),
            QString());
        QCOMPARE(
            first(u"SELECT c.SYS_CHANGE_OPERATION, t.a FROM CHANGETABLE(CHANGES t, 1) AS c LEFT JOIN t ON "
                  "t.id = c.id"_s),
            u"I|30"_s);
        // The next statement sees the next moment, in a transaction too.
        QCOMPARE(first(u"BEGIN TRAN; SELECT COUNT(*) FROM t"_s), u"2"_s);
        QCOMPARE(second(u"INSERT t VALUES (4, 40)"_s), QString());
        QCOMPARE(first(u"SELECT COUNT(*) FROM t; COMMIT"_s), u"3"_s);
    }

    void serializableKeepsWritersOut()
    {
        QCOMPARE(first(u"SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; BEGIN TRAN; SELECT COUNT(*) FROM t"_s),
            u"2"_s);
        QCOMPARE(secondError(u"SET LOCK_TIMEOUT 50; INSERT t VALUES (3, 30)"_s), 1222);
        QCOMPARE(first(u"COMMIT"_s), QString());
        QCOMPARE(secondError(u"INSERT t VALUES (3, 30)"_s), 0);
    }

    void aDroppedSessionRollsBack()
    {
        QCOMPARE(first(u"BEGIN TRAN; DELETE t"_s), QString());
        m_first.reset();
        QCOMPARE(second(u"SET LOCK_TIMEOUT 0; UPDATE t SET a = 1; SELECT COUNT(*) FROM t"_s), u"2"_s);
    }

    void resetForgets()
    {
        QCOMPARE(
            first(u"SET TRANSACTION ISOLATION LEVEL SNAPSHOT; SET LOCK_TIMEOUT 5; USE depot; BEGIN TRAN; "
                  "SELECT @@LOCK_TIMEOUT"_s),
            u"5"_s);
        m_first->session().reset();
        QCOMPARE(first(u"SELECT @@LOCK_TIMEOUT, @@TRANCOUNT, DB_NAME()"_s), u"-1|0|shop"_s);
    }

    void transactionRequestByName()
    {
        CollectingSink sink;
        m_first->session().beginTransaction(0, u"outer"_s, sink);
        QCOMPARE(first(u"DELETE t"_s), QString());
        QCOMPARE(first(u"ROLLBACK TRANSACTION [outer]"_s), QString());
        QCOMPARE(first(u"SELECT COUNT(*), @@TRANCOUNT FROM t"_s), u"2|0"_s);
    }

    void transactionRequests()
    {
        CollectingSink sink;
        m_first->session().beginTransaction(5, {}, sink);
        QCOMPARE(first(u"SELECT COUNT(*), @@TRANCOUNT FROM t"_s), u"2|1"_s);
        QCOMPARE(second(u"DELETE t"_s), QString());
        QCOMPARE(first(u"SELECT COUNT(*) FROM t"_s), u"2"_s);
        m_first->session().endTransaction(true, true, sink);
        QCOMPARE(first(u"SELECT COUNT(*), @@TRANCOUNT FROM t"_s), u"0|1"_s);
        m_first->session().endTransaction(false, false, sink);
        QCOMPARE(
            sink.answer.events, QStringList({ u"began"_s, u"committed"_s, u"began"_s, u"rolled back"_s }));
        QCOMPARE(sink.answer.counts.size(), 3U); // one end for each request
    }
};

QTEST_GUILESS_MAIN(IsolationTest)
#include "tst_isolation.moc"
