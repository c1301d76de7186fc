#include "expressiontype.h"

#include "sqltypetext.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostDigits = 38;
constexpr int keptScale = 6; // what a division or multiplication keeps behind the point

/// From the highest precedence to the lowest.
constexpr std::array<TypeId, 33> order{ TypeId::HierarchyId, TypeId::Geometry, TypeId::Geography,
    TypeId::SqlVariant, TypeId::Xml, TypeId::DateTimeOffset, TypeId::DateTime2, TypeId::DateTime,
    TypeId::SmallDateTime, TypeId::Date, TypeId::Time, TypeId::Float, TypeId::Real, TypeId::Decimal,
    TypeId::Numeric, TypeId::Money, TypeId::SmallMoney, TypeId::BigInt, TypeId::Int, TypeId::SmallInt,
    TypeId::TinyInt, TypeId::Bit, TypeId::NText, TypeId::Text, TypeId::Image, TypeId::RowVersion,
    TypeId::UniqueIdentifier, TypeId::NVarChar, TypeId::NChar, TypeId::VarChar, TypeId::Char,
    TypeId::VarBinary, TypeId::Binary };

bool ranksAbove(TypeId left, TypeId right)
{
    return std::find(order.begin(), order.end(), left) < std::find(order.begin(), order.end(), right);
}

bool hasLength(TypeId id)
{
    return (isText(id) && id != TypeId::Text && id != TypeId::NText) || id == TypeId::Binary
        || id == TypeId::VarBinary;
}

int longerOf(int left, int right)
{
    return left == -1 || right == -1 ? -1 : std::max(left, right);
}

/// The winner, long enough for both.
SqlType commonLength(const SqlType &winner, const SqlType &loser)
{
    SqlType result = winner;
    if (!hasLength(winner.id) || !hasLength(loser.id))
        return result;
    result.length = longerOf(winner.length, loser.length);
    if (result.length == -1)
        return asVarying(result, -1);
    result.length = std::min(result.length, longestLength(result));
    const bool fixed = winner.id == TypeId::Char || winner.id == TypeId::NChar || winner.id == TypeId::Binary;
    const bool loserFixed =
        loser.id == TypeId::Char || loser.id == TypeId::NChar || loser.id == TypeId::Binary;
    return fixed && !loserFixed ? asVarying(result, result.length) : result;
}

SqlType commonDecimal(const SqlType &left, const SqlType &right)
{
    const SqlType a = asDecimal(left);
    const SqlType b = asDecimal(right);
    const int scale = std::max(a.scale, b.scale);
    const int whole = std::max(a.precision - a.scale, b.precision - b.scale);
    const int precision = std::min(whole + scale, mostDigits);
    SqlType result = isDecimal(left.id) ? left : right;
    result.precision = precision;
    result.scale = std::max(0, std::min(scale, mostDigits - whole));
    return result;
}

SqlType commonMoment(const SqlType &winner, const SqlType &loser)
{
    constexpr int finest = 7;
    SqlType result = winner;
    if (winner.id == TypeId::DateTime2 || winner.id == TypeId::DateTimeOffset || winner.id == TypeId::Time) {
        const bool old = loser.id == TypeId::DateTime;
        result.scale = std::max(winner.scale, old ? finest : loser.scale);
    }
    return result;
}

tl::unexpected<ServerMessage> incompatible(
    const SqlType &left, const SqlType &right, const QString &operation)
{
    return sqlError(402,
        u"The data types %1 and %2 are incompatible in the %3 operator."_s.arg(
            typeName(left.id), typeName(right.id), operation));
}

/// 38 digits at most: the whole part has the right of way, but six decimals are kept.
SqlType limited(SqlType type, bool keepsSome)
{
    if (type.precision <= mostDigits)
        return type;
    const int whole = type.precision - type.scale;
    const int least = keepsSome ? std::min(type.scale, keptScale) : 0;
    type.scale = std::max({ std::min(type.scale, mostDigits - whole), least, 0 });
    type.precision = mostDigits;
    return type;
}

SqlType decimalResult(QChar operation, const SqlType &left, const SqlType &right)
{
    const SqlType a = asDecimal(left);
    const SqlType b = asDecimal(right);
    SqlType result{ TypeId::Numeric };
    if (left.id == TypeId::Decimal || right.id == TypeId::Decimal)
        result.id = TypeId::Decimal;
    const int whole = std::max(a.precision - a.scale, b.precision - b.scale);
    switch (operation.unicode()) {
    case u'*':
        result.scale = a.scale + b.scale;
        result.precision = a.precision + b.precision + 1;
        return limited(result, true);
    case u'/':
        result.scale = std::max(keptScale, a.scale + b.precision + 1);
        result.precision = a.precision - a.scale + b.scale + result.scale;
        return limited(result, true);
    case u'%':
        result.scale = std::max(a.scale, b.scale);
        result.precision = std::min(a.precision - a.scale, b.precision - b.scale) + result.scale;
        return limited(result, false);
    default:
        result.scale = std::max(a.scale, b.scale);
        result.precision = whole + result.scale + 1;
        if (result.precision > mostDigits)
            result.scale = std::max(0, std::min(result.scale, mostDigits - whole));
        result.precision = std::min(result.precision, mostDigits);
        return result;
    }
}

bool takesArithmetic(TypeId id)
{
    return isNumber(id) || isText(id) || id == TypeId::DateTime || id == TypeId::SmallDateTime;
}

SqlResult<SqlType> momentArithmetic(QChar operation, const SqlType &left, const SqlType &right)
{
    const TypeId result = ranksAbove(left.id, right.id) ? left.id : right.id;
    if (operation == u'+' || operation == u'-')
        return SqlType{ result };
    return sqlError(8117,
        u"Operand data type %1 is invalid for %2 operator."_s.arg(
            typeName(result), operationName(operation)));
}

} // namespace

SqlResult<SqlType> commonType(const SqlType &left, const SqlType &right)
{
    if (left == right)
        return left;
    if ((isDecimal(left.id) || isDecimal(right.id)) && asDecimal(left).precision > 0
        && asDecimal(right).precision > 0)
        return commonDecimal(left, right);
    const bool leftWins = left.id == right.id || ranksAbove(left.id, right.id);
    const SqlType &winner = leftWins ? left : right;
    const SqlType &loser = leftWins ? right : left;
    const bool clr = isClr(winner.id) && loser.id != winner.id;
    const bool dateAndTime = winner.id == TypeId::Date && loser.id == TypeId::Time;
    if (clr || dateAndTime)
        return sqlError(206,
            u"Operand type clash: %1 is incompatible with %2"_s.arg(typeName(left.id), typeName(right.id)));
    if (isMoment(winner.id) && isMoment(loser.id))
        return commonMoment(winner, loser);
    return commonLength(winner, loser);
}

SqlResult<SqlType> arithmeticType(QChar operation, const SqlType &left, const SqlType &right)
{
    const bool joins = operation == u'+'
        && ((isText(left.id) && isText(right.id)) || (isBinary(left.id) && isBinary(right.id)));
    if (joins) {
        if (!hasLength(left.id) || !hasLength(right.id))
            return incompatible(left, right, u"add"_s);
        return sumOfLengths(left, right);
    }
    const QString name = operationName(operation);
    for (const SqlType &type : { left, right }) {
        if (!takesArithmetic(type.id) && !(isBinary(type.id) && type.id != TypeId::Image))
            return sqlError(
                8117, u"Operand data type %1 is invalid for %2 operator."_s.arg(typeName(type.id), name));
    }
    if (isMoment(left.id) || isMoment(right.id))
        return momentArithmetic(operation, left, right);
    if (!isNumber(left.id) && !isNumber(right.id))
        return isText(left.id) && isText(right.id) ? sqlError(
                   8117, u"Operand data type %1 is invalid for %2 operator."_s.arg(typeName(left.id), name))
                                                   : incompatible(left, right, name);
    if (isFloat(left.id) || isFloat(right.id) || !(isDecimal(left.id) || isDecimal(right.id))) {
        const SqlType winner = ranksAbove(left.id, right.id) ? left : right;
        if (winner.id == TypeId::Bit)
            return sqlError(8117, u"Operand data type bit is invalid for %1 operator."_s.arg(name));
        return winner;
    }
    return decimalResult(operation, isNumber(left.id) ? left : right, isNumber(right.id) ? right : left);
}

SqlType asDecimal(const SqlType &type)
{
    const auto decimal = [](int precision, int scale) {
        return SqlType{ TypeId::Decimal, 0, precision, scale };
    };
    switch (type.id) {
    case TypeId::Bit:
        return decimal(1, 0);
    case TypeId::TinyInt:
        return decimal(3, 0);
    case TypeId::SmallInt:
        return decimal(5, 0);
    case TypeId::Int:
        return decimal(10, 0);
    case TypeId::BigInt:
        return decimal(19, 0);
    case TypeId::Money:
        return decimal(19, 4);
    case TypeId::SmallMoney:
        return decimal(10, 4);
    case TypeId::Decimal:
    case TypeId::Numeric:
        return type;
    default:
        return { type.id, type.length, 0, type.scale, type.utf8 };
    }
}

SqlType asVarying(const SqlType &type, int length)
{
    const TypeId id = isBinary(type.id) ? TypeId::VarBinary
        : isUnicode(type.id)            ? TypeId::NVarChar
                                        : TypeId::VarChar;
    return { id, length, 0, 0, type.utf8 };
}

int longestLength(const SqlType &type)
{
    return isUnicode(type.id) ? 4000 : 8000;
}

SqlType widestType(const SqlType &type)
{
    constexpr int widestTime = 7;
    if (isDecimal(type.id))
        return { TypeId::Numeric, 0, 38, 19 };
    if (isText(type.id) || isBinary(type.id))
        return type.isMax() ? type : asVarying(type, longestLength(type));
    SqlType result = type;
    if (isMoment(type.id) && type.id != TypeId::Date && type.id != TypeId::DateTime
        && type.id != TypeId::SmallDateTime)
        result.scale = widestTime;
    return result;
}

SqlType sumOfLengths(const SqlType &left, const SqlType &right)
{
    const bool wide = isUnicode(left.id) || isUnicode(right.id);
    SqlType result = asVarying(wide && !isUnicode(left.id) ? right : left, 0);
    result.length =
        left.isMax() || right.isMax() ? -1 : std::min(left.length + right.length, longestLength(result));
    return result;
}

QString operationName(const QString &operation)
{
    static const QHash<QString, QString> names = { { u"+"_s, u"add"_s }, { u"-"_s, u"subtract"_s },
        { u"*"_s, u"multiply"_s }, { u"/"_s, u"divide"_s }, { u"%"_s, u"modulo"_s }, { u"&"_s, u"'&'"_s },
        { u"|"_s, u"'|'"_s }, { u"^"_s, u"'^'"_s }, { u"="_s, u"equal to"_s }, { u"<>"_s, u"not equal to"_s },
        { u"<"_s, u"less than"_s }, { u">"_s, u"greater than"_s }, { u"<="_s, u"less than or equal to"_s },
        { u">="_s, u"greater than or equal to"_s } };
    return names.value(operation, operation);
}

} // namespace tidemark::practice
