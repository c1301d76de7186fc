#include "enginebench.h"

#include <QtTest>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

/// Tables, rows and transactions through one session.
class EngineTest : public BenchTest {
    Q_OBJECT

private slots:
    void answersWithoutATable()
    {
        QCOMPARE(ask(u"SELECT 1"_s), u"1"_s);
        QCOMPARE(
            ask(u"SELECT DB_NAME(), @@TRANCOUNT, @@SPID"_s), u"shop|0|%1"_s.arg(m_session->session().spid()));
    }

    void runsComposedStatements_data()
    {
        QTest::addColumn<QString>("batch");
        QTest::addColumn<QString>("answer");
        const auto row = [](const QString &batch, const QString &answer) {
            QTest::newRow(qPrintable(batch)) << batch << answer;
        };
        row(u"EXEC sp_executesql N'SELECT 1'"_s, u"1"_s);
        row(u"DECLARE @s nvarchar(max) = N'SELECT @a'; EXEC sys.sp_executesql @s, N'@a decimal(9, 2)', 3"_s,
            u"3.00"_s);
        row(u"EXEC sp_executesql N'SELECT @a, @b', N'@a int, @b nvarchar(2)', @b = N'xyz', @a = -1"_s,
            u"-1|xy"_s);
        row(u"EXEC sp_executesql N'SELECT @a', N'@a int', @@TRANCOUNT"_s, u"0"_s);
        row(u"DECLARE @n int = 41; EXEC sp_executesql N'SET @i = @i + 1', N'@i int OUTPUT', @n OUTPUT; SELECT @n"_s,
            u"42"_s);
        row(u"DECLARE @n int = 41; EXEC sp_executesql N'SET @i = @i + 1', N'@i int', @n; SELECT @n"_s,
            u"41"_s);
        row(u"DECLARE @r int; EXEC @r = sp_executesql N'SELECT 7'; SELECT @r"_s, u"0"_s);
        row(u"DECLARE @r int; EXEC @r = practice.move_clock @minutes = 0; SELECT @r"_s, u"0"_s);
        row(u"EXEC @r = sp_executesql N'SELECT 7'"_s, u"137: Must declare the scalar variable \"@r\"."_s);
        row(u"DECLARE @n int; EXEC sp_executesql N'SELECT @n'"_s,
            u"137: Must declare the scalar variable \"@n\"."_s);
        row(u"EXEC sp_executesql N'SELECT @a', N'@a int', N'x'"_s,
            u"8114: Error converting data type nvarchar to int."_s);
        row(u"EXEC sp_executesql N'SELECT @a', N'@a int'"_s,
            u"8178: The parameterized query '(@a int)SELECT @a' expects the parameter '@a', which was not supplied."_s);
    }
    void runsComposedStatements()
    {
        QFETCH(QString, batch);
        QTEST(ask(batch), "answer");
    }

    void limitsRows()
    {
        QCOMPARE(ask(u"CREATE TABLE t (id int PRIMARY KEY)"_s), QString());
        QCOMPARE(ask(u"INSERT INTO t VALUES (1), (2), (3)"_s), QString());
        QCOMPARE(ask(u"SET ROWCOUNT 2"_s), QString());
        QCOMPARE(ask(u"SELECT id FROM t"_s), u"1\n2"_s);
        QCOMPARE(ask(u"SELECT id FROM t ORDER BY id DESC"_s), u"3\n2"_s);
        QCOMPARE(
            ask(u"DECLARE @n int; SELECT @n = id FROM t ORDER BY id; SELECT @n, @@ROWCOUNT"_s), u"2|2"_s);
        QCOMPARE(ask(u"EXEC practice.make_replay @name = N'big', @rows = 5000"_s), QString());
        QCOMPARE(m_session->run(u"SELECT * FROM replay.big"_s).replayed, 2);
        QCOMPARE(m_session->run(u"DELETE t"_s).firstError(), 40517);
        QCOMPARE(ask(u"SET ROWCOUNT 0"_s), QString());
        QCOMPARE(ask(u"SELECT id FROM t"_s), u"1\n2\n3"_s);
        QCOMPARE(m_session->run(u"SET ROWCOUNT -1"_s).firstError(), 102);
        QCOMPARE(m_session->run(u"SET ROWCOUNT 2"_s).firstError(), 0);
        m_session->session().reset();
        QCOMPARE(ask(u"SELECT COUNT(*) FROM shop.dbo.t"_s), u"3"_s);
        QCOMPARE(ask(u"SELECT id FROM shop.dbo.t"_s), u"1\n2\n3"_s);
    }

    void hasNoTemporaryTables()
    {
        QCOMPARE(
            ask(u"CREATE TABLE #t (id int)"_s), u"40510: The practice server has no temporary tables."_s);
        QCOMPARE(m_session->run(u"SELECT * FROM #t"_s).firstError(), 208);
    }

    void knowsEscapes()
    {
        QCOMPARE(ask(u"SELECT {ts '2024-02-29 13:14:15.123'}, {d '2024-02-29'}, {fn LEN(N'abc')}"_s),
            u"2024-02-29 13:14:15.123|2024-02-29 00:00:00.000|3"_s);
        QCOMPARE(m_session->run(u"SELECT {d '2024-02-30'}"_s).firstError(), 242);
        QCOMPARE(m_session->run(u"SELECT {d '2024-02-29'"_s).firstError(), 102);
        QCOMPARE(m_session->run(u"SELECT {guess '2024-02-29'}"_s).firstError(), 102);
    }

    void keepsRows()
    {
        QCOMPARE(ask(u"CREATE TABLE t (id int PRIMARY KEY, name nvarchar(20) NULL, price decimal(10,2))"_s),
            QString());
        QCOMPARE(ask(u"INSERT INTO t VALUES (1, N'één', 1.5), (2, NULL, 2)"_s), QString());
        QCOMPARE(ask(u"INSERT t (price, id) SELECT 3.25, 3"_s), QString());
        QCOMPARE(ask(u"SELECT * FROM t ORDER BY id"_s), u"1|één|1.50\n2|NULL|2.00\n3|NULL|3.25"_s);
        QCOMPARE(ask(u"UPDATE t SET price = price * 2, name = N'x' WHERE id >= 2"_s), QString());
        QCOMPARE(ask(u"DELETE t WHERE id = 1"_s), QString());
        QCOMPARE(ask(u"SELECT * FROM dbo.t ORDER BY id"_s), u"2|x|4.00\n3|x|6.50"_s);
    }

    /// As freebcp and drivers that describe before they execute ask.
    void givesColumnsAlone()
    {
        QCOMPARE(ask(u"CREATE TABLE t (id int PRIMARY KEY, name nvarchar(20)); INSERT t VALUES (1, N'a')"_s),
            QString());
        const Answer answer = m_session->run(u"SET FMTONLY ON select * from t SET FMTONLY OFF"_s);
        QCOMPARE(answer.errorText(), QString());
        QCOMPARE(answer.results.size(), 1U);
        QCOMPARE(answer.results[0].columns.size(), 2);
        QCOMPARE(answer.results[0].columns[1].name, u"name"_s);
        QCOMPARE(answer.results[0].rows.size(), 0U);
        QCOMPARE(ask(u"SELECT * FROM t"_s), u"1|a"_s);

        const Answer branches = m_session->run(
            u"SET FMTONLY ON; DELETE FROM t; IF 1 = 2 SELECT id FROM t ELSE SELECT name, id FROM t"_s);
        QCOMPARE(branches.errorText(), QString());
        QCOMPARE(branches.results.size(), 2U);
        QCOMPARE(branches.results[1].columns.size(), 2);
        QCOMPARE(ask(u"SET FMTONLY OFF; SELECT count(*) FROM t"_s), u"1"_s);

        QCOMPARE(ask(u"EXEC practice.make_replay @name = N'm', @rows = 10, @shape = N'mixed'"_s), QString());
        const Answer replay = m_session->run(u"SET FMTONLY ON SELECT * FROM replay.m SET FMTONLY OFF"_s);
        QCOMPARE(replay.errorText(), QString());
        QCOMPARE(replay.results.size(), 1U);
        QCOMPARE(replay.results[0].columns.size(), 10);
        QCOMPARE(replay.replayed, 0);
    }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
