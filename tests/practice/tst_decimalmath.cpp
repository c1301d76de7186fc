#include "decimalmath.h"

#include "literals.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

namespace {

DecimalValue decimal(const QString &text)
{
    const bool negative = text.startsWith(u'-');
    DecimalValue value = *parseDecimal(negative ? text.mid(1) : text);
    value.negative = negative && value.magnitude != 0;
    return value;
}

QString shown(const std::optional<DecimalValue> &value)
{
    return value ? decimalText(*value) : u"too large"_s;
}

} // namespace

class TestDecimalMath : public QObject {
    Q_OBJECT

private slots:
    void calculates_data();
    void calculates();
    void fits_data();
    void fits();
    void compares();
    void readsDoubles_data();
    void readsDoubles();
    void givesWholeParts();
};

void TestDecimalMath::calculates_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QChar>("operation");
    QTest::addColumn<QString>("right");
    QTest::addColumn<int>("precision");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("result");
    const QString nines(38, u'9');
    QTest::newRow("sum") << u"1.5"_s << QChar(u'+') << u"2.25"_s << 38 << 2 << u"3.75"_s;
    QTest::newRow("difference") << u"1.5"_s << QChar(u'+') << u"-2.25"_s << 38 << 2 << u"-0.75"_s;
    QTest::newRow("no negative zero") << u"-1.5"_s << QChar(u'+') << u"1.50"_s << 38 << 2 << u"0.00"_s;
    QTest::newRow("38 nines") << nines << QChar(u'+') << u"-1"_s << 38 << 0 << QString(37, u'9') + u'8';
    QTest::newRow("39 digits") << nines << QChar(u'+') << u"1"_s << 38 << 0 << u"too large"_s;
    QTest::newRow("scales far apart")
        << nines << QChar(u'+') << u"0.00000000000000000000000000000000000001"_s << 38 << 0 << nines;
    QTest::newRow("product") << u"-1.25"_s << QChar(u'*') << u"1.5"_s << 38 << 3 << u"-1.875"_s;
    QTest::newRow("product is rounded")
        << u"0.0000005"_s << QChar(u'*') << u"1.0"_s << 38 << 6 << u"0.000001"_s;
    QTest::newRow("product of 76 digits") << nines << QChar(u'*') << nines << 38 << 0 << u"too large"_s;
    QTest::newRow("product of long fractions") << u"0.12345678901234567890123456789012345678"_s << QChar(u'*')
                                               << u"0.98765432109876543210987654321098765432"_s << 38 << 38
                                               << u"0.12193263113702179522618503273386678859"_s;
    QTest::newRow("quotient is cut") << u"2"_s << QChar(u'/') << u"3"_s << 38 << 6 << u"0.666666"_s;
    QTest::newRow("negative quotient") << u"-10"_s << QChar(u'/') << u"4"_s << 38 << 6 << u"-2.500000"_s;
    QTest::newRow("long quotient") << nines << QChar(u'/') << u"7"_s << 38 << 0
                                   << u"14285714285714285714285714285714285714"_s;
    QTest::newRow("remainder") << u"-7.5"_s << QChar(u'%') << u"2"_s << 38 << 1 << u"-1.5"_s;
    QTest::newRow("remainder of scales") << u"10"_s << QChar(u'%') << u"0.3"_s << 38 << 1 << u"0.1"_s;
}

void TestDecimalMath::calculates()
{
    QFETCH(QString, left);
    QFETCH(QChar, operation);
    QFETCH(QString, right);
    QFETCH(int, precision);
    QFETCH(int, scale);
    QFETCH(QString, result);
    const SqlType type{ TypeId::Decimal, 0, precision, scale };
    const DecimalValue a = decimal(left);
    const DecimalValue b = decimal(right);
    const std::optional<DecimalValue> value = operation == u'+' ? addDecimals(a, b, type)
        : operation == u'*'                                     ? multiplyDecimals(a, b, type)
        : operation == u'/'                                     ? divideDecimals(a, b, type)
                                                                : decimalRemainder(a, b, type);
    QCOMPARE(shown(value), result);
}

void TestDecimalMath::fits_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("precision");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("result");
    QTest::newRow("half away from zero") << u"-2.5"_s << 5 << 0 << u"-3"_s;
    QTest::newRow("below half") << u"2.4999"_s << 5 << 0 << u"2"_s;
    QTest::newRow("more digits") << u"2.5"_s << 5 << 3 << u"2.500"_s;
    QTest::newRow("carried over") << u"9.95"_s << 2 << 1 << u"too large"_s;
    QTest::newRow("no room for the scale") << QString(38, u'9') << 38 << 1 << u"too large"_s;
    QTest::newRow("to zero") << u"-0.04"_s << 3 << 1 << u"0.0"_s;
}

void TestDecimalMath::fits()
{
    QFETCH(QString, value);
    QFETCH(int, precision);
    QFETCH(int, scale);
    QFETCH(QString, result);
    QCOMPARE(shown(fitDecimal(decimal(value), precision, scale)), result);
}

void TestDecimalMath::compares()
{
    QCOMPARE(compareDecimals(decimal(u"1.50"_s), decimal(u"1.5"_s)), 0);
    QCOMPARE(compareDecimals(decimal(u"-1"_s), decimal(u"0.00000001"_s)), -1);
    QCOMPARE(compareDecimals(decimal(u"-1"_s), decimal(u"-2"_s)), 1);
    QCOMPARE(
        compareDecimals(decimal(QString(38, u'9')), decimal(u"0.00000000000000000000000000000000000001"_s)),
        1);
}

void TestDecimalMath::readsDoubles_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("result");
    QTest::newRow("tenth") << 0.1 << 20 << u"0.10000000000000001000"_s;
    QTest::newRow("rounded") << 2.0 / 3 << 4 << u"0.6667"_s;
    QTest::newRow("large") << 1e30 << 0 << u"1000000000000000000000000000000"_s;
    QTest::newRow("too large") << 1e39 << 0 << u"too large"_s;
    QTest::newRow("tiny") << 5e-324 << 10 << u"0.0000000000"_s;
    QTest::newRow("negative") << -1.5 << 1 << u"-1.5"_s;
}

void TestDecimalMath::readsDoubles()
{
    QFETCH(double, value);
    QFETCH(int, scale);
    QFETCH(QString, result);
    QCOMPARE(shown(decimalOfDouble(value, 38, scale)), result);
}

void TestDecimalMath::givesWholeParts()
{
    QCOMPARE(wholePart(decimal(u"-1.99"_s)), std::optional<qint64>(-1));
    QCOMPARE(
        wholePart(decimal(u"-9223372036854775808"_s)), std::optional(std::numeric_limits<qint64>::min()));
    QVERIFY(!wholePart(decimal(u"9223372036854775808"_s)));
    QCOMPARE(decimalText(decimalOfInteger(std::numeric_limits<qint64>::min())), u"-9223372036854775808"_s);
}

QTEST_GUILESS_MAIN(TestDecimalMath)
#include "tst_decimalmath.moc"
