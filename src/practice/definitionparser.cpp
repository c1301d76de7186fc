#include "definitionparser.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

DefinitionParser::Body DefinitionParser::create()
{
    if (acceptWord(u"TABLE"))
        return createTable();
    if (acceptWord(u"SCHEMA"))
        return createSchema();
    if (acceptWord(u"DATABASE"))
        return createDatabase();
    if (acceptWord(u"LOGIN"))
        return createLogin();
    if (acceptWord(u"USER"))
        return createUser();
    const bool unique = acceptWord(u"UNIQUE");
    if (!acceptWord(u"CLUSTERED"))
        acceptWord(u"NONCLUSTERED");
    if (acceptWord(u"INDEX"))
        return createIndex(unique);
    fail();
    return {};
}

DefinitionParser::Body DefinitionParser::alter()
{
    if (acceptWord(u"TABLE"))
        return alterTable();
    if (acceptWord(u"DATABASE"))
        return alterDatabase();
    if (acceptWord(u"ROLE"))
        return alterRole();
    fail();
    return {};
}

DefinitionParser::Body DefinitionParser::drop()
{
    if (acceptWord(u"TABLE")) {
        ast::DropTable result;
        result.ifExists = ifExists();
        do {
            result.tables.push_back(expectObjectName());
        } while (acceptSymbol(u","));
        return result;
    }
    if (acceptWord(u"INDEX")) {
        ast::DropIndex result;
        result.ifExists = ifExists();
        result.name = expectName();
        expectWord(u"ON");
        result.table = expectObjectName();
        return result;
    }
    if (acceptWord(u"SCHEMA")) {
        const bool conditional = ifExists();
        return ast::DropSchema{ expectName(), conditional };
    }
    if (acceptWord(u"DATABASE")) {
        ast::DropDatabase result;
        result.ifExists = ifExists();
        do {
            result.names.push_back(expectName());
        } while (acceptSymbol(u","));
        return result;
    }
    const bool isLogin = acceptWord(u"LOGIN");
    if (!isLogin)
        expectWord(u"USER");
    const bool conditional = ifExists();
    return ast::DropPrincipal{ expectName(), isLogin, conditional };
}

DefinitionParser::Body DefinitionParser::truncate()
{
    expectWord(u"TABLE");
    return ast::TruncateTable{ expectObjectName() };
}

ast::CreateIndex DefinitionParser::createIndex(bool unique)
{
    ast::CreateIndex result;
    result.unique = unique;
    result.name = expectName();
    expectWord(u"ON");
    result.table = expectObjectName();
    result.columns = indexColumns();
    if (acceptWord(u"INCLUDE"))
        expectNameList();
    indexOptions();
    return result;
}

ast::CreateDatabase DefinitionParser::createDatabase()
{
    ast::CreateDatabase result;
    result.name = expectName();
    if (acceptWord(u"COLLATE"))
        result.collation = expectName();
    return result;
}

ast::CreateSchema DefinitionParser::createSchema()
{
    ast::CreateSchema result;
    result.name = expectName();
    if (acceptWord(u"AUTHORIZATION"))
        result.owner = expectName();
    return result;
}

ast::CreateLogin DefinitionParser::createLogin()
{
    ast::CreateLogin result;
    result.name = expectName();
    expectWord(u"WITH");
    expectWord(u"PASSWORD");
    expectSymbol(u"=");
    result.password = expectText();
    while (acceptSymbol(u",")) {
        const QString option = take().upper;
        expectSymbol(u"=");
        if (option == u"DEFAULT_DATABASE")
            result.defaultDatabase = expectName();
        else if (option == u"CHECK_POLICY" || option == u"CHECK_EXPIRATION")
            onOrOff();
        else
            fail();
    }
    return result;
}

ast::CreateUser DefinitionParser::createUser()
{
    ast::CreateUser result;
    result.name = expectName();
    if (acceptWords(u"WITHOUT", u"LOGIN")) {
        result.withoutLogin = true;
    } else if (acceptWord(u"FOR") || acceptWord(u"FROM")) {
        expectWord(u"LOGIN");
        result.login = expectName();
    }
    return result;
}

ast::RoleMember DefinitionParser::alterRole()
{
    ast::RoleMember result;
    result.role = expectName();
    result.add = acceptWord(u"ADD");
    if (!result.add)
        expectWord(u"DROP");
    expectWord(u"MEMBER");
    result.member = expectName();
    return result;
}

ast::AlterDatabase DefinitionParser::alterDatabase()
{
    ast::AlterDatabase result;
    if (!acceptWord(u"CURRENT"))
        result.name = expectName();
    expectWord(u"SET");
    do {
        if (acceptWord(u"CHANGE_TRACKING")) {
            result.options.emplace_back(databaseTracking());
            continue;
        }
        ast::DatabaseOption option;
        option.name = peek().upper;
        if (!isName())
            fail();
        take();
        acceptSymbol(u"=");
        option.value = onOrOff() ? u"ON"_s : u"OFF"_s;
        result.options.emplace_back(std::move(option));
    } while (acceptSymbol(u","));
    if (acceptWord(u"WITH")) { // how to end the transactions that are in the way
        if (acceptWord(u"ROLLBACK"))
            expectWord(u"IMMEDIATE");
        else
            expectWord(u"NO_WAIT");
    }
    return result;
}

ast::DatabaseTracking DefinitionParser::databaseTracking()
{
    ast::DatabaseTracking result;
    if (acceptSymbol(u"=")) {
        result.on = onOrOff();
        if (!*result.on || !isSymbol(u"("))
            return result;
    }
    expectSymbol(u"(");
    do {
        trackingOption(result);
    } while (acceptSymbol(u","));
    expectSymbol(u")");
    return result;
}

void DefinitionParser::trackingOption(ast::DatabaseTracking &tracking)
{
    if (acceptWord(u"AUTO_CLEANUP")) {
        refuseSecond(tracking.autoCleanup.has_value(), u"AUTO_CLEANUP"_s);
        expectSymbol(u"=");
        tracking.autoCleanup = onOrOff();
        return;
    }
    expectWord(u"CHANGE_RETENTION");
    refuseSecond(tracking.retention.has_value(), u"CHANGE_RETENTION"_s);
    expectSymbol(u"=");
    tracking.retention = int(expectInteger());
    tracking.retentionUnit = peek().upper;
    if (tracking.retentionUnit != u"DAYS" && tracking.retentionUnit != u"HOURS"
        && tracking.retentionUnit != u"MINUTES")
        fail();
    take();
}

void DefinitionParser::refuseSecond(bool given, const QString &option)
{
    if (given)
        fail(5091,
            u"ALTER DATABASE change tracking option '%1' was specified more than once. Each option can be "
            u"specified "
            "only once."_s.arg(option),
            position(), 16);
}

} // namespace tidemark::practice
