#include "sqloperators.h"

#include "clrtypes.h"
#include "collation.h"
#include "conversion.h"
#include "conversionerrors.h"
#include "decimalmath.h"
#include "likepattern.h"
#include "momentconversion.h"
#include "numberconversion.h"
#include "spatialvalue.h"
#include "sqlmoments.h"
#include "sqltypetext.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Outcome = SqlResult<SqlValue>;

Outcome divideByZero()
{
    return sqlError(8134, u"Divide by zero error encountered."_s);
}

Outcome integerOperation(QChar operation, qint64 left, qint64 right, const SqlType &type)
{
    qint64 value = 0;
    bool overflow = false;
    switch (operation.unicode()) {
    case u'+':
        overflow = __builtin_add_overflow(left, right, &value);
        break;
    case u'-':
        overflow = __builtin_sub_overflow(left, right, &value);
        break;
    case u'*':
        overflow = __builtin_mul_overflow(left, right, &value);
        break;
    case u'^':
        return left ^ right;
    default:
        if (right == 0)
            return divideByZero();
        if (right == -1) // the quotient of the smallest number does not fit
            return operation == u'%' ? Outcome(qint64(0)) : integerOperation(u'-', 0, left, type);
        value = operation == u'%' ? left % right : left / right;
        break;
    }
    const Outcome checked = overflow ? overflowError(type) : checkedInteger(value, type);
    return checked || checked.error().number == 8115 ? checked : overflowError(type);
}

Outcome floatOperation(QChar operation, double left, double right, const SqlType &type)
{
    switch (operation.unicode()) {
    case u'+':
        return checkedReal(left + right, type);
    case u'-':
        return checkedReal(left - right, type);
    case u'*':
        return checkedReal(left * right, type);
    default:
        return right == 0 ? divideByZero() : checkedReal(left / right, type);
    }
}

Outcome decimalOperation(
    QChar operation, const DecimalValue &left, const DecimalValue &right, const SqlType &type)
{
    if ((operation == u'/' || operation == u'%') && right.magnitude == 0)
        return divideByZero();
    const SqlType shape = isMoney(type.id) ? SqlType{ TypeId::Decimal, 0, 38, 4 } : type;
    std::optional<DecimalValue> value;
    switch (operation.unicode()) {
    case u'+':
        value = addDecimals(left, right, shape);
        break;
    case u'-': {
        DecimalValue negated = right;
        negated.negative = !negated.negative && negated.magnitude != 0;
        value = addDecimals(left, negated, shape);
        break;
    }
    case u'*':
        value = multiplyDecimals(left, right, shape);
        break;
    case u'/':
        value = divideDecimals(left, right, shape);
        break;
    default:
        value = decimalRemainder(left, right, shape);
        break;
    }
    if (!value)
        return overflowError(type);
    return isMoney(type.id) ? toNumber(*value, shape, type) : Outcome(*value);
}

/// Both count from 1900.
Outcome momentOperation(
    QChar operation, const MomentValue &left, const MomentValue &right, const SqlType &type)
{
    const qint64 base = dayOf1900 * ticksPerDay;
    const qint64 offset = absoluteTicks(right) - base;
    const qint64 ticks = absoluteTicks(left) + (operation == u'-' ? -offset : offset);
    const std::optional<MomentValue> value = momentOfTicks(ticks);
    if (!value)
        return overflowError(type);
    return toMoment(*value, { TypeId::DateTime2, 0, 0, 7 }, type);
}

Outcome operate(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const QChar operation = call.name.front();
    if (isInteger(call.result.id))
        return integerOperation(
            operation, std::get<qint64>(values[0]), std::get<qint64>(values[1]), call.result);
    if (isFloat(call.result.id))
        return floatOperation(
            operation, std::get<double>(values[0]), std::get<double>(values[1]), call.result);
    if (isMoment(call.result.id))
        return momentOperation(
            operation, std::get<MomentValue>(values[0]), std::get<MomentValue>(values[1]), call.result);
    if (isBinary(call.result.id))
        return std::get<QByteArray>(values[0]) + std::get<QByteArray>(values[1]);
    return decimalOperation(
        operation, std::get<DecimalValue>(values[0]), std::get<DecimalValue>(values[1]), call.result);
}

Outcome negate(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    if (const auto *integer = std::get_if<qint64>(&values[0]))
        return integerOperation(u'-', 0, *integer, call.result);
    if (const auto *real = std::get_if<double>(&values[0]))
        return -*real;
    DecimalValue value = std::get<DecimalValue>(values[0]);
    value.negative = !value.negative && value.magnitude != 0;
    return value;
}

Outcome convert(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    return convertValue(values[0], call.types[0], call.result, call.extras[0].toInt());
}

/// A second argument is the style.
Outcome convertWithStyle(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    return convertValue(values[0], call.types[0], call.result, int(std::get<qint64>(values[1])));
}

Outcome tryConvert(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    Outcome value = convertValue(values[0], call.types[0], call.result, call.extras[0].toInt());
    // What can never be converted is an error even here.
    return value || value.error().number == 529 ? value : Outcome(SqlValue());
}

Outcome assign(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    Outcome value = convertValue(values[0], call.types[0], call.result, -1, ConversionKind::Assign);
    if (value || value.error().number != 8152)
        return value;
    const Outcome kept = convertValue(values[0], call.types[0], call.result);
    const QString *text = kept ? std::get_if<QString>(&*kept) : nullptr;
    return sqlError(2628,
        u"String or binary data would be truncated in table '%1', column '%2'. Truncated value: '%3'."_s.arg(
            call.extras[0], call.extras[1], text != nullptr ? text->left(256) : QString()));
}

Outcome like(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const Collation collation = collationByName(call.extras[0]).value_or(Collation());
    const QString escape = values.size() > 2 ? std::get<QString>(values[2]) : QString();
    if (values.size() > 2 && escape.size() != 1)
        return sqlError(
            506, u"The invalid escape character \"%1\" was specified in a LIKE predicate."_s.arg(escape));
    return qint64(matchesLike(std::get<QString>(values[0]), std::get<QString>(values[1]),
        escape.isEmpty() ? QChar() : escape.front(), collation));
}

Outcome average(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const qint64 count = std::get<qint64>(values[1]);
    if (const auto *sum = std::get_if<double>(&values[0]))
        return *sum / double(count);
    const DecimalValue &sum = std::get<DecimalValue>(values[0]);
    const SqlType shape = isDecimal(call.result.id)
        ? call.result
        : SqlType{ TypeId::Decimal, 0, 38, isMoney(call.result.id) ? 4 : 0 };
    const std::optional<DecimalValue> value = divideDecimals(sum, decimalOfInteger(count), shape);
    return value ? toNumber(*value, shape, call.result) : overflowError(call.result);
}

Outcome rows(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const Outcome value = convertValue(values[0], call.types[0], { TypeId::BigInt });
    if (!value)
        return value;
    if (isNull(*value) || std::get<qint64>(*value) < 0)
        return sqlError(1014, u"A TOP or FETCH clause contains an invalid value."_s);
    return value;
}

tl::unexpected<ServerMessage> noMethod(const FunctionCall &call)
{
    return sqlError(6506,
        u"Could not find method '%1' for type '%2' in this server."_s.arg(call.extras[1], call.extras[0]));
}

Outcome method(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const TypeId id = call.types[0].id;
    const QString &name = call.extras[1];
    const bool text =
        name == u"ToString" || (id != TypeId::HierarchyId && (name == u"STAsText" || name == u"AsTextZM"));
    if (!text)
        return noMethod(call);
    const SqlResult<QString> result = clrText(std::get<QByteArray>(values[0]), id);
    return result ? Outcome(*result) : sqlError(result.error());
}

Outcome staticMethod(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const TypeId id = call.result.id;
    const QString &name = call.extras[1];
    if (name == u"GetRoot" && id == TypeId::HierarchyId && values.empty())
        return QByteArray();
    if (name == u"Parse" && values.size() == 1)
        return convertValue(values[0], call.types[0], call.result);
    if (id == TypeId::HierarchyId)
        return noMethod(call);
    if (name == u"Point" && values.size() == 3) {
        SqlRow numbers;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const Outcome number = convertValue(values[i], call.types[i], { TypeId::Float });
            if (!number || isNull(*number))
                return number;
            numbers.push_back(*number);
        }
        SpatialValue point;
        point.rings = { { { std::get<double>(numbers[0]), std::get<double>(numbers[1]) } } };
        if (id == TypeId::Geography) // latitude comes first
            std::swap(point.rings[0][0].x, point.rings[0][0].y);
        point.srid = int(std::get<double>(numbers[2]));
        return point.bytes(id == TypeId::Geography);
    }
    const bool fromText = name == u"STGeomFromText" || name == u"STPointFromText" || name == u"STLineFromText"
        || name == u"STPolyFromText";
    if (!fromText || values.size() != 2)
        return noMethod(call);
    const Outcome text = convertValue(values[0], call.types[0], { TypeId::NVarChar, -1 });
    const Outcome srid = convertValue(values[1], call.types[1], { TypeId::Int });
    if (!text || !srid)
        return text ? srid : text;
    return clrOfText(std::get<QString>(*text), id, int(std::get<qint64>(*srid)));
}

} // namespace

const QHash<QString, FunctionBody> &operatorBodies()
{
    static const QHash<QString, FunctionBody> bodies = { { u"+"_s, { &operate } }, { u"-"_s, { &operate } },
        { u"*"_s, { &operate } }, { u"/"_s, { &operate } }, { u"%"_s, { &operate } },
        { u"^"_s, { &operate } }, { u"negate"_s, { &negate } }, { u"convert"_s, { &convert } },
        { u"style"_s, { &convertWithStyle } }, { u"try"_s, { &tryConvert } }, { u"assign"_s, { &assign } },
        { u"like"_s, { &like } }, { u"average"_s, { &average } }, { u"rows"_s, { &rows, false } },
        { u"method"_s, { &method } }, { u"static"_s, { &staticMethod } } };
    return bodies;
}

} // namespace tidemark::practice
