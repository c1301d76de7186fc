#include "typedexpression.h"

#include "conversion.h"
#include "functioncall.h"
#include "momenttext.h"
#include "sqltypetext.h"
#include "storedvalue.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

int lengthRank(const SqlType &type)
{
    return type.isMax() || type.id == TypeId::Text || type.id == TypeId::NText || type.id == TypeId::Image
        ? std::numeric_limits<int>::max()
        : type.length;
}

bool isVarying(TypeId id)
{
    return id == TypeId::VarChar || id == TypeId::NVarChar || id == TypeId::VarBinary || id == TypeId::Text
        || id == TypeId::NText || id == TypeId::Image;
}

/// Whether every stored value of `from` is one of `to` as it lies.
bool sameStored(const SqlType &from, const SqlType &to)
{
    if (from == to)
        return true;
    if (isInteger(from.id) && isInteger(to.id))
        return from.id <= to.id && to.id != TypeId::Bit;
    if (isText(from.id) && isText(to.id)) {
        const bool keepsCharacters = isUnicode(to.id) || (!isUnicode(from.id) && from.utf8 == to.utf8);
        return keepsCharacters && isVarying(to.id) && lengthRank(from) <= lengthRank(to);
    }
    if (isBinary(from.id) && isBinary(to.id)) {
        const int size = from.id == TypeId::RowVersion ? 8 : lengthRank(from);
        return size <= lengthRank(to) && isVarying(to.id);
    }
    if (isDecimal(from.id) && isDecimal(to.id))
        return from.scale == to.scale && from.precision <= to.precision
            && (from.precision <= 18) == (to.precision <= 18);
    if (from.id == TypeId::SmallMoney || from.id == TypeId::Real)
        return to.id == (isMoney(from.id) ? TypeId::Money : TypeId::Float);
    if (from.id == to.id && isMoment(from.id))
        return from.scale <= to.scale;
    return from.id == TypeId::SmallDateTime && (to.id == TypeId::DateTime || to.id == TypeId::DateTime2);
}

QString clashText(const SqlType &from, const SqlType &to)
{
    return u"Operand type clash: %1 is incompatible with %2"_s.arg(typeName(from.id), typeName(to.id));
}

/// False, with the message, where `from` does not become `to` by itself.
bool isImplicit(
    Translation &translation, const TypedExpression &value, const SqlType &to, const ast::Position &at)
{
    if (value.isNullWord)
        return true;
    switch (convertibility(value.type, to)) {
    case Convertibility::Implicit:
        return true;
    case Convertibility::Explicit:
        translation.fail(257,
            u"Implicit conversion from data type %1 to %2 is not allowed. Use the CONVERT function to run "
            u"this "
            "query."_s.arg(typeName(value.type.id), typeName(to.id)),
            at);
        return false;
    case Convertibility::Never:
        translation.fail(206, clashText(value.type, to), at);
        break;
    }
    return false;
}

TypedExpression withType(const TypedExpression &value, const SqlType &to)
{
    TypedExpression result = value;
    result.type = to;
    if (!(isText(to.id) && isText(value.type.id)))
        result.collationRank = 0;
    return result;
}

TypedExpression viaCall(
    const TypedExpression &value, const QString &name, const SqlType &to, const QStringList &extras)
{
    TypedExpression result = withType(value, to);
    result.sql = callText(name, to, { value }, extras);
    result.literal.reset();
    result.identity = false;
    return result;
}

/// The constant in its new type, unless it cannot be converted: that is said when the statement runs.
std::optional<TypedExpression> folded(
    const TypedExpression &value, const SqlType &to, int style, ConversionKind kind)
{
    if (!value.literal)
        return std::nullopt;
    const SqlResult<SqlValue> constant = convertValue(*value.literal, value.type, to, style, kind);
    if (!constant)
        return std::nullopt;
    TypedExpression result = withType(value, to);
    result.literal = *constant;
    result.sql = storedLiteral(*constant, to);
    return result;
}

} // namespace

QString TypedExpression::comparable() const
{
    if (isText(type.id))
        return sql + u" COLLATE "_s + sqliteCollation(collation);
    // Equal instants with different offsets are equal.
    return type.id == TypeId::DateTimeOffset ? u"substr("_s + sql + u", 1, 8)"_s : sql;
}

TypedExpression literalExpression(const SqlValue &value, const SqlType &type, const Collation &collation)
{
    TypedExpression result;
    result.type = type;
    result.collation = collation;
    result.literal = value;
    result.nullable = practice::isNull(value);
    result.sql = storedLiteral(value, type);
    return result;
}

QString callText(const QString &name, const SqlType &result, const std::vector<TypedExpression> &arguments,
    const QStringList &extras, bool isVolatile)
{
    FunctionCall call{ name, result, {}, extras };
    QString list;
    for (const TypedExpression &argument : arguments) {
        call.types.push_back(argument.type);
        list += u", "_s + argument.sql;
    }
    return (isVolatile ? u"tsv('"_s : u"ts('"_s) + call.signature().replace(u'\'', u"''"_s) + u'\'' + list
        + u')';
}

TypedExpression converted(
    Translation &translation, const TypedExpression &value, const SqlType &to, const ast::Position &at)
{
    translation.suggestType(value.undeclared, to);
    if (!isImplicit(translation, value, to, at))
        return withType(value, to);
    if (value.isNullWord || sameStored(value.type, to))
        return withType(value, to);
    if (const auto constant = folded(value, to, defaultStyle, ConversionKind::Cast))
        return *constant;
    return viaCall(value, u"convert"_s, to, { QString::number(defaultStyle) });
}

TypedExpression cast(Translation &translation, const TypedExpression &value, const SqlType &to, int style,
    bool tries, const ast::Position &at)
{
    translation.suggestType(value.undeclared, to);
    if (!value.isNullWord && convertibility(value.type, to) == Convertibility::Never)
        translation.fail(529,
            u"Explicit conversion from data type %1 to %2 is not allowed."_s.arg(
                typeName(value.type.id), typeName(to.id)),
            at);
    TypedExpression result;
    if (value.isNullWord || sameStored(value.type, to)) {
        result = withType(value, to);
    } else if (const auto constant = folded(value, to, style, ConversionKind::Cast)) {
        result = *constant;
    } else {
        result = viaCall(value, tries ? u"try"_s : u"convert"_s, to, { QString::number(style) });
    }
    result.isNullWord = false;
    result.nullable = result.nullable || tries;
    result.name.clear();
    return result;
}

TypedExpression assigned(Translation &translation, const TypedExpression &value, const TableView &table,
    const ColumnView &column, const ast::Position &at)
{
    translation.suggestType(value.undeclared, column.type);
    if (!isImplicit(translation, value, column.type, at) || value.isNullWord
        || sameStored(value.type, column.type))
        return withType(value, column.type);
    if (const auto constant = folded(value, column.type, defaultStyle, ConversionKind::Assign))
        return *constant;
    const QString name = table.database + u'.' + table.schema + u'.' + table.name;
    return viaCall(value, u"assign"_s, column.type, { name, column.name });
}

} // namespace tidemark::practice
