#include "enginebench.h"

#include <QtTest>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

/// CHECK and FOREIGN KEY: what they refuse, what they do to other rows, and what change tracking sees of it.
class ConstraintsTest : public BenchTest {
    Q_OBJECT

private:
    QString script() const override { return u"ALTER DATABASE shop SET CHANGE_TRACKING = ON"_s; }
    /// What was tracked since a version: operation and key, ordered by the key.
    QString changes(const QString &table, qint64 since)
    {
        return ask(u"SELECT SYS_CHANGE_OPERATION, id FROM CHANGETABLE(CHANGES %1, %2) AS c ORDER BY id"_s.arg(
            table, QString::number(since)));
    }
    void makeFamily(const QString &actions)
    {
        run(u"CREATE TABLE p (id int CONSTRAINT pk PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, a int "
            u"NULL DEFAULT 9 "
            "CONSTRAINT fk REFERENCES p %1);"
            "ALTER TABLE c ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON);"
            "INSERT p VALUES (1), (2), (9); INSERT c VALUES (10, 1), (11, 1), (20, 2), (30, NULL)"_s.arg(
                actions));
    }

private slots:
    void checks()
    {
        run(u"CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT positive CHECK (a > 0), b nvarchar(5), "
            "d AS (a * 2), CONSTRAINT pair CHECK (b <> N'no' OR a < 5), CONSTRAINT twice CHECK (d < 100))"_s);
        run(u"INSERT t VALUES (1, 1, N'no'), (2, NULL, NULL)"_s);
        QCOMPARE(ask(u"INSERT t VALUES (3, 3, N'yes'), (4, 0, N'yes')"_s),
            u"547: The INSERT statement conflicted with the CHECK constraint \"positive\". The conflict "
            u"occurred "
            "in database \"shop\", table \"dbo.t\", column 'a'."_s);
        QCOMPARE(ask(u"UPDATE t SET a = 7"_s),
            u"547: The UPDATE statement conflicted with the CHECK constraint \"pair\". The conflict occurred "
            u"in "
            "database \"shop\", table \"dbo.t\"."_s);
        QCOMPARE(errorOf(u"INSERT t VALUES (5, 50, N'yes')"_s), 547);
        QCOMPARE(ask(u"SELECT id, a FROM t ORDER BY id"_s), u"1|1\n2|NULL"_s);
        const Answer answer = m_session->run(u"INSERT t VALUES (6, 0, NULL)"_s);
        QCOMPARE(answer.messages.back().number, 3621);
        run(u"ALTER TABLE t DROP CONSTRAINT positive"_s);
        run(u"INSERT t VALUES (6, 0, NULL)"_s);
    }

    void checksOfRowsThatAreThere()
    {
        run(u"CREATE TABLE t (id int PRIMARY KEY, a int); INSERT t VALUES (1, -1)"_s);
        QCOMPARE(ask(u"ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0)"_s),
            u"547: The ALTER TABLE statement conflicted with the CHECK constraint \"positive\". The conflict "
            "occurred in database \"shop\", table \"dbo.t\", column 'a'."_s);
        run(u"ALTER TABLE t WITH NOCHECK ADD CONSTRAINT positive CHECK (a > 0)"_s);
        run(u"UPDATE t SET id = 2"_s); // the other column was never right, and does not change
        QCOMPARE(errorOf(u"UPDATE t SET a = -2"_s), 547);
        QCOMPARE(ask(u"SELECT name, is_not_trusted FROM sys.check_constraints"_s), u"positive|1"_s);
        QCOMPARE(errorOf(u"ALTER TABLE t ADD b int NOT NULL DEFAULT -1 CHECK (b > 0)"_s), 547);
        QCOMPARE(errorOf(u"SELECT b FROM t"_s), 207);
        run(u"ALTER TABLE t ADD b int NOT NULL DEFAULT 1 CHECK (b > 0)"_s);
        QCOMPARE(errorOf(u"ALTER TABLE t DROP COLUMN a"_s), 5074);
        run(u"ALTER TABLE t DROP CONSTRAINT positive; ALTER TABLE t DROP COLUMN a"_s);
    }

    void foreignKeys()
    {
        makeFamily({});
        QCOMPARE(ask(u"INSERT c VALUES (40, 4)"_s),
            u"547: The INSERT statement conflicted with the FOREIGN KEY constraint \"fk\". The conflict "
            u"occurred "
            "in database \"shop\", table \"dbo.p\", column 'id'."_s);
        QCOMPARE(errorOf(u"UPDATE c SET a = 4 WHERE id = 10"_s), 547);
        QCOMPARE(ask(u"DELETE p WHERE id = 1"_s),
            u"547: The DELETE statement conflicted with the REFERENCE constraint \"fk\". The conflict "
            u"occurred in "
            "database \"shop\", table \"dbo.c\", column 'a'."_s);
        QCOMPARE(ask(u"UPDATE p SET id = 3 WHERE id = 2"_s),
            u"547: The UPDATE statement conflicted with the REFERENCE constraint \"fk\". The conflict "
            u"occurred in "
            "database \"shop\", table \"dbo.c\", column 'a'."_s);
        run(u"UPDATE p SET id = 3 - id WHERE id < 9"_s); // the keys change places
        run(u"DELETE p WHERE id = 9; UPDATE c SET a = NULL WHERE a = 1; DELETE p WHERE id = 1"_s);
        QCOMPARE(ask(u"SELECT id FROM p"_s), u"2"_s);
        QCOMPARE(errorOf(u"TRUNCATE TABLE p"_s), 4712);
        QCOMPARE(errorOf(u"DROP TABLE p"_s), 3726);
        run(u"ALTER TABLE p ADD CONSTRAINT other UNIQUE (id); ALTER TABLE p DROP CONSTRAINT other"_s);
        QCOMPARE(errorOf(u"ALTER TABLE p DROP CONSTRAINT pk"_s), 3725);
        run(u"ALTER TABLE c DROP CONSTRAINT fk; TRUNCATE TABLE p; DROP TABLE p"_s);
    }

    void keysOfSeveralColumns()
    {
        run(u"CREATE TABLE p (x int, y nvarchar(10), PRIMARY KEY (x, y)); "
            "CREATE TABLE c (id int, x int, y nvarchar(10), CONSTRAINT two FOREIGN KEY (x, y) REFERENCES p "
            "(x, y));"
            "INSERT p VALUES (1, N'one'); INSERT c VALUES (1, 1, N'ONE'), (2, 5, NULL)"_s);
        QCOMPARE(ask(u"INSERT c VALUES (3, 1, N'two')"_s),
            u"547: The INSERT statement conflicted with the FOREIGN KEY constraint \"two\". The conflict "
            u"occurred "
            "in database \"shop\", table \"dbo.p\"."_s);
        QCOMPARE(errorOf(u"DELETE p"_s), 547);
    }

    void ownParent()
    {
        run(u"CREATE TABLE t (id int PRIMARY KEY, boss int CONSTRAINT above REFERENCES t (id)); "
            "INSERT t VALUES (2, 1), (1, 1)"_s);
        QCOMPARE(ask(u"INSERT t VALUES (3, 4)"_s),
            u"547: The INSERT statement conflicted with the FOREIGN KEY SAME TABLE constraint \"above\". The "
            "conflict occurred in database \"shop\", table \"dbo.t\", column 'id'."_s);
        QCOMPARE(ask(u"DELETE t WHERE id = 1"_s),
            u"547: The DELETE statement conflicted with the SAME TABLE REFERENCE constraint \"above\". The "
            "conflict occurred in database \"shop\", table \"dbo.t\", column 'boss'."_s);
        run(u"DELETE t"_s);
    }

    void cascades()
    {
        makeFamily(u"ON DELETE CASCADE ON UPDATE CASCADE"_s);
        run(u"CREATE TABLE g (id int PRIMARY KEY REFERENCES c ON DELETE CASCADE); ALTER TABLE g ENABLE "
            "CHANGE_TRACKING; INSERT g VALUES (10), (20)"_s);
        run(u"UPDATE p SET id = 5 WHERE id = 2"_s);
        QCOMPARE(ask(u"SELECT id, a FROM c ORDER BY id"_s), u"10|1\n11|1\n20|5\n30|NULL"_s);
        QCOMPARE(changes(u"c"_s, 2), u"U|20"_s);
        run(u"DELETE p WHERE id = 1"_s);
        QCOMPARE(changes(u"c"_s, 3), u"D|10\nD|11"_s);
        QCOMPARE(changes(u"g"_s, 2), u"D|10"_s);
        QCOMPARE(ask(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s), u"4"_s);
        QCOMPARE(ask(u"SELECT SUM(rows) FROM sys.partitions WHERE object_id = OBJECT_ID(N'c')"_s), u"2"_s);
        QCOMPARE(ask(u"DELETE p WHERE id = 9"_s), QString());
    }

    void nullsAndDefaults()
    {
        makeFamily(u"ON DELETE SET NULL ON UPDATE SET DEFAULT"_s);
        run(u"UPDATE p SET id = 5 WHERE id = 2"_s);
        run(u"DELETE p WHERE id = 1"_s);
        QCOMPARE(ask(u"SELECT id, a FROM c ORDER BY id"_s), u"10|NULL\n11|NULL\n20|9\n30|NULL"_s);
        QCOMPARE(changes(u"c"_s, 1), u"U|10\nU|11\nU|20"_s);
        run(u"DELETE p WHERE id = 9; INSERT p VALUES (1); UPDATE c SET a = 1 WHERE id = 10"_s);
        QCOMPARE(ask(u"UPDATE p SET id = 2 WHERE id = 1"_s), // the default has no parent
            u"547: The UPDATE statement conflicted with the FOREIGN KEY constraint \"fk\". The conflict "
            u"occurred "
            "in database \"shop\", table \"dbo.p\", column 'id'."_s);
    }

    void aRefusalUndoesTheCascade()
    {
        makeFamily(u"ON DELETE CASCADE"_s);
        run(u"CREATE TABLE g (id int REFERENCES c); INSERT g VALUES (11)"_s);
        QCOMPARE(errorOf(u"DELETE p"_s), 547);
        QCOMPARE(ask(u"SELECT COUNT(*) FROM c"_s), u"4"_s);
        QCOMPARE(changes(u"c"_s, 1), QString());
    }

    void keysOfRowsThatAreThere()
    {
        run(u"CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int, a int); INSERT c VALUES (1, 1)"_s);
        QCOMPARE(ask(u"ALTER TABLE c ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p"_s),
            u"547: The ALTER TABLE statement conflicted with the FOREIGN KEY constraint \"fk\". The conflict "
            "occurred in database \"shop\", table \"dbo.p\", column 'id'."_s);
        run(u"ALTER TABLE c WITH NOCHECK ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p ON DELETE CASCADE"_s);
        run(u"UPDATE c SET id = 2"_s);
        run(u"INSERT p VALUES (1), (2); DELETE p WHERE id = 2"_s);
        QCOMPARE(ask(u"SELECT COUNT(*) FROM c"_s), u"1"_s);
        QCOMPARE(ask(u"SELECT is_not_trusted, delete_referential_action_desc, update_referential_action FROM "
                     "sys.foreign_keys"_s),
            u"1|CASCADE|0"_s);
        QCOMPARE(ask(u"SELECT COL_NAME(parent_object_id, parent_column_id), "
                     "COL_NAME(referenced_object_id, referenced_column_id) FROM sys.foreign_key_columns"_s),
            u"a|id"_s);
    }

    void switchedOffAndOn()
    {
        const QString states =
            u"SELECT name, is_disabled, is_not_trusted FROM sys.check_constraints UNION ALL "
            "SELECT name, is_disabled, is_not_trusted FROM sys.foreign_keys ORDER BY name"_s;
        makeFamily(u"ON DELETE CASCADE"_s);
        run(u"ALTER TABLE c ADD CONSTRAINT small CHECK (a < 100)"_s);
        run(u"ALTER TABLE c NOCHECK CONSTRAINT small, fk"_s);
        QCOMPARE(ask(states), u"fk|1|1\nsmall|1|1"_s);
        run(u"INSERT c VALUES (40, 400); DELETE p WHERE id = 2"_s);
        QCOMPARE(ask(u"SELECT id FROM c WHERE a IN (2, 400)"_s), u"20\n40"_s);
        QCOMPARE(errorOf(u"TRUNCATE TABLE p"_s), 4712);
        QCOMPARE(ask(u"ALTER TABLE c WITH CHECK CHECK CONSTRAINT small"_s),
            u"547: The ALTER TABLE statement conflicted with the CHECK constraint \"small\". The conflict "
            "occurred in database \"shop\", table \"dbo.c\", column 'a'."_s);
        run(u"ALTER TABLE c CHECK CONSTRAINT ALL"_s);
        QCOMPARE(ask(states), u"fk|0|1\nsmall|0|1"_s);
        QCOMPARE(errorOf(u"INSERT c VALUES (50, 500)"_s), 547);
        QCOMPARE(errorOf(u"UPDATE c SET a = 3 WHERE id = 40"_s), 547);
        run(u"DELETE c WHERE id IN (20, 40); ALTER TABLE c WITH CHECK CHECK CONSTRAINT ALL"_s);
        QCOMPARE(ask(states), u"fk|0|0\nsmall|0|0"_s);
        run(u"ALTER TABLE c WITH NOCHECK NOCHECK CONSTRAINT ALL"_s);
        m_session.reset();
        QVERIFY(m_bench->restart());
        m_session = m_bench->login(u"shop"_s);
        QCOMPARE(ask(states), u"fk|1|1\nsmall|1|1"_s);
        run(u"INSERT c VALUES (50, 500)"_s);
        QCOMPARE(
            ask(u"ALTER TABLE c NOCHECK CONSTRAINT none"_s), u"4917: Constraint 'none' does not exist."_s);
        QCOMPARE(ask(u"ALTER TABLE p CHECK CONSTRAINT pk"_s),
            u"11415: Object 'pk' cannot be disabled or enabled. This action applies only to foreign key and "
            "check constraints."_s);
    }

    void keysOfUnknownColumns()
    {
        run(u"CREATE TABLE p (id int PRIMARY KEY)"_s);
        QCOMPARE(ask(u"CREATE TABLE c (a int, CONSTRAINT fk FOREIGN KEY (b) REFERENCES dbo.p (id))"_s),
            u"1769: Foreign key 'fk' references invalid column 'b' in referencing table 'c'."_s);
        QCOMPARE(ask(u"CREATE TABLE c (a int CONSTRAINT fk REFERENCES dbo.p (x))"_s),
            u"1770: Foreign key 'fk' references invalid column 'x' in referenced table 'dbo.p'."_s);
    }

    void theySurviveARestart()
    {
        makeFamily(u"ON DELETE CASCADE"_s);
        run(u"ALTER TABLE c ADD CONSTRAINT small CHECK (a < 100)"_s);
        m_session.reset();
        QVERIFY(m_bench->restart());
        m_session = m_bench->login(u"shop"_s);
        QCOMPARE(errorOf(u"INSERT c VALUES (50, 100)"_s), 547);
        run(u"DELETE p WHERE id = 1"_s);
        QCOMPARE(ask(u"SELECT COUNT(*) FROM c"_s), u"2"_s);
        QCOMPARE(ask(u"SELECT is_not_trusted FROM sys.check_constraints"_s), u"0"_s);
    }

    void refusedDefinitions_data()
    {
        QTest::addColumn<QString>("batch");
        QTest::addColumn<int>("number");
        const auto row = [](const char *name, const QString &definition, int number) {
            QTest::newRow(name) << definition << number;
        };
        row("no column in a check", u"CREATE TABLE c (id int, CHECK (b > 0))"_s, 207);
        row("a subquery in a check", u"CREATE TABLE c (id int CHECK (id IN (SELECT id FROM p)))"_s, 1046);
        row("other type", u"CREATE TABLE c (a bigint REFERENCES p)"_s, 1778);
        row("other length", u"CREATE TABLE c (a nvarchar(20) REFERENCES n)"_s, 1753);
        row("null into no null", u"CREATE TABLE c (a int NOT NULL REFERENCES p ON DELETE SET NULL)"_s, 1761);
        row("no default", u"CREATE TABLE c (a int NOT NULL REFERENCES p ON UPDATE SET DEFAULT)"_s, 1762);
        row("a circle", u"CREATE TABLE c (id int PRIMARY KEY, a int REFERENCES c ON DELETE CASCADE)"_s, 1785);
        row("two ways",
            u"CREATE TABLE c (a int REFERENCES p ON DELETE CASCADE, b int REFERENCES p ON DELETE SET NULL)"_s,
            1785);
        row("two ways, not in one action",
            u"CREATE TABLE c (a int REFERENCES p ON DELETE CASCADE, b int REFERENCES p ON UPDATE CASCADE)"_s,
            0);
        row("no key", u"CREATE TABLE c (a int REFERENCES p (other))"_s, 1776);
        row("half an action", u"CREATE TABLE c (a int REFERENCES p ON DELETE NO)"_s, 102);
    }
    void refusedDefinitions()
    {
        QFETCH(QString, batch);
        run(u"CREATE TABLE p (id int PRIMARY KEY, other int); CREATE TABLE n (id nvarchar(10) PRIMARY KEY)"_s);
        QTEST(errorOf(batch), "number");
    }
};

QTEST_GUILESS_MAIN(ConstraintsTest)
#include "tst_constraints.moc"
