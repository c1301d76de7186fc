#include "enginebench.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace tidemark::practice;
using namespace tidemark::practice::test;
using namespace Qt::Literals::StringLiterals;

/// The system views, and every statement that Tidemark sends.
class SystemViewsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<EngineBench> m_bench;
    std::unique_ptr<BenchSession> m_session;
    const QDir m_statements{ QStringLiteral(STATEMENT_DATA) };

    static QString textOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    QString ask(const QString &batch) { return m_session->ask(batch); }
    QString statement(const QString &name) { return textOf(m_statements.filePath(name + u".sql"_s)); }
    /// The rows of one result set of a golden statement.
    QString answerOf(const QString &name, std::size_t result)
    {
        Answer answer = m_session->run(statement(name));
        if (answer.firstError() != 0 || result >= answer.results.size())
            return answer.errorText();
        answer.results.resize(result + 1);
        return answer.table();
    }

private slots:
    void initTestCase()
    {
        m_bench = std::make_unique<EngineBench>();
        QVERIFY2(m_bench->isOpen(), qPrintable(m_bench->failure()));
        m_session = m_bench->login(u"master"_s);
        QCOMPARE(ask(u"CREATE DATABASE golden"_s), QString());
        m_session = m_bench->login(u"golden"_s);
        const QString setup = textOf(QStringLiteral(STATEMENT_SETUP));
        QVERIFY(!setup.isEmpty());
        QCOMPARE(m_session->runScript(setup).errorText(), QString());
        QCOMPARE(ask(u"INSERT INTO dbo.orders (id, customer, total, placed_at) VALUES (1, N'Ada', 20, "
                     u"'2024-01-02'), "
                     "(2, N'Bob', 5, '2024-01-03')"_s),
            QString());
        QCOMPARE(ask(u"DELETE dbo.orders WHERE id = 2"_s), QString());
        QCOMPARE(ask(u"INSERT [odd]]schema.].[it's [a]] \"table\" 100%1 😀] VALUES (N'v', 7, N'<x/>', 1)"_s),
            QString());
    }
    void cleanupTestCase()
    {
        m_session.reset();
        m_bench.reset();
    }

    void runsEveryStatementOfTidemark_data()
    {
        QTest::addColumn<QString>("name");
        QStringList names = m_statements.entryList({ u"*.sql"_s }, QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 20);
        for (const QString &name : std::as_const(names))
            QTest::newRow(qPrintable(name)) << name.chopped(4);
    }
    void runsEveryStatementOfTidemark()
    {
        QFETCH(QString, name);
        const Answer answer = m_session->run(statement(name));
        // json and vector columns exist in SQL Server 2025 only.
        if (name == u"full_newest_types")
            QCOMPARE(answer.firstError(), 208);
        else
            QCOMPARE(answer.errorText(), QString());
    }

    void databaseState()
    {
        const QStringList cells = answerOf(u"database_state"_s, 0).split(u'|');
        QCOMPARE(cells.size(), 10);
        QCOMPARE(cells[0], u"3"_s);
        QCOMPARE(cells[1], u"practice"_s);
        QCOMPARE(cells[2], u"golden"_s);
        QCOMPARE(cells[3], u"dbo"_s);
        static const QRegularExpression isoMoment(
            u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?$"_s);
        QVERIFY2(isoMoment.match(cells[4]).hasMatch(), qPrintable(cells[4]));
        QCOMPARE(cells.mid(5), QStringList({ u"1"_s, u"0"_s, u"1"_s, u"2"_s, u"3"_s }));
    }

    void survey()
    {
        const QString orders = ask(u"SELECT OBJECT_ID(N'dbo.orders')"_s);
        const QStringList tables = answerOf(u"survey"_s, 1).split(u'\n');
        QCOMPARE(tables.size(), 3);
        QStringList ofOrders = tables.filter(u"|dbo|orders|"_s).value(0).split(u'|');
        QCOMPARE(ofOrders.size(), 12);
        QCOMPARE(ofOrders.mid(0, 10),
            QStringList(
                { u"0"_s, u"dbo"_s, u"orders"_s, orders, u"1"_s, u"0"_s, u"0"_s, u"0"_s, u"1"_s, u"1"_s }));
        QCOMPARE(ofOrders[10], u"1"_s);
        QVERIFY(ofOrders[11].toInt() > 0);
        QCOMPARE(tables.filter(u"|odd]schema.|it's [a] \"table\" 100%1 😀|"_s).size(), 1);

        const QStringList columns = answerOf(u"survey"_s, 2).split(u'\n').filter(orders + u'|');
        QCOMPARE(columns.size(), 5);
        QCOMPARE(columns[0], orders + u"|1|id|int|int|0|4|10|0|0|0|NULL|NULL|1|1"_s);
        QCOMPARE(columns[1],
            orders + u"|2|note|nvarchar|nvarchar|0|-1|0|0|1|0|SQL_Latin1_General_CP1_CI_AS|NULL|NULL|1"_s);
        QCOMPARE(columns[3], orders + u"|4|total|decimal|decimal|0|9|18|4|0|0|NULL|NULL|NULL|1"_s);
        QCOMPARE(columns[4], orders + u"|5|placed_at|datetime2|datetime2|0|8|27|7|0|0|NULL|NULL|NULL|1"_s);
    }

    void keyOrder()
    {
        const QString key = ask(
            u"SELECT c.name, k.key_ordinal FROM sys.indexes i JOIN sys.index_columns k ON k.object_id = "
            u"i.object_id "
            "AND k.index_id = i.index_id JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = "
            "k.column_id WHERE i.is_primary_key = 1 AND c.name LIKE N'SYS%' ORDER BY k.key_ordinal"_s);
        QCOMPARE(key, u"SYS_CHANGE_OPERATION|1\nSYS_CHANGE_VERSION|2"_s);
    }

    void changesOfOrders()
    {
        const QStringList rows = answerOf(u"changes_orders"_s, 0).split(u'\n');
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0], u"1|1|I|1|Ada|20.0000|2024-01-02 00:00:00.0000000|NULL"_s);
        QCOMPARE(rows[1], u"2|1|D|2|NULL|NULL|NULL|NULL"_s);
        QCOMPARE(answerOf(u"changes_awkward"_s, 0), u"3|3|I|v|7|1|<x/>"_s);
        QCOMPARE(answerOf(u"have_changes"_s, 0), u"1"_s);
        QCOMPARE(answerOf(u"have_changes"_s, 1), u"0"_s);
        QCOMPARE(answerOf(u"have_changes"_s, 3), u"0|0\n1|0\n2|0"_s);
    }

    void lists()
    {
        QCOMPARE(answerOf(u"database_list"_s, 0), u"golden|1|1"_s);
        const QStringList tables = answerOf(u"table_list"_s, 0).split(u'\n');
        QCOMPARE(tables.size(), 3);
        QVERIFY2(tables[1].startsWith(u"dbo|orders|1|1|1|"_s), qPrintable(tables[1]));
        QVERIFY(answerOf(u"server_facts"_s, 0).contains(u"Tidemark"_s));
        QCOMPARE(answerOf(u"connection_facts"_s, 0), u"FALSE|TCP|SQL"_s);
    }

    void typesOfColumns_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("expected"); // type, length, precision, scale
        const auto row = [](const QString &column, const QString &expected) {
            QTest::newRow(qPrintable(column)) << column << expected;
        };
        row(u"c_bit"_s, u"bit|1|1|0"_s);
        row(u"c_tinyint"_s, u"tinyint|1|3|0"_s);
        row(u"c_smallint"_s, u"smallint|2|5|0"_s);
        row(u"c_bigint"_s, u"bigint|8|19|0"_s);
        row(u"c_decimal"_s, u"decimal|17|38|10"_s);
        row(u"c_money"_s, u"money|8|19|4"_s);
        row(u"c_smallmoney"_s, u"smallmoney|4|10|4"_s);
        row(u"c_real"_s, u"real|4|24|0"_s);
        row(u"c_float"_s, u"float|8|53|0"_s);
        row(u"c_date"_s, u"date|3|10|0"_s);
        row(u"c_time"_s, u"time|5|16|7"_s);
        row(u"c_datetime"_s, u"datetime|8|23|3"_s);
        row(u"c_smalldatetime"_s, u"smalldatetime|4|16|0"_s);
        row(u"c_datetimeoffset"_s, u"datetimeoffset|10|34|7"_s);
        row(u"c_char"_s, u"char|10|0|0"_s);
        row(u"c_varchar_max"_s, u"varchar|-1|0|0"_s);
        row(u"c_text"_s, u"text|16|0|0"_s);
        row(u"c_nchar"_s, u"nchar|20|0|0"_s);
        row(u"c_nvarchar"_s, u"nvarchar|8000|0|0"_s);
        row(u"c_binary"_s, u"binary|8|0|0"_s);
        row(u"c_rowversion"_s, u"timestamp|8|0|0"_s);
        row(u"id"_s, u"uniqueidentifier|16|0|0"_s);
        row(u"c_xml"_s, u"xml|-1|0|0"_s);
        row(u"c_variant"_s, u"sql_variant|8016|0|0"_s);
        row(u"c_hierarchyid"_s, u"hierarchyid|892|0|0"_s);
        row(u"c_geometry"_s, u"geometry|-1|0|0"_s);
    }
    void typesOfColumns()
    {
        QFETCH(QString, column);
        QTEST(
            ask(u"SELECT t.name, c.max_length, c.precision, c.scale FROM sys.columns c JOIN sys.types t ON "
                "t.user_type_id = c.user_type_id WHERE c.object_id = OBJECT_ID(N'every_type') AND c.name = N'%1'"_s
                    .arg(column)),
            "expected");
    }

    void functions_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &expression, const QString &expected) {
            QTest::newRow(qPrintable(expression)) << expression << expected;
        };
        row(u"DB_ID(N'nowhere')"_s, u"NULL"_s);
        row(u"DB_NAME(DB_ID())"_s, u"golden"_s);
        row(u"OBJECT_ID(N'[dbo].[orders]')"_s,
            ask(u"SELECT object_id FROM sys.tables WHERE name = N'orders'"_s));
        row(u"OBJECT_ID(N'golden..orders')"_s,
            ask(u"SELECT object_id FROM sys.tables WHERE name = N'orders'"_s));
        row(u"OBJECT_ID(N'nowhere')"_s, u"NULL"_s);
        row(u"OBJECT_NAME(OBJECT_ID(N'ORDERS'))"_s, u"orders"_s);
        row(u"OBJECT_SCHEMA_NAME(OBJECT_ID(N'orders'))"_s, u"dbo"_s);
        row(u"SCHEMA_NAME(SCHEMA_ID(N'odd]schema.'))"_s, u"odd]schema."_s);
        row(u"COL_NAME(OBJECT_ID(N'orders'), 3)"_s, u"customer"_s);
        row(u"USER_NAME()"_s, u"dbo"_s);
        row(u"SUSER_SNAME()"_s, u"owner"_s);
        row(u"IS_SRVROLEMEMBER('sysadmin')"_s, u"1"_s);
        row(u"HAS_DBACCESS(N'golden')"_s, u"1"_s);
        row(u"HAS_DBACCESS(N'nowhere')"_s, u"NULL"_s);
        row(u"HAS_PERMS_BY_NAME(N'dbo.orders', 'OBJECT', 'VIEW CHANGE TRACKING')"_s, u"1"_s);
        row(u"HAS_PERMS_BY_NAME(N'dbo.nowhere', 'OBJECT', 'SELECT')"_s, u"NULL"_s);
        row(u"CONVERT(nvarchar(20), DATABASEPROPERTYEX(N'golden', 'Updateability'))"_s, u"READ_WRITE"_s);
        row(u"CONVERT(int, SERVERPROPERTY('EngineEdition'))"_s, u"3"_s);
    }
    void functions()
    {
        QFETCH(QString, expression);
        QTEST(ask(u"SELECT "_s + expression), "expected");
    }

    void informationSchema()
    {
        QCOMPARE(ask(u"SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE "
                     u"TABLE_NAME = "
                     "'orders'"_s),
            u"dbo|orders|BASE TABLE"_s);
        QCOMPARE(ask(u"SELECT COLUMN_NAME, ORDINAL_POSITION, IS_NULLABLE, DATA_TYPE, "
                     u"CHARACTER_MAXIMUM_LENGTH FROM "
                     "INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'orders' AND COLUMN_NAME = 'customer'"_s),
            u"customer|3|YES|nvarchar|100"_s);
        QCOMPARE(
            ask(u"SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE WHERE TABLE_NAME = 'orders'"_s),
            u"id"_s);
    }

    void anotherDatabase()
    {
        QCOMPARE(ask(u"SELECT COUNT(*) FROM master.sys.tables"_s), u"0"_s);
        QCOMPARE(ask(u"SELECT t.name FROM golden.sys.tables t JOIN sys.tables u ON u.object_id = t.object_id "
                     "WHERE t.name = N'orders'"_s),
            u"orders"_s);
        QCOMPARE(m_session->run(u"SELECT 1 FROM nowhere.sys.tables"_s).firstError(), 208);
        QCOMPARE(m_session->run(u"SELECT 1 FROM sys.nowhere"_s).firstError(), 208);
    }
};

QTEST_GUILESS_MAIN(SystemViewsTest)
#include "tst_systemviews.moc"
