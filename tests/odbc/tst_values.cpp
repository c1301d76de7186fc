#include "odbcsession.h"

#include "blocktext.h"
#include "scriptedserver.h"
#include "testdrivers.h"

#include <QtTest>

#include <limits>

using namespace tidemark;
using namespace tidemark::practice;
using namespace tidemark::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ticksADay = 864'000'000'000;

/// Days since 0001-01-01.
qint32 day(int year, int month, int dayOfMonth)
{
    return qint32(QDate(1, 1, 1).daysTo(QDate(year, month, dayOfMonth)));
}

SqlValue moment(qint32 days, qint64 ticks, int offset = 0)
{
    return MomentValue{ days, ticks, qint16(offset) };
}

SqlValue decimal(const QString &digits, int scale)
{
    DecimalValue value;
    value.scale = scale;
    for (const QChar digit : digits) {
        if (digit == u'-')
            value.negative = true;
        else
            value.magnitude = value.magnitude * 10 + Magnitude(digit.digitValue());
    }
    return value;
}

/// A value of a type, the memory it is read into, and what must be there.
struct Case {
    const char *name;
    SqlType type;
    SqlValue value;
    CellKind kind;
    int cellBytes;
    QString expected;
};

SqlType plain(TypeId id)
{
    return { id, 0, 0, 0, false };
}

QList<Case> numberCases()
{
    const auto number = [](const char *name, TypeId id, qint64 value, CellKind kind, int bytes) {
        return Case{ name, plain(id), value, kind, bytes, QString::number(value) };
    };
    const auto exact = [](const char *name, int precision, int scale, const QString &digits,
                           const QString &text) {
        return Case{ name, { TypeId::Decimal, 0, precision, scale, false }, decimal(digits, scale),
            CellKind::Decimal, precision + 5, text };
    };
    const QString nines38 = QString(38, u'9');
    QList<Case> cases = {
        number("bit 0", TypeId::Bit, 0, CellKind::Bit, 1),
        number("bit 1", TypeId::Bit, 1, CellKind::Bit, 1),
        number("tinyint 255", TypeId::TinyInt, 255, CellKind::Int32, 4),
        number("smallint min", TypeId::SmallInt, -32768, CellKind::Int32, 4),
        number("smallint max", TypeId::SmallInt, 32767, CellKind::Int32, 4),
        number("int min", TypeId::Int, std::numeric_limits<qint32>::min(), CellKind::Int32, 4),
        number("int max", TypeId::Int, std::numeric_limits<qint32>::max(), CellKind::Int32, 4),
        number("bigint min", TypeId::BigInt, std::numeric_limits<qint64>::min(), CellKind::Int64, 8),
        number("bigint max", TypeId::BigInt, std::numeric_limits<qint64>::max(), CellKind::Int64, 8),
        exact("decimal 0.50", 10, 2, u"50"_s, u"0.50"_s),
        exact("decimal -0.50", 10, 2, u"-50"_s, u"-0.50"_s),
        exact("decimal 0.00", 10, 2, u"0"_s, u"0.00"_s),
        exact("decimal 1", 10, 0, u"1"_s, u"1"_s),
        exact("decimal 38 digits", 38, 0, nines38, nines38),
        exact("decimal -38 digits", 38, 0, u'-' + nines38, u'-' + nines38),
        exact("decimal 38 places", 38, 38, nines38, u"0."_s + nines38),
        exact("decimal -38 places", 38, 38, u'-' + nines38, u"-0."_s + nines38),
        exact("decimal 28.10", 38, 10, u'-' + nines38, u'-' + nines38.left(28) + u'.' + nines38.left(10)),
        { "money min", plain(TypeId::Money), decimal(u"-9223372036854775808"_s, 4), CellKind::Decimal, 24,
            u"-922337203685477.5808"_s },
        { "money small", plain(TypeId::Money), decimal(u"-1"_s, 4), CellKind::Decimal, 24, u"-0.0001"_s },
        { "smallmoney max", plain(TypeId::SmallMoney), decimal(u"2147483647"_s, 4), CellKind::Decimal, 15,
            u"214748.3647"_s },
    };
    for (const double value : { 0.1, -0.0, 1e20, 5e-324, std::numeric_limits<double>::max(),
             -std::numeric_limits<double>::max(), 1.0 / 3 })
        cases +=
            { "float", plain(TypeId::Float), value, CellKind::Float64, 8, QString::number(value, 'g', 17) };
    for (const float value : { 0.1F, -0.0F, 16777216.0F, std::numeric_limits<float>::max(),
             std::numeric_limits<float>::denorm_min() })
        cases += { "real", plain(TypeId::Real), double(value), CellKind::Float32, 4,
            QString::number(double(value), 'g', 17) };
    return cases;
}

QList<Case> momentCases()
{
    const auto scaled = [](TypeId id, int scale) { return SqlType{ id, 0, 0, scale, false }; };
    return {
        { "date min", plain(TypeId::Date), moment(0, 0), CellKind::Date, 6, u"1-1-1"_s },
        { "date max", plain(TypeId::Date), moment(day(9999, 12, 31), 0), CellKind::Date, 6, u"9999-12-31"_s },
        { "date leap", plain(TypeId::Date), moment(day(2024, 2, 29), 0), CellKind::Date, 6, u"2024-2-29"_s },
        { "time 0", scaled(TypeId::Time, 7), moment(0, 0), CellKind::Time, 12, u"0:0:0.0"_s },
        { "time max", scaled(TypeId::Time, 7), moment(0, ticksADay - 1), CellKind::Time, 12,
            u"23:59:59.999999900"_s },
        { "time(0)", scaled(TypeId::Time, 0), moment(0, 123'450'000'000), CellKind::Time, 12,
            u"3:25:45.0"_s },
        { "time(3)", scaled(TypeId::Time, 3), moment(0, 12'340'000), CellKind::Time, 12,
            u"0:0:1.234000000"_s },
        { "datetime2 min", scaled(TypeId::DateTime2, 7), moment(0, 0), CellKind::Timestamp, 16,
            u"1-1-1 0:0:0.0"_s },
        { "datetime2 max", scaled(TypeId::DateTime2, 7), moment(day(9999, 12, 31), ticksADay - 1),
            CellKind::Timestamp, 16, u"9999-12-31 23:59:59.999999900"_s },
        { "datetime2(0)", scaled(TypeId::DateTime2, 0), moment(day(2024, 2, 29), 10'000'000),
            CellKind::Timestamp, 16, u"2024-2-29 0:0:1.0"_s },
        { "datetime2(3)", scaled(TypeId::DateTime2, 3), moment(day(2024, 2, 29), 10'010'000),
            CellKind::Timestamp, 16, u"2024-2-29 0:0:1.1000000"_s },
        { "datetime min", plain(TypeId::DateTime), moment(day(1753, 1, 1), 0), CellKind::Timestamp, 16,
            u"1753-1-1 0:0:0.0"_s },
        { "datetime max", plain(TypeId::DateTime), moment(day(9999, 12, 31), 863'999'970'000),
            CellKind::Timestamp, 16, u"9999-12-31 23:59:59.997000000"_s },
        { "smalldatetime", plain(TypeId::SmallDateTime), moment(day(2079, 6, 6), 863'400'000'000),
            CellKind::Timestamp, 16, u"2079-6-6 23:59:0.0"_s },
        // The hour that no clock in central Europe shows: no driver may move it.
        { "datetime2 in a gap", scaled(TypeId::DateTime2, 7), moment(day(2024, 3, 31), 90'000'000'000),
            CellKind::Timestamp, 16, u"2024-3-31 2:30:0.0"_s },
        { "datetimeoffset east", scaled(TypeId::DateTimeOffset, 7),
            moment(day(2024, 2, 29), 45'296'123'4567, 330), CellKind::TimestampOffset, 20,
            u"2024-2-29 12:34:56.123456700 5:30"_s },
        { "datetimeoffset west", scaled(TypeId::DateTimeOffset, 7), moment(day(2024, 2, 29), 1, -570),
            CellKind::TimestampOffset, 20, u"2024-2-29 0:0:0.100 -9:-30"_s },
        { "datetimeoffset ends", scaled(TypeId::DateTimeOffset, 0), moment(day(9999, 12, 31), 0, 840),
            CellKind::TimestampOffset, 20, u"9999-12-31 0:0:0.0 14:0"_s },
        { "datetimeoffset less than an hour", scaled(TypeId::DateTimeOffset, 3), moment(day(1, 1, 2), 0, -30),
            CellKind::TimestampOffset, 20, u"1-1-2 0:0:0.0 0:-30"_s },
    };
}

QList<Case> textCases()
{
    const auto text = [](const char *name, TypeId id, int length, const QString &value, bool utf8 = false) {
        const int bytes = id == TypeId::NChar || id == TypeId::NVarChar ? length * 2 : length * 2;
        return Case{ name, { id, length, 0, 0, utf8 }, value, CellKind::Text, bytes, value };
    };
    const auto bytes = [](const char *name, TypeId id, int length, const QByteArray &value) {
        return Case{ name, { id, length, 0, 0, false }, value, CellKind::Binary, length,
            QString::fromLatin1(value.toHex()) };
    };
    const QString pair = u"\U0001F30A"_s;
    return {
        text("nvarchar empty", TypeId::NVarChar, 20, QString(u""_s)),
        text("nvarchar full", TypeId::NVarChar, 20, QString(20, u'Ж')),
        text("nvarchar 4000", TypeId::NVarChar, 4000, QString(4000, u'漢')),
        text("nvarchar four bytes", TypeId::NVarChar, 20, pair + u"a"_s + pair),
        text(
            "nvarchar lone surrogate", TypeId::NVarChar, 20, u"a"_s + QChar(0xD83C) + u"b"_s + QChar(0xDC00)),
        text("nvarchar NUL", TypeId::NVarChar, 20, u"a"_s + QChar(u'\0') + u"b"_s + QChar(u'\0')),
        text("nvarchar line ends", TypeId::NVarChar, 20, u" a\r\nb\t\"',; "_s),
        text("nvarchar U+FFFF", TypeId::NVarChar, 4, u"a\uFFFF\uFFFF"_s),
        text("nchar padded", TypeId::NChar, 6, u"ab    "_s),
        text("varchar code page", TypeId::VarChar, 20, u"a€üÿ™"_s),
        text("varchar 8000", TypeId::VarChar, 8000, QString(8000, u'é')),
        text("varchar empty", TypeId::VarChar, 20, QString(u""_s)),
        text("varchar UTF-8", TypeId::VarChar, 20, u"ЖЖ漢\U0001F30A"_s, true),
        text("char padded", TypeId::Char, 5, u"é    "_s),
        bytes("varbinary empty", TypeId::VarBinary, 8, QByteArray("")),
        bytes("varbinary full", TypeId::VarBinary, 8, QByteArray("\0\1\2\377\376\0\1\2", 8)),
        bytes("varbinary 8000", TypeId::VarBinary, 8000, QByteArray(8000, '\xA5')),
        bytes("binary", TypeId::Binary, 4, QByteArray("\1\2\0\0", 4)),
        bytes("rowversion", TypeId::RowVersion, 8, QByteArray("\0\0\0\0\0\0\7\321", 8)),
        { "guid", plain(TypeId::UniqueIdentifier),
            GuidValue{ { 0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD,
                0xEE, 0xFF } },
            CellKind::Guid, 16, u"112233-4455-6677-8899aabbccddeeff"_s },
    };
}

} // namespace

/// Every type with its edge values, through both real drivers: the same bytes in the block.
class ValuesTest : public QObject {
    Q_OBJECT

private slots:
    void everyValueComesExactly_data() { addDriverRows(); }
    void everyValueComesExactly()
    {
        FETCH_DRIVER(driver);
        const QList<Case> cases = numberCases() + momentCases() + textCases();
        QList<ResultColumn> columns;
        SqlRow values;
        SqlRow nulls;
        QList<FetchColumn> wanted;
        for (const Case &each : cases) {
            columns += { u"c"_s + QString::number(columns.size()), each.type, true, false };
            values.push_back(each.value);
            nulls.emplace_back();
            wanted +=
                { { columns.last().name, each.kind, each.cellBytes, each.type.scale }, int(columns.size()) };
        }
        ScriptedServer server;
        server.setBatch([&](const QString &, ResultSink &sink) {
            sink.columns(columns);
            for (int i = 0; i < 3; ++i)
                sink.row(i == 1 ? nulls : values);
            sink.done(CommandKind::Select, 3, false);
        });
        const auto session = OdbcSession::open(specFor(driver, server.address()), {}, u"shop"_s, {});
        QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().text));
        const auto reader = (*session)->read(u"SELECT"_s, wanted);
        QVERIFY2(reader.has_value(), reader ? "" : qPrintable(reader.error().text));
        const auto block = (*reader)->makeBlock();
        int row = 0;
        while (true) {
            const Result<bool> more = (*reader)->fetch(*block);
            QVERIFY2(more.has_value(), more ? "" : qPrintable(describe(more.error())));
            if (!*more)
                break;
            for (int i = 0; i < block->rowCount(); ++i, ++row) {
                for (int column = 0; column < cases.size(); ++column) {
                    const QString found = cellText(*block, column, i);
                    const QString expected = row == 1 ? u"NULL"_s : cases[column].expected;
                    QVERIFY2(found == expected,
                        qPrintable(u"row %1, %2: %3 instead of %4"_s.arg(row).arg(
                            QString::fromLatin1(cases[column].name), found, expected)));
                }
            }
        }
        QCOMPARE(row, 3);
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "tst_values.moc"
