#pragma once

#include "queryscope.h"
#include "typedexpression.h"

namespace tidemark::practice {

struct FunctionEntry;
enum class ParameterKind;

/// Translates values and conditions in the sight of a scope. Errors go to the Translation.
class ExpressionTranslator {
public:
    ExpressionTranslator(Translation &translation, const QueryScope &scope);

    TypedExpression value(const ast::Expression &expression);
    /// SQLite's text of something that is 1, 0 or NULL.
    QString condition(const ast::Expression &expression);

    /// All values of one column, made one type.
    SqlType commonTypeOf(const std::vector<TypedExpression> &values, const ast::Position &at);

private:
    TypedExpression valueOf(const ast::Expression &expression);
    TypedExpression column(const ast::Expression &expression);
    TypedExpression literal(const ast::Expression &expression);
    TypedExpression variable(const ast::Expression &expression);
    TypedExpression unary(const ast::Expression &expression);
    TypedExpression binary(const ast::Expression &expression);
    TypedExpression concatenation(const TypedExpression &left, const TypedExpression &right,
        const SqlType &type, const ast::Position &at);
    TypedExpression bitwise(
        const ast::Expression &expression, const TypedExpression &left, const TypedExpression &right);
    TypedExpression operand(const TypedExpression &value, const SqlType &result, const ast::Position &at);
    TypedExpression caseValue(const ast::Expression &expression);
    TypedExpression convertValue(const ast::Expression &expression);
    TypedExpression subquery(const ast::Expression &expression);
    TypedExpression collate(const ast::Expression &expression);
    TypedExpression method(const ast::Expression &expression);

    QString comparison(const QString &operation, const TypedExpression &left, const TypedExpression &right,
        const ast::Position &at);
    void refuseIncomparable(
        const SqlType &type, const SqlType &other, const QString &operation, const ast::Position &at);
    Collation commonCollation(
        const TypedExpression &left, const TypedExpression &right, const ast::Position &at);
    QString like(const ast::Expression &expression);
    QString inList(const ast::Expression &expression);
    QString inSelect(const ast::Expression &expression);

    TypedExpression function(const ast::Expression &expression);
    TypedExpression tableFunction(const ast::Expression &expression, const FunctionEntry &entry);
    TypedExpression argument(const TypedExpression &value, ParameterKind kind, const ast::Position &at);
    TypedExpression coalesce(const ast::Expression &expression);
    TypedExpression isNullFunction(const ast::Expression &expression);
    TypedExpression nullIf(const ast::Expression &expression);
    TypedExpression immediateIf(const ast::Expression &expression);
    TypedExpression aggregate(const ast::Expression &expression);
    TypedExpression sumOrAverage(const ast::Expression &expression, const TypedExpression &value);
    bool expectArguments(const ast::Expression &expression, std::size_t least, std::size_t most);

    Translation &m_translation;
    const QueryScope &m_scope;
    bool m_inAggregate = false;
    bool m_isFree = false; // columns need not be grouped by: the whole expression may be
};

/// COUNT, SUM and their like; inside subqueries they are the subquery's own.
bool isAggregate(const QString &function);
bool containsAggregate(const ast::Expression &expression);

} // namespace tidemark::practice
