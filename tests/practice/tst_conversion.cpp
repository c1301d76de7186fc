#include "sqlbench.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

/// Known answers of CAST and CONVERT, as SQL Server gives them.
class TestConversion : public QObject {
    Q_OBJECT

private slots:
    void numbers_data();
    void numbers() { compareRow(); }
    void moments_data();
    void moments() { compareRow(); }
    void momentStyles_data();
    void momentStyles() { compareRow(); }
    void texts_data();
    void texts() { compareRow(); }
    void binaries_data();
    void binaries() { compareRow(); }
    void others_data();
    void others() { compareRow(); }
    void refuses_data();
    void refuses();
    void assigns_data();
    void assigns();

private:
    static void addColumns();
    static void row(const char *expression, const char *result);
    void compareRow();
};

void TestConversion::addColumns()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("result");
}

void TestConversion::row(const char *expression, const char *result)
{
    QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(result);
}

void TestConversion::compareRow()
{
    QFETCH(QString, expression);
    QFETCH(QString, result);
    SqlBench bench;
    QCOMPARE(bench.run(u"SELECT "_s + expression), QStringList{ result });
    // The conversion of a column is not folded: the same must come out of SQLite's functions.
    const qsizetype as = expression.lastIndexOf(u" AS "_s);
    if (expression.startsWith(u"CAST("_s) && expression.endsWith(u')'))
        QCOMPARE(bench.run(u"SELECT CAST(v.x"_s + expression.mid(as) + u" FROM (VALUES ("_s
                     + expression.mid(5, as - 5) + u")) AS v (x)"_s),
            QStringList{ result });
}

void TestConversion::numbers_data()
{
    addColumns();
    row("CAST('42' AS int)", "42");
    row("CAST(' -7 ' AS smallint)", "-7");
    row("CAST('' AS int)", "0");
    row("CAST(3.99 AS int)", "3");
    row("CAST(-3.99e0 AS int)", "-3");
    row("CAST($2.5 AS int)", "3");
    row("CAST(7 AS bit)", "1");
    row("CAST('false' AS bit)", "0");
    row("CAST('-9223372036854775808' AS bigint)", "-9223372036854775808");
    row("CAST(1.2345 AS decimal(5,2))", "1.23");
    row("CAST(1.235 AS decimal(5,2))", "1.24");
    row("CAST(-1.235 AS decimal(5,2))", "-1.24");
    row("CAST('12345678901234567890123456789012345678' AS decimal(38,0))",
        "12345678901234567890123456789012345678");
    row("CAST('-0.00000000000000000000000000000000000001' AS numeric(38,38))",
        "-0.00000000000000000000000000000000000001");
    row("CAST(1e0/3 AS decimal(18,6))", "0.333333");
    row("CAST(0.1e0 AS decimal(38,20))", "0.10000000000000001000");
    row("CAST('$1,234.56' AS money)", "1234.5600");
    row("CAST(922337203685477.5807 AS money)", "922337203685477.5807");
    row("CAST(1.00005 AS smallmoney)", "1.0001");
    row("CAST('1e3' AS float)", "1000");
    row("CAST(16777217 AS real)", "16777216");
    row("CAST(0x0102 AS int)", "258");
    row("CAST(0xFFFFFFFF AS int)", "-1");
    row("CAST(CAST('1900-01-02 12:00' AS datetime) AS float)", "1.5");
    row("TRY_CAST('x' AS int)", "NULL");
    row("TRY_CONVERT(tinyint, 300)", "NULL");
}

void TestConversion::moments_data()
{
    addColumns();
    row("CAST('2026-01-02' AS date)", "2026-01-02");
    row("CAST('20260102' AS date)", "2026-01-02");
    row("CAST('1/2/2026' AS date)", "2026-01-02");
    row("CONVERT(date, '1/2/2026', 103)", "2026-02-01");
    row("CAST('Feb 3 2026 4:05PM' AS datetime)", "2026-02-03 16:05:00.000");
    row("CAST('3 February 2026' AS date)", "2026-02-03");
    row("CAST('' AS datetime)", "1900-01-01 00:00:00.000");
    row("CAST('0001-01-01' AS datetime2(7))", "0001-01-01 00:00:00.0000000");
    row("CAST('9999-12-31T23:59:59.9999999' AS datetime2(7))", "9999-12-31 23:59:59.9999999");
    row("CAST('2026-01-02 03:04:05.1234567' AS datetime2(3))", "2026-01-02 03:04:05.123");
    row("CAST('2026-01-02 23:59:59.9999999' AS datetime2(0))", "2026-01-03 00:00:00");
    row("CAST('2026-01-02 03:04:05.126' AS datetime)", "2026-01-02 03:04:05.127");
    row("CAST('2026-01-02 03:04:05.999' AS datetime)", "2026-01-02 03:04:06.000");
    row("CAST('2026-01-02 03:04:29.998' AS smalldatetime)", "2026-01-02 03:04:00.000");
    row("CAST('2026-01-02 03:04:29.999' AS smalldatetime)", "2026-01-02 03:05:00.000");
    row("CAST('13:14:15.1234567' AS time(7))", "13:14:15.1234567");
    row("CAST('1 PM' AS time(0))", "13:00:00");
    row("CAST('12:30AM' AS time(0))", "00:30:00");
    row("CAST('2026-01-02 03:04:05.1234567 -05:30' AS datetimeoffset(7))",
        "2026-01-02 03:04:05.1234567 -05:30");
    row("CAST('2026-01-02T03:04:05Z' AS datetimeoffset(0))", "2026-01-02 03:04:05 +00:00");
    row("CAST(CAST('2026-01-02 03:04:05 +14:00' AS datetimeoffset(0)) AS datetime2(0))",
        "2026-01-02 03:04:05");
    row("CAST(CAST('2026-01-02 03:04:05' AS datetime2(0)) AS datetimeoffset(0))",
        "2026-01-02 03:04:05 +00:00");
    row("CAST(CAST('03:04:05' AS time(0)) AS datetime)", "1900-01-01 03:04:05.000");
    row("CAST(1.25 AS datetime)", "1900-01-02 06:00:00.000");
    row("CAST(-1 AS datetime)", "1899-12-31 00:00:00.000");
}

void TestConversion::momentStyles_data()
{
    addColumns();
    const char *value = "CONVERT(varchar(40), CAST('2026-01-02 03:04:05.123' AS datetime)";
    const std::pair<int, const char *> styles[] = { { 0, "Jan  2 2026  3:04AM" }, { 1, "01/02/26" },
        { 101, "01/02/2026" }, { 2, "26.01.02" }, { 103, "02/01/2026" }, { 104, "02.01.2026" },
        { 105, "02-01-2026" }, { 106, "02 Jan 2026" }, { 107, "Jan 02, 2026" }, { 108, "03:04:05" },
        { 109, "Jan  2 2026  3:04:05:123AM" }, { 110, "01-02-2026" }, { 111, "2026/01/02" }, { 12, "260102" },
        { 112, "20260102" }, { 113, "02 Jan 2026 03:04:05:123" }, { 114, "03:04:05:123" },
        { 120, "2026-01-02 03:04:05" }, { 121, "2026-01-02 03:04:05.123" }, { 22, "01/02/26  3:04:05 AM" },
        { 23, "2026-01-02" }, { 126, "2026-01-02T03:04:05.123" }, { 127, "2026-01-02T03:04:05.123" } };
    for (const auto &[style, text] : styles)
        QTest::newRow(qPrintable(u"style %1"_s.arg(style)))
            << u"%1, %2)"_s.arg(QString::fromUtf8(value)).arg(style) << QString::fromUtf8(text);
    row("CONVERT(varchar(40), CAST('2026-01-02' AS datetime), 126)", "2026-01-02T00:00:00");
    row("CONVERT(varchar(40), CAST('2026-01-02 03:04:05' AS datetime))", "Jan  2 2026  3:04AM");
    row("CONVERT(varchar(40), CAST('2026-01-02' AS date))", "2026-01-02");
    row("CONVERT(varchar(40), CAST('13:00' AS time(3)))", "13:00:00.000");
    row("CONVERT(varchar(40), CAST('2026-01-02' AS datetime2(7)))", "2026-01-02 00:00:00.0000000");
    row("CONVERT(varchar(40), CAST('2026-01-02 03:04:05 +05:30' AS datetimeoffset(2)), 126)",
        "2026-01-02T03:04:05+05:30");
    row("CONVERT(varchar(40), CAST('2026-01-02 03:04:05.5 +05:30' AS datetimeoffset(2)), 127)",
        "2026-01-01T21:34:05.50Z");
}

void TestConversion::texts_data()
{
    addColumns();
    row("CAST(1.50 AS varchar(10))", "1.50");
    row("CAST(0.5 AS varchar(10))", "0.5");
    row("CONVERT(varchar(30), $1234.5678)", "1234.57");
    row("CONVERT(varchar(30), $1234567.5, 1)", "1,234,567.50");
    row("CONVERT(varchar(30), -$1234.5678, 2)", "-1234.5678");
    row("CONVERT(varchar(40), 1234567.0e0)", "1.23457e+006");
    row("CONVERT(varchar(40), 0.1e0, 2)", "1.000000000000000e-001");
    row("CONVERT(varchar(40), 0.1e0, 3)", "1.0000000000000001e-001");
    row("CAST(N'日本x' AS varchar(10))", "??x");
    row("'日本'", "??");
    row("N'日本'", "日本");
    row("CAST('€' AS varchar(3))", "€");
    row("CAST('abc' AS char(5)) + '|'", "abc  |");
    row("CAST('abcdef' AS varchar(3))", "abc");
    row("CAST(12345 AS varchar(3))", "*");
    row("CONVERT(nvarchar(36), CAST('0e984725-c51c-4bf4-9960-e1c80e27aba0' AS uniqueidentifier))",
        "0E984725-C51C-4BF4-9960-E1C80E27ABA0");
    row("LEN(CAST('abc' AS nvarchar(max)) + '  ')", "3");
}

void TestConversion::binaries_data()
{
    addColumns();
    row("CAST('ab' AS varbinary(10))", "0x6162");
    row("CAST(N'ab' AS varbinary(10))", "0x61006200");
    row("CONVERT(varbinary(10), '0x0aFF', 1)", "0x0AFF");
    row("CONVERT(varbinary(10), '0aFF', 2)", "0x0AFF");
    row("CAST(258 AS varbinary(8))", "0x00000102");
    row("CAST(258 AS binary(2))", "0x0102");
    row("CAST(1 AS binary(6))", "0x000000000001");
    row("CAST(0x01 AS binary(3))", "0x010000");
    row("CONVERT(varchar(10), 0x6162)", "ab");
    row("CONVERT(varchar(10), 0x0AFF, 1)", "0x0AFF");
    row("CONVERT(nvarchar(10), 0x61006200)", "ab");
    row("CAST(CAST('00112233-4455-6677-8899-AABBCCDDEEFF' AS uniqueidentifier) AS binary(16))",
        "0x33221100554477668899AABBCCDDEEFF");
    row("CAST(0x33221100554477668899AABBCCDDEEFF AS uniqueidentifier)",
        "00112233-4455-6677-8899-AABBCCDDEEFF");
    row("0x", "0x");
}

void TestConversion::others_data()
{
    addColumns();
    row("CAST(CAST(CAST('00112233-4455-6677-8899-AABBCCDDEEFF' AS uniqueidentifier) AS sql_variant) AS "
        "uniqueidentifier)",
        "00112233-4455-6677-8899-AABBCCDDEEFF");
    row("CAST(1.5 AS sql_variant)", "1.5 of numeric(2,1)");
    row("CAST(CAST(5 AS sql_variant) AS bigint)", "5");
    row("CAST('<?xml version=\"1.0\"?><a>x</a>' AS xml)", "<a>x</a>");
    row("CAST('<a/><b/>' AS xml)", "<a/><b/>");
    row("CAST('/' AS hierarchyid)", "0x");
    row("CAST('/1/' AS hierarchyid)", "0x58");
    row("CAST('/1/1/' AS hierarchyid)", "0x5AC0");
    row("CAST('/0/' AS hierarchyid)", "0x48");
    row("CAST('/5/-3/20/100/2000/' AS hierarchyid).ToString()", "/5/-3/20/100/2000/");
    row("geometry::STGeomFromText('POINT (1 2)', 0)", "0x00000000010C000000000000F03F0000000000000040");
    row("geography::Point(47.5, 8.5, 4326).ToString()", "POINT (8.5 47.5)");
    row("CAST('POLYGON ((0 0, 1 0, 1 1, 0 0))' AS geometry).STAsText()", "POLYGON ((0 0, 1 0, 1 1, 0 0))");
}

void TestConversion::refuses_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("error");
    const auto bad = [](const char *expression, const char *error) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(error);
    };
    bad("CAST('abc' AS int)",
        "error 245 line 1: Conversion failed when converting the varchar value 'abc' to data type int.");
    bad("CAST('abc' AS bigint)", "error 8114 line 1: Error converting data type varchar to bigint.");
    bad("CAST(N'1.5' AS int)",
        "error 245 line 1: Conversion failed when converting the nvarchar value '1.5' to data type int.");
    bad("CAST('99999999999' AS int)",
        "error 248 line 1: The conversion of the varchar value '99999999999' overflowed an int column.");
    bad("CAST('300' AS tinyint)",
        "error 244 line 1: The conversion of the varchar value '300' overflowed an INT1 column. Use a larger "
        "integer column.");
    bad("CAST(70000 AS smallint)",
        "error 220 line 1: Arithmetic overflow error for data type smallint, value = 70000.");
    bad("CAST(5000000000 AS int)",
        "error 8115 line 1: Arithmetic overflow error converting numeric to data type int.");
    bad("CAST(1000 AS decimal(3,0))",
        "error 8115 line 1: Arithmetic overflow error converting int to data type numeric.");
    bad("CAST('x' AS decimal(3,0))", "error 8114 line 1: Error converting data type varchar to numeric.");
    bad("CAST('x' AS float)", "error 8114 line 1: Error converting data type varchar to float.");
    bad("CAST('nan' AS float)", "error 8114 line 1: Error converting data type varchar to float.");
    bad("CAST(1e300 AS real)", "error 232");
    bad("CAST('1.2.3' AS money)", "error 235");
    bad("CAST(123.45 AS varchar(3))",
        "error 8115 line 1: Arithmetic overflow error converting numeric to data type varchar.");
    bad("CAST(123456 AS nvarchar(3))",
        "error 8115 line 1: Arithmetic overflow error converting int to data type nvarchar.");
    bad("CAST('2026-02-30' AS date)",
        "error 241 line 1: Conversion failed when converting date and/or time from character string.");
    bad("CAST('2026-02-30' AS datetime)",
        "error 242 line 1: The conversion of a varchar data type to a datetime data type resulted in an "
        "out-of-range value.");
    bad("CAST('1752-12-31' AS datetime)", "error 242");
    bad("CAST('2026-01-02 03:04:05.1234' AS datetime)", "error 241");
    bad("CAST('x' AS smalldatetime)", "error 295");
    bad("CAST('2080-01-01' AS smalldatetime)", "error 242");
    bad("CAST('25:00' AS time)", "error 241");
    bad("CAST(5 AS date)",
        "error 529 line 1: Explicit conversion from data type int to date is not allowed.");
    bad("CAST('abc' AS uniqueidentifier)", "error 8169");
    bad("CAST(NEWID() AS varchar(10))", "error 8170");
    bad("CONVERT(varbinary(5), '0xGG', 1)", "error 8114");
    bad("CONVERT(varchar(20), CAST('2026-01-01' AS date), 999)", "error 281");
    bad("CAST('<a>' AS xml)", "error 9400");
    bad("CAST('1/2' AS hierarchyid)", "error 6522");
    bad("TRY_CAST(5 AS date)", "error 529");
}

void TestConversion::refuses()
{
    QFETCH(QString, expression);
    QFETCH(QString, error);
    SqlBench bench;
    const QStringList result = bench.run(u"SELECT "_s + expression);
    QCOMPARE(result.size(), 1);
    QVERIFY2(result[0].startsWith(error), qPrintable(result[0]));
}

void TestConversion::assigns_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("result");

    QTest::newRow("fits") << u"varchar(3)"_s << u"'abc'"_s << u"abc"_s;
    QTest::newRow("blanks are cut") << u"varchar(3)"_s << u"'abc  '"_s << u"abc"_s;
    QTest::newRow("too long")
        << u"varchar(3)"_s << u"'abcd'"_s
        << u"error 2628 line 1: String or binary data would be truncated in table 'bench.dbo.t', column 'c'. Truncated value: 'abc'."_s;
    QTest::newRow("too many bytes") << u"varbinary(2)"_s << u"0x010203"_s << u"error 2628"_s;
    QTest::newRow("implicit") << u"decimal(9,2)"_s << u"'1.239'"_s << u"1.24"_s;
    QTest::newRow("rounded fraction")
        << u"datetime2(0)"_s << u"'2026-01-02 03:04:05.6'"_s << u"2026-01-02 03:04:06"_s;
    QTest::newRow("too large") << u"tinyint"_s << u"256"_s << u"error 220"_s;
    QTest::newRow("text into binary")
        << u"varbinary(2)"_s << u"'a'"_s
        << u"error 257 line 1: Implicit conversion from data type varchar to varbinary is not allowed. Use the CONVERT function to run this query."_s;
    QTest::newRow("clash") << u"date"_s << u"5"_s
                           << u"error 206 line 1: Operand type clash: int is incompatible with date"_s;
    QTest::newRow("null") << u"xml"_s << u"NULL"_s << u"NULL"_s;
    QTest::newRow("padding") << u"nchar(3)"_s << u"N'a'"_s << u"a  "_s;
}

void TestConversion::assigns()
{
    QFETCH(QString, type);
    QFETCH(QString, value);
    QFETCH(QString, result);
    SqlBench bench;
    const QStringList rows = bench.run(
        u"CREATE TABLE t (c "_s + type + u"); INSERT INTO t VALUES ("_s + value + u"); SELECT c FROM t"_s);
    QCOMPARE(rows.size(), 1);
    if (result.startsWith(u"error"_s))
        QVERIFY2(rows[0].startsWith(result), qPrintable(rows[0]));
    else
        QCOMPARE(rows[0], result);
}

QTEST_GUILESS_MAIN(TestConversion)
#include "tst_conversion.moc"
