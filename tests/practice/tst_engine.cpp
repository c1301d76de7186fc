#include "enginebench.h"

#include <QtTest>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

/// Tables, rows and transactions through one session.
class EngineTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<EngineBench> m_bench;
    std::unique_ptr<BenchSession> m_session;

    QString ask(const QString &batch)
    {
        const Answer answer = m_session->run(batch);
        return answer.firstError() != 0 ? answer.errorText() : answer.table();
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<EngineBench>();
        QVERIFY2(m_bench->isOpen(), qPrintable(m_bench->failure()));
        m_session = m_bench->login(u"master"_s);
        QVERIFY(m_session);
        QCOMPARE(ask(u"CREATE DATABASE shop"_s), QString());
        QCOMPARE(ask(u"USE shop"_s), QString());
    }
    void cleanup()
    {
        m_session.reset();
        m_bench.reset();
    }

    void answersWithoutATable()
    {
        QCOMPARE(ask(u"SELECT 1"_s), u"1"_s);
        QCOMPARE(
            ask(u"SELECT DB_NAME(), @@TRANCOUNT, @@SPID"_s), u"shop|0|%1"_s.arg(m_session->session().spid()));
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
