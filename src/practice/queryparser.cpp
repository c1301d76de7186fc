#include "queryparser.h"

#include "literals.h"

#include <QSet>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

using ast::Source;
using ast::SourcePtr;

ast::Select QueryParser::query()
{
    const Nesting nesting(*this);
    ast::Select result;
    if (acceptWord(u"WITH"))
        result.with = commonTables();
    result.at = position();
    addOperands(result);
    orderAndPaging(result);
    optionClause();
    return result;
}

ast::SelectPtr QueryParser::subquery()
{
    expectSymbol(u"(");
    auto result = std::make_unique<ast::Select>(query());
    expectSymbol(u")");
    return result;
}

void QueryParser::addOperands(ast::Select &query)
{
    operand(query);
    while (!failed()) {
        ast::SetOperation operation = ast::SetOperation::Union;
        if (acceptWord(u"UNION"))
            operation = acceptWord(u"ALL") ? ast::SetOperation::UnionAll : ast::SetOperation::Union;
        else if (acceptWord(u"EXCEPT"))
            operation = ast::SetOperation::Except;
        else if (acceptWord(u"INTERSECT"))
            operation = ast::SetOperation::Intersect;
        else
            return;
        query.operations.push_back(operation);
        operand(query);
    }
}

void QueryParser::operand(ast::Select &query)
{
    if (!acceptSymbol(u"(")) {
        query.cores.push_back(core());
        return;
    }
    // (SELECT ...) as an operand: only a single one needs no tree of its own.
    query.cores.push_back(core());
    expectSymbol(u")");
}

std::vector<ast::CommonTable> QueryParser::commonTables()
{
    std::vector<ast::CommonTable> tables;
    do {
        ast::CommonTable table;
        table.at = position();
        table.name = expectName();
        if (isSymbol(u"("))
            table.columns = expectNameList();
        expectWord(u"AS");
        table.select = subquery();
        tables.push_back(std::move(table));
    } while (acceptSymbol(u","));
    return tables;
}

ast::ExpressionPtr QueryParser::topRows()
{
    if (acceptSymbol(u"(")) {
        ast::ExpressionPtr rows = expression();
        expectSymbol(u")");
        return rows;
    }
    if (peek().kind == Token::Kind::Variable)
        return expression();
    return literal();
}

ast::SelectCore QueryParser::core()
{
    ast::SelectCore result;
    result.at = position();
    expectWord(u"SELECT");
    result.distinct = acceptWord(u"DISTINCT");
    if (!result.distinct)
        acceptWord(u"ALL");
    if (acceptWord(u"TOP")) {
        result.top = topRows();
        if (isWord(u"PERCENT") || isWord(u"WITH"))
            fail();
    }
    do {
        result.items.push_back(item());
    } while (acceptSymbol(u","));
    if (acceptWord(u"FROM"))
        result.from = sources();
    if (acceptWord(u"WHERE"))
        result.where = condition();
    if (acceptWords(u"GROUP", u"BY"))
        result.groupBy = expressionList();
    if (acceptWord(u"HAVING"))
        result.having = condition();
    return result;
}

ast::SelectItem QueryParser::item()
{
    ast::SelectItem result;
    result.at = position();
    if (acceptSymbol(u"*"))
        return result;
    if (peek().kind == Token::Kind::Variable && isSymbol(u"=", 1)) {
        result.variable = expectVariable();
        expectSymbol(u"=");
        result.expression = expression();
        return result;
    }
    for (int ahead = 0; isName(ahead) && isSymbol(u".", ahead + 1); ahead += 2) {
        if (!isSymbol(u"*", ahead + 2))
            continue;
        for (; !isSymbol(u"*"); take()) {
            if (!isSymbol(u"."))
                result.starQualifier += peek().text;
        }
        take();
        return result;
    }
    const bool named = isName() || peek().kind == Token::Kind::Text;
    if (named && isSymbol(u"=", 1)) {
        result.alias = take().text;
        take();
        result.expression = expression();
        return result;
    }
    result.expression = expression();
    const bool as = acceptWord(u"AS");
    if (isName() || peek().kind == Token::Kind::Text || peek().kind == Token::Kind::NationalText)
        result.alias = take().text;
    else if (as)
        fail();
    return result;
}

void QueryParser::orderAndPaging(ast::Select &query)
{
    if (!acceptWords(u"ORDER", u"BY"))
        return;
    do {
        ast::OrderItem order;
        order.expression = expression();
        order.descending = acceptWord(u"DESC");
        if (!order.descending)
            acceptWord(u"ASC");
        query.orderBy.push_back(std::move(order));
    } while (acceptSymbol(u","));
    if (!acceptWord(u"OFFSET"))
        return;
    query.offset = expression();
    if (!acceptWord(u"ROW"))
        expectWord(u"ROWS");
    if (!acceptWord(u"FETCH"))
        return;
    if (!acceptWord(u"FIRST"))
        expectWord(u"NEXT");
    query.fetch = expression();
    if (!acceptWord(u"ROW"))
        expectWord(u"ROWS");
    expectWord(u"ONLY");
}

/// OPTION (RECOMPILE, MAXDOP 1, ...): advice that changes no result.
void QueryParser::optionClause()
{
    if (!acceptWord(u"OPTION"))
        return;
    expectSymbol(u"(");
    do {
        if (peek().kind != Token::Kind::Word)
            fail();
        while (peek().kind == Token::Kind::Word || peek().kind == Token::Kind::Integer)
            take();
    } while (acceptSymbol(u","));
    expectSymbol(u")");
}

std::vector<SourcePtr> QueryParser::sources()
{
    std::vector<SourcePtr> result;
    do {
        result.push_back(joinedSource());
    } while (acceptSymbol(u","));
    return result;
}

bool QueryParser::joinWord(Source::JoinKind &kind)
{
    using JoinKind = Source::JoinKind;
    if (acceptWord(u"JOIN")) {
        kind = JoinKind::Inner;
        return true;
    }
    if (acceptWord(u"INNER")) {
        kind = JoinKind::Inner;
    } else if (isWord(u"LEFT") || isWord(u"RIGHT") || isWord(u"FULL")) {
        const QString side = take().upper;
        kind = side == u"LEFT" ? JoinKind::Left : side == u"RIGHT" ? JoinKind::Right : JoinKind::Full;
        acceptWord(u"OUTER");
    } else if (acceptWord(u"CROSS")) {
        kind = JoinKind::Cross;
    } else {
        return false;
    }
    // INNER LOOP JOIN: a hint
    if (!acceptWord(u"LOOP") && !acceptWord(u"HASH"))
        acceptWord(u"MERGE");
    expectWord(u"JOIN");
    return true;
}

SourcePtr QueryParser::joinedSource()
{
    const Nesting nesting(*this);
    SourcePtr left = source();
    while (!failed() && joinOne(left)) { }
    return left;
}

/// Takes one join, and whether there is one.
bool QueryParser::joinOne(SourcePtr &left)
{
    auto join = std::make_unique<Source>();
    join->kind = Source::Kind::Join;
    join->at = position();
    if (!joinWord(join->join))
        return false;
    join->left = std::move(left);
    join->right = source();
    if (join->join != Source::JoinKind::Cross) {
        // a JOIN b JOIN c ON ... ON ...: the inner join comes first
        while (!failed() && !isWord(u"ON") && joinOne(join->right)) { }
        expectWord(u"ON");
        join->on = condition();
    }
    left = std::move(join);
    return true;
}

SourcePtr QueryParser::source()
{
    if (isSymbol(u"("))
        return bracketedSource();
    if (isWord(u"CHANGETABLE") && isSymbol(u"(", 1))
        return changeTable();
    auto result = std::make_unique<Source>();
    result->at = position();
    result->table = expectObjectName();
    if (isSymbol(u"(") && !failed()) {
        fail(208, u"Invalid object name '%1'."_s.arg(result->table.written()), result->at, 16);
        return result;
    }
    alias(*result);
    tableHints();
    return result;
}

SourcePtr QueryParser::bracketedSource()
{
    auto result = std::make_unique<Source>();
    result->at = position();
    if (isSubquery()) {
        result->kind = Source::Kind::Select;
        result->select = subquery();
        alias(*result);
        if (result->alias.isEmpty())
            fail();
        return result;
    }
    expectSymbol(u"(");
    if (acceptWord(u"VALUES")) {
        result->kind = Source::Kind::Values;
        result->rows = valueRows();
        expectSymbol(u")");
        alias(*result);
        if (result->columnAliases.isEmpty())
            fail();
        return result;
    }
    result = joinedSource();
    expectSymbol(u")");
    return result;
}

std::vector<std::vector<ast::ExpressionPtr>> QueryParser::valueRows()
{
    std::vector<std::vector<ast::ExpressionPtr>> rows;
    do {
        expectSymbol(u"(");
        rows.emplace_back();
        do {
            rows.back().push_back(valueOrDefault());
        } while (acceptSymbol(u","));
        expectSymbol(u")");
        if (rows.back().size() != rows.front().size())
            fail(10709,
                u"The number of columns for each row in a table value constructor must be the same."_s,
                position(), 16);
    } while (acceptSymbol(u","));
    return rows;
}

SourcePtr QueryParser::changeTable()
{
    auto result = std::make_unique<Source>();
    result->kind = Source::Kind::Changes;
    result->at = position();
    ast::ChangeTable &changes = result->changes;
    changes.at = take().at;
    expectSymbol(u"(");
    changes.isVersion = acceptWord(u"VERSION");
    if (!changes.isVersion)
        expectWord(u"CHANGES");
    changes.table = expectObjectName();
    expectSymbol(u",");
    if (changes.isVersion) {
        changeTableVersion(changes);
    } else {
        changes.since = changeVersion();
        if (acceptSymbol(u","))
            expectWord(u"FORCESEEK");
    }
    expectSymbol(u")");
    alias(*result);
    if (result->alias.isEmpty() && !failed())
        fail(22104, u"A table returned by the CHANGETABLE function must be aliased."_s, result->at, 15);
    if (!failed())
        m_changeTables.push_back(changes.table);
    return result;
}

/// A literal, a variable or NULL; anything more is an error at the token that makes it more.
ast::ExpressionPtr QueryParser::changeVersion()
{
    auto result = std::make_unique<ast::Expression>();
    result->at = position();
    if (peek().kind == Token::Kind::Variable) {
        result->kind = ast::Expression::Kind::Variable;
        result->name = expectVariable();
        return result;
    }
    const bool negative = acceptSymbol(u"-");
    const Token::Kind kind = peek().kind;
    const bool whole =
        kind == Token::Kind::Integer || kind == Token::Kind::Text || kind == Token::Kind::NationalText;
    if (!whole && (negative || !isWord(u"NULL"))) {
        fail();
        return result;
    }
    result = literal();
    if (negative)
        negateLiteral(result->value);
    return result;
}

void QueryParser::changeTableVersion(ast::ChangeTable &changes)
{
    changes.keys = expectNameList();
    expectSymbol(u",");
    expectSymbol(u"(");
    changes.values = expressionList();
    expectSymbol(u")");
}

void QueryParser::alias(Source &source)
{
    static const QSet<QString> others = { u"OFFSET"_s, u"LOOP"_s, u"HASH"_s }; // names, but not here
    const bool as = acceptWord(u"AS");
    if (as || (isName() && !(peek().kind == Token::Kind::Word && others.contains(peek().upper))))
        source.alias = expectName();
    if (!source.alias.isEmpty() && isSymbol(u"("))
        source.columnAliases = expectNameList();
}

void QueryParser::tableHints()
{
    if (!isWord(u"WITH") || !isSymbol(u"(", 1))
        return;
    take();
    take();
    do {
        if (peek().kind != Token::Kind::Word || isSymbol(u"(", 1))
            fail();
        take();
    } while (acceptSymbol(u","));
    expectSymbol(u")");
}

} // namespace tidemark::practice
