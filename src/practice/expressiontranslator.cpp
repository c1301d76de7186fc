#include "expressiontranslator.h"

#include "expressiontype.h"
#include "momenttext.h"
#include "selecttranslator.h"
#include "sqltypetext.h"
#include "textconversion.h"

#include <algorithm>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

using ast::Expression;
using Kind = ast::Expression::Kind;

ExpressionTranslator::ExpressionTranslator(Translation &translation, const QueryScope &scope)
    : m_translation(translation), m_scope(scope)
{
}

TypedExpression ExpressionTranslator::value(const Expression &expression)
{
    const bool isKeyed = m_scope.grouping() && !m_scope.grouping()->isEmpty();
    if (!isKeyed || m_isFree || m_inAggregate || expression.kind == Kind::Literal)
        return valueOf(expression);
    // In a grouped query an expression that is grouped by stands for itself, whatever is inside.
    const bool wasFree = std::exchange(m_isFree, true);
    const TypedExpression whole = valueOf(expression);
    m_isFree = wasFree;
    return m_scope.grouping()->contains(whole.comparable()) ? whole : valueOf(expression);
}

TypedExpression ExpressionTranslator::valueOf(const Expression &expression)
{
    switch (expression.kind) {
    case Kind::Literal:
        return literal(expression);
    case Kind::Variable:
        return variable(expression);
    case Kind::Column:
        return column(expression);
    case Kind::Unary:
        return unary(expression);
    case Kind::Binary:
        return binary(expression);
    case Kind::Case:
        return caseValue(expression);
    case Kind::Convert:
        return convertValue(expression);
    case Kind::Subquery:
        return subquery(expression);
    case Kind::Collate:
        return collate(expression);
    case Kind::Method:
        return method(expression);
    case Kind::Function:
    case Kind::SystemVariable:
        return function(expression);
    case Kind::Default:
        m_translation.fail(156, u"Incorrect syntax near the keyword 'DEFAULT'."_s, expression.at, 15);
        return {};
    default:
        m_translation.fail(102, u"Incorrect syntax near '%1'."_s.arg(expression.name), expression.at, 15);
        return {};
    }
}

TypedExpression ExpressionTranslator::literal(const Expression &expression)
{
    SqlType type = expression.type;
    SqlValue value = expression.value;
    if (type.id == TypeId::VarChar) {
        type.utf8 = m_translation.collation().utf8;
        if (const auto *text = std::get_if<QString>(&value); text != nullptr && !type.utf8)
            value = throughCodePage(*text);
    }
    TypedExpression result = literalExpression(value, type, m_translation.collation());
    result.isNullWord = isNull(value);
    return result;
}

TypedExpression ExpressionTranslator::variable(const Expression &expression)
{
    TypedExpression result;
    if (m_translation.noteUndeclared(expression.name)) {
        result.undeclared = expression.name;
        result.isNullWord = true;
        return result;
    }
    result.type = m_translation.variableType(expression.name, expression.at);
    result.collation = m_translation.collation();
    result.sql = m_translation.variableSql(expression.name);
    return result;
}

TypedExpression ExpressionTranslator::column(const Expression &expression)
{
    const QueryScope *owner = nullptr;
    TypedExpression result = m_scope.column(m_translation, expression, owner);
    if (owner != nullptr && owner->grouping() && !(owner == &m_scope && (m_inAggregate || m_isFree))
        && !owner->grouping()->contains(result.comparable()))
        m_translation.fail(8120,
            u"Column '%1' is invalid in the select list because it is not contained in either an aggregate "
            "function or the GROUP BY clause."_s.arg(
                (expression.qualifier + QStringList{ expression.name }).join(u'.')),
            expression.at);
    return result;
}

TypedExpression ExpressionTranslator::unary(const Expression &expression)
{
    TypedExpression value = this->value(*expression.arguments[0]);
    if (expression.name == u"+")
        return value;
    const QString name = operationName(expression.name == u"-" ? u"minus"_s : expression.name);
    const bool valid = expression.name == u"-" ? isNumber(value.type.id) : isInteger(value.type.id);
    if (!valid && !value.isNullWord)
        m_translation.fail(8117,
            u"Operand data type %1 is invalid for %2 operator."_s.arg(typeName(value.type.id), name),
            expression.at);
    TypedExpression result;
    result.type = value.type;
    result.nullable = value.nullable;
    if (expression.name == u"~")
        result.sql =
            value.type.id == TypeId::Bit ? u"(1 - "_s + value.sql + u')' : u"(~"_s + value.sql + u')';
    else
        result.sql = callText(u"negate"_s, value.type, { value });
    return result;
}

/// An operand in the form that the operator wants: the result's type, for decimals its own decimal type.
TypedExpression ExpressionTranslator::operand(
    const TypedExpression &value, const SqlType &result, const ast::Position &at)
{
    if (!isDecimal(result.id))
        return converted(m_translation, value, result, at);
    const bool becomesDecimal = isNumber(value.type.id) && !isFloat(value.type.id);
    return converted(m_translation, value, becomesDecimal ? asDecimal(value.type) : result, at);
}

TypedExpression ExpressionTranslator::binary(const Expression &expression)
{
    const auto typed = [&](const Expression &argument) {
        TypedExpression side = value(argument);
        // A whole number that is written out has as many digits as are written.
        const auto *number = side.literal ? std::get_if<qint64>(&*side.literal) : nullptr;
        const bool written = number != nullptr && argument.kind == Kind::Literal;
        return std::pair(side,
            written ? SqlType{ TypeId::Numeric, 0, int(QString::number(std::abs(*number)).size()), 0 }
                    : side.type);
    };
    auto [left, leftDigits] = typed(*expression.arguments[0]);
    auto [right, rightDigits] = typed(*expression.arguments[1]);
    if (left.isNullWord)
        left.type = leftDigits = right.type;
    if (right.isNullWord)
        right.type = rightDigits = left.type;
    const QChar operation = expression.name.at(0);
    if (operation == u'&' || operation == u'|' || operation == u'^')
        return bitwise(expression, left, right);
    const bool decimal = isDecimal(left.type.id) || isDecimal(right.type.id);
    const SqlResult<SqlType> type =
        arithmeticType(operation, decimal ? leftDigits : left.type, decimal ? rightDigits : right.type);
    if (!type) {
        m_translation.fail(type.error(), expression.at);
        return {};
    }
    if (isText(type->id))
        return concatenation(left, right, *type, expression.at);
    TypedExpression result;
    result.type = *type;
    result.nullable = left.nullable || right.nullable;
    result.sql = callText(expression.name, *type,
        { operand(left, *type, expression.at), operand(right, *type, expression.at) });
    return result;
}

TypedExpression ExpressionTranslator::concatenation(
    const TypedExpression &left, const TypedExpression &right, const SqlType &type, const ast::Position &at)
{
    TypedExpression result;
    result.type = type;
    result.collation = commonCollation(left, right, at);
    result.collationRank = std::max(left.collationRank, right.collationRank);
    result.nullable = left.nullable || right.nullable;
    result.sql = u'(' + left.sql + u" || "_s + right.sql + u')';
    const bool mayBeCut = !type.isMax() && left.type.length + right.type.length > type.length;
    if (!mayBeCut)
        return result;
    TypedExpression whole = result;
    whole.type.length = -1;
    result.sql = callText(u"convert"_s, type, { whole }, { QString::number(defaultStyle) });
    return result;
}

TypedExpression ExpressionTranslator::bitwise(
    const Expression &expression, const TypedExpression &left, const TypedExpression &right)
{
    const SqlResult<SqlType> type = commonType(left.type, right.type);
    if (!type || !isInteger(type->id)) {
        m_translation.fail(402,
            u"The data types %1 and %2 are incompatible in the %3 operator."_s.arg(
                typeName(left.type.id), typeName(right.type.id), operationName(expression.name)),
            expression.at);
        return {};
    }
    const TypedExpression a = converted(m_translation, left, *type, expression.at);
    const TypedExpression b = converted(m_translation, right, *type, expression.at);
    TypedExpression result;
    result.type = *type;
    result.nullable = left.nullable || right.nullable;
    result.sql = expression.name == u"^" ? callText(expression.name, *type, { a, b })
                                         : u'(' + a.sql + u' ' + expression.name + u' ' + b.sql + u')';
    return result;
}

SqlType ExpressionTranslator::commonTypeOf(
    const std::vector<TypedExpression> &values, const ast::Position &at)
{
    std::optional<SqlType> common;
    for (const TypedExpression &value : values) {
        if (value.isNullWord)
            continue;
        const SqlResult<SqlType> next =
            common ? commonType(*common, value.type) : SqlResult<SqlType>(value.type);
        if (next)
            common = *next;
        else
            m_translation.fail(next.error(), at);
    }
    return common.value_or(SqlType{ TypeId::Int });
}

TypedExpression ExpressionTranslator::caseValue(const Expression &expression)
{
    std::vector<TypedExpression> values;
    QStringList conditions;
    for (const ast::CaseBranch &branch : expression.branches) {
        if (expression.arguments.empty())
            conditions += condition(*branch.when);
        else
            conditions +=
                comparison(u"="_s, value(*expression.arguments[0]), value(*branch.when), branch.when->at);
        values.push_back(value(*branch.then));
    }
    if (expression.otherwise)
        values.push_back(value(*expression.otherwise));
    const bool allNull =
        std::all_of(values.begin(), values.end(), [](const auto &v) { return v.isNullWord; });
    if (allNull)
        m_translation.fail(8133,
            u"At least one of the result expressions in a CASE specification must be an expression other "
            u"than the "
            "NULL constant."_s,
            expression.at);
    TypedExpression result;
    result.type = commonTypeOf(values, expression.at);
    result.nullable = !expression.otherwise;
    result.collation = m_translation.collation();
    result.sql = u"CASE"_s;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const TypedExpression branch = converted(m_translation, values[i], result.type, expression.at);
        const bool last = i == std::size_t(conditions.size());
        result.sql += last ? u" ELSE "_s : u" WHEN "_s + conditions[qsizetype(i)] + u" THEN "_s;
        result.sql += branch.sql;
        result.nullable = result.nullable || values[i].nullable;
        if (values[i].collationRank > result.collationRank) {
            result.collation = values[i].collation;
            result.collationRank = values[i].collationRank;
        }
    }
    result.sql += u" END"_s;
    return result;
}

TypedExpression ExpressionTranslator::convertValue(const Expression &expression)
{
    SqlType type = expression.type;
    if (isText(type.id) && !isUnicode(type.id))
        type.utf8 = m_translation.collation().utf8;
    const TypedExpression source = value(*expression.arguments[0]);
    if (!expression.style)
        return cast(m_translation, source, type, defaultStyle, expression.tries, expression.at);
    const TypedExpression style =
        converted(m_translation, value(*expression.style), { TypeId::Int }, expression.style->at);
    if (const auto *number = style.literal ? std::get_if<qint64>(&*style.literal) : nullptr)
        return cast(m_translation, source, type, int(*number), expression.tries, expression.at);
    TypedExpression result = cast(m_translation, source, type, defaultStyle, expression.tries, expression.at);
    result.literal.reset();
    result.sql = callText(u"style"_s, type, { source, style });
    return result;
}

TypedExpression ExpressionTranslator::subquery(const Expression &expression)
{
    SelectTranslator select(m_translation);
    const QueryText query = select.query(*expression.select, &m_scope);
    if (query.columns.size() != 1) {
        if (!m_translation.failed())
            m_translation.fail(116,
                u"Only one expression can be specified in the select list when the subquery is not "
                u"introduced with "
                "EXISTS."_s,
                expression.at);
        return {};
    }
    TypedExpression result = query.columns[0];
    result.nullable = true;
    result.identity = false;
    result.literal.reset();
    result.name.clear();
    result.sql =
        query.singleRow ? u'(' + query.sql + u')' : u"(SELECT ts_single(c1) FROM ("_s + query.sql + u"))"_s;
    return result;
}

TypedExpression ExpressionTranslator::collate(const Expression &expression)
{
    TypedExpression result = value(*expression.arguments[0]);
    const std::optional<Collation> collation =
        expression.name.compare(u"DATABASE_DEFAULT"_s, Qt::CaseInsensitive) == 0
        ? m_translation.collation()
        : collationByName(expression.name);
    if (!collation)
        m_translation.fail(448, u"Invalid collation '%1'."_s.arg(expression.name), expression.at);
    if (!isText(result.type.id) && !result.isNullWord)
        m_translation.fail(447,
            u"Expression type %1 is invalid for COLLATE clause."_s.arg(typeName(result.type.id)),
            expression.at);
    result.collation = collation.value_or(Collation());
    result.collationRank = 2;
    return result;
}

TypedExpression ExpressionTranslator::method(const Expression &expression)
{
    std::vector<TypedExpression> arguments;
    for (const ast::ExpressionPtr &argument : expression.arguments)
        arguments.push_back(value(*argument));
    TypedExpression result;
    result.collation = m_translation.collation();
    if (!expression.qualifier.isEmpty()) {
        const std::optional<SqlType> type = typeByName(expression.qualifier.front());
        if (!type || !isClr(type->id)) {
            m_translation.fail(243,
                u"Type %1 is not a defined system type."_s.arg(expression.qualifier.front()), expression.at);
            return {};
        }
        result.type = *type;
        result.sql = callText(u"static"_s, *type, arguments, { typeName(type->id), expression.name });
        return result;
    }
    const SqlType &type = arguments[0].type;
    if (!isClr(type.id) || arguments.size() > 1) {
        m_translation.fail(258, u"Cannot call methods on %1."_s.arg(typeName(type.id)), expression.at, 15);
        return {};
    }
    result.type = { TypeId::NVarChar, type.id == TypeId::HierarchyId ? 4000 : -1 };
    result.sql = callText(u"method"_s, result.type, arguments, { typeName(type.id), expression.name });
    return result;
}

} // namespace tidemark::practice
