#include "conversion.h"

#include "binaryconversion.h"
#include "clrtypes.h"
#include "momentconversion.h"
#include "momenttext.h"
#include "numberconversion.h"
#include "sqltypetext.h"
#include "textconversion.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The types of one row of the table of conversions.
enum class Family {
    Number,
    Real,
    Money,
    OldMoment,
    Moment,
    Text,
    LongText,
    Binary,
    Image,
    Guid,
    Xml,
    Variant,
    Clr
};

Family familyOf(TypeId id)
{
    switch (id) {
    case TypeId::Real:
    case TypeId::Float:
        return Family::Real;
    case TypeId::Money:
    case TypeId::SmallMoney:
        return Family::Money;
    case TypeId::DateTime:
    case TypeId::SmallDateTime:
        return Family::OldMoment;
    case TypeId::Date:
    case TypeId::Time:
    case TypeId::DateTime2:
    case TypeId::DateTimeOffset:
        return Family::Moment;
    case TypeId::Text:
    case TypeId::NText:
        return Family::LongText;
    case TypeId::Char:
    case TypeId::VarChar:
    case TypeId::NChar:
    case TypeId::NVarChar:
        return Family::Text;
    case TypeId::Binary:
    case TypeId::VarBinary:
    case TypeId::RowVersion:
        return Family::Binary;
    case TypeId::Image:
        return Family::Image;
    case TypeId::UniqueIdentifier:
        return Family::Guid;
    case TypeId::Xml:
        return Family::Xml;
    case TypeId::SqlVariant:
        return Family::Variant;
    case TypeId::HierarchyId:
    case TypeId::Geometry:
    case TypeId::Geography:
        return Family::Clr;
    default:
        return Family::Number;
    }
}

Convertibility textTo(Family to)
{
    switch (to) {
    case Family::Binary:
    case Family::Image:
        return Convertibility::Explicit;
    default:
        return Convertibility::Implicit;
    }
}

Convertibility numberTo(const SqlType &from, Family family, Family to, TypeId target)
{
    switch (to) {
    case Family::Number:
    case Family::Real:
    case Family::Money:
    case Family::OldMoment:
    case Family::Variant:
        return Convertibility::Implicit;
    case Family::Text:
        return family == Family::Money ? Convertibility::Explicit : Convertibility::Implicit;
    case Family::Binary: // the bytes of decimals and floats are nothing that this server makes
        return isInteger(from.id) && target != TypeId::RowVersion ? Convertibility::Implicit
                                                                  : Convertibility::Never;
    default:
        return Convertibility::Never;
    }
}

Convertibility momentTo(Family from, Family to, const SqlType &fromType, const SqlType &toType)
{
    const bool dateAndTime = (fromType.id == TypeId::Date && toType.id == TypeId::Time)
        || (fromType.id == TypeId::Time && toType.id == TypeId::Date);
    switch (to) {
    case Family::OldMoment:
    case Family::Moment:
        return dateAndTime ? Convertibility::Never : Convertibility::Implicit;
    case Family::Text:
    case Family::Variant:
        return Convertibility::Implicit;
    case Family::Number:
    case Family::Real:
    case Family::Money:
        return from == Family::OldMoment ? Convertibility::Explicit : Convertibility::Never;
    default:
        return Convertibility::Never;
    }
}

Convertibility binaryTo(Family to, TypeId target)
{
    switch (to) {
    case Family::Real:
        return Convertibility::Never;
    case Family::Number:
        return isInteger(target) ? Convertibility::Implicit : Convertibility::Never;
    case Family::OldMoment:
    case Family::Moment:
    case Family::LongText:
    case Family::Xml:
        return Convertibility::Never;
    case Family::Clr:
        return Convertibility::Explicit;
    default:
        return Convertibility::Implicit;
    }
}

/// From a type that converts to its like, perhaps to some more, and to nothing else.
Convertibility narrowTo(Family from, Family to)
{
    if (from == to)
        return Convertibility::Implicit;
    switch (from) {
    case Family::LongText:
        return to == Family::Text || to == Family::Xml ? Convertibility::Implicit : Convertibility::Never;
    case Family::Image:
        return to == Family::Binary ? Convertibility::Implicit : Convertibility::Never;
    case Family::Guid:
        return to == Family::Text || to == Family::Binary || to == Family::Variant ? Convertibility::Implicit
                                                                                   : Convertibility::Never;
    case Family::Xml:
        return to == Family::Text ? Convertibility::Explicit : Convertibility::Never;
    default: // CLR types
        return to == Family::Text || to == Family::Binary ? Convertibility::Explicit : Convertibility::Never;
    }
}

tl::unexpected<ServerMessage> noConversion(const SqlType &from, const SqlType &to)
{
    return sqlError(529,
        u"Explicit conversion from data type %1 to %2 is not allowed."_s.arg(
            typeName(from.id), typeName(to.id)));
}

SqlResult<SqlValue> toClr(const SqlValue &value, const SqlType &to)
{
    if (const auto *text = std::get_if<QString>(&value))
        return clrOfText(*text, to.id, defaultSpatialReference(to.id));
    return value;
}

SqlResult<SqlValue> toVariant(const SqlValue &value, const SqlType &from)
{
    return std::make_shared<const VariantValue>(VariantValue{ from, value });
}

SqlResult<SqlValue> toMomentFrom(const SqlValue &value, const SqlType &from, const SqlType &to, int style)
{
    if (const auto *moment = std::get_if<MomentValue>(&value))
        return toMoment(*moment, from, to);
    if (const auto *text = std::get_if<QString>(&value))
        return momentOfText(*text, from, to, style);
    const SqlResult<SqlValue> days = toNumber(value, from, { TypeId::Float });
    return days ? momentOfDays(std::get<double>(*days), from, to) : days;
}

} // namespace

Convertibility convertibility(const SqlType &from, const SqlType &to)
{
    const Family source = familyOf(from.id);
    const Family target = familyOf(to.id);
    if (source == Family::Clr && target == Family::Clr)
        return from.id == to.id ? Convertibility::Implicit : Convertibility::Never;
    if (source == Family::Variant)
        return target == Family::Variant ? Convertibility::Implicit
            : target == Family::LongText || target == Family::Image || target == Family::Xml
                || target == Family::Clr
            ? Convertibility::Never
            : Convertibility::Explicit;
    if (target == Family::Variant && (from.isMax() || from.id == TypeId::RowVersion))
        return Convertibility::Never;
    switch (source) {
    case Family::Number:
    case Family::Real:
    case Family::Money:
        return numberTo(from, source, target, to.id);
    case Family::OldMoment:
    case Family::Moment:
        return momentTo(source, target, from, to);
    case Family::Text:
        return textTo(target);
    case Family::Binary:
        return binaryTo(target, to.id);
    default:
        return narrowTo(source, target);
    }
}

SqlResult<SqlValue> convertValue(
    const SqlValue &value, const SqlType &from, const SqlType &to, int style, ConversionKind kind)
{
    if (isNull(value))
        return SqlValue();
    if (to.id == TypeId::SqlVariant)
        return from.id == TypeId::SqlVariant ? SqlResult<SqlValue>(value) : toVariant(value, from);
    if (const auto *variant = std::get_if<std::shared_ptr<const VariantValue>>(&value))
        return convertValue((*variant)->value, (*variant)->type, to, style, kind);
    if (convertibility(from, to) == Convertibility::Never)
        return noConversion(from, to);
    if (isNumber(to.id))
        return toNumber(value, from, to);
    if (isMoment(to.id))
        return toMomentFrom(value, from, to, style);
    if (isBinary(to.id))
        return toBinary(value, from, to, style, kind);
    if (to.id == TypeId::UniqueIdentifier)
        return toGuid(value, from, to);
    if (isClr(to.id))
        return toClr(value, to);
    return toText(value, from, to, style, kind);
}

} // namespace tidemark::practice
