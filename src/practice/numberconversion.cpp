#include "numberconversion.h"

#include "conversionerrors.h"
#include "decimalmath.h"
#include "literals.h"
#include "sqlmoments.h"
#include "sqltypetext.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int moneyScale = 4;
constexpr int mostDigits = 38;

std::pair<qint64, qint64> rangeOf(TypeId id)
{
    switch (id) {
    case TypeId::Bit:
        return { 0, 1 };
    case TypeId::TinyInt:
        return { 0, 255 };
    case TypeId::SmallInt:
        return { std::numeric_limits<qint16>::min(), std::numeric_limits<qint16>::max() };
    case TypeId::Int:
    case TypeId::SmallMoney:
        return { std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max() };
    default:
        return { std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max() };
    }
}

/// A text of digits with a sign, as the integers take it; '' is 0.
enum class TextNumber { Good, Bad, TooLarge };
TextNumber readInteger(QStringView text, qint64 &value)
{
    text = text.trimmed();
    value = 0;
    if (text.isEmpty())
        return TextNumber::Good;
    const bool negative = text.front() == u'-';
    if (negative || text.front() == u'+')
        text = text.sliced(1).trimmed();
    if (text.isEmpty()
        || !std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return TextNumber::Bad;
    const std::optional<DecimalValue> digits = parseDecimal(text);
    if (!digits)
        return TextNumber::TooLarge;
    const std::optional<qint64> whole = wholePart({ negative, digits->magnitude, 0 });
    value = whole.value_or(0);
    return whole ? TextNumber::Good : TextNumber::TooLarge;
}

SqlResult<SqlValue> textTooLarge(const QString &text, const SqlType &from, const SqlType &to)
{
    const QString type = typeName(from.id);
    switch (to.id) {
    case TypeId::TinyInt:
    case TypeId::SmallInt:
        return sqlError(244,
            u"The conversion of the %1 value '%2' overflowed an %3 column. Use a larger integer column."_s
                .arg(type, text, to.id == TypeId::TinyInt ? u"INT1"_s : u"INT2"_s));
    case TypeId::Int:
        return sqlError(
            248, u"The conversion of the %1 value '%2' overflowed an int column."_s.arg(type, text));
    default:
        return overflowError(from, to);
    }
}

SqlResult<SqlValue> textToBit(const QString &text, const SqlType &from, const SqlType &to)
{
    const QString word = text.trimmed();
    if (word.compare(u"true"_s, Qt::CaseInsensitive) == 0)
        return qint64(1);
    if (word.compare(u"false"_s, Qt::CaseInsensitive) == 0)
        return qint64(0);
    qint64 number = 0;
    const TextNumber kind = readInteger(word, number);
    if (kind == TextNumber::Bad)
        return textValueError(text, from, to);
    return qint64(kind == TextNumber::TooLarge || number != 0 ? 1 : 0);
}

SqlResult<SqlValue> textToInteger(const QString &text, const SqlType &from, const SqlType &to)
{
    if (to.id == TypeId::Bit)
        return textToBit(text, from, to);
    qint64 number = 0;
    switch (readInteger(text, number)) {
    case TextNumber::Bad:
        return to.id == TypeId::BigInt ? typeValueError(from, to) : textValueError(text, from, to);
    case TextNumber::TooLarge:
        return textTooLarge(text, from, to);
    case TextNumber::Good:
        break;
    }
    const auto [low, high] = rangeOf(to.id);
    if (number < low || number > high)
        return textTooLarge(text, from, to);
    return number;
}

/// Digits with sign and point; false for anything else.
bool readDecimal(QStringView text, DecimalValue &value, bool &tooLarge)
{
    text = text.trimmed();
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1).trimmed();
    const bool digits = !text.isEmpty() && text != u"." && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.';
    }) && text.count(u'.') <= 1;
    if (!digits)
        return false;
    // What does not fit into 38 digits behind the point is lost anyway.
    const qsizetype point = text.indexOf(u'.');
    QStringView whole = point < 0 ? text : text.first(point);
    while (whole.startsWith(u'0'))
        whole = whole.sliced(1);
    const QStringView fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    const qsizetype room = std::max<qsizetype>(0, mostDigits - whole.size());
    const QString kept = whole.toString() + u'.' + fraction.first(std::min(room, fraction.size())).toString();
    const std::optional<DecimalValue> parsed = parseDecimal(kept == u"." ? u"0"_s : kept);
    tooLarge = !parsed;
    if (parsed)
        value = { negative && parsed->magnitude != 0, parsed->magnitude, parsed->scale };
    return true;
}

SqlResult<SqlValue> fitted(const DecimalValue &value, const SqlType &from, const SqlType &to)
{
    const std::optional<DecimalValue> result = fitDecimal(value, to.precision, to.scale);
    if (!result)
        return overflowError(from, to);
    return *result;
}

SqlResult<SqlValue> textToDecimal(const QString &text, const SqlType &from, const SqlType &to)
{
    DecimalValue value;
    bool tooLarge = false;
    if (!readDecimal(text, value, tooLarge))
        return typeValueError(from, to);
    if (tooLarge)
        return overflowError(from, to);
    return fitted(value, from, to);
}

SqlResult<SqlValue> checkedMoney(const DecimalValue &value, const SqlType &from, const SqlType &to)
{
    const std::optional<DecimalValue> result = fitDecimal(value, 19, moneyScale);
    const auto [low, high] = rangeOf(to.id);
    const Magnitude largest = Magnitude(high) + (value.negative ? 1 : 0);
    if (!result || result->magnitude > largest)
        return overflowError(from, to);
    return *result;
}

SqlResult<SqlValue> textToMoney(const QString &text, const SqlType &from, const SqlType &to)
{
    QString digits = text.trimmed();
    digits.remove(u',').remove(u'$');
    DecimalValue value;
    bool tooLarge = false;
    if (!digits.isEmpty() && !readDecimal(digits, value, tooLarge))
        return sqlError(235, u"Cannot convert a char value to money. The char value has incorrect syntax."_s);
    if (tooLarge)
        return overflowError(from, to);
    return checkedMoney(value, from, to);
}

SqlResult<SqlValue> textToFloat(const QString &text, const SqlType &from, const SqlType &to)
{
    const QString digits = text.trimmed();
    bool ok = digits.isEmpty();
    const double value = ok ? 0 : digits.toDouble(&ok);
    const QChar last = digits.isEmpty() ? u'0' : digits.back();
    if (!ok || !(last.isDigit() || last == u'.')) // no "inf", no "nan"
        return typeValueError(from, to);
    return checkedReal(value, to);
}

/// The last eight bytes, as a number.
qint64 integerOfBytes(const QByteArray &bytes, TypeId to)
{
    const int size = to == TypeId::BigInt ? 8 : to == TypeId::Int ? 4 : to == TypeId::SmallInt ? 2 : 1;
    quint64 value = 0;
    for (const char byte : bytes.last(std::min<qsizetype>(bytes.size(), size)))
        value = value << 8 | quint8(byte);
    switch (to) {
    case TypeId::SmallInt:
        return qint16(value);
    case TypeId::Int:
        return qint32(value);
    case TypeId::Bit:
        return value != 0;
    default:
        return qint64(value);
    }
}

/// Days since 1900 with their fraction, as datetime and smalldatetime become numbers.
double daysSince1900(const MomentValue &moment)
{
    return double(moment.days - dayOf1900) + double(moment.ticks) / double(ticksPerDay);
}

SqlResult<SqlValue> decimalToInteger(const DecimalValue &value, const SqlType &from, const SqlType &to)
{
    if (to.id == TypeId::Bit)
        return qint64(value.magnitude != 0);
    const std::optional<DecimalValue> rounded = isMoney(from.id) ? fitDecimal(value, mostDigits, 0) : value;
    const std::optional<qint64> whole = wholePart(*rounded);
    const auto [low, high] = rangeOf(to.id);
    if (!whole || *whole < low || *whole > high)
        return overflowError(from, to);
    return *whole;
}

SqlResult<SqlValue> doubleToInteger(double value, const SqlType &to)
{
    if (to.id == TypeId::Bit)
        return qint64(value != 0);
    constexpr double limit = 9223372036854775808.0;
    if (!(value >= -limit && value < limit))
        return overflowError(to);
    return checkedInteger(qint64(value), to);
}

SqlResult<SqlValue> toInteger(const SqlValue &value, const SqlType &from, const SqlType &to)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return to.id == TypeId::Bit ? SqlValue(qint64(*integer != 0)) : checkedInteger(*integer, to);
    if (const auto *decimal = std::get_if<DecimalValue>(&value))
        return decimalToInteger(*decimal, from, to);
    if (const auto *real = std::get_if<double>(&value))
        return doubleToInteger(*real, to);
    if (const auto *text = std::get_if<QString>(&value))
        return textToInteger(*text, from, to);
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return integerOfBytes(*bytes, to.id);
    return doubleToInteger(std::round(daysSince1900(std::get<MomentValue>(value))), to);
}

SqlResult<SqlValue> toDecimal(const SqlValue &value, const SqlType &from, const SqlType &to)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return fitted(decimalOfInteger(*integer), from, to);
    if (const auto *decimal = std::get_if<DecimalValue>(&value))
        return fitted(*decimal, from, to);
    if (const auto *text = std::get_if<QString>(&value))
        return textToDecimal(*text, from, to);
    const auto *real = std::get_if<double>(&value);
    const double number = real != nullptr ? *real : daysSince1900(std::get<MomentValue>(value));
    const std::optional<DecimalValue> result = decimalOfDouble(number, to.precision, to.scale);
    if (!result)
        return overflowError(from, to);
    return *result;
}

SqlResult<SqlValue> toMoney(const SqlValue &value, const SqlType &from, const SqlType &to)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return checkedMoney(decimalOfInteger(*integer), from, to);
    if (const auto *decimal = std::get_if<DecimalValue>(&value))
        return checkedMoney(*decimal, from, to);
    if (const auto *text = std::get_if<QString>(&value))
        return textToMoney(*text, from, to);
    if (const auto *bytes = std::get_if<QByteArray>(&value)) {
        DecimalValue result = decimalOfInteger(integerOfBytes(*bytes, TypeId::BigInt));
        result.scale = moneyScale;
        return checkedMoney(result, from, to);
    }
    const auto *real = std::get_if<double>(&value);
    const double number = real != nullptr ? *real : daysSince1900(std::get<MomentValue>(value));
    const std::optional<DecimalValue> result = decimalOfDouble(number, mostDigits, moneyScale);
    return result ? checkedMoney(*result, from, to) : overflowError(from, to);
}

SqlResult<SqlValue> toFloat(const SqlValue &value, const SqlType &from, const SqlType &to)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return checkedReal(double(*integer), to);
    if (const auto *decimal = std::get_if<DecimalValue>(&value))
        return checkedReal(doubleOfDecimal(*decimal), to);
    if (const auto *real = std::get_if<double>(&value))
        return checkedReal(*real, to);
    if (const auto *text = std::get_if<QString>(&value))
        return textToFloat(*text, from, to);
    return checkedReal(daysSince1900(std::get<MomentValue>(value)), to);
}

} // namespace

SqlResult<SqlValue> checkedInteger(qint64 value, const SqlType &to)
{
    const auto [low, high] = rangeOf(to.id);
    if (value >= low && value <= high)
        return value;
    if (to.id == TypeId::TinyInt || to.id == TypeId::SmallInt)
        return smallOverflowError(to, QString::number(value));
    return overflowError(to);
}

SqlResult<SqlValue> checkedReal(double value, const SqlType &to)
{
    if (to.id == TypeId::Float)
        return std::isfinite(value) ? SqlResult<SqlValue>(value) : overflowError(to);
    const auto narrow = float(value);
    if (!std::isfinite(narrow))
        return sqlError(232, u"Arithmetic overflow error for type real, value = %1."_s.arg(value, 0, 'f', 6));
    return double(narrow);
}

SqlResult<SqlValue> toNumber(const SqlValue &value, const SqlType &from, const SqlType &to)
{
    if (isInteger(to.id))
        return toInteger(value, from, to);
    if (isDecimal(to.id))
        return toDecimal(value, from, to);
    return isMoney(to.id) ? toMoney(value, from, to) : toFloat(value, from, to);
}

} // namespace tidemark::practice
