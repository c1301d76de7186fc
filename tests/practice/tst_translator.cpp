#include "sqlbench.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

const QString people = uR"(
CREATE TABLE people (id int NOT NULL PRIMARY KEY, name nvarchar(20) NULL, city varchar(20) NULL, pay decimal(9, 2) NULL, born date NULL);
INSERT INTO people VALUES
    (1, N'Ann', 'Rome', 100.50, '1990-01-01'), (2, N'bob', 'rome ', 200, NULL),
    (3, N'Cid', 'Oslo', NULL, '2000-12-31'), (4, NULL, NULL, 50, '1980-06-15');
CREATE TABLE pets (owner bigint NOT NULL, pet nvarchar(10) NOT NULL);
INSERT INTO pets VALUES (1, N'cat'), (1, N'dog'), (3, N'eel'), (9, N'fox');
)"_s;

} // namespace

class TestTranslator : public QObject {
    Q_OBJECT

private slots:
    void selects_data();
    void selects();
    void functions_data();
    void functions();
    void derivesTypes_data();
    void derivesTypes();
    void refuses_data();
    void refuses();
    void changes_data();
    void changes();
    void usesVariables();
    void readsChangeTables();
    void readsVersionsOfRows();
    void cutsScansIntoChunks_data();
    void cutsScansIntoChunks();
    void listsReads();
    void computesColumns();
    void comparesByCollation();
    void keepsUtf8();
};

void TestTranslator::selects_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("rows"); // separated by ;
    const auto row = [](const char *name, const char *query, const char *rows) {
        QTest::newRow(name) << QString::fromUtf8(query) << QString::fromUtf8(rows);
    };
    row("star", "SELECT * FROM people WHERE id = 1", "1|Ann|Rome|100.50|1990-01-01");
    row("star of one", "SELECT p.* FROM pets p JOIN people o ON o.id = p.owner WHERE o.id = 3", "3|eel");
    row("no case, no trailing blanks", "SELECT id FROM people WHERE city = 'ROME' ORDER BY id", "1;2");
    row("left join",
        "SELECT p.id, t.pet FROM people p LEFT JOIN pets t ON t.owner = p.id ORDER BY p.id, t.pet",
        "1|cat;1|dog;2|NULL;3|eel;4|NULL");
    row("right join", "SELECT p.id, t.pet FROM people p RIGHT JOIN pets t ON t.owner = p.id ORDER BY t.pet",
        "1|cat;1|dog;3|eel;NULL|fox");
    row("full join",
        "SELECT p.id, t.pet FROM people p FULL JOIN pets t ON t.owner = p.id ORDER BY p.id, t.pet",
        "NULL|fox;1|cat;1|dog;2|NULL;3|eel;4|NULL");
    row("cross join", "SELECT COUNT(*) FROM people, pets CROSS JOIN pets x", "64");
    row("nested join",
        "SELECT p.id FROM people p LEFT JOIN (pets a JOIN pets b ON a.owner = b.owner AND a.pet < b.pet) "
        "ON a.owner = p.id WHERE a.pet IS NOT NULL",
        "1");
    row("comma and join",
        "SELECT COUNT(*) FROM people p, pets a JOIN pets b ON a.owner = b.owner WHERE p.id = a.owner", "5");
    row("exists", "SELECT id FROM people p WHERE EXISTS (SELECT 1 FROM pets WHERE owner = p.id) ORDER BY id",
        "1;3");
    row("not in with null", "SELECT id FROM people WHERE name NOT IN (N'x', NULL)", "");
    row("in list", "SELECT id FROM people WHERE name IN (N'BOB', N'cid') ORDER BY id", "2;3");
    row("in select", "SELECT id FROM people WHERE id IN (SELECT owner FROM pets) ORDER BY id", "1;3");
    row("in select of other type", "SELECT id FROM people WHERE id IN (SELECT '3') ORDER BY id", "3");
    row("between", "SELECT id FROM people WHERE pay NOT BETWEEN 60 AND 150.25 ORDER BY id", "2;4");
    row("like", "SELECT id FROM people WHERE name LIKE N'[a-b]%' ORDER BY id", "1;2");
    row("dates", "SELECT id FROM people WHERE born >= '19900101' ORDER BY born DESC", "3;1");
    row("case",
        "SELECT CASE city WHEN 'rome' THEN 'R' WHEN 'oslo' THEN 'O' ELSE '-' END FROM people ORDER BY id",
        "R;R;O;-");
    row("group",
        "SELECT city, COUNT(*) n, SUM(pay), AVG(pay), MIN(name), MAX(born) FROM people GROUP BY city ORDER "
        "BY n DESC, city",
        "Rome|2|300.50|150.250000|Ann|1990-01-01;NULL|1|50.00|50.000000|NULL|1980-06-15;Oslo|1|NULL|NULL|Cid|"
        "2000-12-31");
    row("group by expression",
        "SELECT UPPER(city), COUNT(name) FROM people GROUP BY UPPER(city) HAVING COUNT(*) > 1", "ROME|2");
    row("count distinct", "SELECT COUNT(DISTINCT city), COUNT(pay), COUNT_BIG(*) FROM people", "2|3|4");
    row("sum distinct", "SELECT SUM(DISTINCT x) FROM (VALUES (1), (1), (2)) v (x)", "3");
    row("average of ints", "SELECT AVG(x) FROM (VALUES (1), (2), (2)) v (x)", "1");
    row("aggregate of nothing", "SELECT COUNT(*), SUM(id), MAX(name) FROM people WHERE 1 = 0", "0|NULL|NULL");
    row("having without aggregates in the list", "SELECT 7 FROM people HAVING COUNT(*) = 4", "7");
    row("having alone", "SELECT COUNT(*) FROM people HAVING COUNT(*) > 10", "");
    row("union", "SELECT UPPER(RTRIM(city)) FROM people UNION SELECT 'OSLO' ORDER BY 1", "NULL;OSLO;ROME");
    row("union compares without case", "SELECT COUNT(*) FROM (SELECT city FROM people UNION SELECT 'OSLO') q",
        "3");
    row("union all", "SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 2.5", "1.0;1.0;2.5");
    row("except and intersect", "SELECT 1 EXCEPT SELECT 2 INTERSECT SELECT 1", "1");
    row("top in a part", "SELECT TOP 1 id FROM people UNION ALL SELECT 99", "1;99");
    row("top", "SELECT TOP (2) id FROM people ORDER BY pay DESC", "2;1");
    row("top zero", "SELECT TOP 0 id FROM people", "");
    row("paging", "SELECT id FROM people ORDER BY id OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY", "2;3");
    row("offset alone", "SELECT id FROM people ORDER BY id OFFSET 3 ROWS", "4");
    row("order by position", "SELECT name, id FROM people ORDER BY 2 DESC", "NULL|4;Cid|3;bob|2;Ann|1");
    row("order by alias", "SELECT -id AS x FROM people ORDER BY x", "-4;-3;-2;-1");
    row("distinct", "SELECT DISTINCT city FROM people ORDER BY city DESC", "Rome;Oslo;NULL");
    row("scalar subquery",
        "SELECT (SELECT MAX(pet) FROM pets WHERE owner = p.id) FROM people p ORDER BY p.id",
        "dog;NULL;eel;NULL");
    row("derived table", "SELECT q.x + 1 FROM (SELECT id * 10 AS x FROM people WHERE id < 3) AS q ORDER BY 1",
        "11;21");
    row("values", "SELECT a, b FROM (VALUES (1, N'x'), (2.5, NULL)) AS v (a, b)", "1.0|x;2.5|NULL");
    row("common tables",
        "WITH a AS (SELECT 1 AS x UNION ALL SELECT 2), b (y) AS (SELECT x * 2 FROM a) SELECT a.x, b.y FROM "
        "a, b WHERE b.y > a.x ORDER BY 1, 2",
        "1|2;1|4;2|4");
    row("common table hides a table", "WITH pets AS (SELECT 7 AS owner) SELECT owner FROM pets", "7");
    row("null logic", "SELECT id FROM people WHERE NOT (name = N'Ann') ORDER BY id", "2;3");
    row("numbers with texts", "SELECT id FROM people WHERE id = '2'", "2");
    row("branch not taken", "SELECT CASE WHEN id > 0 THEN id ELSE 1 / 0 END FROM people WHERE id = 1", "1");
}

void TestTranslator::selects()
{
    QFETCH(QString, query);
    QFETCH(QString, rows);
    SqlBench bench;
    QCOMPARE(bench.run(people), QStringList());
    QCOMPARE(bench.run(query).join(u';'), rows);
}

void TestTranslator::functions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *expression, const char *result) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(result);
    };
    row("LEN(N'ab  ')", "2");
    row("LEN(N'😀')", "2");
    row("DATALENGTH(N'ab ')", "6");
    row("DATALENGTH('ab ')", "3");
    row("DATALENGTH(CAST(1 AS bigint))", "8");
    row("SUBSTRING('abcdef', 2, 3)", "bcd");
    row("SUBSTRING('abc', 0, 2)", "a");
    row("SUBSTRING(0x010203, 2, 1)", "0x02");
    row("LEFT('abc', 2) + RIGHT('abc', 5)", "ababc");
    row("UPPER(N'straße') + LOWER('ÄB')", "STRAßEäb");
    row("'[' + LTRIM(RTRIM('  a b ')) + ']'", "[a b]");
    row("REPLACE('aXbx', 'x', '-')", "a-b-");
    row("CHARINDEX('B', 'abcb', 3)", "4");
    row("CONCAT('a', NULL, 1, N'b', 1.50)", "a1b1.50");
    row("CONCAT_WS('-', 'a', NULL, 'b')", "a-b");
    row("REPLICATE('ab', 3)", "ababab");
    row("LEN(REPLICATE('ab', 5000))", "8000");
    row("LEN(REPLICATE(CAST('ab' AS varchar(max)), 5000))", "10000");
    row("STUFF('abcd', 2, 2, 'X')", "aXd");
    row("REVERSE('abc')", "cba");
    row("CHAR(65) + NCHAR(8364)", "A€");
    row("ASCII('€')", "128");
    row("UNICODE(N'€')", "8364");
    row("QUOTENAME('a]b')", "[a]]b]");
    row("QUOTENAME('a', '''')", "'a'");
    row("QUOTENAME(REPLICATE('a', 129))", "NULL");
    row("ABS(-5) + ABS(-1.5)", "6.5");
    row("ROUND(123.456, 2)", "123.460");
    row("ROUND(155, -1)", "160");
    row("ROUND(-1.55, 1, 1)", "-1.50");
    row("FLOOR(-1.5)", "-2");
    row("CEILING(1.2e0)", "2");
    row("POWER(2, 10)", "1024");
    row("SIGN(-2.5)", "-1.0");
    row("COALESCE(NULL, 1, 2.5)", "1.0");
    row("ISNULL(CAST(NULL AS varchar(3)), 'abcdef')", "abc");
    row("NULLIF('a', 'A')", "NULL");
    row("NULLIF(1, 2)", "1");
    row("IIF(1 > 2, 'a', 'bc')", "bc");
    row("DATEADD(month, 1, CAST('2026-01-31' AS date))", "2026-02-28");
    row("DATEADD(hour, -1, CAST('00:30' AS time(0)))", "23:30:00");
    row("DATEADD(ns, 150, CAST('2026-01-01' AS datetime2(7)))", "2026-01-01 00:00:00.0000001");
    row("DATEDIFF(year, '2025-12-31', '2026-01-01')", "1");
    row("DATEDIFF(week, '2026-01-03', '2026-01-04')", "1");
    row("DATEDIFF(second, '2026-01-01', '2026-01-02')", "86400");
    row("DATEPART(weekday, '2026-01-04')", "1");
    row("DATENAME(month, '2026-03-01')", "March");
    row("YEAR('2026-03-01') * 100 + MONTH('2026-03-01')", "202603");
    row("EOMONTH('2024-02-10')", "2024-02-29");
    row("SWITCHOFFSET(CAST('2026-01-01 00:00 +00:00' AS datetimeoffset(0)), '+02:00')",
        "2026-01-01 02:00:00.0000000 +02:00");
    row("GETDATE()", "2026-01-02 03:00:00.000");
    row("SYSDATETIMEOFFSET()", "2026-01-02 03:00:00.0000000 +00:00");
    row("@@SPID", "51");
    row("DB_NAME()", "bench");
    row("CURRENT_TIMESTAMP", "2026-01-02 03:00:00.000");
    row("SQL_VARIANT_PROPERTY(CAST(1.5 AS sql_variant), 'basetype')", "numeric of nvarchar(128)");
    row("SQL_VARIANT_PROPERTY(NULL, 'BaseType')", "NULL");
    row("CHANGE_TRACKING_IS_COLUMN_IN_MASK(3, 0x000000000300000005000000)", "1");
    row("CHANGE_TRACKING_IS_COLUMN_IN_MASK(4, 0x000000000300000005000000)", "0");
    row("CHANGE_TRACKING_IS_COLUMN_IN_MASK(4, NULL)", "1");
    row("LEN(CONVERT(varchar(36), NEWID()))", "36");
    row("7 & 3 | 8 ^ 1", "10");
    row("~5", "-6");
    row("~CAST(1 AS bit)", "0");
    row("- CAST(5 AS bigint)", "-5");
    row("1 + NULL", "NULL");
    row("CAST('2026-01-01' AS datetime) + 1.5", "2026-01-02 12:00:00.000");
    row("0x01 + 0x02", "0x0102");
    row("5 % 3 * 2 - 10 / 4", "2");
    row("10000000000000000000000000000000 / 3.0", "3333333333333333333333333333333.333333");
    row("CAST(1 AS decimal(38, 20)) * CAST(3 AS decimal(38, 20))", "3.000000");
    row("$10 / 3", "3.3333");
    row("N'a' COLLATE Latin1_General_100_BIN2", "a");
}

void TestTranslator::functions()
{
    QFETCH(QString, expression);
    QFETCH(QString, result);
    SqlBench bench;
    QCOMPARE(bench.run(u"SELECT "_s + expression), QStringList{ result });
}

void TestTranslator::derivesTypes_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("types");
    const auto row = [](const char *query, const char *types) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(types);
    };
    row("SELECT 1 a, 3000000000 b, 1.50 c, 1e0 d, $1 e, 'ab' f, N'' g, 0x0102 h, NULL i",
        "a int not null, b numeric(10,0) not null, c numeric(3,2) not null, d float not null, e money not "
        "null, f varchar(2) not null, "
        "g nvarchar(1) not null, h varbinary(2) not null, i int");
    row("SELECT id, name, pay FROM people", "id int not null, name nvarchar(20), pay decimal(9,2)");
    row("SELECT p.id FROM pets t LEFT JOIN people p ON p.id = t.owner", "id int");
    row("SELECT id + 1 x, pay * 2, pay + pay, pay / 3 FROM people",
        "x int not null, decimal(11,2), decimal(10,2), decimal(13,6)");
    row("SELECT CAST(1 AS tinyint) + CAST(1 AS smallint)", "smallint not null");
    row("SELECT CAST(1 AS real) + 1, CAST(1 AS bigint) * 1.0", "real not null, numeric(22,1) not null");
    row("SELECT name + city, city + 'x', REPLACE(city, 'a', 'b') FROM people",
        "nvarchar(40), varchar(21), varchar(8000)");
    row("SELECT COUNT(*), COUNT_BIG(*), SUM(id), SUM(pay), AVG(pay), MIN(name) FROM people",
        "int not null, bigint not null, int, decimal(38,2), decimal(38,6), nvarchar(20)");
    row("SELECT CASE WHEN 1 = 1 THEN id ELSE pay END FROM people", "decimal(12,2)");
    row("SELECT COALESCE(name, city, N'-'), ISNULL(name, N'-') FROM people",
        "nvarchar(20), nvarchar(20) not null");
    row("SELECT p.id, t.owner FROM people p LEFT JOIN pets t ON t.owner = p.id",
        "id int not null, owner bigint");
    row("SELECT p.id, t.owner FROM people p RIGHT JOIN pets t ON t.owner = p.id",
        "id int, owner bigint not null");
    row("SELECT x.id, x.n, (SELECT MAX(id) FROM people) FROM (SELECT id, COUNT(*) n FROM people GROUP BY id) "
        "x",
        "id int not null, n int not null, int");
    row("SELECT CASE id WHEN 1 THEN 2 ELSE 3 END, CASE id WHEN 1 THEN 2 END, NULLIF(id, 1), MAX(id) FROM "
        "people GROUP BY id",
        "int not null, int, int, int");
    row("SELECT id FROM people UNION ALL SELECT NULL", "id int");
    row("SELECT TRY_CAST(id AS tinyint), CAST(id AS bigint) FROM people", "tinyint, bigint not null");
    row("SELECT 1 UNION ALL SELECT NULL", "int");
    row("SELECT CAST('x' AS varchar), CAST('x' AS nvarchar(max))",
        "varchar(30) not null, nvarchar(max) not null");
    row("SELECT GETDATE(), SYSUTCDATETIME(), NEWID(), @@TRANCOUNT, SCOPE_IDENTITY() WHERE 1 = 0",
        "datetime, datetime2(7), uniqueidentifier, int, numeric(38,0)");
    row("SELECT (SELECT MAX(id) FROM people) AS m", "m int");
    row("SELECT DATEADD(day, 1, born), DATEADD(day, 1, '2026-01-01') FROM people", "date, datetime");
}

void TestTranslator::derivesTypes()
{
    QFETCH(QString, query);
    QFETCH(QString, types);
    SqlBench bench;
    bench.run(people);
    const QStringList rows = bench.run(query);
    QVERIFY2(rows.isEmpty() || !rows[0].startsWith(u"error"_s), qPrintable(rows.join(u';')));
    QCOMPARE(bench.columnTypes(), types);
}

void TestTranslator::refuses_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *query, const char *error) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(error);
    };
    row("SELECT 1 FROM nothing", "error 208 line 1: Invalid object name 'nothing'.");
    row("SELECT\nx FROM people", "error 207 line 2: Invalid column name 'x'.");
    row("SELECT q.id FROM people p",
        "error 4104 line 1: The multi-part identifier \"q.id\" could not be bound.");
    row("SELECT people.id FROM people p", "error 4104");
    row("SELECT id FROM people a, people b", "error 209 line 1: Ambiguous column name 'id'.");
    row("SELECT 1 FROM people a, pets a", "error 1011");
    row("SELECT 1 FROM people, people", "error 1013");
    row("SELECT foo(1)", "error 195 line 1: 'foo' is not a recognized built-in function name.");
    row("SELECT LEN()", "error 174 line 1: The len function requires 1 argument(s).");
    row("SELECT LEN('a', 'b')", "error 174");
    row("SELECT @nothing", "error 137 line 1: Must declare the scalar variable \"@nothing\".");
    row("SELECT *", "error 263");
    row("SELECT q.* FROM people", "error 107");
    row("SELECT name, COUNT(*) FROM people",
        "error 8120 line 1: Column 'name' is invalid in the select list");
    row("SELECT name FROM people GROUP BY city", "error 8120");
    row("SELECT id FROM people WHERE COUNT(*) > 1", "error 147");
    row("SELECT SUM(COUNT(*)) FROM people", "error 130");
    row("SELECT SUM(name) FROM people",
        "error 8117 line 1: Operand data type nvarchar is invalid for sum operator.");
    row("SELECT 1 UNION SELECT 1, 2", "error 205");
    row("SELECT id FROM people UNION SELECT 1 ORDER BY pay", "error 104");
    row("SELECT DISTINCT id FROM people ORDER BY pay", "error 145");
    row("SELECT id FROM people ORDER BY 2", "error 108");
    row("SELECT (SELECT id FROM people)", "error 512");
    row("SELECT (SELECT 1, 2)", "error 116");
    row("SELECT 1 WHERE 1 IN (SELECT 1, 2)", "error 116");
    row("SELECT a FROM (SELECT 1) AS q",
        "error 8155 line 1: No column name was specified for column 1 of 'q'.");
    row("SELECT 1 FROM (SELECT 1 a, 2 A) AS q", "error 8156");
    row("SELECT 1 FROM (SELECT 1 a) AS q (x, y)", "error 8159");
    row("SELECT 1 / 0", "error 8134 line 1: Divide by zero error encountered.");
    row("SELECT 2147483647 + 1",
        "error 8115 line 1: Arithmetic overflow error converting expression to data type int.");
    row("SELECT SUM(x) FROM (VALUES (2147483647), (1)) v (x)", "error 8115");
    row("SELECT id + born FROM people", "error 8117");
    row("SELECT N'a' - N'b'", "error 8117");
    row("SELECT 1.5 & 1",
        "error 402 line 1: The data types numeric and int are incompatible in the '&' operator.");
    row("SELECT 1 FROM people WHERE name = CAST('a' AS text)",
        "error 402 line 1: The data types text and nvarchar are incompatible in the equal to operator.");
    row("SELECT 1 WHERE CAST('<a/>' AS xml) = CAST('<a/>' AS xml)", "error 305");
    row("SELECT 1 WHERE 'a' COLLATE Latin1_General_CI_AS = 'a' COLLATE Latin1_General_CS_AS", "error 468");
    row("SELECT 'a' COLLATE nothing", "error 448");
    row("SELECT CASE WHEN 1 = 1 THEN NULL END", "error 8133");
    row("SELECT TOP (-1) id FROM people", "error 1014");
    row("SELECT TOP 1 id FROM people ORDER BY id OFFSET 1 ROWS", "error 10741");
    row("SELECT DATEADD(nothing, 1, '2026-01-01')",
        "error 155 line 1: 'nothing' is not a recognized dateadd option.");
    row("SELECT DATEADD(year, 9000, CAST('2026-01-01' AS date))", "error 517");
    row("SELECT DATEDIFF(ms, '1900-01-01', '2026-01-01')", "error 535");
    row("SELECT LEFT('a', -1)", "error 536");
    row("DECLARE @a int; SELECT @a = 1, 2", "error 141");
    row("SELECT 1 FROM CHANGETABLE(VERSION people, (name), (N'a')) AS c", "error 22111");
    row("SELECT 1 FROM CHANGETABLE(VERSION people, (id, id), (1, 2)) AS c", "error 22110");
    row("DECLARE @d datetime; SELECT 1 FROM CHANGETABLE(CHANGES people, @d) AS c", "error 257");
    row("SELECT CHANGE_TRACKING_IS_COLUMN_IN_MASK(1, 0x01)", "error 22101");
    row("WITH a AS (SELECT * FROM a) SELECT * FROM a", "error 208");
}

void TestTranslator::refuses()
{
    QFETCH(QString, query);
    QFETCH(QString, error);
    SqlBench bench;
    bench.run(people);
    const QStringList result = bench.run(query);
    QCOMPARE(result.size(), 1);
    QVERIFY2(result[0].startsWith(error), qPrintable(result[0]));
}

void TestTranslator::changes_data()
{
    QTest::addColumn<QString>("batch");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, const char *batch, const char *rows) {
        QTest::newRow(name) << QString::fromUtf8(batch) << QString::fromUtf8(rows);
    };
    row("insert some columns", "INSERT INTO t (name, id) VALUES (N'x', 9)", "1|a|10;2|b|20;9|x|5");
    row("insert defaults", "INSERT INTO t (id, n) VALUES (9, DEFAULT)", "1|a|10;2|b|20;9|NULL|5");
    row("insert select", "INSERT INTO t SELECT id + 10, name + N'!', n FROM t",
        "1|a|10;2|b|20;11|a!|10;12|b!|20");
    row("insert from common table", "WITH q AS (SELECT 7 AS x) INSERT INTO t (id) SELECT x FROM q",
        "1|a|10;2|b|20;7|NULL|5");
    row("update all", "UPDATE t SET n = n + id, name = UPPER(name)", "1|A|11;2|B|22");
    row("update by key", "UPDATE dbo.t SET name = NULL WHERE t.id = 2", "1|a|10;2|NULL|20");
    row("update to default", "UPDATE t SET n = DEFAULT WHERE id = 1", "1|a|5;2|b|20");
    row("update compound", "UPDATE t SET n *= 2 WHERE n > 15", "1|a|10;2|b|40");
    row("update from", "UPDATE x SET n = u.v FROM t AS x JOIN u ON u.k = x.id", "1|a|100;2|b|20");
    row("update from without the target", "UPDATE t SET n = u.v FROM u WHERE u.k = t.id", "1|a|100;2|b|20");
    row("update top", "UPDATE TOP (1) t SET n = 0", "1|a|0;2|b|20");
    row("delete", "DELETE FROM t WHERE name = N'A'", "2|b|20");
    row("delete with from", "DELETE x FROM t x JOIN u ON u.k = x.id", "2|b|20");
    row("delete all", "DELETE t", "");
    row("columns twice", "INSERT INTO t (id, ID) VALUES (1, 2)", "error 264 line 1");
    row("no such column", "UPDATE t SET x = 1", "error 207 line 1: Invalid column name 'x'.");
    row("too few values", "INSERT INTO t VALUES (1)",
        "error 213 line 1: Column name or number of supplied values does not match table definition.");
    row("fewer values than columns", "INSERT INTO t (id, n) VALUES (1)",
        "error 109 line 1: There are more columns in the INSERT statement than values specified in the "
        "VALUES list.");
    row("more values than columns", "INSERT INTO t (id) SELECT 1, 2",
        "error 121 line 1: There are fewer columns in the INSERT statement than values specified in the "
        "select list.");
    row("set twice", "UPDATE t SET n = 1, N = 2", "error 264");
    row("too long", "UPDATE t SET name = N'much too long'",
        "error 2628 line 1: String or binary data would be truncated in table 'bench.dbo.t', column 'name'.");
    row("identity", "INSERT INTO i (id, a) VALUES (1, 2)",
        "error 544 line 1: Cannot insert explicit value for identity column in table 'i'");
    row("identity is left out", "INSERT INTO i VALUES (2)", "1|a|10;2|b|20");
    row("set identity", "UPDATE i SET id = 2", "error 8102 line 1: Cannot update identity column 'id'.");
    row("rowversion", "INSERT INTO r (a, v) VALUES (1, 0x01)", "error 273");
    row("rowversion by default", "INSERT INTO r VALUES (1, DEFAULT)", "1|a|10;2|b|20");
    row("set rowversion", "UPDATE r SET v = 0x01", "error 272");
}

void TestTranslator::changes()
{
    QFETCH(QString, batch);
    QFETCH(QString, rows);
    SqlBench bench;
    QCOMPARE(bench.run(uR"(CREATE TABLE t (id int NOT NULL PRIMARY KEY, name nvarchar(5) NULL, n int NULL)
        INSERT INTO t VALUES (1, N'a', 10), (2, N'b', 20)
        CREATE TABLE u (k int, v int)
        INSERT INTO u VALUES (1, 100), (1, 100), (3, 300)
        CREATE TABLE i (id int IDENTITY, a int)
        CREATE TABLE r (a int, v rowversion))"_s),
        QStringList());
    bench.setDefault(u"t"_s, u"n"_s, u"(2 + 3)"_s);
    QStringList result = bench.run(batch);
    if (result.isEmpty())
        result = bench.run(u"SELECT id, name, n FROM t ORDER BY id"_s);
    const QString text = result.join(u';');
    if (rows.startsWith(u"error"_s))
        QVERIFY2(text.startsWith(rows), qPrintable(text));
    else
        QCOMPARE(text, rows);
}

void TestTranslator::usesVariables()
{
    SqlBench bench;
    bench.run(people);
    QCOMPARE(
        bench.run(
            u"DECLARE @ID bigint = 2, @t nvarchar(3) = N'abcdef'; SELECT name, @t, @Id FROM people WHERE id = @id"_s),
        QStringList{ u"bob|abc|2"_s });
    QCOMPARE(
        bench.run(
            u"DECLARE @n int, @s nvarchar(20); SELECT @n = id, @s = name FROM people WHERE id < 3 ORDER BY id; SELECT @n, @s"_s),
        QStringList{ u"2|bob"_s });
    QCOMPARE(bench.run(u"DECLARE @a int = 5; SET @a -= 2; SELECT @a, @a + @a"_s), QStringList{ u"3|6"_s });
    QCOMPARE(bench.run(u"DECLARE @n int = 2; SELECT TOP (@n) id FROM people ORDER BY id"_s),
        (QStringList{ u"1"_s, u"2"_s }));
}

void TestTranslator::readsChangeTables()
{
    SqlBench bench;
    bench.run(people);
    bench.setChanges(u"people"_s, { u"7, 5, 'I', NULL, NULL, 1"_s, u"8, NULL, 'D', NULL, X'AB', 9"_s });
    const QString query = uR"(DECLARE @since bigint = 4;
SELECT ct.SYS_CHANGE_VERSION, ct.SYS_CHANGE_CREATION_VERSION, CASE WHEN t.id IS NULL THEN N'D' ELSE ct.SYS_CHANGE_OPERATION END,
       COALESCE(t.id, ct.id), t.name, ct.SYS_CHANGE_CONTEXT
FROM CHANGETABLE(CHANGES dbo.people, @since) AS ct LEFT JOIN people AS t ON t.id = ct.id
ORDER BY 1)"_s;
    QCOMPARE(bench.run(query), (QStringList{ u"7|5|I|1|Ann|NULL"_s, u"8|NULL|D|9|NULL|0xAB"_s }));
    QCOMPARE(bench.columnTypes(),
        u"SYS_CHANGE_VERSION bigint not null, SYS_CHANGE_CREATION_VERSION bigint, nvarchar(1) not null, int, name nvarchar(20), SYS_CHANGE_CONTEXT varbinary(128)"_s);
    const TranslatedSelect &select = bench.lastSelect();
    QCOMPARE(select.changes.size(), std::size_t(1));
    QCOMPARE(select.changes[0].sinceSql, u":v1"_s);
    QCOMPARE(select.variables, QStringList{ u"@since"_s });
    QCOMPARE(
        bench.run(
            u"SELECT c.a, c.f FROM CHANGETABLE(CHANGES people, NULL) AS c (a, b, c, d, e, f) WHERE c.c <> N'D'"_s),
        QStringList{ u"7|1"_s });
    QCOMPARE(bench.lastSelect().changes[0].sinceSql, u"NULL"_s);
    // The operation tells case.
    QCOMPARE(bench.run(
                 u"SELECT 1 FROM CHANGETABLE(CHANGES people, -1) AS c WHERE c.SYS_CHANGE_OPERATION = N'i'"_s),
        QStringList());
    QCOMPARE(bench.lastSelect().changes[0].sinceSql, u"-1"_s);
    QCOMPARE(
        bench.run(
            u"SELECT CASE WHEN EXISTS (SELECT 1 FROM CHANGETABLE(CHANGES people, 0) AS c) THEN 1 ELSE 0 END AS changed"_s),
        QStringList{ u"1"_s });
}

void TestTranslator::readsVersionsOfRows()
{
    SqlBench bench;
    bench.run(u"CREATE TABLE k (a int NOT NULL, b nvarchar(5) NOT NULL, PRIMARY KEY (b, a))"_s);
    bench.setChanges(u"k"_s, { u"3, NULL, 'x', 1"_s });
    QCOMPARE(
        bench.run(
            u"DECLARE @b nvarchar(9) = N'x'; SELECT * FROM CHANGETABLE(VERSION k, (a, b), (1, @b)) AS c"_s),
        QStringList{ u"3|NULL|x|1"_s });
    const ChangePart &part = bench.lastSelect().changes[0];
    QVERIFY(part.isVersion);
    QCOMPARE(part.keySql.size(), 2); // in the order of the key
    QVERIFY(part.keySql[0].contains(u":v1"_s));
    QCOMPARE(part.keySql[1], u"1"_s);
    QVERIFY(bench.run(u"SELECT 1 FROM CHANGETABLE(VERSION k, (a, a), (1, 2)) AS c"_s)[0].startsWith(
        u"error 22112"_s));
}

void TestTranslator::cutsScansIntoChunks_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("storage");
    QTest::newRow("plain") << u"SELECT id FROM people"_s << u"t1"_s;
    QTest::newRow("where") << u"SELECT id FROM people WHERE pay > 5"_s << u"t1"_s;
    QTest::newRow("joined from the left")
        << u"SELECT 1 FROM pets p LEFT JOIN people o ON o.id = p.owner"_s << u"t2"_s;
    QTest::newRow("changes")
        << u"SELECT 1 FROM CHANGETABLE(CHANGES people, 1) c LEFT JOIN people p ON p.id = c.id"_s
        << u"temp.changes_1"_s;
    QTest::newRow("ordered") << u"SELECT id FROM people ORDER BY id"_s << QString();
    QTest::newRow("top") << u"SELECT TOP 1 id FROM people"_s << QString();
    QTest::newRow("counted") << u"SELECT COUNT(*) FROM people"_s << QString();
    QTest::newRow("distinct") << u"SELECT DISTINCT id FROM people"_s << QString();
    QTest::newRow("union") << u"SELECT id FROM people UNION ALL SELECT 1"_s << QString();
    QTest::newRow("right join") << u"SELECT 1 FROM pets p RIGHT JOIN people o ON o.id = p.owner"_s
                                << QString();
    QTest::newRow("derived") << u"SELECT 1 FROM (SELECT id FROM people) q"_s << QString();
}

void TestTranslator::cutsScansIntoChunks()
{
    QFETCH(QString, query);
    QFETCH(QString, storage);
    SqlBench bench;
    bench.run(people);
    bench.run(query);
    const TranslatedSelect &select = bench.lastSelect();
    QCOMPARE(select.chunks ? select.chunks->storage : QString(), storage);
    QCOMPARE(select.sql.contains(u":from_row"_s), !storage.isEmpty());
}

void TestTranslator::listsReads()
{
    SqlBench bench;
    bench.run(people);
    bench.run(
        u"SELECT p.name FROM CHANGETABLE(CHANGES people, 1) c JOIN people p ON p.id = c.id WHERE p.pay > 1"_s);
    const std::vector<TableRead> &reads = bench.lastSelect().reads;
    QCOMPARE(reads.size(), std::size_t(2));
    QVERIFY(reads[0].changes);
    QVERIFY(!reads[1].changes);
    QCOMPARE(reads[1].columns, (QList<int>{ 0, 3, 1 }));
}

void TestTranslator::computesColumns()
{
    SqlBench bench;
    bench.run(u"CREATE TABLE t (a int NOT NULL, b decimal(12, 2)); INSERT INTO t (a, b) VALUES (2, NULL)"_s);
    bench.setComputed(u"t"_s, u"b"_s, u"a * 1.5"_s);
    QCOMPARE(bench.run(u"SELECT b, x.b + 1 FROM t AS x WHERE b = 3"_s), QStringList{ u"3.00|4.00"_s });
    QVERIFY(bench.run(u"UPDATE t SET b = 1"_s)[0].startsWith(u"error 271"_s));
    QCOMPARE(bench.run(u"INSERT INTO t VALUES (4); SELECT b FROM t ORDER BY a"_s),
        (QStringList{ u"3.00"_s, u"6.00"_s }));
}

void TestTranslator::comparesByCollation()
{
    SqlBench bench;
    bench.run(uR"(CREATE TABLE t (a nvarchar(5) COLLATE Latin1_General_100_CS_AS, b nvarchar(5));
        INSERT INTO t VALUES (N'x', N'X'), (N'X', N'X'))"_s);
    QCOMPARE(bench.run(u"SELECT COUNT(*) FROM t WHERE a = N'x'"_s), QStringList{ u"1"_s });
    QCOMPARE(bench.run(u"SELECT COUNT(*) FROM t WHERE b = N'x'"_s), QStringList{ u"2"_s });
    QCOMPARE(bench.run(u"SELECT COUNT(*) FROM t WHERE a = N'x' COLLATE Latin1_General_100_CI_AS"_s),
        QStringList{ u"2"_s });
    QVERIFY(bench.run(u"SELECT 1 FROM t JOIN t u ON t.a = u.b"_s)[0].startsWith(u"error 468"_s));
    QCOMPARE(bench.run(u"SELECT COUNT(*) FROM t GROUP BY b"_s), QStringList{ u"2"_s });
    QCOMPARE(bench.run(u"SELECT COUNT(*) FROM t GROUP BY a"_s), (QStringList{ u"1"_s, u"1"_s }));
    bench.setCollation(*collationByName(u"Latin1_General_CS_AS"_s));
    QVERIFY(bench.run(u"SELECT A FROM t"_s)[0].startsWith(u"error 207"_s));
}

void TestTranslator::keepsUtf8()
{
    SqlBench bench;
    bench.setCollation(*collationByName(u"Latin1_General_100_CI_AS_SC_UTF8"_s));
    QCOMPARE(bench.run(u"SELECT '日本', CAST(N'日本' AS varchar(4)), DATALENGTH('日本')"_s),
        QStringList{ u"日本|日|6"_s });
}

QTEST_GUILESS_MAIN(TestTranslator)
#include "tst_translator.moc"
