#include "expressiontranslator.h"

#include "expressiontype.h"
#include "functiontable.h"
#include "momenttext.h"
#include "sqltypetext.h"

#include <QSet>

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

using ast::Expression;
using Kind = ast::Expression::Kind;

bool isAggregate(const QString &function)
{
    static const QSet<QString> names = { u"COUNT"_s, u"COUNT_BIG"_s, u"SUM"_s, u"AVG"_s, u"MIN"_s, u"MAX"_s };
    return names.contains(function);
}

bool containsAggregate(const Expression &expression)
{
    if (expression.kind == Kind::Function && isAggregate(expression.name))
        return true;
    const auto inside = [](const ast::ExpressionPtr &part) { return part && containsAggregate(*part); };
    return std::any_of(expression.arguments.begin(), expression.arguments.end(), inside)
        || std::any_of(expression.branches.begin(), expression.branches.end(),
            [&](const ast::CaseBranch &branch) { return inside(branch.when) || inside(branch.then); })
        || inside(expression.otherwise) || inside(expression.style);
}

bool ExpressionTranslator::expectArguments(const Expression &expression, std::size_t least, std::size_t most)
{
    const std::size_t count = expression.arguments.size();
    if (count >= least && count <= most && !expression.star)
        return true;
    const QString name = expression.name.toLower();
    if (least == most)
        m_translation.fail(174,
            u"The %1 function requires %2 argument(s)."_s.arg(name, QString::number(least)), expression.at,
            15);
    else
        m_translation.fail(189,
            u"The %1 function requires %2 to %3 arguments."_s.arg(
                name, QString::number(least), QString::number(most)),
            expression.at, 15);
    return false;
}

TypedExpression ExpressionTranslator::function(const Expression &expression)
{
    constexpr std::size_t many = 100;
    if (expression.kind == Kind::SystemVariable) {
        if (const FunctionEntry *entry = findSystemVariable(expression.name))
            return tableFunction(expression, *entry);
        m_translation.fail(
            137, u"Must declare the scalar variable \"%1\"."_s.arg(expression.name), expression.at, 15);
        return {};
    }
    if (isAggregate(expression.name))
        return aggregate(expression);
    if (expression.name == u"COALESCE")
        return expectArguments(expression, 2, many) ? coalesce(expression) : TypedExpression();
    if (expression.name == u"ISNULL")
        return expectArguments(expression, 2, 2) ? isNullFunction(expression) : TypedExpression();
    if (expression.name == u"NULLIF")
        return expectArguments(expression, 2, 2) ? nullIf(expression) : TypedExpression();
    if (expression.name == u"IIF")
        return expectArguments(expression, 3, 3) ? immediateIf(expression) : TypedExpression();
    const FunctionEntry *entry = findFunction(expression.name);
    if (entry == nullptr) {
        m_translation.fail(195,
            u"'%1' is not a recognized built-in function name."_s.arg(expression.qualifier.value(0)),
            expression.at, 15);
        return {};
    }
    return tableFunction(expression, *entry);
}

TypedExpression ExpressionTranslator::tableFunction(const Expression &expression, const FunctionEntry &entry)
{
    if (!expectArguments(expression, std::size_t(entry.least), std::size_t(entry.most)))
        return {};
    std::vector<TypedExpression> arguments;
    std::vector<SqlType> types;
    TypedExpression result;
    result.collation = m_translation.collation();
    for (std::size_t i = 0; i < expression.arguments.size(); ++i) {
        const ParameterKind kind = entry.parameters[std::min(i, entry.parameters.size() - 1)];
        const TypedExpression given = value(*expression.arguments[i]);
        arguments.push_back(argument(given, kind, expression.arguments[i]->at));
        types.push_back(arguments.back().type);
        if (isText(given.type.id) && given.collationRank > result.collationRank) {
            result.collation = given.collation;
            result.collationRank = given.collationRank;
        }
    }
    if (m_translation.failed())
        return {};
    result.type = entry.result(types);
    if (!isText(result.type.id) || entry.session)
        result.collationRank = 0;
    result.sql = callText(entry.name, result.type, arguments,
        entry.session ? QStringList{ QString::number(int(*entry.session)) } : QStringList(),
        entry.isVolatile);
    return result;
}

TypedExpression ExpressionTranslator::argument(
    const TypedExpression &value, ParameterKind kind, const ast::Position &at)
{
    const auto orElse = [&](bool stays, const SqlType &type) {
        return stays && !value.isNullWord ? value : converted(m_translation, value, type, at);
    };
    const TypeId id = value.type.id;
    const auto asText = [&] {
        constexpr int longestNumber = 50; // dates and guids are shorter
        const bool isShort =
            isNumber(id) || isMoment(id) || id == TypeId::UniqueIdentifier || value.isNullWord;
        SqlType type{ TypeId::VarChar, isShort ? longestNumber : 8000 };
        type.utf8 = m_translation.collation().utf8;
        return isText(id) && !value.isNullWord ? value
                                               : cast(m_translation, value, type, defaultStyle, false, at);
    };
    switch (kind) {
    case ParameterKind::Any:
        return value;
    case ParameterKind::Text:
        return asText();
    case ParameterKind::Bytes:
        return isBinary(id) ? value : asText();
    case ParameterKind::Mask:
        return converted(m_translation, value, { TypeId::VarBinary, 4100 }, at);
    case ParameterKind::Int:
        return converted(m_translation, value, { TypeId::Int }, at);
    case ParameterKind::BigInt:
        return converted(m_translation, value, { TypeId::BigInt }, at);
    case ParameterKind::Float:
        return converted(m_translation, value, { TypeId::Float }, at);
    case ParameterKind::Number:
        return orElse(isNumber(id), { TypeId::Float });
    case ParameterKind::Name:
        return converted(m_translation, value, { TypeId::NVarChar, 4000 }, at);
    case ParameterKind::Moment:
        return orElse(isMoment(id), { TypeId::DateTime2, 0, 0, 7 });
    case ParameterKind::OldMoment:
        return orElse(isMoment(id), { TypeId::DateTime });
    case ParameterKind::Offset:
        return converted(m_translation, value, { TypeId::DateTimeOffset, 0, 0, 7 }, at);
    }
    return value;
}

/// To SQL Server its result may always be NULL, other than that of ISNULL.
TypedExpression ExpressionTranslator::coalesce(const Expression &expression)
{
    std::vector<TypedExpression> values;
    for (const ast::ExpressionPtr &argument : expression.arguments)
        values.push_back(value(*argument));
    TypedExpression result;
    result.type = commonTypeOf(values, expression.at);
    result.collation = m_translation.collation();
    QStringList list;
    for (const TypedExpression &each : values) {
        list += converted(m_translation, each, result.type, expression.at).sql;
        if (isText(each.type.id) && each.collationRank > result.collationRank) {
            result.collation = each.collation;
            result.collationRank = each.collationRank;
        }
    }
    result.sql = u"coalesce("_s + list.join(u", "_s) + u')';
    return result;
}

TypedExpression ExpressionTranslator::isNullFunction(const Expression &expression)
{
    TypedExpression result = value(*expression.arguments[0]);
    const TypedExpression other = value(*expression.arguments[1]);
    if (result.isNullWord)
        return other;
    const TypedExpression fallback = converted(m_translation, other, result.type, expression.at);
    result.sql = u"coalesce("_s + result.sql + u", "_s + fallback.sql + u')';
    result.nullable = result.nullable && other.nullable;
    result.literal.reset();
    result.identity = false;
    result.name.clear();
    return result;
}

TypedExpression ExpressionTranslator::nullIf(const Expression &expression)
{
    TypedExpression result = value(*expression.arguments[0]);
    const QString same = comparison(u"="_s, result, value(*expression.arguments[1]), expression.at);
    result.sql = u"CASE WHEN "_s + same + u" THEN NULL ELSE "_s + result.sql + u" END"_s;
    result.nullable = true;
    result.literal.reset();
    result.identity = false;
    result.name.clear();
    return result;
}

TypedExpression ExpressionTranslator::immediateIf(const Expression &expression)
{
    const QString test = condition(*expression.arguments[0]);
    const TypedExpression first = value(*expression.arguments[1]);
    const TypedExpression second = value(*expression.arguments[2]);
    TypedExpression result;
    result.type = commonTypeOf({ first, second }, expression.at);
    result.collation = commonCollation(first, second, expression.at);
    result.nullable = first.nullable || second.nullable;
    result.sql = u"CASE WHEN "_s + test + u" THEN "_s
        + converted(m_translation, first, result.type, expression.at).sql + u" ELSE "_s
        + converted(m_translation, second, result.type, expression.at).sql + u" END"_s;
    return result;
}

TypedExpression ExpressionTranslator::aggregate(const Expression &expression)
{
    TypedExpression result;
    result.collation = m_translation.collation();
    if (!m_scope.grouping() || m_inAggregate) {
        m_translation.fail(m_inAggregate ? 130 : 147,
            m_inAggregate
                ? u"Cannot perform an aggregate function on an expression containing an aggregate or a subquery."_s
                : u"An aggregate may not appear in the WHERE clause unless it is in a subquery contained in "
                  u"a HAVING "
                  "clause or a select list, and the column being aggregated is an outer reference."_s,
            expression.at);
        return result;
    }
    const bool counts = expression.name.startsWith(u"COUNT"_s);
    if (counts) {
        result.type = { expression.name == u"COUNT" ? TypeId::Int : TypeId::BigInt };
        result.nullable = false;
    }
    if (expression.star) {
        result.sql = u"count(*)"_s;
        if (!counts)
            m_translation.fail(102, u"Incorrect syntax near '*'."_s, expression.at, 15);
        return result;
    }
    if (!expectArguments(expression, 1, 1))
        return result;
    m_inAggregate = true;
    const TypedExpression argument = value(*expression.arguments[0]);
    m_inAggregate = false;
    if (expression.name == u"SUM" || expression.name == u"AVG")
        return sumOrAverage(expression, argument);
    const QString distinct = expression.distinct ? u"DISTINCT "_s : QString();
    if (counts) {
        result.sql = u"count("_s + distinct + argument.comparable() + u')';
        return result;
    }
    refuseIncomparable(argument.type, argument.type, expression.name, expression.at);
    if (argument.type.id == TypeId::Bit)
        m_translation.fail(8117,
            u"Operand data type bit is invalid for %1 operator."_s.arg(expression.name.toLower()),
            expression.at);
    result = argument;
    result.literal.reset();
    result.identity = false;
    result.nullable = true;
    result.name.clear();
    const QString compared = isText(argument.type.id) ? argument.comparable() : argument.sql;
    result.sql = expression.name.toLower() + u'(' + compared + u')';
    return result;
}

TypedExpression ExpressionTranslator::sumOrAverage(const Expression &expression, const TypedExpression &value)
{
    constexpr int mostDigits = 38;
    constexpr int averageScale = 6;
    const TypeId id = value.type.id;
    TypedExpression result;
    if (!isNumber(id) || id == TypeId::Bit) {
        m_translation.fail(8117,
            u"Operand data type %1 is invalid for %2 operator."_s.arg(
                typeName(id), expression.name.toLower()),
            expression.at);
        return result;
    }
    const QString distinct = expression.distinct ? u"DISTINCT "_s : QString();
    TypedExpression total;
    total.type = isFloat(id) ? SqlType{ TypeId::Float }
                             : SqlType{ TypeId::Decimal, 0, mostDigits, fractionDigits(value.type) };
    total.sql = u"ts_total("_s + distinct + value.sql + u')';
    result.type = value.type;
    if (isInteger(id) && id != TypeId::BigInt)
        result.type = { TypeId::Int };
    else if (isMoney(id))
        result.type = { TypeId::Money };
    else if (isFloat(id))
        result.type = { TypeId::Float };
    else if (isDecimal(id))
        result.type.precision = mostDigits;
    if (expression.name == u"SUM") {
        result.sql = callText(u"convert"_s, result.type, { total }, { QString::number(defaultStyle) });
        return result;
    }
    if (isDecimal(id))
        result.type.scale = std::max(value.type.scale, averageScale);
    TypedExpression count;
    count.type = { TypeId::BigInt };
    count.sql = u"count("_s + distinct + value.sql + u')';
    result.sql = callText(u"average"_s, result.type, { total, count });
    return result;
}

} // namespace tidemark::practice
