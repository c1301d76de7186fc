#include "enginebench.h"

#include <QtTest>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

/// Logins, users and what they may do.
class PermissionsTest : public BenchTest {
    Q_OBJECT

private:
    QString script() const override
    {
        return u"CREATE DATABASE depot\nGO\nALTER DATABASE shop SET CHANGE_TRACKING = ON\nGO\n"
               "CREATE SCHEMA sales\nGO\n"
               "CREATE TABLE t (id int PRIMARY KEY, a int, secret int); ALTER TABLE t ENABLE "
               "CHANGE_TRACKING;\n"
               "CREATE TABLE sales.t (id int PRIMARY KEY); INSERT t VALUES (1, 2, 3);\n"
               "CREATE LOGIN eve WITH PASSWORD = N'pass word;''', DEFAULT_DATABASE = shop; "
               "CREATE USER eve FOR LOGIN eve"_s;
    }
    std::unique_ptr<BenchSession> guest() { return m_bench->login(u"shop"_s, u"eve"_s, u"pass word;'"_s); }
    int refusalOf(const QString &database, const QString &user, const QString &password)
    {
        return m_bench->login(database, user, password) ? 0 : m_bench->refusal().front().number;
    }

private slots:
    void logins()
    {
        QCOMPARE(refusalOf(u"shop"_s, u"owner"_s, u"wrong"_s), 18456);
        QCOMPARE(refusalOf(u"shop"_s, u"nobody"_s, u"secret"_s), 18456);
        QCOMPARE(refusalOf(u"nowhere"_s, u"owner"_s, u"secret"_s), 4060);
        QCOMPARE(m_bench->refusal().back().number, 18456);
        QCOMPARE(refusalOf(u"depot"_s, u"eve"_s, u"pass word;'"_s), 4060);
        QCOMPARE(refusalOf(u"shop"_s, u"eve"_s, u"Pass word;'"_s), 18456);
        QCOMPARE(refusalOf(u"SHOP"_s, u"OWNER"_s, u"secret"_s), 0);
        const auto session = m_bench->login(QString(), u"eve"_s, u"pass word;'"_s);
        QVERIFY(session);
        QCOMPARE(
            session->ask(u"SELECT DB_NAME(), USER_NAME(), SUSER_SNAME(), IS_SRVROLEMEMBER('sysadmin')"_s),
            u"shop|eve|eve|0"_s);
        QCOMPARE(session->run(u"USE depot"_s).firstError(), 916);
        QCOMPARE(session->run(u"USE nowhere"_s).firstError(), 911);
        QCOMPARE(session->ask(u"SELECT HAS_DBACCESS(N'shop'), HAS_DBACCESS(N'depot')"_s), u"1|0"_s);
    }

    void loginsSurviveARestart()
    {
        m_session.reset();
        QVERIFY(m_bench->restart());
        QVERIFY(guest());
    }

    void loginsEnd()
    {
        QCOMPARE(m_session->run(u"CREATE LOGIN eve WITH PASSWORD = 'x'"_s).firstError(), 15025);
        QCOMPARE(m_session->run(u"CREATE USER eve"_s).firstError(), 15023);
        QCOMPARE(m_session->run(u"CREATE USER other FOR LOGIN missing"_s).firstError(), 15007);
        run(u"DROP USER eve; DROP LOGIN eve"_s);
        QCOMPARE(refusalOf(u"shop"_s, u"eve"_s, u"pass word;'"_s), 18456);
        QCOMPARE(m_session->run(u"DROP USER eve"_s).firstError(), 15151);
        run(u"DROP USER IF EXISTS eve"_s);
        QCOMPARE(m_session->run(u"DROP LOGIN owner"_s).firstError(), 15141);
    }

    /// What a user may read after these grants: SELECT, changes, and what the catalog says of it.
    void readingRights_data()
    {
        QTest::addColumn<QString>("grants");
        QTest::addColumn<int>("select"); // error number of SELECT *
        QTest::addColumn<int>("changes"); // of CHANGETABLE
        QTest::addColumn<QString>("predicted"); // by HAS_PERMS_BY_NAME: SELECT, VIEW CHANGE TRACKING
        const auto row = [](const char *name, const QString &grants, int select, int changes,
                             const QString &told) {
            QTest::newRow(name) << grants << select << changes << told;
        };
        row("nothing", QString(), 208, 208, u"NULL|NULL"_s);
        row("SELECT on the table", u"GRANT SELECT ON t TO eve"_s, 0, 229, u"1|0"_s);
        row("both on the table", u"GRANT SELECT, VIEW CHANGE TRACKING ON dbo.t TO eve"_s, 0, 0, u"1|1"_s);
        row("changes alone", u"GRANT VIEW CHANGE TRACKING ON OBJECT::dbo.t TO eve"_s, 229, 229, u"0|1"_s);
        row("both on the schema", u"GRANT SELECT, VIEW CHANGE TRACKING ON SCHEMA::dbo TO eve"_s, 0, 0,
            u"1|1"_s);
        row("denied on the schema, revoked",
            u"GRANT SELECT, VIEW CHANGE TRACKING ON t TO eve; DENY VIEW CHANGE TRACKING ON SCHEMA::dbo TO "
            u"eve; "
            "REVOKE VIEW CHANGE TRACKING ON SCHEMA::dbo FROM eve"_s,
            0, 0, u"1|1"_s);
        row("SELECT on the named database", u"GRANT SELECT ON DATABASE::SHOP TO eve"_s, 0, 229, u"1|0"_s);
        row("on another schema", u"GRANT SELECT ON SCHEMA::sales TO eve"_s, 208, 208, u"NULL|NULL"_s);
        row("SELECT on the database", u"GRANT SELECT TO eve"_s, 0, 229, u"1|0"_s);
        row("CONTROL on the table", u"GRANT CONTROL ON t TO eve"_s, 0, 0, u"1|1"_s);
        row("CONTROL on the database", u"GRANT CONTROL TO eve"_s, 0, 0, u"1|1"_s);
        row("to public", u"GRANT SELECT ON t TO public"_s, 0, 229, u"1|0"_s);
        row("db_datareader", u"ALTER ROLE db_datareader ADD MEMBER eve"_s, 0, 229, u"1|0"_s);
        row("db_owner", u"EXEC sp_addrolemember 'db_owner', 'eve'"_s, 0, 0, u"1|1"_s);
        row("denied on the table",
            u"GRANT SELECT, VIEW CHANGE TRACKING ON SCHEMA::dbo TO eve; DENY SELECT ON t TO eve"_s, 229, 229,
            u"0|1"_s);
        row("changes denied",
            u"GRANT SELECT, VIEW CHANGE TRACKING ON t TO eve; DENY VIEW CHANGE TRACKING ON SCHEMA::dbo TO eve"_s,
            0, 229, u"1|0"_s);
        row("denied to a role",
            u"ALTER ROLE db_denydatareader ADD MEMBER eve; GRANT SELECT, VIEW CHANGE TRACKING ON t TO eve"_s,
            229, 229, u"0|1"_s);
        row("revoked", u"GRANT SELECT ON t TO eve; REVOKE SELECT ON t FROM eve"_s, 208, 208, u"NULL|NULL"_s);
        row("denial revoked", u"GRANT SELECT TO eve; DENY SELECT ON t TO eve; REVOKE SELECT ON t TO eve"_s, 0,
            229, u"1|0"_s);
        row("some columns", u"GRANT SELECT (id, a) ON t TO eve; GRANT VIEW CHANGE TRACKING ON t TO eve"_s,
            230, 0, u"0|1"_s);
    }
    void readingRights()
    {
        QFETCH(QString, grants);
        if (!grants.isEmpty())
            run(grants);
        const auto session = guest();
        QTEST(session->run(u"SELECT * FROM dbo.t"_s).firstError(), "select");
        QTEST(session->run(u"SELECT id, SYS_CHANGE_OPERATION FROM CHANGETABLE(CHANGES dbo.t, 0) AS c"_s)
                  .firstError(),
            "changes");
        QTEST(session->ask(
                  u"SELECT HAS_PERMS_BY_NAME(N'dbo.t', 'OBJECT', 'SELECT'), HAS_PERMS_BY_NAME(N'dbo.t', "
                  "'OBJECT', 'VIEW CHANGE TRACKING')"_s),
            "predicted");
    }

    void textsOfRefusals()
    {
        run(u"GRANT SELECT ON t TO eve"_s);
        const auto session = guest();
        QCOMPARE(session->run(u"SELECT 1 FROM CHANGETABLE(CHANGES t, 0) AS c"_s).errorText(),
            u"229: The VIEW CHANGE TRACKING permission was denied on the object 't', database 'shop', schema 'dbo'."_s);
        QCOMPARE(session->run(u"DELETE t"_s).errorText(),
            u"229: The DELETE permission was denied on the object 't', database 'shop', schema 'dbo'."_s);
    }

    void textOfAWrongScope()
    {
        QCOMPARE(m_session->run(u"GRANT VIEW CHANGE TRACKING ON DATABASE::shop TO eve"_s).errorText(),
            u"102: Incorrect syntax near 'VIEW CHANGE TRACKING...'."_s);
    }

    void columnsApart()
    {
        run(u"GRANT SELECT (id, a) ON t TO eve"_s);
        const auto session = guest();
        QCOMPARE(session->ask(u"SELECT id, a FROM t"_s), u"1|2"_s);
        QCOMPARE(session->run(u"SELECT id FROM t WHERE secret = 3"_s).firstError(), 230);
        QCOMPARE(session->ask(u"SELECT HAS_PERMS_BY_NAME(N't', 'OBJECT', 'SELECT', N'a', 'COLUMN'), "
                              "HAS_PERMS_BY_NAME(N't', 'OBJECT', 'SELECT', N'secret', 'COLUMN')"_s),
            u"1|0"_s);
    }

    void theCatalogShowsWhatIsVisible()
    {
        const auto session = guest();
        const QString tables = u"SELECT COUNT(*) FROM sys.tables"_s;
        const QString tracked = u"SELECT COUNT(*) FROM sys.change_tracking_tables"_s;
        const QString minimum = u"SELECT OBJECT_ID(N'dbo.t'), CHANGE_TRACKING_MIN_VALID_VERSION(%1)"_s.arg(
            m_session->ask(u"SELECT OBJECT_ID(N'dbo.t')"_s));
        QCOMPARE(session->ask(tables), u"0"_s);
        QCOMPARE(session->ask(tracked), u"0"_s);
        QCOMPARE(session->ask(minimum), u"NULL|NULL"_s);
        QCOMPARE(session->ask(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s), u"1"_s);
        run(u"GRANT SELECT ON t TO eve"_s);
        QCOMPARE(session->ask(tables), u"1"_s);
        QCOMPARE(session->ask(tracked), u"1"_s);
        QVERIFY(session->ask(minimum).endsWith(u"|0"_s));
        QCOMPARE(session->run(u"SELECT * FROM sys.dm_db_partition_stats"_s).firstError(), 262);
        QCOMPARE(session->run(u"SELECT * FROM sys.dm_exec_connections"_s).firstError(), 300);
        QCOMPARE(session->ask(u"SELECT rows FROM sys.partitions"_s), u"1"_s);
    }

    void writing()
    {
        run(u"GRANT SELECT, INSERT ON t TO eve"_s);
        const auto session = guest();
        QCOMPARE(session->run(u"INSERT t (id) VALUES (2)"_s).firstError(), 0);
        QCOMPARE(session->run(u"UPDATE t SET a = 1"_s).firstError(), 229);
        QCOMPARE(session->run(u"DELETE t"_s).firstError(), 229);
        QCOMPARE(session->run(u"TRUNCATE TABLE t"_s).firstError(), 4701);
        QCOMPARE(session->run(u"DROP TABLE t"_s).firstError(), 3701);
        QCOMPARE(session->run(u"ALTER TABLE t DISABLE CHANGE_TRACKING"_s).firstError(), 4902);
        QCOMPARE(session->run(u"CREATE TABLE own (id int)"_s).firstError(), 262);
        QCOMPARE(session->run(u"CREATE DATABASE own"_s).firstError(), 262);
        QCOMPARE(session->run(u"ALTER DATABASE shop SET ALLOW_SNAPSHOT_ISOLATION ON"_s).firstError(), 5011);
        QCOMPARE(session->run(u"CREATE LOGIN own WITH PASSWORD = 'x'"_s).firstError(), 15247);
        QCOMPARE(session->run(u"GRANT SELECT ON t TO public"_s).firstError(), 4613);
        QCOMPARE(session->run(u"EXEC practice.cleanup"_s).firstError(), 229);
        run(u"ALTER ROLE db_ddladmin ADD MEMBER eve"_s);
        QCOMPARE(session->run(u"CREATE TABLE own (id int)"_s).firstError(), 0);
    }

    void wrongGrants_data()
    {
        QTest::addColumn<QString>("batch");
        QTest::addColumn<int>("number");
        QTest::newRow("no object") << u"GRANT SELECT ON nowhere TO eve"_s << 15151;
        QTest::newRow("no right on a table") << u"GRANT EXECUTE ON t TO eve"_s << 4606;
        QTest::newRow("no user") << u"GRANT SELECT ON t TO nobody"_s << 15151;
        QTest::newRow("no schema") << u"GRANT SELECT ON SCHEMA::nowhere TO eve"_s << 15151;
        QTest::newRow("to dbo") << u"GRANT SELECT ON t TO dbo"_s << 15151;
        // VIEW CHANGE TRACKING is one of tables and schemas.
        QTest::newRow("changes of a database") << u"GRANT VIEW CHANGE TRACKING TO eve"_s << 102;
        QTest::newRow("named") << u"DENY VIEW CHANGE TRACKING ON DATABASE::shop TO eve"_s << 102;
        QTest::newRow("revoked") << u"REVOKE VIEW CHANGE TRACKING ON DATABASE::shop FROM eve"_s << 102;
        QTest::newRow("another database") << u"GRANT SELECT ON DATABASE::depot TO eve"_s << 15151;
        QTest::newRow("no role") << u"ALTER ROLE nowhere ADD MEMBER eve"_s << 15151;
    }
    void wrongGrants()
    {
        QFETCH(QString, batch);
        QTEST(m_session->run(batch).firstError(), "number");
    }

    void rightsGoWithTheTable()
    {
        run(u"GRANT SELECT ON t TO eve; DROP TABLE t; CREATE TABLE t (id int PRIMARY KEY)"_s);
        QCOMPARE(guest()->run(u"SELECT * FROM t"_s).firstError(), 208);
    }

    void demoLogins()
    {
        PracticeOptions options;
        options.rows = 20;
        EngineBench demo(options);
        QVERIFY2(demo.isOpen(), qPrintable(demo.failure()));
        const QString select = u"SELECT COUNT(*) FROM dbo.orders"_s;
        const QString changes = u"SELECT COUNT(*) FROM CHANGETABLE(CHANGES dbo.orders, 0) AS c"_s;
        const auto reader = demo.login(u"shop"_s, u"reader"_s, u"secret"_s);
        QCOMPARE(reader->ask(select), u"20"_s);
        QCOMPARE(reader->ask(changes), u"1"_s);
        const auto analyst = demo.login(u"shop"_s, u"analyst"_s, u"secret"_s);
        QCOMPARE(analyst->ask(select), u"20"_s);
        QCOMPARE(analyst->run(changes).firstError(), 229);
        const auto visitor = demo.login(u"shop"_s, u"visitor"_s, u"secret"_s);
        QCOMPARE(visitor->run(select).firstError(), 208);
    }
};

QTEST_GUILESS_MAIN(PermissionsTest)
#include "tst_permissions.moc"
