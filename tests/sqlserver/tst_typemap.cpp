#include "typemap.h"

#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TypeMapTest : public QObject {
    Q_OBJECT

private slots:
    void plansColumns_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("precision");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("digits");
        const auto row = [](const char *name, const QString &type, int length, int precision, int scale,
                             const QString &expression, CellKind kind, int bytes, int digits) {
            QTest::newRow(name) << type << length << precision << scale << expression << int(kind) << bytes
                                << digits;
        };
        const QString own = u"t.[c]"_s;
        const QString text = u"CONVERT(nvarchar(max), t.[c])"_s;
        const QString bytes = u"CONVERT(varbinary(max), t.[c])"_s;
        row("bit", u"bit"_s, 1, 1, 0, own, CellKind::Bit, 1, 0);
        row("tinyint", u"tinyint"_s, 1, 3, 0, own, CellKind::Int32, 4, 0);
        row("smallint", u"smallint"_s, 2, 5, 0, own, CellKind::Int32, 4, 0);
        row("int", u"int"_s, 4, 10, 0, own, CellKind::Int32, 4, 0);
        row("bigint", u"bigint"_s, 8, 19, 0, own, CellKind::Int64, 8, 0);
        row("real", u"real"_s, 4, 24, 0, own, CellKind::Float32, 4, 0);
        row("float", u"float"_s, 8, 53, 0, own, CellKind::Float64, 8, 0);
        row("decimal(38,10)", u"decimal"_s, 17, 38, 10, own, CellKind::Decimal, 43, 10);
        row("numeric(5,5)", u"numeric"_s, 5, 5, 5, own, CellKind::Decimal, 10, 5);
        row("money", u"money"_s, 8, 19, 4, own, CellKind::Decimal, 24, 4);
        row("smallmoney", u"smallmoney"_s, 4, 10, 4, own, CellKind::Decimal, 15, 4);
        row("date", u"date"_s, 3, 10, 0, own, CellKind::Date, 6, 0);
        row("time(7)", u"time"_s, 5, 16, 7, own, CellKind::Time, 12, 7);
        row("time(0)", u"time"_s, 3, 8, 0, own, CellKind::Time, 12, 0);
        row("datetime", u"datetime"_s, 8, 23, 3, own, CellKind::Timestamp, 16, 3);
        row("smalldatetime", u"smalldatetime"_s, 4, 16, 0, own, CellKind::Timestamp, 16, 0);
        row("datetime2(3)", u"datetime2"_s, 7, 23, 3, own, CellKind::Timestamp, 16, 3);
        row("datetimeoffset(7)", u"datetimeoffset"_s, 10, 34, 7, own, CellKind::TimestampOffset, 20, 7);
        row("uniqueidentifier", u"uniqueidentifier"_s, 16, 0, 0, own, CellKind::Guid, 16, 0);
        row("char(3)", u"char"_s, 3, 0, 0, own, CellKind::Text, 6, 0);
        row("varchar(8000)", u"varchar"_s, 8000, 0, 0, own, CellKind::Text, 16000, 0);
        row("nchar(3)", u"nchar"_s, 6, 0, 0, own, CellKind::Text, 6, 0);
        row("nvarchar(4000)", u"nvarchar"_s, 8000, 0, 0, own, CellKind::Text, 8000, 0);
        row("varchar(max)", u"varchar"_s, -1, 0, 0, own, CellKind::LongText, 0, 0);
        row("nvarchar(max)", u"nvarchar"_s, -1, 0, 0, own, CellKind::LongText, 0, 0);
        row("text", u"text"_s, 16, 0, 0, u"CONVERT(varchar(max), t.[c])"_s, CellKind::LongText, 0, 0);
        row("ntext", u"ntext"_s, 16, 0, 0, text, CellKind::LongText, 0, 0);
        row("binary(16)", u"binary"_s, 16, 0, 0, own, CellKind::Binary, 16, 0);
        row("varbinary(8000)", u"varbinary"_s, 8000, 0, 0, own, CellKind::Binary, 8000, 0);
        row("varbinary(max)", u"varbinary"_s, -1, 0, 0, own, CellKind::LongBinary, 0, 0);
        row("image", u"image"_s, 16, 0, 0, bytes, CellKind::LongBinary, 0, 0);
        row("rowversion", u"timestamp"_s, 8, 0, 0, u"CONVERT(binary(8), t.[c])"_s, CellKind::Binary, 8, 0);
        row("xml", u"xml"_s, -1, 0, 0, text, CellKind::LongText, 0, 0);
        row("json", u"json"_s, -1, 0, 0, text, CellKind::LongText, 0, 0);
        row("vector", u"vector"_s, 20, 0, 0, text, CellKind::LongText, 0, 0);
        row("hierarchyid", u"hierarchyid"_s, 892, 0, 0, u"CONVERT(nvarchar(4000), t.[c])"_s, CellKind::Text,
            8000, 0);
        row("geometry", u"geometry"_s, -1, 0, 0, bytes, CellKind::LongBinary, 0, 0);
        row("geography", u"geography"_s, -1, 0, 0, bytes, CellKind::LongBinary, 0, 0);
        row("own CLR type", u"clr Point"_s, 100, 0, 0, bytes, CellKind::LongBinary, 0, 0);
        row("Always Encrypted", u"encrypted nvarchar"_s, 100, 0, 0, own, CellKind::LongBinary, 0, 0);
    }
    void plansColumns()
    {
        QFETCH(QString, type);
        QFETCH(int, length);
        QFETCH(int, precision);
        QFETCH(int, scale);
        QFETCH(int, kind);
        QFETCH(int, bytes);
        QFETCH(int, digits);
        const ColumnInfo column{ u"c"_s, type, length, precision, scale, true, false, 0, {} };
        const Result<ColumnPlan> plan = planColumn(column, u"t.[c]"_s);
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().text));
        QTEST(plan->expression, "expression");
        QCOMPARE(plan->column, (BlockColumn{ u"c"_s, CellKind(kind), bytes, digits }));
    }

    void namesEveryBaseTypeOfAVariantThatNeedsAStyle()
    {
        const ColumnInfo column{ u"v"_s, u"sql_variant"_s, 8016, 0, 0, true, false, 0, {} };
        const Result<ColumnPlan> plan = planColumn(column, u"[v]"_s);
        QVERIFY(plan.has_value());
        QCOMPARE(
            plan->column.kind, CellKind::LongText); // varchar(8000) inside a variant exceeds nvarchar(4000)
        const QStringList styled = { u"float"_s, u"real"_s, u"money"_s, u"smallmoney"_s, u"date"_s, u"time"_s,
            u"datetime"_s, u"smalldatetime"_s, u"datetime2"_s, u"datetimeoffset"_s, u"binary"_s,
            u"varbinary"_s };
        QCOMPARE(plan->expression.count(u" WHEN "), styled.size());
        for (const QString &type : styled)
            QVERIFY2(plan->expression.contains(u"WHEN N'"_s + type + u"' THEN "_s), qPrintable(type));
        QVERIFY(plan->expression.startsWith(
            u"CASE CONVERT(nvarchar(128), SQL_VARIANT_PROPERTY([v], N'BaseType')) WHEN"_s));
        QVERIFY(plan->expression.endsWith(u" ELSE CONVERT(nvarchar(max), [v]) END"_s));
        QVERIFY(plan->expression.contains(u"CONVERT(nvarchar(max), CONVERT(float(53), [v]), 3)"_s));
    }

    void keepsNamesThatLookLikePlaceMarkers()
    {
        const ColumnInfo column{ u"%1%2"_s, u"xml"_s, -1, 0, 0, true, false, 0, {} };
        QCOMPARE(planColumn(column, u"[%1%2]"_s)->expression, u"CONVERT(nvarchar(max), [%1%2])"_s);
    }

    void refusesUnknownTypes()
    {
        const ColumnInfo column{ u"c"_s, u"cursor"_s, 8, 0, 0, true, false, 0, {} };
        const Result<ColumnPlan> plan = planColumn(column, u"[c]"_s);
        QVERIFY(!plan.has_value());
        QCOMPARE(plan.error().kind, ErrorKind::Data);
        QVERIFY(plan.error().text.contains(u"cursor"_s));
    }

    void namesTypes_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("base");
        QTest::addColumn<bool>("userDefined");
        QTest::addColumn<bool>("encrypted");
        QTest::addColumn<QString>("name");
        QTest::newRow("system") << u"nvarchar"_s << u"nvarchar"_s << false << false << u"nvarchar"_s;
        QTest::newRow("sysname") << u"sysname"_s << u"nvarchar"_s << false << false << u"nvarchar"_s;
        QTest::newRow("alias") << u"Flag"_s << u"bit"_s << true << false << u"bit"_s;
        QTest::newRow("alias not visible") << QString() << u"bit"_s << false << false << u"bit"_s;
        QTest::newRow("hierarchyid") << u"hierarchyid"_s << QString() << false << false << u"hierarchyid"_s;
        QTest::newRow("vector") << u"vector"_s << u"varbinary"_s << false << false << u"vector"_s;
        QTest::newRow("own CLR type") << u"Point"_s << QString() << true << false << u"clr Point"_s;
        QTest::newRow("encrypted") << u"nvarchar"_s << u"nvarchar"_s << false << true
                                   << u"encrypted nvarchar"_s;
    }
    void namesTypes()
    {
        QFETCH(QString, type);
        QFETCH(QString, base);
        QFETCH(bool, userDefined);
        QFETCH(bool, encrypted);
        QTEST(sqlTypeName(type, base, userDefined, encrypted), "name");
    }
};

QTEST_GUILESS_MAIN(TypeMapTest)
#include "tst_typemap.moc"
