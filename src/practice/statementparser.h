#pragma once

#include "definitionparser.h"
#include "sqlparser.h"

namespace tidemark::practice {

/// The grammar of a batch and of the statements that are not CREATE, ALTER or DROP.
class StatementParser : public DefinitionParser {
public:
    using DefinitionParser::DefinitionParser;

    ast::Batch batch();
    std::vector<ParameterDeclaration> parameters(); // of sp_executesql
    ast::ObjectName objectName();

private:
    ast::Statement statement();
    Body body();
    Body withStatement();
    Body changeStatement(std::vector<ast::CommonTable> with, ast::ExpressionPtr changeContext);
    ast::Insert insert();
    void insertedRows(ast::Insert &insert);
    ast::Update update();
    ast::Delete remove();
    ast::Assignment assignment();
    ast::Declare declare();
    Body set();
    Body setOption();
    ast::SetIsolation setIsolation();
    Body begin();
    Body commit();
    Body rollback();
    QString transactionName();
    ast::Permission permission(ast::Permission::Action action);
    QString permissionName();
    void securable(ast::Permission &permission);
    ast::Execute execute();
    ast::Argument argument();
    ast::WaitFor waitFor();
    ast::If ifStatement();
    ast::ExpressionPtr compound(ast::ExpressionPtr target, const Token &operation);
};

} // namespace tidemark::practice
