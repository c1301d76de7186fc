#include "expressionparser.h"

#include "literals.h"

#include <QSet>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

using ast::Expression;
using ast::ExpressionPtr;
using Kind = ast::Expression::Kind;

namespace {

constexpr int longestChain = 500; // SQLite's trees have a depth of 1000 at most

enum Precedence { OrLevel = 1, AndLevel, NotLevel, ComparisonLevel, AdditiveLevel, MultiplicativeLevel };

ExpressionPtr make(Kind kind, const ast::Position &at, QString name = {})
{
    auto result = std::make_unique<Expression>();
    result->kind = kind;
    result->at = at;
    result->name = std::move(name);
    return result;
}

int precedence(const Token &token)
{
    if (token.kind == Token::Kind::Word) {
        if (token.upper == u"OR")
            return OrLevel;
        if (token.upper == u"AND")
            return AndLevel;
        static const QSet<QString> predicates = { u"IS"_s, u"IN"_s, u"LIKE"_s, u"BETWEEN"_s, u"NOT"_s };
        return predicates.contains(token.upper) ? ComparisonLevel : 0;
    }
    if (token.kind != Token::Kind::Symbol)
        return 0;
    static const QSet<QString> comparisons = { u"="_s, u"<>"_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s,
        u"!<"_s, u"!>"_s };
    if (comparisons.contains(token.text))
        return ComparisonLevel;
    if (token.text == u"+" || token.text == u"-" || token.text == u"&" || token.text == u"|"
        || token.text == u"^")
        return AdditiveLevel;
    if (token.text == u"*" || token.text == u"/" || token.text == u"%")
        return MultiplicativeLevel;
    return 0;
}

QString plainOperator(const Token &token)
{
    if (token.text == u"!=")
        return u"<>"_s;
    if (token.text == u"!<")
        return u">="_s;
    if (token.text == u"!>")
        return u"<="_s;
    return token.kind == Token::Kind::Word ? token.upper : token.text;
}

bool takesDatePart(const QString &function)
{
    static const QSet<QString> functions = { u"DATEADD"_s, u"DATEDIFF"_s, u"DATEDIFF_BIG"_s, u"DATEPART"_s,
        u"DATENAME"_s };
    return functions.contains(function);
}

} // namespace

bool isCondition(const Expression &expression)
{
    switch (expression.kind) {
    case Kind::IsNull:
    case Kind::Between:
    case Kind::Like:
    case Kind::InList:
    case Kind::InSelect:
    case Kind::Exists:
        return true;
    case Kind::Unary:
        return expression.name == u"NOT";
    case Kind::Binary: {
        const QChar first = expression.name.at(0);
        return first == u'=' || first == u'<' || first == u'>' || first == u'A' || first == u'O';
    }
    default:
        return false;
    }
}

ExpressionPtr ExpressionParser::expression()
{
    return asValue(binary(OrLevel));
}

ExpressionPtr ExpressionParser::condition()
{
    return asCondition(binary(OrLevel));
}

ExpressionPtr ExpressionParser::asValue(ExpressionPtr expression)
{
    if (!failed() && isCondition(*expression))
        fail(102, u"Incorrect syntax near '%1'."_s.arg(expression->name), expression->at);
    return expression;
}

ExpressionPtr ExpressionParser::asCondition(ExpressionPtr expression)
{
    if (!failed() && !isCondition(*expression)) {
        const QString near = atEnd() ? expression->name : peek().text;
        fail(4145,
            u"An expression of non-boolean type specified in a context where a condition is expected, near '%1'."_s
                .arg(near),
            expression->at);
    }
    return expression;
}

ExpressionPtr ExpressionParser::binary(int weakest)
{
    const Nesting nesting(*this);
    ExpressionPtr left;
    if (weakest <= NotLevel && isWord(u"NOT")) {
        left = make(Kind::Unary, position(), u"NOT"_s);
        take();
        left->arguments.push_back(asCondition(binary(NotLevel)));
    } else {
        left = unary();
    }
    for (int length = 0;; ++length) {
        const int level = precedence(peek());
        if (level == 0 || level < weakest || failed())
            return left;
        if (length > longestChain)
            fail(8631,
                u"Internal error: Server stack limit has been reached. Please look for potentially deep nesting in your query, and try to simplify it."_s,
                position(), 17);
        if (level == ComparisonLevel && peek().kind == Token::Kind::Word) {
            left = predicate(asValue(std::move(left)));
            continue;
        }
        ExpressionPtr result = make(Kind::Binary, position(), plainOperator(peek()));
        take();
        const bool logical = level <= AndLevel;
        result->arguments.push_back(logical ? asCondition(std::move(left)) : asValue(std::move(left)));
        ExpressionPtr right = binary(level + 1);
        result->arguments.push_back(logical ? asCondition(std::move(right)) : asValue(std::move(right)));
        left = std::move(result);
    }
}

ExpressionPtr ExpressionParser::predicate(ExpressionPtr left)
{
    ExpressionPtr result = make(Kind::IsNull, position(), peek().upper);
    if (acceptWord(u"IS")) {
        result->negated = acceptWord(u"NOT");
        expectWord(u"NULL");
        result->arguments.push_back(std::move(left));
        return result;
    }
    result->negated = acceptWord(u"NOT");
    result->arguments.push_back(std::move(left));
    if (acceptWord(u"BETWEEN")) {
        result->kind = Kind::Between;
        result->arguments.push_back(asValue(binary(AdditiveLevel)));
        expectWord(u"AND");
        result->arguments.push_back(asValue(binary(AdditiveLevel)));
    } else if (acceptWord(u"LIKE")) {
        result->kind = Kind::Like;
        result->arguments.push_back(asValue(binary(AdditiveLevel)));
        if (acceptWord(u"ESCAPE"))
            result->arguments.push_back(asValue(binary(AdditiveLevel)));
    } else if (acceptWord(u"IN")) {
        if (isSubquery()) {
            result->kind = Kind::InSelect;
            result->select = subquery();
            return result;
        }
        result->kind = Kind::InList;
        expectSymbol(u"(");
        for (ExpressionPtr &item : expressionList())
            result->arguments.push_back(std::move(item));
        expectSymbol(u")");
    } else {
        fail();
    }
    return result;
}

ExpressionPtr ExpressionParser::unary()
{
    if (!isSymbol(u"-") && !isSymbol(u"+") && !isSymbol(u"~"))
        return postfix();
    const Nesting nesting(*this);
    ExpressionPtr result = make(Kind::Unary, position(), peek().text);
    take();
    ExpressionPtr operand = asValue(unary());
    if (failed())
        return operand;
    if (result->name == u"-" && operand->kind == Kind::Literal && negateLiteral(operand->value)) {
        operand->at = result->at;
        return operand;
    }
    result->arguments.push_back(std::move(operand));
    return result;
}

ExpressionPtr ExpressionParser::postfix()
{
    ExpressionPtr result = primary();
    while (isSymbol(u".") && isName(1) && isSymbol(u"(", 2)) { // CONVERT(geometry, ...).ToString()
        take();
        result = methodCall(std::move(result), take());
    }
    while (isWord(u"COLLATE")) {
        ExpressionPtr collate = make(Kind::Collate, position());
        take();
        collate->name = peek().text;
        if (!isName())
            fail();
        take();
        collate->arguments.push_back(asValue(std::move(result)));
        result = std::move(collate);
    }
    return result;
}

ExpressionPtr ExpressionParser::primary()
{
    const ast::Position at = position();
    if (isSubquery()) {
        ExpressionPtr result = make(Kind::Subquery, at);
        result->select = subquery();
        return result;
    }
    if (acceptSymbol(u"(")) {
        ExpressionPtr result = binary(OrLevel);
        expectSymbol(u")");
        return result;
    }
    if (peek().kind == Token::Kind::Variable) {
        const Token token = take();
        const bool system = token.text.startsWith(u"@@"_s);
        return make(system ? Kind::SystemVariable : Kind::Variable, at, system ? token.upper : token.text);
    }
    if (isWord(u"CASE"))
        return caseExpression();
    if (acceptWord(u"EXISTS")) {
        ExpressionPtr result = make(Kind::Exists, at, u"EXISTS"_s);
        if (isSubquery())
            result->select = subquery();
        else
            fail();
        return result;
    }
    if (acceptSymbol(u"{"))
        return escape(at);
    if (isName() || isKeywordFunction())
        return columnOrFunction();
    return literal();
}

/// ODBC's and JDBC's {d '2024-02-29'}, {ts '2024-02-29 13:14:15'} and {fn LEN('a')}.
ExpressionPtr ExpressionParser::escape(const ast::Position &at)
{
    ExpressionPtr result;
    if (acceptWord(u"FN")) {
        result = primary();
    } else {
        if (!acceptWord(u"D"))
            expectWord(u"TS");
        result = make(Kind::Convert, at, u"CONVERT"_s);
        result->type = { TypeId::DateTime };
        result->arguments.push_back(literal());
    }
    expectSymbol(u"}");
    return result;
}

ExpressionPtr ExpressionParser::literal()
{
    const Token token = peek();
    ExpressionPtr result = make(Kind::Literal, token.at, token.text);
    if (acceptWord(u"NULL")) {
        result->type = { TypeId::Int };
        return result;
    }
    switch (token.kind) {
    case Token::Kind::Text:
    case Token::Kind::NationalText:
        result->type = textLiteralType(token.text, token.kind == Token::Kind::NationalText);
        result->value = token.text;
        break;
    case Token::Kind::Binary:
        result->value = binaryLiteral(token.text);
        result->type = binaryLiteralType(token.text);
        break;
    case Token::Kind::Integer:
    case Token::Kind::Decimal:
    case Token::Kind::Float:
    case Token::Kind::Money: {
        const SqlResult<VariantValue> number = numberLiteral(token);
        if (!number) {
            fail(number.error().number, number.error().text, token.at);
            return result;
        }
        result->type = number->type;
        result->value = number->value;
        break;
    }
    default:
        fail();
        return result;
    }
    take();
    return result;
}

bool ExpressionParser::isKeywordFunction() const
{
    static const QSet<QString> calls = { u"LEFT"_s, u"RIGHT"_s, u"COALESCE"_s, u"NULLIF"_s, u"CONVERT"_s,
        u"TRY_CONVERT"_s };
    static const QSet<QString> words = { u"CURRENT_TIMESTAMP"_s, u"CURRENT_USER"_s, u"SESSION_USER"_s,
        u"SYSTEM_USER"_s, u"USER"_s };
    if (peek().kind != Token::Kind::Word)
        return false;
    return words.contains(peek().upper) || (calls.contains(peek().upper) && isSymbol(u"(", 1));
}

ExpressionPtr ExpressionParser::columnOrFunction()
{
    const Token first = take();
    if (isReservedWord(first.upper) && first.kind == Token::Kind::Word && !isSymbol(u"("))
        return wordFunction(first);
    if (isSymbol(u"(") && first.kind == Token::Kind::Word)
        return function(first);
    if (isSymbol(u"::"))
        return staticMethod(first);
    QStringList parts{ first.text };
    ast::Position at = first.at;
    while (acceptSymbol(u".")) {
        at = position();
        parts += expectName();
    }
    ExpressionPtr result = make(Kind::Column, at, parts.takeLast());
    result->qualifier = parts;
    return isSymbol(u"(") ? columnMethod(std::move(result)) : std::move(result);
}

/// column.ToString(), t.column.STAsText(): what looks like a column's last part is the method.
ExpressionPtr ExpressionParser::columnMethod(ExpressionPtr name)
{
    if (name->qualifier.isEmpty()) {
        fail();
        return name;
    }
    Token method = peek();
    method.text = name->name;
    method.at = name->at;
    name->name = name->qualifier.takeLast();
    return methodCall(std::move(name), method);
}

ExpressionPtr ExpressionParser::methodCall(ExpressionPtr value, const Token &name)
{
    ExpressionPtr result = make(Kind::Method, name.at, name.text);
    result->arguments.push_back(asValue(std::move(value)));
    expectSymbol(u"(");
    if (!isSymbol(u")")) {
        for (ExpressionPtr &argument : expressionList())
            result->arguments.push_back(std::move(argument));
    }
    expectSymbol(u")");
    return result;
}

/// CURRENT_TIMESTAMP and its like: functions without brackets.
ExpressionPtr ExpressionParser::wordFunction(const Token &name)
{
    ExpressionPtr result = make(Kind::Function, name.at, name.upper);
    result->qualifier = QStringList{ name.text };
    return result;
}

ExpressionPtr ExpressionParser::staticMethod(const Token &typeToken)
{
    expectSymbol(u"::");
    ExpressionPtr result = make(Kind::Method, position());
    result->qualifier = QStringList{ typeToken.text };
    result->name = expectName();
    expectSymbol(u"(");
    if (!isSymbol(u")"))
        result->arguments = expressionList();
    expectSymbol(u")");
    return result;
}

ExpressionPtr ExpressionParser::function(const Token &name)
{
    if (name.upper == u"CAST" || name.upper == u"TRY_CAST")
        return cast(name);
    if (name.upper == u"CONVERT" || name.upper == u"TRY_CONVERT")
        return convert(name);
    ExpressionPtr result = make(Kind::Function, name.at, name.upper);
    result->qualifier = QStringList{ name.text };
    expectSymbol(u"(");
    if (acceptSymbol(u"*")) {
        result->star = true;
    } else if (!isSymbol(u")")) {
        result->distinct = acceptWord(u"DISTINCT");
        if (takesDatePart(name.upper)) {
            ExpressionPtr part = make(Kind::Literal, position());
            part->type = { TypeId::NVarChar, 30 };
            part->value = expectName();
            result->arguments.push_back(std::move(part));
            expectSymbol(u",");
        }
        if (name.upper == u"IIF") {
            result->arguments.push_back(condition());
            expectSymbol(u",");
        }
        for (ExpressionPtr &argument : expressionList())
            result->arguments.push_back(std::move(argument));
    }
    expectSymbol(u")");
    return result;
}

ExpressionPtr ExpressionParser::cast(const Token &name)
{
    ExpressionPtr result = make(Kind::Convert, name.at, name.upper);
    result->tries = name.upper.startsWith(u"TRY_"_s);
    expectSymbol(u"(");
    result->arguments.push_back(expression());
    expectWord(u"AS");
    result->type = type(0);
    expectSymbol(u")");
    return result;
}

ExpressionPtr ExpressionParser::convert(const Token &name)
{
    ExpressionPtr result = make(Kind::Convert, name.at, name.upper);
    result->tries = name.upper.startsWith(u"TRY_"_s);
    expectSymbol(u"(");
    result->type = type(0);
    expectSymbol(u",");
    result->arguments.push_back(expression());
    if (acceptSymbol(u","))
        result->style = expression();
    expectSymbol(u")");
    return result;
}

ExpressionPtr ExpressionParser::caseExpression()
{
    ExpressionPtr result = make(Kind::Case, position(), u"CASE"_s);
    expectWord(u"CASE");
    const bool simple = !isWord(u"WHEN");
    if (simple)
        result->arguments.push_back(expression());
    while (acceptWord(u"WHEN")) {
        ast::CaseBranch branch;
        branch.when = simple ? expression() : condition();
        expectWord(u"THEN");
        branch.then = expression();
        result->branches.push_back(std::move(branch));
    }
    if (result->branches.empty())
        fail();
    if (acceptWord(u"ELSE"))
        result->otherwise = expression();
    expectWord(u"END");
    return result;
}

bool ExpressionParser::isSubquery() const
{
    return isSymbol(u"(") && isWord(u"SELECT", 1);
}

std::vector<ExpressionPtr> ExpressionParser::expressionList()
{
    std::vector<ExpressionPtr> list;
    do {
        list.push_back(expression());
    } while (acceptSymbol(u","));
    return list;
}

ExpressionPtr ExpressionParser::simpleValue()
{
    if (peek().kind == Token::Kind::Variable)
        return primary();
    const bool negative = acceptSymbol(u"-");
    ExpressionPtr result = literal();
    if (negative && !negateLiteral(result->value))
        fail();
    return result;
}

ExpressionPtr ExpressionParser::valueOrDefault()
{
    if (!isWord(u"DEFAULT"))
        return expression();
    ExpressionPtr result = make(Kind::Default, position());
    take();
    return result;
}

} // namespace tidemark::practice
