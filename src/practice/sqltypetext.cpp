#include "sqltypetext.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TypeFact {
    TypeId id;
    const char *name;
    SqlType standard; // of a declaration without length, precision and scale
};

constexpr TypeFact facts[] = {
    { TypeId::Bit, "bit", { TypeId::Bit } },
    { TypeId::TinyInt, "tinyint", { TypeId::TinyInt } },
    { TypeId::SmallInt, "smallint", { TypeId::SmallInt } },
    { TypeId::Int, "int", { TypeId::Int } },
    { TypeId::BigInt, "bigint", { TypeId::BigInt } },
    { TypeId::Decimal, "decimal", { TypeId::Decimal, 0, 18, 0 } },
    { TypeId::Numeric, "numeric", { TypeId::Numeric, 0, 18, 0 } },
    { TypeId::Money, "money", { TypeId::Money } },
    { TypeId::SmallMoney, "smallmoney", { TypeId::SmallMoney } },
    { TypeId::Real, "real", { TypeId::Real } },
    { TypeId::Float, "float", { TypeId::Float } },
    { TypeId::Date, "date", { TypeId::Date } },
    { TypeId::Time, "time", { TypeId::Time, 0, 0, 7 } },
    { TypeId::DateTime, "datetime", { TypeId::DateTime } },
    { TypeId::SmallDateTime, "smalldatetime", { TypeId::SmallDateTime } },
    { TypeId::DateTime2, "datetime2", { TypeId::DateTime2, 0, 0, 7 } },
    { TypeId::DateTimeOffset, "datetimeoffset", { TypeId::DateTimeOffset, 0, 0, 7 } },
    { TypeId::Char, "char", { TypeId::Char, 1 } },
    { TypeId::VarChar, "varchar", { TypeId::VarChar, 1 } },
    { TypeId::Text, "text", { TypeId::Text } },
    { TypeId::NChar, "nchar", { TypeId::NChar, 1 } },
    { TypeId::NVarChar, "nvarchar", { TypeId::NVarChar, 1 } },
    { TypeId::NText, "ntext", { TypeId::NText } },
    { TypeId::Binary, "binary", { TypeId::Binary, 1 } },
    { TypeId::VarBinary, "varbinary", { TypeId::VarBinary, 1 } },
    { TypeId::Image, "image", { TypeId::Image } },
    { TypeId::RowVersion, "timestamp", { TypeId::RowVersion } },
    { TypeId::UniqueIdentifier, "uniqueidentifier", { TypeId::UniqueIdentifier } },
    { TypeId::Xml, "xml", { TypeId::Xml } },
    { TypeId::SqlVariant, "sql_variant", { TypeId::SqlVariant } },
    { TypeId::HierarchyId, "hierarchyid", { TypeId::HierarchyId } },
    { TypeId::Geometry, "geometry", { TypeId::Geometry } },
    { TypeId::Geography, "geography", { TypeId::Geography } },
};

const QHash<QString, SqlType> &synonyms()
{
    static const QHash<QString, SqlType> types = {
        { u"rowversion"_s, { TypeId::RowVersion } },
        { u"integer"_s, { TypeId::Int } },
        { u"dec"_s, { TypeId::Decimal, 0, 18, 0 } },
        { u"sysname"_s, { TypeId::NVarChar, 128 } },
        { u"character"_s, { TypeId::Char, 1 } },
    };
    return types;
}

QString bracketed(const QString &name, int length)
{
    return name + u'(' + (length == -1 ? u"max"_s : QString::number(length)) + u')';
}

int timeDigits(const SqlType &type)
{
    return type.scale == 0 ? 0 : type.scale + 1; // with the point
}

} // namespace

QString typeName(TypeId id)
{
    const auto *fact =
        std::find_if(std::begin(facts), std::end(facts), [id](const TypeFact &f) { return f.id == id; });
    return QString::fromLatin1(fact->name);
}

QString typeText(const SqlType &type)
{
    const QString name = typeName(type.id);
    switch (type.id) {
    case TypeId::Decimal:
    case TypeId::Numeric:
        return name + u'(' + QString::number(type.precision) + u',' + QString::number(type.scale) + u')';
    case TypeId::Time:
    case TypeId::DateTime2:
    case TypeId::DateTimeOffset:
        return bracketed(name, type.scale);
    case TypeId::Char:
    case TypeId::VarChar:
    case TypeId::NChar:
    case TypeId::NVarChar:
    case TypeId::Binary:
    case TypeId::VarBinary:
        return bracketed(name, type.length);
    default:
        return name;
    }
}

std::optional<SqlType> typeByName(const QString &name)
{
    const QString lower = name.toLower();
    for (const TypeFact &fact : facts) {
        if (lower == QLatin1StringView(fact.name))
            return fact.standard;
    }
    if (const auto it = synonyms().constFind(lower); it != synonyms().cend())
        return *it;
    return std::nullopt;
}

bool isInteger(TypeId id)
{
    return id >= TypeId::Bit && id <= TypeId::BigInt;
}

bool isDecimal(TypeId id)
{
    return id == TypeId::Decimal || id == TypeId::Numeric;
}

bool isMoney(TypeId id)
{
    return id == TypeId::Money || id == TypeId::SmallMoney;
}

bool isFloat(TypeId id)
{
    return id == TypeId::Real || id == TypeId::Float;
}

bool isNumber(TypeId id)
{
    return id >= TypeId::Bit && id <= TypeId::Float;
}

bool isMoment(TypeId id)
{
    return id >= TypeId::Date && id <= TypeId::DateTimeOffset;
}

bool isText(TypeId id)
{
    return id >= TypeId::Char && id <= TypeId::NText;
}

bool isUnicode(TypeId id)
{
    return (id >= TypeId::NChar && id <= TypeId::NText) || id == TypeId::Xml;
}

bool isBinary(TypeId id)
{
    return id >= TypeId::Binary && id <= TypeId::RowVersion;
}

bool isClr(TypeId id)
{
    return id >= TypeId::HierarchyId;
}

namespace {

int timeBytes(int scale)
{
    return scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
}

int decimalBytes(int precision)
{
    return precision <= 9 ? 5 : precision <= 19 ? 9 : precision <= 28 ? 13 : 17;
}

} // namespace

int maxLength(const SqlType &type)
{
    switch (type.id) {
    case TypeId::Bit:
    case TypeId::TinyInt:
        return 1;
    case TypeId::SmallInt:
        return 2;
    case TypeId::Int:
    case TypeId::SmallMoney:
    case TypeId::Real:
    case TypeId::SmallDateTime:
        return 4;
    case TypeId::BigInt:
    case TypeId::Money:
    case TypeId::Float:
    case TypeId::DateTime:
    case TypeId::RowVersion:
        return 8;
    case TypeId::Decimal:
    case TypeId::Numeric:
        return decimalBytes(type.precision);
    case TypeId::Date:
        return 3;
    case TypeId::Time:
        return timeBytes(type.scale);
    case TypeId::DateTime2:
        return timeBytes(type.scale) + 3;
    case TypeId::DateTimeOffset:
        return timeBytes(type.scale) + 5;
    case TypeId::Char:
    case TypeId::VarChar:
    case TypeId::Binary:
    case TypeId::VarBinary:
        return type.length;
    case TypeId::NChar:
    case TypeId::NVarChar:
        return type.isMax() ? -1 : 2 * type.length;
    case TypeId::Text:
    case TypeId::NText:
    case TypeId::Image:
    case TypeId::UniqueIdentifier:
        return 16;
    case TypeId::SqlVariant:
        return 8016;
    case TypeId::HierarchyId:
        return 892;
    case TypeId::Xml:
    case TypeId::Geometry:
    case TypeId::Geography:
        return -1;
    }
    return 0;
}

int totalDigits(const SqlType &type)
{
    switch (type.id) {
    case TypeId::Bit:
        return 1;
    case TypeId::TinyInt:
        return 3;
    case TypeId::SmallInt:
        return 5;
    case TypeId::Int:
    case TypeId::SmallMoney:
    case TypeId::Date:
        return 10;
    case TypeId::BigInt:
    case TypeId::Money:
        return 19;
    case TypeId::Decimal:
    case TypeId::Numeric:
        return type.precision;
    case TypeId::Real:
        return 24;
    case TypeId::Float:
        return 53;
    case TypeId::DateTime:
        return 23;
    case TypeId::SmallDateTime:
        return 16;
    case TypeId::Time:
        return 8 + timeDigits(type);
    case TypeId::DateTime2:
        return 19 + timeDigits(type);
    case TypeId::DateTimeOffset:
        return 26 + timeDigits(type);
    default:
        return 0;
    }
}

int fractionDigits(const SqlType &type)
{
    switch (type.id) {
    case TypeId::Money:
    case TypeId::SmallMoney:
        return 4;
    case TypeId::DateTime:
        return 3;
    default:
        return type.scale;
    }
}

} // namespace tidemark::practice
