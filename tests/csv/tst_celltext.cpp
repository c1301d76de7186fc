#include "celltext.h"

#include <QTest>

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Put>
QString written(Put put)
{
    std::array<char16_t, 256> text{};
    const char16_t *end = put(text.data());
    return QString::fromUtf16(text.data(), end - text.data());
}

std::span<const std::byte> bytesOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), size_t(bytes.size())));
}

} // namespace

class TestCellText : public QObject {
    Q_OBJECT

private slots:
    void integer_data();
    void integer();
    void float64_data();
    void float64();
    void float32_data();
    void float32();
    void floatsReadBackToTheSameBits();
    void decimal();
    void date_data();
    void date();
    void time_data();
    void time();
    void timestamp_data();
    void timestamp();
    void timestampOffset_data();
    void timestampOffset();
    void guid();
    void hex();
    void base64_data();
    void base64();
};

void TestCellText::integer_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << u"0"_s;
    QTest::newRow("one digit") << qint64(7) << u"7"_s;
    QTest::newRow("two digits") << qint64(10) << u"10"_s;
    QTest::newRow("three digits") << qint64(-100) << u"-100"_s;
    QTest::newRow("tinyint max") << qint64(255) << u"255"_s;
    QTest::newRow("smallint min") << qint64(-32768) << u"-32768"_s;
    QTest::newRow("int min") << qint64(std::numeric_limits<qint32>::min()) << u"-2147483648"_s;
    QTest::newRow("int max") << qint64(std::numeric_limits<qint32>::max()) << u"2147483647"_s;
    QTest::newRow("bigint min") << std::numeric_limits<qint64>::min() << u"-9223372036854775808"_s;
    QTest::newRow("bigint max") << std::numeric_limits<qint64>::max() << u"9223372036854775807"_s;
}

void TestCellText::integer()
{
    QFETCH(qint64, value);
    QTEST(written([&](char16_t *out) { return putInteger(out, value); }), "text");
}

void TestCellText::float64_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << u"0"_s;
    QTest::newRow("minus zero") << -0.0 << u"-0"_s;
    QTest::newRow("one") << 1.0 << u"1"_s;
    QTest::newRow("tenth") << 0.1 << u"0.1"_s;
    QTest::newRow("not a third") << 1.0 / 3 << u"0.3333333333333333"_s;
    QTest::newRow("sum of tenths") << 0.1 + 0.2 << u"0.30000000000000004"_s;
    QTest::newRow("round") << 100000.0 << u"100000"_s;
    QTest::newRow("point inside") << -12345.678 << u"-12345.678"_s;
    QTest::newRow("point at the end") << 12345678.0 << u"12345678"_s;
    QTest::newRow("smallest plain") << 0.0001 << u"0.0001"_s;
    QTest::newRow("below plain") << 0.00001 << u"1e-05"_s;
    QTest::newRow("largest plain") << 9007199254740993.0 << u"9007199254740992"_s;
    QTest::newRow("above plain") << 1e16 << u"1e+16"_s;
    QTest::newRow("1e20") << 1e20 << u"1e+20"_s;
    QTest::newRow("digits and exponent") << -1.5e-7 << u"-1.5e-07"_s;
    QTest::newRow("max") << std::numeric_limits<double>::max() << u"1.7976931348623157e+308"_s;
    QTest::newRow("lowest") << std::numeric_limits<double>::lowest() << u"-1.7976931348623157e+308"_s;
    QTest::newRow("min normal") << std::numeric_limits<double>::min() << u"2.2250738585072014e-308"_s;
    QTest::newRow("min subnormal") << std::numeric_limits<double>::denorm_min() << u"5e-324"_s;
}

void TestCellText::float64()
{
    QFETCH(double, value);
    QTEST(written([&](char16_t *out) { return putFloat(out, value, u'.'); }), "text");
}

void TestCellText::float32_data()
{
    QTest::addColumn<float>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("tenth") << 0.1F << u"0.1"_s;
    QTest::newRow("third") << 1.0F / 3 << u"0.33333334"_s;
    QTest::newRow("past 2^24") << 16777216.0F << u"16777216"_s;
    QTest::newRow("max") << std::numeric_limits<float>::max() << u"3.4028235e+38"_s;
    QTest::newRow("min normal") << std::numeric_limits<float>::min() << u"1.1754944e-38"_s;
    QTest::newRow("min subnormal") << std::numeric_limits<float>::denorm_min() << u"1e-45"_s;
}

void TestCellText::float32()
{
    QFETCH(float, value);
    QTEST(written([&](char16_t *out) { return putFloat(out, value, u'.'); }), "text");
}

void TestCellText::floatsReadBackToTheSameBits()
{
    std::mt19937_64 random(42);
    for (int i = 0; i < 20000; ++i) {
        const auto value = std::bit_cast<double>(random());
        if (!std::isfinite(value))
            continue;
        const QString text = written([&](char16_t *out) { return putFloat(out, value, u'.'); });
        QCOMPARE(std::bit_cast<quint64>(text.toDouble()), std::bit_cast<quint64>(value));
        const auto small = std::bit_cast<float>(quint32(random()));
        if (!std::isfinite(small))
            continue;
        const QString shortText = written([&](char16_t *out) { return putFloat(out, small, u','); });
        QVERIFY(!shortText.contains(u'.'));
        const float back = QString(shortText).replace(u',', u'.').toFloat();
        QCOMPARE(std::bit_cast<quint32>(back), std::bit_cast<quint32>(small));
    }
}

void TestCellText::decimal()
{
    const QByteArray digits = "-1234567890123456789012345678.9012345678";
    const std::span<const char> span(digits.constData(), size_t(digits.size()));
    QCOMPARE(
        written([&](char16_t *out) { return putDecimal(out, span, u'.'); }), QString::fromLatin1(digits));
    QCOMPARE(written([&](char16_t *out) { return putDecimal(out, span, u','); }),
        u"-1234567890123456789012345678,9012345678"_s);
}

void TestCellText::date_data()
{
    QTest::addColumn<DateCell>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("first") << DateCell{ 1, 1, 1 } << u"0001-01-01"_s;
    QTest::newRow("last") << DateCell{ 9999, 12, 31 } << u"9999-12-31"_s;
    QTest::newRow("leap day") << DateCell{ 2024, 2, 29 } << u"2024-02-29"_s;
}

void TestCellText::date()
{
    QFETCH(DateCell, value);
    QTEST(written([&](char16_t *out) { return putDate(out, value); }), "text");
}

void TestCellText::time_data()
{
    QTest::addColumn<TimeCell>("value");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("text");
    QTest::newRow("midnight") << TimeCell{ 0, 0, 0, 0 } << 7 << u"00:00:00.0000000"_s;
    QTest::newRow("last") << TimeCell{ 23, 59, 59, 999999900 } << 7 << u"23:59:59.9999999"_s;
    QTest::newRow("one tick") << TimeCell{ 1, 2, 3, 100 } << 7 << u"01:02:03.0000001"_s;
    QTest::newRow("no fraction") << TimeCell{ 1, 2, 3, 0 } << 0 << u"01:02:03"_s;
    QTest::newRow("one digit") << TimeCell{ 1, 2, 3, 500000000 } << 1 << u"01:02:03.5"_s;
    QTest::newRow("three digits") << TimeCell{ 12, 34, 56, 7000000 } << 3 << u"12:34:56.007"_s;
}

void TestCellText::time()
{
    QFETCH(TimeCell, value);
    QFETCH(int, scale);
    QTEST(written([&](char16_t *out) { return putTime(out, value, scale); }), "text");
}

void TestCellText::timestamp_data()
{
    QTest::addColumn<TimestampCell>("value");
    QTest::addColumn<int>("scale");
    QTest::addColumn<char16_t>("separator");
    QTest::addColumn<QString>("text");
    QTest::newRow("datetime2 first") << TimestampCell{ 1, 1, 1, 0, 0, 0, 0 } << 7 << u' '
                                     << u"0001-01-01 00:00:00.0000000"_s;
    QTest::newRow("datetime2 last") << TimestampCell{ 9999, 12, 31, 23, 59, 59, 999999900 } << 7 << u' '
                                    << u"9999-12-31 23:59:59.9999999"_s;
    QTest::newRow("datetime first") << TimestampCell{ 1753, 1, 1, 0, 0, 0, 0 } << 3 << u' '
                                    << u"1753-01-01 00:00:00.000"_s;
    QTest::newRow("datetime third of a tick")
        << TimestampCell{ 2026, 11, 22, 13, 14, 15, 997000000 } << 3 << u' ' << u"2026-11-22 13:14:15.997"_s;
    QTest::newRow("smalldatetime") << TimestampCell{ 2079, 6, 6, 23, 59, 0, 0 } << 0 << u' '
                                   << u"2079-06-06 23:59:00"_s;
    QTest::newRow("T") << TimestampCell{ 2026, 1, 2, 3, 4, 5, 120000000 } << 2 << u'T'
                       << u"2026-01-02T03:04:05.12"_s;
}

void TestCellText::timestamp()
{
    QFETCH(TimestampCell, value);
    QFETCH(int, scale);
    QFETCH(char16_t, separator);
    QTEST(written([&](char16_t *out) { return putTimestamp(out, value, scale, separator); }), "text");
}

void TestCellText::timestampOffset_data()
{
    QTest::addColumn<TimestampOffsetCell>("value");
    QTest::addColumn<int>("scale");
    QTest::addColumn<char16_t>("separator");
    QTest::addColumn<QString>("text");
    QTest::newRow("west") << TimestampOffsetCell{ 2026, 11, 22, 7, 44, 15, 123456700, -5, -30 } << 7 << u' '
                          << u"2026-11-22 07:44:15.1234567 -05:30"_s;
    QTest::newRow("least west") << TimestampOffsetCell{ 2026, 11, 22, 7, 44, 15, 0, 0, -1 } << 0 << u' '
                                << u"2026-11-22 07:44:15 -00:01"_s;
    QTest::newRow("zero") << TimestampOffsetCell{ 1, 1, 1, 0, 0, 0, 0, 0, 0 } << 7 << u' '
                          << u"0001-01-01 00:00:00.0000000 +00:00"_s;
    QTest::newRow("farthest east") << TimestampOffsetCell{ 9999, 12, 31, 23, 59, 59, 999999900, 14, 0 } << 7
                                   << u' ' << u"9999-12-31 23:59:59.9999999 +14:00"_s;
    QTest::newRow("farthest west") << TimestampOffsetCell{ 2026, 1, 1, 0, 0, 0, 0, -14, 0 } << 1 << u' '
                                   << u"2026-01-01 00:00:00.0 -14:00"_s;
    QTest::newRow("ISO 8601") << TimestampOffsetCell{ 2026, 1, 2, 3, 4, 5, 0, 5, 45 } << 0 << u'T'
                              << u"2026-01-02T03:04:05+05:45"_s;
}

void TestCellText::timestampOffset()
{
    QFETCH(TimestampOffsetCell, value);
    QFETCH(int, scale);
    QFETCH(char16_t, separator);
    QTEST(written([&](char16_t *out) { return putTimestampOffset(out, value, scale, separator); }), "text");
}

/// T12: the first three groups are numbers, the last two are bytes.
void TestCellText::guid()
{
    const GuidCell guid{ 0x6F9619FF, 0x8B86, 0xD011, { 0xB4, 0x2D, 0x00, 0xC0, 0x4F, 0xC9, 0x64, 0xFF } };
    QCOMPARE(written([&](char16_t *out) { return putGuid(out, guid, false); }),
        u"6F9619FF-8B86-D011-B42D-00C04FC964FF"_s);
    QCOMPARE(written([&](char16_t *out) { return putGuid(out, guid, true); }),
        u"6f9619ff-8b86-d011-b42d-00c04fc964ff"_s);
    QCOMPARE(written([&](char16_t *out) { return putGuid(out, GuidCell{}, false); }),
        u"00000000-0000-0000-0000-000000000000"_s);
}

void TestCellText::hex()
{
    const QByteArray bytes("\x00\x0f\xa0\xff", 4);
    QCOMPARE(written([&](char16_t *out) { return putHex(out, bytesOf(bytes)); }), u"000FA0FF"_s);
    QCOMPARE(written([&](char16_t *out) { return putHex(out, {}); }), QString());
}

void TestCellText::base64_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray all;
    for (int i = 0; i < 96; ++i) {
        QTest::addRow("%d bytes", i) << all;
        all += char(i * 37 + 200);
    }
}

void TestCellText::base64()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(written([&](char16_t *out) { return putBase64(out, bytesOf(bytes)); }),
        QString::fromLatin1(bytes.toBase64()));
}

QTEST_APPLESS_MAIN(TestCellText)
#include "tst_celltext.moc"
