#include "statementparser.h"

#include <QSet>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

using ast::Expression;
using ast::ExpressionPtr;

ast::Batch StatementParser::batch()
{
    ast::Batch result;
    while (acceptSymbol(u";")) { }
    if (isName()) { // a batch may begin with a procedure's name alone
        const ast::Position at = position();
        result.statements.push_back({ at, execute() });
    }
    while (!failed()) {
        while (acceptSymbol(u";")) { }
        if (atEnd())
            break;
        result.statements.push_back(statement());
    }
    result.changeTables = changeTables();
    return result;
}

ast::Statement StatementParser::statement()
{
    const Nesting nesting(*this);
    ast::Statement result{ position(), body() };
    return result;
}

StatementParser::Body StatementParser::body()
{
    if (isWord(u"SELECT") || isSubquery())
        return ast::SelectStatement{ query() };
    if (acceptWord(u"WITH"))
        return withStatement();
    if (isWord(u"INSERT") || isWord(u"UPDATE") || isWord(u"DELETE"))
        return changeStatement({}, nullptr);
    if (acceptWord(u"DECLARE"))
        return declare();
    if (acceptWord(u"SET"))
        return set();
    if (acceptWord(u"USE"))
        return ast::Use{ expectName() };
    if (acceptWord(u"BEGIN"))
        return begin();
    if (acceptWord(u"COMMIT"))
        return commit();
    if (acceptWord(u"ROLLBACK"))
        return rollback();
    if (acceptWord(u"SAVE")) {
        if (!acceptWord(u"TRAN"))
            expectWord(u"TRANSACTION");
        return ast::SaveTransaction{ expectName() };
    }
    if (acceptWord(u"CREATE"))
        return create();
    if (acceptWord(u"ALTER"))
        return alter();
    if (acceptWord(u"DROP"))
        return drop();
    if (acceptWord(u"TRUNCATE"))
        return truncate();
    if (acceptWord(u"GRANT"))
        return permission(ast::Permission::Action::Grant);
    if (acceptWord(u"DENY"))
        return permission(ast::Permission::Action::Deny);
    if (acceptWord(u"REVOKE"))
        return permission(ast::Permission::Action::Revoke);
    if (acceptWord(u"EXEC") || acceptWord(u"EXECUTE"))
        return execute();
    if (acceptWord(u"WAITFOR"))
        return waitFor();
    if (acceptWord(u"PRINT"))
        return ast::Print{ expression() };
    if (acceptWord(u"IF"))
        return ifStatement();
    fail();
    return {};
}

StatementParser::Body StatementParser::withStatement()
{
    ExpressionPtr context;
    std::vector<ast::CommonTable> with;
    if (acceptWord(u"CHANGE_TRACKING_CONTEXT")) {
        expectSymbol(u"(");
        context = expression();
        expectSymbol(u")");
        if (acceptSymbol(u","))
            with = commonTables();
    } else {
        with = commonTables();
    }
    if (context || !(isWord(u"SELECT") || isSubquery()))
        return changeStatement(std::move(with), std::move(context));
    ast::SelectStatement result{ query() };
    result.select.with = std::move(with);
    return result;
}

StatementParser::Body StatementParser::changeStatement(
    std::vector<ast::CommonTable> with, ExpressionPtr changeContext)
{
    const auto complete = [&](auto statement) -> Body {
        statement.with = std::move(with);
        statement.changeContext = std::move(changeContext);
        return statement;
    };
    if (acceptWord(u"INSERT"))
        return complete(insert());
    if (acceptWord(u"UPDATE"))
        return complete(update());
    expectWord(u"DELETE");
    return complete(remove());
}

ast::Insert StatementParser::insert()
{
    ast::Insert result;
    acceptWord(u"INTO");
    result.table = expectObjectName();
    tableHints();
    if (isSymbol(u"(") && !isSubquery())
        result.columns = expectNameList();
    insertedRows(result);
    return result;
}

void StatementParser::insertedRows(ast::Insert &insert)
{
    if (acceptWords(u"DEFAULT", u"VALUES"))
        insert.defaultValues = true;
    else if (acceptWord(u"VALUES"))
        insert.rows = valueRows();
    else if (isWord(u"SELECT") || isWord(u"WITH") || isSubquery())
        insert.select = std::make_unique<ast::Select>(query());
    else
        fail();
}

ast::Update StatementParser::update()
{
    ast::Update result;
    if (acceptWord(u"TOP"))
        result.top = topRows();
    result.target = expectObjectName();
    tableHints();
    expectWord(u"SET");
    do {
        result.assignments.push_back(assignment());
    } while (acceptSymbol(u","));
    if (acceptWord(u"FROM"))
        result.from = sources();
    if (acceptWord(u"WHERE"))
        result.where = condition();
    return result;
}

ast::Assignment StatementParser::assignment()
{
    ast::Assignment result;
    result.at = position();
    const ast::ObjectName name = expectObjectName(); // the alias in front of it says nothing more
    result.column = name.name;
    const Token operation = take();
    if (operation.kind == Token::Kind::Symbol && operation.text == u"=") {
        result.value = valueOrDefault();
        return result;
    }
    auto column = std::make_unique<Expression>();
    column->kind = Expression::Kind::Column;
    column->at = result.at;
    column->name = name.name;
    if (!name.schema.isEmpty())
        column->qualifier = QStringList{ name.schema };
    result.value = compound(std::move(column), operation);
    return result;
}

/// The right side of target += value: target + value.
ExpressionPtr StatementParser::compound(ExpressionPtr target, const Token &operation)
{
    static const QSet<QString> operations = { u"+="_s, u"-="_s, u"*="_s, u"/="_s, u"%="_s, u"&="_s, u"|="_s,
        u"^="_s };
    if (operation.kind != Token::Kind::Symbol || !operations.contains(operation.text)) {
        fail(operation);
        return target;
    }
    auto result = std::make_unique<Expression>();
    result->kind = Expression::Kind::Binary;
    result->at = operation.at;
    result->name = operation.text.left(1);
    result->arguments.push_back(std::move(target));
    result->arguments.push_back(expression());
    return result;
}

ast::Delete StatementParser::remove()
{
    ast::Delete result;
    if (acceptWord(u"TOP"))
        result.top = topRows();
    acceptWord(u"FROM");
    result.target = expectObjectName();
    tableHints();
    if (acceptWord(u"FROM"))
        result.from = sources();
    if (acceptWord(u"WHERE"))
        result.where = condition();
    return result;
}

ast::Declare StatementParser::declare()
{
    ast::Declare result;
    do {
        ast::Declaration variable;
        variable.at = position();
        variable.name = expectVariable();
        acceptWord(u"AS");
        variable.type = type(int(result.variables.size()) + 1);
        if (acceptSymbol(u"="))
            variable.value = expression();
        result.variables.push_back(std::move(variable));
    } while (acceptSymbol(u","));
    return result;
}

StatementParser::Body StatementParser::set()
{
    if (acceptWord(u"TRANSACTION"))
        return setIsolation();
    if (peek().kind != Token::Kind::Variable)
        return setOption();
    const ast::Position at = position();
    ast::SetVariable result{ expectVariable(), nullptr };
    const Token operation = take();
    if (operation.kind == Token::Kind::Symbol && operation.text == u"=") {
        result.value = expression();
        return result;
    }
    auto variable = std::make_unique<Expression>();
    variable->kind = Expression::Kind::Variable;
    variable->at = at;
    variable->name = result.name;
    result.value = compound(std::move(variable), operation);
    return result;
}

ast::SetIsolation StatementParser::setIsolation()
{
    using ast::Isolation;
    expectWord(u"ISOLATION");
    expectWord(u"LEVEL");
    if (acceptWord(u"SNAPSHOT"))
        return { Isolation::Snapshot };
    if (acceptWord(u"SERIALIZABLE"))
        return { Isolation::Serializable };
    if (acceptWord(u"REPEATABLE")) {
        expectWord(u"READ");
        return { Isolation::RepeatableRead };
    }
    expectWord(u"READ");
    if (acceptWord(u"UNCOMMITTED"))
        return { Isolation::ReadUncommitted };
    expectWord(u"COMMITTED");
    return { Isolation::ReadCommitted };
}

StatementParser::Body StatementParser::setOption()
{
    static const QSet<QString> known = { u"ANSI_NULLS"_s, u"ANSI_NULL_DFLT_ON"_s, u"ANSI_NULL_DFLT_OFF"_s,
        u"ANSI_PADDING"_s, u"ANSI_WARNINGS"_s, u"ANSI_DEFAULTS"_s, u"ARITHABORT"_s, u"ARITHIGNORE"_s,
        u"CONCAT_NULL_YIELDS_NULL"_s, u"CONTEXT_INFO"_s, u"CURSOR_CLOSE_ON_COMMIT"_s, u"DATEFIRST"_s,
        u"DATEFORMAT"_s, u"DEADLOCK_PRIORITY"_s, u"FMTONLY"_s, u"FORCEPLAN"_s, u"IMPLICIT_TRANSACTIONS"_s,
        u"LANGUAGE"_s, u"LOCK_TIMEOUT"_s, u"NOCOUNT"_s, u"NOEXEC"_s, u"NUMERIC_ROUNDABORT"_s,
        u"NO_BROWSETABLE"_s, u"PARSEONLY"_s, u"QUERY_GOVERNOR_COST_LIMIT"_s, u"QUOTED_IDENTIFIER"_s,
        u"REMOTE_PROC_TRANSACTIONS"_s, u"ROWCOUNT"_s, u"SHOWPLAN_ALL"_s, u"SHOWPLAN_TEXT"_s,
        u"SHOWPLAN_XML"_s, u"TEXTSIZE"_s, u"XACT_ABORT"_s };
    if (acceptWord(u"IDENTITY_INSERT")) {
        ast::SetIdentityInsert result{ expectObjectName(), false };
        result.on = onOrOff();
        return result;
    }
    ast::SetOption result;
    if (acceptWord(u"STATISTICS")) {
        result.names += u"STATISTICS "_s + peek().upper;
        take();
        result.value = onOrOff() ? u"ON"_s : u"OFF"_s;
        return result;
    }
    do {
        const Token name = take();
        if (name.kind != Token::Kind::Word)
            fail(name);
        else if (!known.contains(name.upper))
            fail(195, u"'%1' is not a recognized SET option."_s.arg(name.text), name.at);
        result.names += name.upper;
    } while (acceptSymbol(u","));
    const bool negative = acceptSymbol(u"-");
    const Token value = take();
    const bool word = value.kind == Token::Kind::Word
        && (value.upper == u"ON" || value.upper == u"OFF" || !isReservedWord(value.upper));
    if (!word
        && (value.kind == Token::Kind::Symbol || value.kind == Token::Kind::Word
            || value.kind == Token::Kind::End))
        fail(value);
    result.value = (negative ? u"-"_s : QString()) + (word ? value.upper : value.text);
    return result;
}

StatementParser::Body StatementParser::begin()
{
    if (acceptWord(u"TRAN") || acceptWord(u"TRANSACTION"))
        return ast::BeginTransaction{ transactionName() };
    ast::Block block;
    while (acceptSymbol(u";")) { }
    do {
        block.statements.push_back(statement());
        while (acceptSymbol(u";")) { }
    } while (!failed() && !isWord(u"END"));
    expectWord(u"END");
    return block;
}

StatementParser::Body StatementParser::commit()
{
    if (acceptWord(u"WORK"))
        return ast::Commit{};
    if (acceptWord(u"TRAN") || acceptWord(u"TRANSACTION"))
        return ast::Commit{ transactionName() };
    return ast::Commit{};
}

StatementParser::Body StatementParser::rollback()
{
    if (acceptWord(u"WORK"))
        return ast::Rollback{};
    if (acceptWord(u"TRAN") || acceptWord(u"TRANSACTION"))
        return ast::Rollback{ transactionName() };
    return ast::Rollback{};
}

QString StatementParser::transactionName()
{
    return isName() ? take().text : QString();
}

ast::Permission StatementParser::permission(ast::Permission::Action action)
{
    ast::Permission result;
    result.action = action;
    if (action == ast::Permission::Action::Revoke && acceptWords(u"GRANT", u"OPTION"))
        expectWord(u"FOR");
    do {
        result.permissions += permissionName();
        if (isSymbol(u"("))
            result.columns += expectNameList();
    } while (acceptSymbol(u","));
    if (acceptWord(u"ON"))
        securable(result);
    if (action != ast::Permission::Action::Revoke || !acceptWord(u"FROM"))
        expectWord(u"TO");
    do {
        result.principals += acceptWord(u"PUBLIC") ? u"public"_s : expectName();
    } while (acceptSymbol(u","));
    if (acceptWord(u"WITH")) {
        expectWord(u"GRANT");
        expectWord(u"OPTION");
    }
    acceptWord(u"CASCADE");
    return result;
}

QString StatementParser::permissionName()
{
    QStringList words;
    while (peek().kind == Token::Kind::Word && !isWord(u"ON") && !isWord(u"TO") && !isWord(u"FROM"))
        words += take().upper;
    if (words.isEmpty())
        fail();
    return words.join(u' ');
}

void StatementParser::securable(ast::Permission &permission)
{
    using Class = ast::Permission::Class;
    permission.securableClass = Class::Object;
    if (isSymbol(u"::", 1)) {
        if (acceptWord(u"SCHEMA"))
            permission.securableClass = Class::Schema;
        else if (acceptWord(u"DATABASE"))
            permission.securableClass = Class::Database;
        else
            expectWord(u"OBJECT");
        expectSymbol(u"::");
    }
    permission.securable = expectObjectName();
}

ast::Execute StatementParser::execute()
{
    ast::Execute result;
    if (acceptSymbol(u"(")) {
        result.text = expression();
        expectSymbol(u")");
        return result;
    }
    if (peek().kind == Token::Kind::Variable) {
        result.returnVariable = expectVariable();
        expectSymbol(u"=");
    }
    result.procedure = expectObjectName();
    if (isSymbol(u";") && peek(1).kind == Token::Kind::Integer) { // a numbered procedure
        take();
        take();
    }
    const Token::Kind kind = peek().kind;
    const bool word = isName() || isWord(u"NULL") || isWord(u"DEFAULT");
    if (!word && !isSymbol(u"-")
        && (kind == Token::Kind::Word || kind == Token::Kind::Symbol || kind == Token::Kind::End))
        return result;
    do {
        result.arguments.push_back(argument());
    } while (acceptSymbol(u","));
    return result;
}

ast::Argument StatementParser::argument()
{
    ast::Argument result;
    if (peek().kind == Token::Kind::Variable && isSymbol(u"=", 1)) {
        result.name = expectVariable();
        expectSymbol(u"=");
    }
    if (isWord(u"DEFAULT")) {
        result.value = valueOrDefault();
    } else if (isName()) {
        result.value = std::make_unique<Expression>();
        result.value->at = position();
        result.value->type = { TypeId::NVarChar, 4000 };
        result.value->value = take().text;
    } else {
        result.value = simpleValue();
    }
    result.output = acceptWord(u"OUTPUT") || acceptWord(u"OUT");
    return result;
}

ast::WaitFor StatementParser::waitFor()
{
    expectWord(u"DELAY");
    return { simpleValue() };
}

ast::If StatementParser::ifStatement()
{
    ast::If result;
    result.condition = condition();
    result.then = std::make_unique<ast::Statement>(statement());
    if (isSymbol(u";") && isWord(u"ELSE", 1))
        take();
    if (acceptWord(u"ELSE"))
        result.otherwise = std::make_unique<ast::Statement>(statement());
    return result;
}

std::vector<ParameterDeclaration> StatementParser::parameters()
{
    std::vector<ParameterDeclaration> result;
    while (!failed() && !atEnd()) {
        ParameterDeclaration parameter;
        parameter.name = expectVariable();
        acceptWord(u"AS");
        parameter.type = type(int(result.size()) + 1);
        if (acceptSymbol(u"="))
            parameter.defaultValue = expression();
        parameter.output = acceptWord(u"OUTPUT") || acceptWord(u"OUT");
        acceptWord(u"READONLY");
        result.push_back(std::move(parameter));
        if (!acceptSymbol(u",") && !atEnd())
            fail();
    }
    return result;
}

ast::ObjectName StatementParser::objectName()
{
    return expectObjectName();
}

} // namespace tidemark::practice
