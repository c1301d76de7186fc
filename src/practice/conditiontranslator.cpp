#include "expressiontranslator.h"

#include "expressiontype.h"
#include "selecttranslator.h"
#include "sqltypetext.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

using ast::Expression;
using Kind = ast::Expression::Kind;

QString ExpressionTranslator::condition(const Expression &expression)
{
    const auto side = [&](std::size_t i) { return value(*expression.arguments[i]); };
    const QString negation = expression.negated ? u"NOT "_s : QString();
    switch (expression.kind) {
    case Kind::Binary:
        if (expression.name == u"AND" || expression.name == u"OR")
            return u'(' + condition(*expression.arguments[0]) + u' ' + expression.name + u' '
                + condition(*expression.arguments[1]) + u')';
        return comparison(expression.name, side(0), side(1), expression.at);
    case Kind::Unary:
        return u"(NOT "_s + condition(*expression.arguments[0]) + u')';
    case Kind::IsNull:
        return u'(' + side(0).sql + (expression.negated ? u" IS NOT NULL)"_s : u" IS NULL)"_s);
    case Kind::Between: {
        const TypedExpression value = side(0);
        return u'(' + negation + u'(' + comparison(u">="_s, value, side(1), expression.at) + u" AND "_s
            + comparison(u"<="_s, value, side(2), expression.at) + u"))"_s;
    }
    case Kind::Like:
        return u'(' + negation + like(expression) + u')';
    case Kind::InList:
        return u'(' + negation + inList(expression) + u')';
    case Kind::InSelect:
        return u'(' + negation + inSelect(expression) + u')';
    case Kind::Exists:
        return u"EXISTS ("_s + SelectTranslator(m_translation).query(*expression.select, &m_scope).sql + u')';
    default:
        m_translation.fail(4145,
            u"An expression of non-boolean type specified in a context where a condition is expected, near '%1'."_s
                .arg(expression.name),
            expression.at, 15);
        return u"0"_s;
    }
}

QString ExpressionTranslator::comparison(const QString &operation, const TypedExpression &left,
    const TypedExpression &right, const ast::Position &at)
{
    const SqlType type = commonTypeOf({ left, right }, at);
    if (!left.undeclared.isEmpty() && !right.undeclared.isEmpty())
        m_translation.fail(11503,
            u"The parameter type cannot be deduced because a single expression contains two untyped "
            "parameters, '%1' and '%2'."_s.arg(left.undeclared, right.undeclared),
            at);
    if (operation != u"=" && operation != u"<>") {
        m_translation.suggestType(left.undeclared, widestType(type));
        m_translation.suggestType(right.undeclared, widestType(type));
    }
    refuseIncomparable(type, left.type.id == type.id ? right.type : left.type, operation, at);
    TypedExpression a = converted(m_translation, left, type, at);
    TypedExpression b = converted(m_translation, right, type, at);
    if (isText(type.id))
        a.collation = b.collation = commonCollation(left, right, at);
    return u'(' + a.comparable() + u' ' + operation + u' ' + b.comparable() + u')';
}

void ExpressionTranslator::refuseIncomparable(
    const SqlType &type, const SqlType &other, const QString &operation, const ast::Position &at)
{
    switch (type.id) {
    case TypeId::Xml:
        m_translation.fail(305,
            u"The XML data type cannot be compared or sorted, except when using the IS NULL operator."_s, at);
        break;
    case TypeId::Text:
    case TypeId::NText:
    case TypeId::Image:
    case TypeId::SqlVariant: // this server has no order for what different types a variant may hold
    case TypeId::Geometry:
    case TypeId::Geography:
        m_translation.fail(402,
            u"The data types %1 and %2 are incompatible in the %3 operator."_s.arg(
                typeName(type.id), typeName(other.id), operationName(operation)),
            at);
        break;
    default:
        break;
    }
}

Collation ExpressionTranslator::commonCollation(
    const TypedExpression &left, const TypedExpression &right, const ast::Position &at)
{
    const bool bothText = isText(left.type.id) && isText(right.type.id);
    const bool conflict = bothText && left.collationRank == right.collationRank && left.collationRank > 0
        && left.collation != right.collation;
    if (conflict)
        m_translation.fail(468,
            u"Cannot resolve the collation conflict between \"%1\" and \"%2\" in the operation."_s.arg(
                collationName(left.collation), collationName(right.collation)),
            at);
    const bool leftWins = isText(left.type.id) && (!bothText || left.collationRank >= right.collationRank);
    return leftWins ? left.collation : right.collation;
}

QString ExpressionTranslator::like(const Expression &expression)
{
    std::vector<TypedExpression> arguments;
    for (const ast::ExpressionPtr &argument : expression.arguments) {
        TypedExpression text = value(*argument);
        if (!arguments.empty() && isText(arguments[0].type.id))
            m_translation.suggestType(text.undeclared, widestType(arguments[0].type));
        if (!isText(text.type.id))
            text = converted(m_translation, text, { TypeId::NVarChar, 4000 }, argument->at);
        arguments.push_back(std::move(text));
    }
    const Collation collation = commonCollation(arguments[0], arguments[1], expression.at);
    return callText(u"like"_s, { TypeId::Bit }, arguments, { collationName(collation) });
}

QString ExpressionTranslator::inList(const Expression &expression)
{
    std::vector<TypedExpression> values;
    for (const ast::ExpressionPtr &argument : expression.arguments)
        values.push_back(value(*argument));
    const SqlType type = commonTypeOf(values, expression.at);
    refuseIncomparable(type, type, u"="_s, expression.at);
    Collation collation = values[0].collation;
    QStringList list;
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (isText(values[i].type.id))
            collation = commonCollation(values[0], values[i], expression.at);
        TypedExpression item = converted(m_translation, values[i], type, expression.at);
        list += isText(type.id) ? item.sql : item.comparable();
    }
    TypedExpression tested = converted(m_translation, values[0], type, expression.at);
    tested.collation = collation;
    return u'(' + tested.comparable() + u" IN ("_s + list.join(u", "_s) + u"))"_s;
}

QString ExpressionTranslator::inSelect(const Expression &expression)
{
    const TypedExpression tested = value(*expression.arguments[0]);
    const QueryText query = SelectTranslator(m_translation).query(*expression.select, &m_scope);
    if (query.columns.size() != 1) {
        m_translation.fail(116,
            u"Only one expression can be specified in the select list when the subquery is not introduced "
            u"with "
            "EXISTS."_s,
            expression.at);
        return u"0"_s;
    }
    TypedExpression item = query.columns[0];
    const SqlType type = commonTypeOf({ tested, item }, expression.at);
    refuseIncomparable(type, type, u"="_s, expression.at);
    TypedExpression left = converted(m_translation, tested, type, expression.at);
    left.collation = commonCollation(tested, item, expression.at);
    item.sql = u"c1"_s;
    item.literal.reset();
    const TypedExpression right = converted(m_translation, item, type, expression.at);
    const QString rightSql = isText(type.id) ? right.sql : right.comparable();
    const QString select =
        rightSql == u"c1" ? query.sql : u"SELECT "_s + rightSql + u" FROM ("_s + query.sql + u')';
    return u'(' + left.comparable() + u" IN ("_s + select + u"))"_s;
}

} // namespace tidemark::practice
