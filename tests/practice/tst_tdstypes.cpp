#include "fakesqlserver.h"
#include "rowencoder.h"
#include "sqlmoments.h"
#include "tdsvalues.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

QByteArray typeBytes(const SqlType &type, TypePlace place)
{
    TdsWriter out;
    writeTypeInfo(out, type, place);
    return out.data();
}

QByteArray valueBytes(const SqlType &type, const SqlValue &value)
{
    TdsWriter out;
    writeValue(out, type, value);
    return out.data();
}

DecimalValue decimal(qint64 digits, int scale)
{
    return { digits < 0, static_cast<quint64>(qAbs(digits)), scale };
}

bool sameValue(const SqlValue &left, const SqlValue &right)
{
    using VariantPointer = std::shared_ptr<const VariantValue>;
    const auto *one = std::get_if<VariantPointer>(&left);
    const auto *other = std::get_if<VariantPointer>(&right);
    if (one && other)
        return (*one)->type == (*other)->type && (*one)->value == (*other)->value;
    return left == right;
}

} // namespace

class TestTdsTypes : public QObject {
    Q_OBJECT

private slots:
    void goldenBytes_data();
    void goldenBytes();
    void notNullTypesAreFixed_data();
    void notNullTypesAreFixed();
    void roundTrip_data();
    void roundTrip();
    void variantRoundTrip_data();
    void variantRoundTrip();
    void decimalIsRescaled();
    void wrongKindsAreTotal();
    void longTextIsCutOnlyBetweenCharacters();
    void rowsUseTheShorterForm();
    void columnsTellWhetherTheyMayBeNull();
    void encodedRowsFindTheirEnds();
    void cutBytesAreNeverOk();
    void randomBytesNeverCrash();
    void impossibleValuesAreRefused();
};

void TestTdsTypes::goldenBytes_data()
{
    QTest::addColumn<SqlType>("type");
    QTest::addColumn<SqlValue>("value");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const SqlType &type, const SqlValue &value, const char *info,
                         const char *bytes) {
        QTest::newRow(name) << type << value << QByteArray::fromHex(info) << QByteArray::fromHex(bytes);
    };
    row("bit", { .id = TypeId::Bit }, qint64(1), "6801", "01 01");
    row("tinyint", { .id = TypeId::TinyInt }, qint64(255), "2601", "01 ff");
    row("smallint", { .id = TypeId::SmallInt }, qint64(-2), "2602", "02 feff");
    row("int", { .id = TypeId::Int }, qint64(-2), "2604", "04 feffffff");
    row("bigint", { .id = TypeId::BigInt }, qint64(258), "2608", "08 0201000000000000");
    row("null int", { .id = TypeId::Int }, {}, "2604", "00");
    row("decimal 9", { .id = TypeId::Decimal, .precision = 9, .scale = 2 }, decimal(-1234, 2), "6a050902",
        "05 00 d2040000");
    row("decimal 38", { .id = TypeId::Decimal, .precision = 38, .scale = 0 }, decimal(1, 0), "6a112600",
        "11 01 01000000000000000000000000000000");
    row("numeric 28", { .id = TypeId::Numeric, .precision = 28, .scale = 4 }, decimal(10000, 4), "6c0d1c04",
        "0d 01 102700000000000000000000");
    row("money", { .id = TypeId::Money }, decimal(12345, 4), "6e08", "08 00000000 39300000");
    row("negative money", { .id = TypeId::Money }, decimal(-1, 4), "6e08", "08 ffffffff ffffffff");
    row("smallmoney", { .id = TypeId::SmallMoney }, decimal(-1, 4), "6e04", "04 ffffffff");
    row("real", { .id = TypeId::Real }, 1.5, "6d04", "04 0000c03f");
    row("float", { .id = TypeId::Float }, -2.0, "6d08", "08 00000000000000c0");
    row("date", { .id = TypeId::Date }, MomentValue{ 738000, 0 }, "28", "03 d0420b");
    row("time(0)", { .id = TypeId::Time, .scale = 0 }, MomentValue{ 0, 10'000'000 }, "2900", "03 010000");
    row("time(7)", { .id = TypeId::Time, .scale = 7 }, MomentValue{ 0, 1 }, "2907", "05 0100000000");
    row("datetime2(3)", { .id = TypeId::DateTime2, .scale = 3 }, MomentValue{ 1, 10'000 }, "2a03",
        "07 01000000 010000");
    row("datetimeoffset(7)", { .id = TypeId::DateTimeOffset, .scale = 7 },
        MomentValue{ 1, ticksPerMinute * 60, 90 }, "2b07",
        "0a 008c87f9c4 000000 5a00"); // 23:30 the day before
    row("datetime", { .id = TypeId::DateTime }, MomentValue{ dayOf1900 - 1, 33'333 }, "6f08",
        "08 ffffffff 01000000");
    row("smalldatetime", { .id = TypeId::SmallDateTime }, MomentValue{ dayOf1900 + 2, ticksPerMinute * 61 },
        "6f04", "04 0200 3d00");
    row("char", { .id = TypeId::Char, .length = 4 }, u"\u20AC"_s, "af 0400 0904d00034", "0400 80202020");
    row("varchar", { .id = TypeId::VarChar, .length = 10 }, u"\u00E9\u4E2D"_s, "a7 0a00 0904d00034",
        "0200 e93f");
    row("varchar utf8", { .id = TypeId::VarChar, .length = 10, .utf8 = true }, u"\u4E2D"_s,
        "a7 0a00 0904d00400", "0300 e4b8ad");
    row("nchar", { .id = TypeId::NChar, .length = 2 }, u"a"_s, "ef 0400 0904d00034", "0400 6100 2000");
    row("nvarchar", { .id = TypeId::NVarChar, .length = 4000 }, u"\U0001F600"_s, "e7 401f 0904d00034",
        "0400 3dd8 00de");
    row("null nvarchar", { .id = TypeId::NVarChar, .length = 1 }, {}, "e7 0200 0904d00034", "ffff");
    row("binary", { .id = TypeId::Binary, .length = 3 }, QByteArray("\x01", 1), "ad 0300", "0300 010000");
    row("varbinary", { .id = TypeId::VarBinary, .length = 8000 }, QByteArray(), "a5 401f", "0000");
    row("rowversion", { .id = TypeId::RowVersion }, QByteArray("\0\0\0\0\0\0\x07\xD1", 8), "ad 0800",
        "0800 00000000000007d1");
    row("varchar(max)", { .id = TypeId::VarChar, .length = -1 }, u"ab"_s, "a7 ffff 0904d00034",
        "0200000000000000 02000000 6162 00000000");
    row("nvarchar(max)", { .id = TypeId::NVarChar, .length = -1 }, u""_s, "e7 ffff 0904d00034",
        "0000000000000000 00000000");
    row("varbinary(max)", { .id = TypeId::VarBinary, .length = -1 }, {}, "a5 ffff", "ffffffffffffffff");
    row("xml", { .id = TypeId::Xml }, u"<a/>"_s, "f1 00",
        "0800000000000000 08000000 3c0061002f003e00 00000000");
    row("variant", { .id = TypeId::SqlVariant },
        std::make_shared<const VariantValue>(VariantValue{ { .id = TypeId::Int }, qint64(5) }), "62 491f0000",
        "06000000 38 00 05000000");
    row("null variant", { .id = TypeId::SqlVariant }, {}, "62 491f0000", "00000000");
    row("text", { .id = TypeId::Text }, u"a"_s, "23 ffffff7f 0904d00034 01 0000",
        "10 0101010101010101 0101010101010101 0101010101010101 01000000 61");
    row("null image", { .id = TypeId::Image }, {}, "22 ffffff7f 01 0000", "00");
    GuidValue guid;
    guid.bytes = { 0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE,
        0xFF };
    row("guid", { .id = TypeId::UniqueIdentifier }, guid, "2410", "10 33221100554477668899aabbccddeeff");
}

void TestTdsTypes::goldenBytes()
{
    QFETCH(SqlType, type);
    QFETCH(SqlValue, value);
    QFETCH(QByteArray, info);
    QFETCH(QByteArray, bytes);
    QCOMPARE(typeBytes(type, TypePlace::Column).toHex(' '), info.toHex(' '));
    QCOMPARE(valueBytes(type, value).toHex(' '), bytes.toHex(' '));
}

void TestTdsTypes::notNullTypesAreFixed_data()
{
    QTest::addColumn<SqlType>("type");
    QTest::addColumn<SqlValue>("value");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, TypeId id, const SqlValue &value, const char *info,
                         const char *bytes) {
        QTest::newRow(name) << SqlType{ .id = id } << value << QByteArray::fromHex(info)
                            << QByteArray::fromHex(bytes);
    };
    row("bit", TypeId::Bit, qint64(1), "32", "01");
    row("tinyint", TypeId::TinyInt, qint64(255), "30", "ff");
    row("smallint", TypeId::SmallInt, qint64(-2), "34", "feff");
    row("int", TypeId::Int, qint64(-2), "38", "feffffff");
    row("bigint", TypeId::BigInt, qint64(258), "7f", "0201000000000000");
    row("money", TypeId::Money, decimal(-1, 4), "3c", "ffffffffffffffff");
    row("smallmoney", TypeId::SmallMoney, decimal(-1, 4), "7a", "ffffffff");
    row("real", TypeId::Real, 1.5, "3b", "0000c03f");
    row("float", TypeId::Float, -2.0, "3e", "00000000000000c0");
    row("datetime", TypeId::DateTime, MomentValue{ dayOf1900 - 1, 33'333 }, "3d", "ffffffff01000000");
    row("smalldatetime", TypeId::SmallDateTime, MomentValue{ dayOf1900 + 2, ticksPerMinute * 61 }, "3a",
        "02003d00");
    row("guid has one form", TypeId::UniqueIdentifier, GuidValue{}, "2410",
        "1000000000000000000000000000000000");
    row("date has one form", TypeId::Date, MomentValue{ 738000, 0 }, "28", "03d0420b");
}

void TestTdsTypes::notNullTypesAreFixed()
{
    QFETCH(SqlType, type);
    QFETCH(SqlValue, value);
    QFETCH(QByteArray, info);
    QFETCH(QByteArray, bytes);
    TdsWriter out;
    writeTypeInfo(out, type, TypePlace::Column, false);
    QCOMPARE(out.data().toHex(' '), info.toHex(' '));
    writeValue(out, type, value, false);
    QCOMPARE(out.data().sliced(info.size()).toHex(' '), bytes.toHex(' '));
    TdsReader in(out.data());
    const auto wire = readTypeInfo(in, TypePlace::Column);
    QVERIFY(wire);
    QCOMPARE(wire->form, lengthForm(type, false));
    QVERIFY(readValue(in, *wire, TypePlace::Column) == value);
    QVERIFY(in.ok() && in.atEnd());
}

void TestTdsTypes::roundTrip_data()
{
    QTest::addColumn<qsizetype>("column");
    const QList<ResultColumn> columns = everyTypeColumns();
    for (qsizetype i = 0; i < columns.size(); ++i)
        QTest::newRow(qPrintable(columns[i].name)) << i;
}

void TestTdsTypes::roundTrip()
{
    QFETCH(qsizetype, column);
    const SqlType type = everyTypeColumns()[column].type;
    for (const SqlRow &row : fakeTypeRows()) {
        const SqlValue &value = row.at(static_cast<std::size_t>(column));
        TdsWriter out;
        writeTypeInfo(out, type, TypePlace::Column);
        writeValue(out, type, value);
        TdsReader in(out.data());
        const auto wire = readTypeInfo(in, TypePlace::Column);
        QVERIFY(wire);
        QCOMPARE(wire->form, lengthForm(type));
        const SqlValue read = readValue(in, *wire, TypePlace::Column);
        QVERIFY(in.ok() && in.atEnd());
        SqlValue expected = value;
        if (type.id == TypeId::Char || type.id == TypeId::NChar) {
            if (const auto *text = std::get_if<QString>(&value))
                expected = text->leftJustified(type.length);
        }
        if (type.id == TypeId::Binary) {
            if (const auto *bytes = std::get_if<QByteArray>(&value))
                expected = bytes->leftJustified(type.length, '\0');
        }
        QVERIFY(sameValue(read, expected));
    }
}

void TestTdsTypes::variantRoundTrip_data()
{
    roundTrip_data();
}

/// Whatever may sit in a sql_variant, in one.
void TestTdsTypes::variantRoundTrip()
{
    QFETCH(qsizetype, column);
    const SqlType type = everyTypeColumns()[column].type;
    const LengthForm form = lengthForm(type);
    if (form != LengthForm::Byte && form != LengthForm::Short)
        return; // max types, xml and the like cannot
    const SqlType variantType{ .id = TypeId::SqlVariant };
    const SqlValue inner = fakeTypeRows().front().at(static_cast<std::size_t>(column));
    const auto variant = std::make_shared<const VariantValue>(VariantValue{ type, inner });
    const QByteArray bytes = valueBytes(variantType, variant);
    TdsReader in(bytes);
    const SqlValue read = readValue(in, { variantType, LengthForm::Variant }, TypePlace::Column);
    QVERIFY(in.ok() && in.atEnd());
    const auto &content = std::get<std::shared_ptr<const VariantValue>>(read);
    SqlType expected = type;
    if (type.id == TypeId::RowVersion)
        expected = { .id = TypeId::Binary, .length = 8 };
    QCOMPARE(content->type, expected);
    QCOMPARE(valueBytes(type, content->value), valueBytes(type, inner));
}

void TestTdsTypes::decimalIsRescaled()
{
    const SqlType type{ .id = TypeId::Decimal, .precision = 9, .scale = 2 };
    QCOMPARE(valueBytes(type, decimal(15, 1)), valueBytes(type, decimal(150, 2)));
    QCOMPARE(valueBytes(type, decimal(12345, 4)), valueBytes(type, decimal(123, 2)));
    QCOMPARE(valueBytes(type, decimal(12350, 4)), valueBytes(type, decimal(124, 2)));
    QCOMPARE(valueBytes(type, qint64(-3)), valueBytes(type, decimal(-300, 2)));
}

/// Every type takes every kind of value without leaving its length.
void TestTdsTypes::wrongKindsAreTotal()
{
    const SqlRow values = fakeTypeRows().front();
    for (const ResultColumn &column : everyTypeColumns()) {
        for (const SqlValue &value : values) {
            TdsWriter out;
            writeTypeInfo(out, column.type, TypePlace::Column);
            writeValue(out, column.type, value);
            TdsReader in(out.data());
            const auto wire = readTypeInfo(in, TypePlace::Column);
            QVERIFY(wire);
            readValue(in, *wire, TypePlace::Column);
            QVERIFY2(in.ok() && in.atEnd(), qPrintable(column.name));
        }
    }
}

void TestTdsTypes::longTextIsCutOnlyBetweenCharacters()
{
    QString text(16 * 1024 - 1, u'x');
    text += u"\U0001F600\U0001F600"_s;
    for (const bool utf8 : { true, false }) {
        const SqlType type{ .id = utf8 ? TypeId::VarChar : TypeId::NVarChar, .length = -1, .utf8 = utf8 };
        const QByteArray bytes = valueBytes(type, text);
        TdsReader in(bytes);
        const quint64 total = in.u64();
        const auto encoded = utf8 ? text.toUtf8().size() : text.size() * 2;
        QCOMPARE(total, static_cast<quint64>(encoded));
        QCOMPARE(in.u32(), static_cast<quint32>(utf8 ? 16 * 1024 - 1 : 2 * (16 * 1024 - 1)));
    }
    const QString lone = QString(QChar(0xD800)) + u'x';
    const SqlType utf8{ .id = TypeId::VarChar, .length = -1, .utf8 = true };
    const QByteArray bytes = valueBytes(utf8, lone);
    TdsReader in(bytes);
    const quint64 total = in.u64();
    QCOMPARE(total, static_cast<quint64>(in.u32())); // counted as written
}

void TestTdsTypes::rowsUseTheShorterForm()
{
    const QList<ResultColumn> columns{ { u"a"_s, { .id = TypeId::Int } },
        { u"b"_s, { .id = TypeId::NVarChar, .length = 5 } } };
    QCOMPARE(encodeRows(columns, { { qint64(1), u"x"_s } }).toHex(' '),
        QByteArray("d1 04 01 00 00 00 02 00 78 00"));
    QCOMPARE(encodeRows(columns, { { SqlValue(), u"x"_s } }).toHex(' '), QByteArray("d1 00 02 00 78 00"));
    QCOMPARE(
        encodeRows(columns, { { qint64(1), SqlValue() } }).toHex(' '), QByteArray("d2 02 04 01 00 00 00"));
    QCOMPARE(encodeRows(columns, { {} }).toHex(' '), QByteArray("d2 03"));
    // A NULL where none should be stays a NULL.
    const QList<ResultColumn> notNull{ { u"a"_s, { .id = TypeId::Int }, false } };
    QCOMPARE(encodeRows(notNull, { { qint64(1) }, { SqlValue() } }).toHex(' '),
        QByteArray("d1 01 00 00 00 d2 01"));
}

void TestTdsTypes::columnsTellWhetherTheyMayBeNull()
{
    TdsWriter out;
    writeColumns(out,
        { { u"a"_s, { .id = TypeId::Int }, false, true }, { u"b"_s, { .id = TypeId::Int } },
            { u"c"_s, { .id = TypeId::NVarChar, .length = 5 }, false } });
    QCOMPARE(out.data().toHex(' '),
        QByteArray("81 03 00 00 00 00 00 18 00 38 01 61 00 00 00 00 00 09 00 26 04 01 62 00 "
                   "00 00 00 00 08 00 e7 0a 00 09 04 d0 00 34 01 63 00"));
}

void TestTdsTypes::encodedRowsFindTheirEnds()
{
    const QList<ResultColumn> columns = everyTypeColumns();
    const std::vector<SqlRow> rows = fakeTypeRows();
    const QByteArray bytes = encodeRows(columns, rows);
    const EncodedRows encoded(columns, bytes);
    QCOMPARE(encoded.sizeOf(0), 0);
    qsizetype end = 0;
    for (std::size_t count = 1; count <= rows.size(); ++count) {
        end += encodeRows(columns, { rows[count - 1] }).size();
        QCOMPARE(encoded.sizeOf(static_cast<qint64>(count)), end);
        QCOMPARE(encoded.endAfter(end - 1), end);
        QCOMPARE(encoded.endAfter(end), end);
    }
    QCOMPARE(end, bytes.size());
}

void TestTdsTypes::cutBytesAreNeverOk()
{
    const SqlRow row = fakeTypeRows().front();
    for (qsizetype column = 0; column < everyTypeColumns().size(); ++column) {
        const SqlType type = everyTypeColumns()[column].type;
        TdsWriter out;
        writeTypeInfo(out, type, TypePlace::Column);
        writeValue(out, type, row.at(static_cast<std::size_t>(column)));
        const qsizetype step = std::max<qsizetype>(1, out.size() / 500);
        for (qsizetype size = 0; size < out.size(); size += step) {
            TdsReader in(QByteArrayView(out.data()).first(size));
            const auto wire = readTypeInfo(in, TypePlace::Column);
            if (wire)
                readValue(in, *wire, TypePlace::Column);
            QVERIFY2(!wire || !in.ok(), qPrintable(everyTypeColumns()[column].name));
        }
    }
}

void TestTdsTypes::randomBytesNeverCrash()
{
    QRandomGenerator random(4711);
    int readable = 0;
    for (int round = 0; round < 200'000; ++round) {
        QByteArray bytes(random.bounded(40), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        const TypePlace place = round % 2 == 0 ? TypePlace::Column : TypePlace::Parameter;
        TdsReader in(bytes);
        const auto wire = readTypeInfo(in, place);
        if (wire)
            readValue(in, *wire, place);
        readable += wire && in.ok() ? 1 : 0;
    }
    QVERIFY(readable > 0);
}

void TestTdsTypes::impossibleValuesAreRefused()
{
    const auto read = [](const SqlType &type, const char *hex) {
        const QByteArray bytes = QByteArray::fromHex(hex);
        TdsReader in(bytes);
        readValue(in, { type, LengthForm::Byte }, TypePlace::Parameter);
        return in.ok() && in.valid();
    };
    const SqlType twoDigits{ .id = TypeId::Decimal, .precision = 2, .scale = 0 };
    QVERIFY(read(twoDigits, "050163000000"));
    QVERIFY(!read(twoDigits, "050164000000"));
    QVERIFY(read({ .id = TypeId::Float }, "08000000000000f07e"));
    QVERIFY(!read({ .id = TypeId::Float }, "08000000000000f87f")); // not a number
    QVERIFY(!read({ .id = TypeId::Real }, "040000807f")); // infinite
    QVERIFY(read({ .id = TypeId::Date }, "03dab937")); // 9999-12-31
    QVERIFY(!read({ .id = TypeId::Date }, "03dbb937"));
    QVERIFY(!read({ .id = TypeId::Time, .scale = 7 }, "05ffffffffff"));
    QVERIFY(!read({ .id = TypeId::DateTime }, "08ffffff7f00000000"));
    QVERIFY(!read({ .id = TypeId::DateTimeOffset, .scale = 0 }, "0700000000000001")); // no offset
}

QTEST_GUILESS_MAIN(TestTdsTypes)
#include "tst_tdstypes.moc"
