#include "enginebench.h"

#include <QtTest>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

/// Change tracking as the documentation and probes of SQL Server describe it.
class ChangeTrackingTest : public BenchTest {
    Q_OBJECT

private:
    QString script() const override
    {
        return u"ALTER DATABASE shop SET CHANGE_TRACKING = ON\nGO\n"
               "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int NULL, b nvarchar(20) NULL)\n"
               "INSERT INTO t VALUES (1, 10, N'one'), (2, 20, N'two'), (3, 30, N'three')\nGO\n"
               "ALTER TABLE t ENABLE CHANGE_TRACKING"_s;
    }
    /// Batches of one statement each, so of one transaction each.
    void change(const QString &statements)
    {
        const QStringList batches = statements.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &batch : batches)
            QCOMPARE(m_session->run(batch).errorText(), QString());
    }
    QString changes(const QString &table, const QString &since)
    {
        return ask(u"SELECT SYS_CHANGE_OPERATION, SYS_CHANGE_VERSION, SYS_CHANGE_CREATION_VERSION, id FROM "
                   "CHANGETABLE(CHANGES %1, %2) AS c ORDER BY id"_s.arg(table, since));
    }
    QString versions(const QString &table)
    {
        return ask(u"SELECT CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(N'%1')), begin_version, "
                   "CHANGE_TRACKING_CURRENT_VERSION() FROM sys.change_tracking_tables WHERE object_id = "
                   "OBJECT_ID(N'%1')"_s.arg(table));
    }

private slots:
    /// One row a key, as CHANGETABLE folds what happened since a version: operation|version|creation|key.
    void folds_data()
    {
        QTest::addColumn<QString>("statements");
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &statements, const QString &since,
                             const QString &expected) {
            QTest::newRow(name) << statements << since << expected;
        };
        row("insert", u"INSERT t VALUES (9, 1, NULL)"_s, u"0"_s, u"I|1|1|9"_s);
        row("insert then update", u"INSERT t VALUES (9, 1, NULL)\nUPDATE t SET a = 2 WHERE id = 9"_s, u"0"_s,
            u"I|2|1|9"_s);
        row("insert before, update since", u"INSERT t VALUES (9, 1, NULL)\nUPDATE t SET a = 2 WHERE id = 9"_s,
            u"1"_s, u"U|2|NULL|9"_s);
        row("update", u"UPDATE t SET a = 2 WHERE id = 1"_s, u"0"_s, u"U|1|NULL|1"_s);
        row("two updates", u"UPDATE t SET a = 2 WHERE id = 1\nUPDATE t SET a = 3 WHERE id = 1"_s, u"0"_s,
            u"U|2|NULL|1"_s);
        row("delete", u"DELETE t WHERE id = 1"_s, u"0"_s, u"D|1|NULL|1"_s);
        row("update then delete", u"UPDATE t SET a = 2 WHERE id = 1\nDELETE t WHERE id = 1"_s, u"0"_s,
            u"D|2|NULL|1"_s);
        row("insert then delete", u"INSERT t VALUES (9, 1, NULL)\nDELETE t WHERE id = 9"_s, u"0"_s,
            u"D|2|1|9"_s);
        row("insert before, delete since", u"INSERT t VALUES (9, 1, NULL)\nDELETE t WHERE id = 9"_s, u"1"_s,
            u"D|2|NULL|9"_s);
        row("delete then insert", u"DELETE t WHERE id = 1\nINSERT t VALUES (1, 5, NULL)"_s, u"0"_s,
            u"U|2|2|1"_s);
        row("delete before, insert since", u"DELETE t WHERE id = 1\nINSERT t VALUES (1, 5, NULL)"_s, u"1"_s,
            u"I|2|2|1"_s);
        row("insert and delete in one",
            u"BEGIN TRAN; INSERT t VALUES (9, 1, NULL); DELETE t WHERE id = 9; COMMIT"_s, u"0"_s,
            u"D|1|1|9"_s);
        row("delete and insert in one",
            u"BEGIN TRAN; DELETE t WHERE id = 1; INSERT t VALUES (1, 1, NULL); COMMIT"_s, u"0"_s,
            u"U|1|1|1"_s);
        row("several statements in one",
            u"BEGIN TRAN; UPDATE t SET a = 0 WHERE id = 1; INSERT t VALUES (9, 1, NULL); DELETE t WHERE id = "
            u"2; "
            "COMMIT"_s,
            u"0"_s, u"U|1|NULL|1\nD|1|NULL|2\nI|1|1|9"_s);
        row("changed key", u"UPDATE t SET id = 11 WHERE id = 1"_s, u"0"_s, u"D|1|NULL|1\nI|1|1|11"_s);
        row("shifted keys", u"UPDATE t SET id = id + 1"_s, u"0"_s,
            u"D|1|NULL|1\nU|1|1|2\nU|1|1|3\nI|1|1|4"_s);
        row("same key set", u"UPDATE t SET id = id WHERE id = 1"_s, u"0"_s, u"U|1|1|1"_s);
        row("same value set", u"UPDATE t SET a = a WHERE id = 1"_s, u"0"_s, u"U|1|NULL|1"_s);
        row("nothing since", u"UPDATE t SET a = 2 WHERE id = 1"_s, u"1"_s, QString());
        row("version ahead", u"UPDATE t SET a = 2 WHERE id = 1"_s, u"99"_s, QString());
        row("NULL is everything", u"UPDATE t SET a = 2 WHERE id = 1"_s, u"NULL"_s, u"U|1|NULL|1"_s);
        row("-1 is nothing", u"UPDATE t SET a = 2 WHERE id = 1"_s, u"-1"_s, QString());
    }
    void folds()
    {
        QFETCH(QString, statements);
        QFETCH(QString, since);
        change(statements);
        QTEST(changes(u"t"_s, since), "expected");
    }

    void countsVersions_data()
    {
        QTest::addColumn<QString>("statements");
        QTest::addColumn<QString>("version");
        QTest::newRow("none") << QString() << u"0"_s;
        QTest::newRow("insert") << u"INSERT t VALUES (9, 1, NULL)"_s << u"1"_s;
        QTest::newRow("same value") << u"UPDATE t SET a = a"_s << u"1"_s;
        QTest::newRow("no row") << u"UPDATE t SET a = 1 WHERE id = 77"_s << u"0"_s;
        QTest::newRow("rolled back") << u"BEGIN TRAN; DELETE t; ROLLBACK"_s << u"0"_s;
        QTest::newRow("two in one") << u"BEGIN TRAN; DELETE t WHERE id = 1; DELETE t WHERE id = 2; COMMIT"_s
                                    << u"1"_s;
        QTest::newRow("two apart") << u"DELETE t WHERE id = 1; DELETE t WHERE id = 2"_s << u"2"_s;
        QTest::newRow("untracked") << u"CREATE TABLE u (id int PRIMARY KEY); INSERT u VALUES (1)"_s << u"0"_s;
        QTest::newRow("truncate") << u"TRUNCATE TABLE t"_s << u"0"_s;
        QTest::newRow("DDL") << u"ALTER TABLE t ADD c int NOT NULL DEFAULT 5"_s << u"0"_s;
    }
    void countsVersions()
    {
        QFETCH(QString, statements);
        if (!statements.isEmpty())
            change(statements);
        QTEST(ask(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s), "version");
    }

    void aFailedStatementCountsNothing()
    {
        QCOMPARE(errorOf(u"INSERT t VALUES (5, 1, NULL), (1, 1, NULL)"_s), 2627);
        QCOMPARE(ask(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s), u"0"_s);
        QCOMPARE(changes(u"t"_s, u"0"_s), QString());
        QCOMPARE(ask(u"SELECT COUNT(*) FROM t"_s), u"3"_s);
        QCOMPARE(errorOf(u"BEGIN TRAN; DELETE t WHERE id = 3; INSERT t VALUES (1, 1, NULL); COMMIT"_s), 2627);
        QCOMPARE(changes(u"t"_s, u"0"_s), u"D|1|NULL|3"_s);
    }

    void versionOfARow()
    {
        const QString version =
            u"SELECT SYS_CHANGE_VERSION, id FROM CHANGETABLE(VERSION t, (id), (%1)) AS v"_s;
        QCOMPARE(ask(version.arg(1)), u"NULL|1"_s);
        change(u"UPDATE t SET a = 5 WHERE id = 1\nUPDATE t SET a = 6 WHERE id IN (1, 2)"_s);
        QCOMPARE(ask(version.arg(1)), u"2|1"_s);
        QCOMPARE(ask(version.arg(3)), u"NULL|3"_s);
        QCOMPARE(ask(version.arg(77)), QString());
        // A change of its own transaction has no version yet.
        QCOMPARE(m_session->run(u"BEGIN TRAN; UPDATE t SET a = 7 WHERE id = 3"_s).errorText(), QString());
        QCOMPARE(ask(version.arg(3)), u"NULL|3"_s);
        QCOMPARE(changes(u"t"_s, u"2"_s), QString());
        QCOMPARE(ask(u"COMMIT; "_s + version.arg(3)), u"3|3"_s);
    }

    void columnMasks()
    {
        change(u"CREATE TABLE m (id int PRIMARY KEY, a int, b int, c int, r rowversion, d AS a + 1)\n"
               "INSERT m (id, a) VALUES (1, 1), (2, 2)\n"
               "ALTER TABLE m ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON)\n"_s);
        const QString masks =
            u"SELECT id, SYS_CHANGE_COLUMNS FROM CHANGETABLE(CHANGES m, %1) AS c ORDER BY id"_s;
        change(u"UPDATE m SET b = 5 WHERE id = 1\n"_s);
        QCOMPARE(ask(masks.arg(0)), u"1|0x000000000300000005000000"_s);
        change(u"UPDATE m SET a = 5 WHERE id = 1\n"_s);
        QCOMPARE(ask(masks.arg(0)), u"1|0x00000000020000000300000005000000"_s);
        QCOMPARE(ask(masks.arg(1)), u"1|0x000000000200000005000000"_s);
        change(u"UPDATE m SET c = 5 WHERE id = 1\n"_s);
        QCOMPARE(ask(masks.arg(0)), u"1|0x0000000002000000030000000400000005000000"_s);
        change(u"UPDATE m SET a = 1, b = 2, c = 3 WHERE id = 2\n"_s);
        QCOMPARE(ask(masks.arg(3)), u"2|NULL"_s);
        change(u"UPDATE m SET id = id WHERE id = 2\nINSERT m (id) VALUES (3)\nDELETE m WHERE id = 1\n"_s);
        QCOMPARE(ask(masks.arg(4)), u"1|NULL\n2|NULL\n3|NULL"_s);
        QCOMPARE(ask(u"SELECT CHANGE_TRACKING_IS_COLUMN_IN_MASK(3, 0x000000000300000005000000), "
                     "CHANGE_TRACKING_IS_COLUMN_IN_MASK(2, 0x000000000300000005000000), "
                     "CHANGE_TRACKING_IS_COLUMN_IN_MASK(2, NULL)"_s),
            u"1|0|1"_s);
        // Without the option no mask is kept.
        change(u"UPDATE t SET a = 5 WHERE id = 1\n"_s);
        QCOMPARE(ask(u"SELECT SYS_CHANGE_COLUMNS FROM CHANGETABLE(CHANGES t, 0) AS c"_s), u"NULL"_s);
    }

    void contexts()
    {
        change(u"WITH CHANGE_TRACKING_CONTEXT (0x0102) INSERT INTO t VALUES (9, 1, NULL)\n"_s);
        const QString context = u"SELECT id, SYS_CHANGE_CONTEXT FROM CHANGETABLE(CHANGES t, 0) AS c"_s;
        QCOMPARE(ask(context), u"9|0x0102"_s);
        change(
            u"DECLARE @c varbinary(128) = 0xAB; WITH CHANGE_TRACKING_CONTEXT (@c) UPDATE t SET a = 2 WHERE id = 9\n"_s);
        QCOMPARE(ask(context), u"9|0xAB"_s);
        change(u"UPDATE t SET a = 3 WHERE id = 9\n"_s);
        QCOMPARE(ask(context), u"9|NULL"_s);
    }

    void keysCompareByTheirCollation()
    {
        change(u"CREATE TABLE k (id nvarchar(10) NOT NULL PRIMARY KEY, v int)\nINSERT k VALUES (N'b', 1)\n"
               "ALTER TABLE k ENABLE CHANGE_TRACKING\nUPDATE k SET id = N'B' WHERE id = N'b'\n"_s);
        QCOMPARE(changes(u"k"_s, u"0"_s), u"U|1|1|b"_s);
        QCOMPARE(ask(u"SELECT id FROM k"_s), u"B"_s);
        QCOMPARE(ask(u"SELECT t.id, t.v FROM CHANGETABLE(CHANGES k, 0) AS c JOIN k AS t ON t.id = c.id"_s),
            u"B|1"_s);
    }

    void awkwardKeysNeedAnAliasList()
    {
        change(u"CREATE TABLE [k ]] 1] ([SYS_CHANGE_VERSION] int, [b.c] int, PRIMARY KEY ([b.c], "
               u"[SYS_CHANGE_VERSION]))\n"
               "ALTER TABLE [k ]] 1] ENABLE CHANGE_TRACKING\nINSERT [k ]] 1] VALUES (7, 8)\n"_s);
        QCOMPARE(ask(u"SELECT * FROM CHANGETABLE(CHANGES [k ]] 1], 0) AS c (v, cv, op, cols, ctx, k1, k2)"_s),
            u"1|1|I|NULL|NULL|8|7"_s);
    }

    void truncateResets()
    {
        change(u"UPDATE t SET a = 1 WHERE id = 1\n"_s);
        QCOMPARE(versions(u"t"_s), u"0|0|1"_s);
        change(u"TRUNCATE TABLE t\n"_s);
        QCOMPARE(versions(u"t"_s), u"1|1|1"_s);
        QCOMPARE(changes(u"t"_s, u"0"_s), QString());
        QCOMPARE(ask(u"SELECT COUNT(*) FROM t"_s), u"0"_s);
    }

    void offAndOnResets()
    {
        change(u"UPDATE t SET a = 1 WHERE id = 1\nUPDATE t SET a = 1 WHERE id = 2\n"
               "ALTER TABLE t DISABLE CHANGE_TRACKING\nUPDATE t SET a = 9 WHERE id = 3\n"
               "ALTER TABLE t ENABLE CHANGE_TRACKING\n"_s);
        QCOMPARE(versions(u"t"_s), u"2|2|2"_s);
        QCOMPARE(changes(u"t"_s, u"0"_s), QString());
    }

    void dropAndCreateGivesAnotherObject()
    {
        const QString before = ask(u"SELECT OBJECT_ID(N't')"_s);
        change(u"DROP TABLE t\nCREATE TABLE t (id int PRIMARY KEY)\n"_s);
        QCOMPARE(errorOf(u"SELECT 1 FROM CHANGETABLE(CHANGES t, 0) AS c"_s), 22105);
        change(u"ALTER TABLE t ENABLE CHANGE_TRACKING\n"_s);
        QVERIFY(ask(u"SELECT OBJECT_ID(N't')"_s) != before);
    }

    void cleanupRaisesTheMinimum()
    {
        change(u"UPDATE t SET a = 1 WHERE id = 1\nUPDATE t SET a = 1 WHERE id = 2\nUPDATE t SET a = 1 WHERE "
               u"id = 3\n"
               "EXEC practice.cleanup N'dbo.t', 2\n"_s);
        QCOMPARE(versions(u"t"_s), u"2|0|3"_s);
        // No error for a version that is too old: the answer is just incomplete.
        QCOMPARE(changes(u"t"_s, u"0"_s), u"U|3|NULL|3"_s);
        change(u"EXEC practice.cleanup\n"_s);
        QCOMPARE(versions(u"t"_s), u"3|0|3"_s);
        QCOMPARE(changes(u"t"_s, u"0"_s), QString());
    }

    void theClockExpiresChanges()
    {
        change(
            u"ALTER DATABASE shop SET CHANGE_TRACKING (CHANGE_RETENTION = 2 HOURS)\n"
            "UPDATE t SET a = 1 WHERE id = 1\nEXEC practice.move_clock 90\nUPDATE t SET a = 1 WHERE id = 2\n"_s);
        QCOMPARE(versions(u"t"_s), u"0|0|2"_s);
        change(u"EXEC practice.move_clock @minutes = 60\n"_s);
        QCOMPARE(versions(u"t"_s), u"1|0|2"_s);
        QCOMPARE(changes(u"t"_s, u"0"_s), u"U|2|NULL|2"_s);
        change(
            u"ALTER DATABASE shop SET CHANGE_TRACKING (AUTO_CLEANUP = OFF)\nEXEC practice.move_clock 6000\n"_s);
        QCOMPARE(versions(u"t"_s), u"1|0|2"_s);
        change(u"EXEC sp_flush_CT_internal_table_on_demand\n"_s);
        QCOMPARE(versions(u"t"_s), u"2|0|2"_s);
    }

    /// Without a call for it: what has expired goes before some later batch.
    void expiredChangesGoByThemselves()
    {
        change(
            u"ALTER DATABASE shop SET CHANGE_TRACKING (CHANGE_RETENTION = 2 HOURS)\n"
            "UPDATE t SET a = 1 WHERE id = 1\nEXEC practice.move_clock 90\nUPDATE t SET a = 1 WHERE id = 2\n"
            "ALTER DATABASE shop SET CHANGE_TRACKING (CHANGE_RETENTION = 1 HOURS, AUTO_CLEANUP = OFF)\n"_s);
        QCOMPARE(versions(u"t"_s), u"0|0|2"_s);
        const auto writer = m_bench->login(u"shop"_s);
        QCOMPARE(writer->run(u"BEGIN TRAN; UPDATE t SET a = 2 WHERE id = 2"_s).firstError(), 0);
        change(u"ALTER DATABASE shop SET CHANGE_TRACKING (AUTO_CLEANUP = ON)\n"_s);
        QCOMPARE(versions(u"t"_s), u"0|0|2"_s); // it does not wait for the writer
        QCOMPARE(writer->run(u"COMMIT"_s).firstError(), 0);
        change(u"ALTER DATABASE shop SET CHANGE_TRACKING (AUTO_CLEANUP = ON)\n"_s);
        QCOMPARE(versions(u"t"_s), u"1|0|3"_s);
        QCOMPARE(changes(u"t"_s, u"0"_s), u"U|3|NULL|2"_s);
        QCOMPARE(ask(u"SELECT MIN(commit_ts) FROM sys.dm_tran_commit_table"_s), u"2"_s);
    }

    void aRestoreTakesVersionsBack()
    {
        const QString identity = u"SELECT d.create_date, r.recovery_fork_guid FROM sys.databases d JOIN "
                                 u"sys.database_recovery_status r "
                                 "ON r.database_id = d.database_id WHERE d.name = N'shop'"_s;
        const QString before = ask(identity);
        change(u"UPDATE t SET a = 100 WHERE id = 1\nEXEC practice.make_backup N'noon'\n"
               "UPDATE t SET a = 200 WHERE id = 1\nINSERT t VALUES (9, 9, N'lost')\n"_s);
        QCOMPARE(ask(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s), u"3"_s);
        change(u"EXEC practice.restore_backup N'noon', @keep_identity = 1\n"_s);
        QCOMPARE(ask(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s), u"1"_s);
        QCOMPARE(ask(u"SELECT COUNT(*), SUM(a) FROM t"_s), u"3|150"_s);
        QCOMPARE(ask(identity), before);
        // Another session sees it too, and life goes on.
        const auto other = m_bench->login(u"shop"_s);
        QCOMPARE(other->run(u"SELECT a FROM t WHERE id = 1"_s).value(), u"100"_s);
        change(u"EXEC practice.restore_backup N'noon'\nUPDATE t SET a = 300 WHERE id = 1\n"_s);
        QVERIFY(ask(identity) != before);
        QCOMPARE(changes(u"t"_s, u"1"_s), u"U|2|NULL|1"_s);
        QCOMPARE(other->run(u"SELECT a FROM t WHERE id = 1"_s).value(), u"300"_s);
        QCOMPARE(errorOf(u"EXEC practice.restore_backup N'never'"_s), 3201);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("batch");
        QTest::addColumn<int>("number");
        const auto row = [](const char *name, const QString &batch, int number) {
            QTest::newRow(name) << batch << number;
        };
        row("untracked", u"SELECT 1 FROM CHANGETABLE(CHANGES u, 0) AS c"_s, 22105);
        row("branch never taken",
            u"INSERT u VALUES (1); IF 1 = 0 SELECT 1 FROM CHANGETABLE(CHANGES u, 0) AS c"_s, 22105);
        row("no table", u"SELECT 1 FROM CHANGETABLE(CHANGES nowhere, 0) AS c"_s, 208);
        row("no alias", u"SELECT 1 FROM CHANGETABLE(CHANGES t, 0)"_s, 22104);
        row("expression", u"DECLARE @x bigint = 0; SELECT 1 FROM CHANGETABLE(CHANGES t, @x + 1) AS c"_s, 102);
        row("enable twice", u"ALTER TABLE t ENABLE CHANGE_TRACKING"_s, 4996);
        row("no key", u"ALTER TABLE heap ENABLE CHANGE_TRACKING"_s, 4997);
        row("disable untracked", u"ALTER TABLE u DISABLE CHANGE_TRACKING"_s, 4998);
        row("on twice", u"ALTER DATABASE shop SET CHANGE_TRACKING = ON"_s, 5088);
        row("off while tracked", u"ALTER DATABASE shop SET CHANGE_TRACKING = OFF"_s, 22115);
        row("system database", u"ALTER DATABASE master SET CHANGE_TRACKING = ON"_s, 5090);
        row("key of a tracked table",
            u"CREATE TABLE k (id int CONSTRAINT PK_k PRIMARY KEY); ALTER TABLE k ENABLE CHANGE_TRACKING; "
            "ALTER TABLE k DROP CONSTRAINT PK_k"_s,
            3735);
        row("mixed options",
            u"ALTER DATABASE shop SET CHANGE_TRACKING (AUTO_CLEANUP = ON), ALLOW_SNAPSHOT_ISOLATION ON"_s,
            22114);
    }
    void errors()
    {
        change(u"CREATE TABLE u (id int PRIMARY KEY)\nCREATE TABLE heap (a int)\n"_s);
        QFETCH(QString, batch);
        QTEST(errorOf(batch), "number");
        QCOMPARE(ask(u"SELECT COUNT(*) FROM u"_s), u"0"_s);
    }

    void databaseOffAndOn()
    {
        change(u"UPDATE t SET a = 1\nALTER TABLE t DISABLE CHANGE_TRACKING\n"
               "ALTER DATABASE shop SET CHANGE_TRACKING = OFF\n"_s);
        QCOMPARE(ask(u"SELECT CHANGE_TRACKING_CURRENT_VERSION(), "
                     "CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(N't'))"_s),
            u"NULL|NULL"_s);
        QCOMPARE(errorOf(u"ALTER TABLE t ENABLE CHANGE_TRACKING"_s), 1718);
        QCOMPARE(errorOf(u"ALTER DATABASE shop SET CHANGE_TRACKING (AUTO_CLEANUP = ON)"_s), 5089);
        change(
            u"ALTER DATABASE shop SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 5 MINUTES, AUTO_CLEANUP = OFF)\n"_s);
        QCOMPARE(ask(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s), u"1"_s);
        QCOMPARE(ask(u"SELECT is_auto_cleanup_on, retention_period, retention_period_units_desc FROM "
                     "sys.change_tracking_databases WHERE database_id = DB_ID()"_s),
            u"0|5|MINUTES"_s);
    }

    void commitTable()
    {
        change(u"UPDATE t SET a = 1 WHERE id = 1\nUPDATE t SET a = 2 WHERE id = 1\n"_s);
        QCOMPARE(ask(u"SELECT commit_ts FROM sys.dm_tran_commit_table ORDER BY commit_ts"_s), u"1\n2"_s);
    }
};

QTEST_GUILESS_MAIN(ChangeTrackingTest)
#include "tst_changetracking.moc"
