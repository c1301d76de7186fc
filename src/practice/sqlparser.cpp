#include "sqlparser.h"

#include "statementparser.h"

#include <type_traits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

QString ast::ObjectName::written() const
{
    if (!database.isEmpty())
        return database + u'.' + schema + u'.' + name;
    return schema.isEmpty() ? name : schema + u'.' + name;
}

namespace {

/// What `parse` makes of the whole text.
template <typename Parse>
auto parseAll(const QString &text, Parse parse) -> SqlResult<std::invoke_result_t<Parse, StatementParser &>>
{
    SqlResult<std::vector<Token>> tokens = tokenize(text);
    if (!tokens)
        return sqlError(tokens.error());
    StatementParser parser(text, std::move(*tokens));
    auto result = parse(parser);
    parser.expectEnd();
    if (parser.failed())
        return sqlError(parser.error());
    return result;
}

} // namespace

SqlResult<ast::Batch> parseBatch(const QString &text)
{
    return parseAll(text, [](StatementParser &parser) { return parser.batch(); });
}

SqlResult<ast::ExpressionPtr> parseExpression(const QString &text)
{
    return parseAll(text, [](StatementParser &parser) { return parser.expression(); });
}

SqlResult<ast::ExpressionPtr> parseCondition(const QString &text)
{
    return parseAll(text, [](StatementParser &parser) { return parser.condition(); });
}

SqlResult<std::vector<ParameterDeclaration>> parseParameters(const QString &text)
{
    return parseAll(text, [](StatementParser &parser) { return parser.parameters(); });
}

std::optional<ast::ObjectName> parseObjectName(const QString &text)
{
    const SqlResult<ast::ObjectName> name =
        parseAll(text, [](StatementParser &parser) { return parser.objectName(); });
    return name ? std::optional(*name) : std::nullopt;
}

} // namespace tidemark::practice
