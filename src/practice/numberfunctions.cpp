#include "functiontable.h"

#include "conversion.h"
#include "conversionerrors.h"
#include "decimalmath.h"
#include "numberconversion.h"
#include "sqltypetext.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Outcome = SqlResult<SqlValue>;
using Types = std::vector<SqlType>;
using Kind = ParameterKind;

/// The small integers become int.
SqlType asNumber(const Types &types)
{
    if (isInteger(types[0].id) && types[0].id != TypeId::BigInt)
        return { TypeId::Int };
    if (types[0].id == TypeId::SmallMoney)
        return { TypeId::Money };
    return types[0].id == TypeId::Real ? SqlType{ TypeId::Float } : types[0];
}

SqlType asWhole(const Types &types)
{
    SqlType type = asNumber(types);
    if (isDecimal(type.id))
        type.scale = 0;
    return type;
}

SqlType asFloat(const Types &)
{
    return { TypeId::Float };
}

SqlType asGuid(const Types &)
{
    return { TypeId::UniqueIdentifier };
}

SqlType asBit(const Types &)
{
    return { TypeId::Bit };
}

SqlType asVariant(const Types &)
{
    return { TypeId::SqlVariant };
}

/// Applies one of three functions to what the number is.
template <typename Whole, typename Real, typename Decimal>
Outcome applied(const FunctionCall &call, const SqlValue &value, Whole whole, Real real, Decimal decimal)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return checkedInteger(whole(*integer), call.result);
    if (const auto *number = std::get_if<double>(&value))
        return checkedReal(real(*number), call.result);
    const DecimalValue result = decimal(std::get<DecimalValue>(value));
    return convertValue(result, { TypeId::Decimal, 0, 38, result.scale }, call.result);
}

Outcome absolute(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    if (const auto *integer = std::get_if<qint64>(&values[0]); integer != nullptr && *integer == INT64_MIN)
        return overflowError(call.result);
    return applied(
        call, values[0], [](qint64 n) { return n < 0 ? -n : n; }, [](double n) { return std::fabs(n); },
        [](DecimalValue n) {
            n.negative = false;
            return n;
        });
}

Outcome sign(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    return applied(
        call, values[0], [](qint64 n) { return qint64(n > 0) - qint64(n < 0); },
        [](double n) { return double(n > 0) - double(n < 0); },
        [](const DecimalValue &n) {
            return DecimalValue{ n.negative, Magnitude(n.magnitude == 0 ? 0 : 1), 0 };
        });
}

/// The next whole number towards minus or plus infinity.
DecimalValue wholeDecimal(const DecimalValue &value, bool up)
{
    DecimalValue cut = fitDecimal(value, 38, 0, true).value_or(value);
    if (compareDecimals(cut, value) == 0 || value.negative == up)
        return cut;
    ++cut.magnitude;
    cut.negative = value.negative;
    return cut;
}

Outcome floorOf(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    return applied(
        call, values[0], [](qint64 n) { return n; }, [](double n) { return std::floor(n); },
        [](const DecimalValue &n) { return wholeDecimal(n, false); });
}

Outcome ceilingOf(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    return applied(
        call, values[0], [](qint64 n) { return n; }, [](double n) { return std::ceil(n); },
        [](const DecimalValue &n) { return wholeDecimal(n, true); });
}

/// Rounds to digits behind the point, or before it for a negative number of them.
DecimalValue roundedDecimal(const DecimalValue &value, int digits, bool cut)
{
    if (digits >= value.scale)
        return value;
    if (digits >= 0)
        return fitDecimal(value, 38, digits, cut).value_or(value);
    DecimalValue result{ value.negative, value.magnitude, value.scale - digits };
    result = fitDecimal(result, 38, 0, cut).value_or(DecimalValue());
    for (int i = digits; i < 0; ++i)
        result.magnitude *= 10;
    return result;
}

Outcome roundTo(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const auto digits = int(std::clamp<qint64>(std::get<qint64>(values[1]), -38, 38));
    const bool cut = values.size() > 2 && std::get<qint64>(values[2]) != 0;
    if (const auto *number = std::get_if<double>(&values[0])) {
        const double factor = std::pow(10.0, digits);
        return checkedReal(
            (cut ? std::trunc(*number * factor) : std::round(*number * factor)) / factor, call.result);
    }
    const auto *integer = std::get_if<qint64>(&values[0]);
    const DecimalValue value =
        integer != nullptr ? decimalOfInteger(*integer) : std::get<DecimalValue>(values[0]);
    const DecimalValue result = roundedDecimal(value, digits, cut);
    return convertValue(result, { TypeId::Decimal, 0, 38, result.scale }, call.result);
}

Outcome checkedDomain(double value)
{
    if (std::isnan(value) || std::isinf(value))
        return sqlError(3623, u"An invalid floating point operation occurred."_s);
    return value;
}

double number(const SqlRow &values, std::size_t at)
{
    return std::get<double>(values[at]);
}

Outcome squareRoot(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    return checkedDomain(std::sqrt(number(values, 0)));
}

Outcome power(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const Outcome base = convertValue(values[0], call.types[0], { TypeId::Float });
    if (!base)
        return base;
    const Outcome result = checkedDomain(std::pow(std::get<double>(*base), number(values, 1)));
    return result ? convertValue(*result, { TypeId::Float }, call.result) : result;
}

Outcome exponential(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    return checkedDomain(std::exp(number(values, 0)));
}

Outcome logarithm(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    const double value = std::log(number(values, 0));
    return checkedDomain(values.size() > 1 ? value / std::log(number(values, 1)) : value);
}

Outcome pi(const FunctionCall &, const SqlRow &, FunctionContext &)
{
    return M_PI;
}

Outcome newId(const FunctionCall &, const SqlRow &, FunctionContext &)
{
    GuidValue guid;
    std::generate(guid.bytes.begin(), guid.bytes.end(),
        [] { return std::uint8_t(QRandomGenerator::global()->bounded(256)); });
    guid.bytes[6] = std::uint8_t((guid.bytes[6] & 0x0F) | 0x40); // version 4
    guid.bytes[8] = std::uint8_t((guid.bytes[8] & 0x3F) | 0x80);
    return guid;
}

Outcome random(const FunctionCall &, const SqlRow &, FunctionContext &)
{
    return QRandomGenerator::global()->generateDouble();
}

/// BaseType, Precision, Scale, MaxLength, TotalBytes, Collation of what a sql_variant (or any value) holds.
Outcome variantProperty(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    SqlType type = call.types[0];
    if (const auto *variant = std::get_if<std::shared_ptr<const VariantValue>>(&values[0]))
        type = (*variant)->type;
    const QString property = std::get<QString>(values[1]).toLower();
    const auto whole = [](int n) -> SqlValue {
        return std::make_shared<const VariantValue>(VariantValue{ { TypeId::Int }, qint64(n) });
    };
    if (property == u"basetype")
        return std::make_shared<const VariantValue>(
            VariantValue{ { TypeId::NVarChar, 128 }, typeName(type.id) });
    if (property == u"precision")
        return whole(totalDigits(type));
    if (property == u"scale")
        return whole(fractionDigits(type));
    if (property == u"maxlength")
        return whole(maxLength(type));
    return SqlValue();
}

/// A mask is four bytes of zero and then the numbers of the changed columns, four bytes each. NULL means all.
Outcome isColumnInMask(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    if (isNull(values[1]))
        return qint64(1);
    const auto &mask = std::get<QByteArray>(values[1]);
    if (mask.size() < 4 || mask.size() % 4 != 0)
        return sqlError(22101,
            u"The value is not a valid change tracking columns mask; the mask is to be taken from SYS_CHANGE_COLUMNS."_s);
    if (isNull(values[0]))
        return SqlValue();
    for (qsizetype at = 4; at < mask.size(); at += 4) {
        if (qFromLittleEndian<qint32>(mask.constData() + at) == std::get<qint64>(values[0]))
            return qint64(1);
    }
    return qint64(0);
}

} // namespace

std::vector<FunctionEntry> numberFunctions()
{
    return {
        { u"ABS"_s, 1, 1, { Kind::Number }, asNumber, { absolute }, false, {} },
        { u"SIGN"_s, 1, 1, { Kind::Number }, asNumber, { sign }, false, {} },
        { u"FLOOR"_s, 1, 1, { Kind::Number }, asWhole, { floorOf }, false, {} },
        { u"CEILING"_s, 1, 1, { Kind::Number }, asWhole, { ceilingOf }, false, {} },
        { u"ROUND"_s, 2, 3, { Kind::Number, Kind::BigInt, Kind::BigInt }, asNumber, { roundTo }, false, {} },
        { u"SQRT"_s, 1, 1, { Kind::Float }, asFloat, { squareRoot }, false, {} },
        { u"POWER"_s, 2, 2, { Kind::Number, Kind::Float }, asNumber, { power }, false, {} },
        { u"EXP"_s, 1, 1, { Kind::Float }, asFloat, { exponential }, false, {} },
        { u"LOG"_s, 1, 2, { Kind::Float }, asFloat, { logarithm }, false, {} },
        { u"PI"_s, 0, 0, {}, asFloat, { pi }, false, {} },
        { u"RAND"_s, 0, 0, {}, asFloat, { random }, true, {} },
        { u"NEWID"_s, 0, 0, {}, asGuid, { newId }, true, {} },
        { u"NEWSEQUENTIALID"_s, 0, 0, {}, asGuid, { newId }, true, {} },
        { u"SQL_VARIANT_PROPERTY"_s, 2, 2, { Kind::Any, Kind::Name }, asVariant, { variantProperty }, false,
            {} },
        { u"CHANGE_TRACKING_IS_COLUMN_IN_MASK"_s, 2, 2, { Kind::BigInt, Kind::Mask }, asBit,
            { isColumnInMask, false }, false, {} },
    };
}

} // namespace tidemark::practice
