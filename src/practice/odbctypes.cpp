#include "odbctypes.h"

#include "sqltypetext.h"
#include "typecatalog.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int udtCode = -151;
constexpr int longBytes = 2147483647;

/// The type that a client of that age can read instead.
SqlType shownAs(const SqlType &type, ClientAge age)
{
    const bool isNewMoment =
        isMoment(type.id) && type.id != TypeId::DateTime && type.id != TypeId::SmallDateTime;
    if (isNewMoment && age < ClientAge::V100)
        return { TypeId::NVarChar, totalDigits(type) };
    if (age > ClientAge::V80)
        return type;
    if (type.id == TypeId::Xml)
        return { TypeId::NText };
    if (type.id == TypeId::HierarchyId)
        return { TypeId::VarBinary, maxLength(type) };
    if (!type.isMax() && !isClr(type.id))
        return type;
    return { isUnicode(type.id) ? TypeId::NText : isText(type.id) ? TypeId::Text : TypeId::Image };
}

OdbcCodes codesOf(const SqlType &type, int odbcVersion)
{
    if (isClr(type.id))
        return { udtCode, udtCode, {}, {} };
    return TypeCatalog::codes(typeName(type.id), odbcVersion);
}

void measureMoment(const SqlType &type, OdbcType &result)
{
    result.precision = totalDigits(type);
    result.length = type.id == TypeId::Date ? 6
        : type.id == TypeId::Time           ? 10
        : type.id == TypeId::DateTimeOffset ? 20
                                            : 16;
    if (type.id != TypeId::Date)
        result.scale = fractionDigits(type);
}

void measureNumber(const SqlType &type, OdbcType &result)
{
    result.precision = totalDigits(type);
    result.length = maxLength(type);
    if (isDecimal(type.id) || isMoney(type.id))
        result.length = result.precision + 2; // as text: a sign and a point
    if (!isFloat(type.id) && type.id != TypeId::Bit)
        result.scale = fractionDigits(type);
}

/// Lengths of 0 mean that there is no limit.
void measureBytes(const SqlType &type, OdbcType &result)
{
    const int bytes = maxLength(type);
    if (type.id == TypeId::Text || type.id == TypeId::Image)
        result.precision = result.length = longBytes;
    else if (type.id == TypeId::NText)
        result.precision = (result.length = longBytes - 1) / 2;
    else if (bytes > 0)
        result.precision = (result.length = bytes) / (isUnicode(type.id) ? 2 : 1);
    result.octets = result.length;
}

void measure(const SqlType &type, OdbcType &result)
{
    if (isMoment(type.id))
        return measureMoment(type, result);
    if (isNumber(type.id))
        return measureNumber(type, result);
    if (type.id == TypeId::UniqueIdentifier) {
        result.precision = 36;
        result.length = 16;
    } else if (type.id == TypeId::SqlVariant) {
        result.precision = result.length = 8000;
    } else {
        measureBytes(type, result);
    }
}

/// Some types have one number where NULL is allowed and another where it is not.
int wireType(TypeId id, bool nullable)
{
    switch (id) {
    case TypeId::Bit:
        return 50;
    case TypeId::TinyInt:
        return nullable ? 38 : 48;
    case TypeId::SmallInt:
        return nullable ? 38 : 52;
    case TypeId::Int:
        return nullable ? 38 : 56;
    case TypeId::BigInt:
        return nullable ? 108 : 63;
    case TypeId::Decimal:
        return nullable ? 106 : 55;
    case TypeId::Numeric:
        return nullable ? 108 : 63;
    case TypeId::Money:
        return nullable ? 110 : 60;
    case TypeId::SmallMoney:
        return nullable ? 110 : 122;
    case TypeId::Real:
        return nullable ? 109 : 59;
    case TypeId::Float:
        return nullable ? 109 : 62;
    case TypeId::DateTime:
        return nullable ? 111 : 61;
    case TypeId::SmallDateTime:
        return nullable ? 111 : 58;
    case TypeId::Char:
    case TypeId::NChar:
        return nullable ? 39 : 47;
    case TypeId::VarChar:
    case TypeId::NVarChar:
    case TypeId::SqlVariant:
        return 39;
    case TypeId::Binary:
    case TypeId::RowVersion:
        return nullable ? 37 : 45;
    case TypeId::VarBinary:
    case TypeId::UniqueIdentifier:
        return 37;
    case TypeId::Text:
    case TypeId::NText:
        return 35;
    case TypeId::Image:
        return 34;
    case TypeId::Date:
    case TypeId::Time:
    case TypeId::DateTime2:
    case TypeId::DateTimeOffset:
    case TypeId::Xml:
    case TypeId::HierarchyId:
    case TypeId::Geometry:
    case TypeId::Geography:
        break;
    }
    return 0;
}

QString nameOf(const SqlType &type, const SqlType &shown, bool identity)
{
    QString name = typeName(type.isMax() ? shown.id : type.id);
    if (!identity)
        return name;
    return name + (isDecimal(type.id) ? u"() identity"_s : u" identity"_s);
}

} // namespace

OdbcType odbcType(const SqlType &type, bool nullable, bool identity, ClientAge age, int odbcVersion)
{
    const SqlType shown = shownAs(type, age);
    OdbcType result;
    result.name = nameOf(type, shown, identity);
    result.codes = codesOf(shown, odbcVersion);
    result.wireType = wireType(type.id, nullable);
    measure(shown, result);
    return result;
}

} // namespace tidemark::practice
