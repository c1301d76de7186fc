#pragma once

#include "tabledefinitionparser.h"

namespace tidemark::practice {

/// The grammar of CREATE, ALTER, DROP and TRUNCATE, behind these words.
class DefinitionParser : public TableDefinitionParser {
public:
    using TableDefinitionParser::TableDefinitionParser;

protected:
    using Body = decltype(ast::Statement::body);

    Body create();
    Body alter();
    Body drop();
    Body truncate();

private:
    ast::CreateIndex createIndex(bool unique);
    ast::CreateDatabase createDatabase();
    ast::CreateSchema createSchema();
    ast::CreateLogin createLogin();
    ast::CreateUser createUser();
    ast::RoleMember alterRole();
    ast::AlterDatabase alterDatabase();
    ast::DatabaseTracking databaseTracking();
    void trackingOption(ast::DatabaseTracking &tracking);
    void refuseSecond(bool given, const QString &option);
};

} // namespace tidemark::practice
