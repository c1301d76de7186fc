#include "literals.h"

#include "sqllexer.h"

#include <algorithm>
#include <limits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostDigits = 38;

/// 38 nines
Magnitude largestMagnitude()
{
    Magnitude value = 1;
    for (int i = 0; i < mostDigits; ++i)
        value *= 10;
    return value - 1;
}

int digitCount(Magnitude value)
{
    return value == 0 ? 1 : int(magnitudeText(value).size());
}

SqlResult<VariantValue> moneyLiteral(const Token &token)
{
    constexpr int moneyScale = 4;
    std::optional<DecimalValue> value = parseDecimal(token.text.isEmpty() ? u"0"_s : token.text);
    if (!value)
        return sqlError(293, u"Cannot convert char value to money. The char value has incorrect syntax."_s);
    for (; value->scale < moneyScale; ++value->scale)
        value->magnitude *= 10;
    for (; value->scale > moneyScale; --value->scale)
        value->magnitude = (value->magnitude + (value->scale == moneyScale + 1 ? 5 : 0)) / 10;
    if (value->magnitude > Magnitude(std::numeric_limits<qint64>::max()))
        return sqlError(8115, u"Arithmetic overflow error converting expression to data type money."_s);
    return VariantValue{ { TypeId::Money }, *value };
}

} // namespace

SqlResult<VariantValue> numberLiteral(const Token &token)
{
    if (token.kind == Token::Kind::Money)
        return moneyLiteral(token);
    if (token.kind == Token::Kind::Float) {
        QString text = token.text;
        if (!text.back().isDigit()) // 1e and 1e+ are 1
            text += u'0';
        bool ok = false;
        const double value = text.toDouble(&ok);
        if (!ok)
            return sqlError(168,
                u"The floating point value '%1' is out of the range of computer representation (8 bytes)."_s
                    .arg(token.text),
                token.at.line, 15);
        return VariantValue{ { TypeId::Float }, value };
    }
    if (token.kind == Token::Kind::Integer) {
        bool ok = false;
        const int value = token.text.toInt(&ok);
        if (ok)
            return VariantValue{ { TypeId::Int }, qint64(value) };
    }
    const std::optional<DecimalValue> value = parseDecimal(token.text);
    if (!value)
        return sqlError(1007,
            u"The number '%1' is out of the range for numeric representation (maximum precision 38)."_s.arg(
                token.text),
            token.at.line, 15);
    const int precision = std::max({ digitCount(value->magnitude), value->scale, 1 });
    return VariantValue{ { TypeId::Numeric, 0, precision, value->scale }, *value };
}

bool negateLiteral(SqlValue &value)
{
    if (auto *integer = std::get_if<qint64>(&value))
        *integer = -*integer;
    else if (auto *real = std::get_if<double>(&value))
        *real = -*real;
    else if (auto *decimal = std::get_if<DecimalValue>(&value))
        decimal->negative = decimal->magnitude != 0 && !decimal->negative;
    else
        return false;
    return true;
}

SqlType textLiteralType(const QString &text, bool national)
{
    const int longest = national ? 4000 : 8000;
    const int length = text.size() > longest ? -1 : std::max(1, int(text.size()));
    return { national ? TypeId::NVarChar : TypeId::VarChar, length };
}

QByteArray binaryLiteral(const QString &digits)
{
    return QByteArray::fromHex((digits.size() % 2 == 0 ? digits : u'0' + digits).toLatin1());
}

SqlType binaryLiteralType(const QString &digits)
{
    const qsizetype length = (digits.size() + 1) / 2;
    return { TypeId::VarBinary, length > 8000 ? -1 : std::max(1, int(length)) };
}

std::optional<DecimalValue> parseDecimal(QStringView text)
{
    static const Magnitude largest = largestMagnitude();
    DecimalValue value;
    bool point = false;
    bool any = false;
    for (const QChar c : text) {
        if (c == u'.' && !point) {
            point = true;
            continue;
        }
        if (c < u'0' || c > u'9')
            return std::nullopt;
        any = true;
        if (value.magnitude > largest / 10)
            return std::nullopt;
        value.magnitude = value.magnitude * 10 + Magnitude(c.unicode() - u'0');
        value.scale += point ? 1 : 0;
    }
    if (!any || value.scale > mostDigits)
        return std::nullopt;
    return value;
}

QString magnitudeText(Magnitude magnitude)
{
    char digits[mostDigits + 2];
    char *first = std::end(digits);
    do {
        *--first = char('0' + int(magnitude % 10));
        magnitude /= 10;
    } while (magnitude != 0);
    return QString::fromLatin1(first, std::end(digits) - first);
}

} // namespace tidemark::practice
