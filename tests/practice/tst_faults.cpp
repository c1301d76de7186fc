#include "enginebench.h"

#include <QtTest>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

/// Faults of the SQL side, armed over one session and met by another.
class FaultsTest : public BenchTest {
    Q_OBJECT

private:
    std::unique_ptr<BenchSession> m_client;

    QString script() const override
    {
        return u"ALTER DATABASE shop SET CHANGE_TRACKING = ON\nGO\n"
               "CREATE TABLE t (id int PRIMARY KEY, a int); ALTER TABLE t ENABLE CHANGE_TRACKING;\n"
               "INSERT t VALUES (1, 10), (2, 20), (3, 30), (4, 40)"_s;
    }

    void arm(const QString &arguments)
    {
        QCOMPARE(m_session->run(u"EXEC practice.fault "_s + arguments).errorText(), QString());
    }

private slots:
    void init()
    {
        BenchTest::init();
        m_client = m_bench->login(u"shop"_s);
    }
    void cleanup()
    {
        m_client.reset();
        BenchTest::cleanup();
    }

    void anErrorAtARow()
    {
        arm(u"'error', @statement = N'FROM t', @row = 3, @number = 1205"_s);
        const Answer answer = m_client->run(u"SELECT * FROM t"_s);
        QCOMPARE(answer.firstError(), 1205);
        QCOMPARE(answer.table(), u"1|10\n2|20"_s);
        QCOMPARE(m_client->ask(u"SELECT COUNT(*) FROM t"_s), u"4"_s); // once only
    }

    void anErrorBeforeTheBatch()
    {
        arm(u"'error', @statement = N'COUNT', @number = 40501, @times = 2, @skip = 1"_s);
        const QString count = u"SELECT COUNT(*) FROM t"_s;
        QCOMPARE(m_client->ask(count), u"4"_s);
        QCOMPARE(m_client->run(count).firstError(), 40501);
        QCOMPARE(m_client->ask(u"SELECT 1"_s), u"1"_s);
        QCOMPARE(m_client->run(count).firstError(), 40501);
        QCOMPARE(m_client->ask(count), u"4"_s);
    }

    void aDeadlockRollsBack()
    {
        QCOMPARE(m_client->ask(u"BEGIN TRAN; DELETE t"_s), QString());
        arm(u"'error', @statement = N'SELECT', @row = 0, @number = 1205"_s);
        QCOMPARE(m_client->run(u"SELECT 1"_s).events, QStringList{ u"rolled back"_s });
        QCOMPARE(m_client->ask(u"SELECT COUNT(*), @@TRANCOUNT FROM t"_s), u"4|0"_s);
    }

    void cleanupBetweenTwoStatements()
    {
        arm(u"'script', @statement = N'CHANGETABLE', @script = N'EXEC practice.cleanup N''dbo.t'''"_s);
        QCOMPARE(m_client->ask(u"SELECT CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(N't'))"_s), u"0"_s);
        QCOMPARE(m_client->ask(u"SELECT COUNT(*) FROM CHANGETABLE(CHANGES t, 0) AS c"_s), u"0"_s);
        QCOMPARE(m_client->ask(u"SELECT CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(N't'))"_s), u"1"_s);
    }

    void truncateInMidRead()
    {
        arm(u"'script', @statement = N'CHANGETABLE', @row = 0, @script = N'TRUNCATE TABLE dbo.t'"_s);
        QCOMPARE(m_client->ask(
                     u"SELECT c.SYS_CHANGE_OPERATION, t.id FROM CHANGETABLE(CHANGES t, 0) AS c LEFT JOIN t "
                     "ON t.id = c.id WHERE c.id < 3"_s),
            u"I|NULL\nI|NULL"_s);
    }

    void aFailedScriptSaysSo()
    {
        arm(u"'script', @statement = N'SELECT', @script = N'DROP TABLE nowhere'"_s);
        QVERIFY(m_client->run(u"SELECT 1"_s).errorText().contains(u"nowhere"_s));
    }

    void refusedLogins()
    {
        arm(u"'login', @number = 40613, @times = 2"_s);
        QVERIFY(!m_bench->login(u"shop"_s));
        QCOMPARE(m_bench->refusal().front().number, 40613);
        QVERIFY(!m_bench->login(u"shop"_s));
        QVERIFY(m_bench->login(u"shop"_s));
        arm(u"'login', @seconds = 3600"_s);
        QVERIFY(!m_bench->login(u"shop"_s));
        QVERIFY(!m_bench->login(u"shop"_s));
        arm(u"'clear'"_s);
        QVERIFY(m_bench->login(u"shop"_s));
    }

    void refusalsAsServersSayThem()
    {
        arm(u"'login', @number = 4060"_s);
        QVERIFY(!m_bench->login(u"shop"_s));
        QCOMPARE(m_bench->refusal().front().number, 4060);
        QCOMPARE(m_bench->refusal().back().number, 18456);
        arm(u"'login', @number = 40615"_s);
        QVERIFY(!m_bench->login(u"shop"_s));
        QVERIFY(m_bench->refusal().front().text.contains(u"127.0.0.1"_s));
    }

    void aSevereErrorEndsTheBatch()
    {
        arm(u"'error', @statement = N'FROM t', @row = 2, @number = 823, @severity = 24"_s);
        const Answer answer = m_client->run(u"SELECT * FROM t; SELECT 5"_s);
        QCOMPARE(answer.messages.front().severity, 24);
        QCOMPARE(answer.table(), u"1|10"_s);
        arm(u"'error', @statement = N'FROM t', @row = 2, @number = 596, @severity = 21"_s);
        QCOMPARE(m_client->run(u"SELECT * FROM t; SELECT 5"_s).results.size(), 1U);
    }

    void readingASecondary()
    {
        arm(u"'secondary'"_s);
        const QString changes = u"SELECT COUNT(*) FROM CHANGETABLE(CHANGES t, 0) AS c"_s;
        QCOMPARE(m_client->run(changes).firstError(), 22117);
        QVERIFY(
            m_client->run(changes).errorText().contains(u"Run change tracking queries on the databases in "
                                                        "the primary availability replica."_s));
        QCOMPARE(m_client->ask(u"SELECT COUNT(*) FROM t"_s), u"4"_s);
        arm(u"'clear'"_s);
        QCOMPARE(m_client->ask(changes), u"4"_s);
    }

    /// The error about a wrong kind is where a person looks them up.
    void everyKindIsTold()
    {
        const QString text = m_session->run(u"EXEC practice.fault 'flood'"_s).errorText();
        for (const QString &kind : { u"attention"_s, u"clear"_s, u"close"_s, u"delay"_s, u"error"_s,
                 u"expired_certificate"_s, u"half"_s, u"login"_s, u"no_tls"_s, u"reset"_s, u"route"_s,
                 u"script"_s, u"secondary"_s, u"stall"_s, u"wrong_certificate"_s })
            QVERIFY2(text.contains(kind), qPrintable(text + u" lacks "_s + kind));
    }

    void wrongCalls_data()
    {
        QTest::addColumn<QString>("batch");
        QTest::addColumn<int>("number");
        QTest::newRow("no kind") << u"EXEC practice.fault 'flood'"_s << 50000;
        QTest::newRow("no number") << u"EXEC practice.fault 'error'"_s << 201;
        QTest::newRow("no script") << u"EXEC practice.fault @kind = 'script'"_s << 201;
        QTest::newRow("no digit") << u"EXEC practice.fault 'close', @row = N'ten'"_s << 8114;
        QTest::newRow("no milliseconds") << u"EXEC practice.fault 'delay'"_s << 201;
        QTest::newRow("no port") << u"EXEC practice.fault 'route'"_s << 201;
        QTest::newRow("no parameter") << u"EXEC practice.fault 'error', @nummer = 5"_s << 8145;
        QTest::newRow("no procedure") << u"EXEC practice.nowhere"_s << 2812;
        QTest::newRow("not tracked") << u"CREATE TABLE u (id int); EXEC practice.cleanup N'u'"_s << 22105;
        QTest::newRow("no table") << u"EXEC practice.cleanup N'nowhere'"_s << 208;
    }
    void wrongCalls()
    {
        QFETCH(QString, batch);
        QTEST(m_session->run(batch).firstError(), "number");
    }

    /// A server started with --read-only.
    void clientsThatCannotWrite_data()
    {
        QTest::addColumn<QString>("batch");
        QTest::addColumn<QString>("database"); // in error 3906
        const auto row = [](const QString &batch, const QString &database) {
            QTest::newRow(qPrintable(batch)) << batch << database;
        };
        row(u"INSERT t VALUES (9, 9)"_s, u"shop"_s);
        row(u"UPDATE t SET a = 0"_s, u"shop"_s);
        row(u"DELETE t"_s, u"shop"_s);
        row(u"TRUNCATE TABLE t"_s, u"shop"_s);
        row(u"CREATE TABLE u (id int)"_s, u"shop"_s);
        row(u"ALTER TABLE t DISABLE CHANGE_TRACKING"_s, u"shop"_s);
        row(u"GRANT SELECT ON t TO public"_s, u"shop"_s);
        row(u"ALTER DATABASE shop SET ALLOW_SNAPSHOT_ISOLATION ON"_s, u"master"_s);
        row(u"CREATE DATABASE more"_s, u"master"_s);
        row(u"CREATE LOGIN more WITH PASSWORD = 'x'"_s, u"master"_s);
    }
    void clientsThatCannotWrite()
    {
        QFETCH(QString, batch);
        QFETCH(QString, database);
        LoginRequest request{ u"owner"_s, u"secret"_s, u"shop"_s, {}, {} };
        request.readOnly = true;
        std::vector<ServerMessage> messages;
        BenchSession reader(m_bench->server().login(request, messages));
        QCOMPARE(reader.run(batch).errorText(),
            u"3906: Failed to update database \"%1\" because the database is read-only."_s.arg(database));
        QCOMPARE(
            reader.ask(
                u"SELECT is_read_only, DATABASEPROPERTYEX(name, 'Updateability') FROM sys.databases WHERE "
                "name = N'shop'"_s),
            u"1|READ_ONLY"_s);
        QCOMPARE(reader.ask(u"SELECT COUNT(*) FROM CHANGETABLE(CHANGES t, 0) AS c"_s), u"4"_s);
        QCOMPARE(m_client->run(u"UPDATE t SET a = 1"_s).firstError(), 0);
    }

    void replay()
    {
        QCOMPARE(m_session->ask(u"EXEC practice.make_replay N'big', 250000, N'mixed'"_s), QString());
        Answer answer = m_client->run(u"SELECT [id], [note], [amount] FROM [replay].[big]"_s);
        QCOMPARE(answer.errorText(), QString());
        QCOMPARE(answer.replayed, 250000);
        answer = m_client->run(u"SELECT * FROM replay.big"_s);
        QCOMPARE(answer.replayed, 250000);
        QCOMPARE(
            m_client->ask(u"SELECT t.name, p.rows, i.is_primary_key FROM sys.tables t JOIN sys.schemas s ON "
                          "s.schema_id = t.schema_id JOIN sys.indexes i ON i.object_id = t.object_id JOIN "
                          "sys.partitions p ON p.object_id = t.object_id WHERE s.name = N'replay'"_s),
            u"big|250000|1"_s);
        QCOMPARE(m_client->run(u"SELECT COUNT(*) FROM replay.big"_s).firstError(), 50000);
        QCOMPARE(m_client->run(u"SELECT id FROM replay.big WHERE id = 1"_s).firstError(), 50000);
        QCOMPARE(m_client->run(u"SELECT nothing FROM replay.big"_s).firstError(), 207);
        QCOMPARE(m_client->run(u"DELETE replay.big"_s).firstError(), 50000);
        QCOMPARE(
            m_client->run(u"SELECT 1 FROM CHANGETABLE(CHANGES replay.big, 0) AS c"_s).firstError(), 22105);
        QCOMPARE(m_session->run(u"EXEC practice.make_replay N'big', 5, N'mixed'"_s).firstError(), 2714);
        QCOMPARE(m_session->run(u"EXEC practice.make_replay N'odd', 5, N'round'"_s).firstError(), 50000);
        QCOMPARE(m_session->ask(u"DROP TABLE replay.big"_s), QString());
        QCOMPARE(m_client->run(u"SELECT * FROM replay.big"_s).firstError(), 208);
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
