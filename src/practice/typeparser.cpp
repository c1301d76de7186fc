#include "typeparser.h"

#include "sqltypetext.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lengthInCast = 30;
constexpr int mostDigits = 38;
constexpr int finestFraction = 7;

int longest(TypeId id)
{
    return id == TypeId::NChar || id == TypeId::NVarChar ? 4000 : 8000;
}

bool hasLength(TypeId id)
{
    return id == TypeId::Char || id == TypeId::VarChar || id == TypeId::NChar || id == TypeId::NVarChar
        || id == TypeId::Binary || id == TypeId::VarBinary;
}

bool canBeMax(TypeId id)
{
    return id == TypeId::VarChar || id == TypeId::NVarChar || id == TypeId::VarBinary;
}

} // namespace

SqlType TypeParser::type(int ordinal)
{
    const Token start = peek();
    const QString name = typeWord();
    const std::optional<SqlType> standard = typeByName(name);
    if (!standard) {
        if (ordinal == 0)
            fail(243, u"Type %1 is not a defined system type."_s.arg(name), start.at, 16);
        else
            fail(2715,
                u"Column, parameter, or variable #%1: Cannot find data type %2."_s.arg(
                    QString::number(ordinal), name),
                start.at, 16);
        return {};
    }
    SqlType result = *standard;
    const bool isSysname = name.compare(u"sysname"_s, Qt::CaseInsensitive) == 0;
    if (hasLength(result.id) && !isSysname)
        length(result, ordinal);
    else if (isDecimal(result.id))
        precision(result, ordinal);
    else if (result.id == TypeId::Time || result.id == TypeId::DateTime2
        || result.id == TypeId::DateTimeOffset)
        fraction(result);
    else if (result.id == TypeId::Float)
        floatDigits(result);
    return result;
}

/// The name of a type, with those that have several words made one.
QString TypeParser::typeWord()
{
    if (acceptWord(u"NATIONAL")) {
        const bool text = acceptWord(u"TEXT");
        if (text)
            return u"ntext"_s;
        if (!acceptWord(u"CHARACTER"))
            expectWord(u"CHAR");
        return acceptWord(u"VARYING") ? u"nvarchar"_s : u"nchar"_s;
    }
    if (acceptWord(u"DOUBLE")) {
        expectWord(u"PRECISION");
        return u"float"_s;
    }
    QString name = expectName();
    if (isSymbol(u".") && name.compare(u"sys"_s, Qt::CaseInsensitive) == 0) {
        take();
        name = expectName();
    }
    if (acceptWord(u"VARYING")) {
        const bool binary = name.compare(u"binary"_s, Qt::CaseInsensitive) == 0;
        return binary ? u"varbinary"_s : u"varchar"_s;
    }
    return name;
}

void TypeParser::length(SqlType &type, int ordinal)
{
    if (!acceptSymbol(u"(")) {
        type.length = ordinal == 0 ? lengthInCast : 1;
        return;
    }
    if (isWord(u"MAX")) {
        if (!canBeMax(type.id))
            fail();
        take();
        type.length = -1;
    } else {
        const Token number = peek();
        const qint64 value = expectInteger();
        if (!failed() && value < 1)
            fail(1001,
                u"Line %1: Length or precision specification %2 is invalid."_s.arg(
                    QString::number(number.at.line), QString::number(value)),
                number.at);
        if (!failed() && value > longest(type.id))
            fail(131,
                u"The size (%1) given to the type '%2' exceeds the maximum allowed for any data type (%3)."_s
                    .arg(QString::number(value), typeName(type.id), QString::number(longest(type.id))),
                number.at);
        type.length = int(value);
    }
    expectSymbol(u")");
}

void TypeParser::precision(SqlType &type, int ordinal)
{
    if (!acceptSymbol(u"("))
        return;
    const ast::Position at = position();
    const qint64 digits = expectInteger();
    const qint64 scale = acceptSymbol(u",") ? expectInteger() : 0;
    expectSymbol(u")");
    if (failed())
        return;
    if (digits < 1)
        fail(1001,
            u"Line %1: Length or precision specification %2 is invalid."_s.arg(
                QString::number(at.line), QString::number(digits)),
            at);
    else if (digits > mostDigits)
        fail(2750,
            u"Column or parameter #%1: Specified column precision %2 is greater than the maximum precision of 38."_s
                .arg(QString::number(ordinal), QString::number(digits)),
            at, 16);
    else if (scale < 0 || scale > digits)
        fail(2751,
            u"Column or parameter #%1: Specified column scale %2 is greater than the specified precision of %3."_s
                .arg(QString::number(ordinal), QString::number(scale), QString::number(digits)),
            at, 16);
    type.precision = int(digits);
    type.scale = int(scale);
}

void TypeParser::fraction(SqlType &type)
{
    if (!acceptSymbol(u"("))
        return;
    const ast::Position at = position();
    const qint64 digits = expectInteger();
    expectSymbol(u")");
    if (!failed() && (digits < 0 || digits > finestFraction))
        fail(1002,
            u"Line %1: Specified scale %2 is invalid."_s.arg(
                QString::number(at.line), QString::number(digits)),
            at);
    type.scale = int(digits);
}

void TypeParser::floatDigits(SqlType &type)
{
    constexpr int realDigits = 24;
    constexpr int allDigits = 53;
    if (!acceptSymbol(u"("))
        return;
    const ast::Position at = position();
    const qint64 digits = expectInteger();
    expectSymbol(u")");
    if (!failed() && (digits < 1 || digits > allDigits))
        fail(1001,
            u"Line %1: Length or precision specification %2 is invalid."_s.arg(
                QString::number(at.line), QString::number(digits)),
            at);
    if (digits <= realDigits)
        type.id = TypeId::Real;
}

} // namespace tidemark::practice
