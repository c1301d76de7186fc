#pragma once

#include "typeparser.h"

namespace tidemark::practice {

/// The grammar of values and conditions.
class ExpressionParser : public TypeParser {
public:
    using TypeParser::TypeParser;
    virtual ~ExpressionParser() = default;
    Q_DISABLE_COPY_MOVE(ExpressionParser)

    ast::ExpressionPtr expression(); // a value
    ast::ExpressionPtr condition(); // true, false or unknown

protected:
    /// A query in brackets; the opening one is not taken yet.
    virtual ast::SelectPtr subquery() = 0;
    bool isSubquery() const; // "(SELECT" is next
    std::vector<ast::ExpressionPtr> expressionList(); // without the brackets
    ast::ExpressionPtr valueOrDefault();
    ast::ExpressionPtr literal();
    ast::ExpressionPtr simpleValue(); // a literal with its sign, or a variable

private:
    ast::ExpressionPtr asValue(ast::ExpressionPtr expression);
    ast::ExpressionPtr asCondition(ast::ExpressionPtr expression);
    ast::ExpressionPtr binary(int weakest);
    ast::ExpressionPtr predicate(ast::ExpressionPtr left);
    ast::ExpressionPtr unary();
    ast::ExpressionPtr postfix();
    ast::ExpressionPtr primary();
    bool isKeywordFunction() const;
    ast::ExpressionPtr columnOrFunction();
    ast::ExpressionPtr columnMethod(ast::ExpressionPtr name);
    ast::ExpressionPtr methodCall(ast::ExpressionPtr value, const Token &name);
    ast::ExpressionPtr wordFunction(const Token &name);
    ast::ExpressionPtr staticMethod(const Token &type);
    ast::ExpressionPtr function(const Token &name);
    ast::ExpressionPtr escape(const ast::Position &at);
    ast::ExpressionPtr cast(const Token &name);
    ast::ExpressionPtr convert(const Token &name);
    ast::ExpressionPtr caseExpression();
};

/// Whether the expression is a condition rather than a value.
bool isCondition(const ast::Expression &expression);

} // namespace tidemark::practice
