#pragma once

#include "ast.h"
#include "sessioncore.h"

namespace tidemark::practice {

/// Runs one batch: its statements in order, errors as SQL Server treats them (some end the statement, some
/// the batch, some the transaction).
class BatchRunner {
public:
    BatchRunner(SessionCore &core, ResultSink &sink);

    void run(const QString &text, std::vector<Parameter> &parameters);

    // One for each kind of statement; what went well has told the sink so.
    SqlStatus operator()(const ast::SelectStatement &statement);
    SqlStatus operator()(const ast::Insert &statement);
    SqlStatus operator()(const ast::Update &statement);
    SqlStatus operator()(const ast::Delete &statement);
    SqlStatus operator()(const ast::Declare &statement);
    SqlStatus operator()(const ast::SetVariable &statement);
    SqlStatus operator()(const ast::SetOption &statement);
    SqlStatus operator()(const ast::SetIdentityInsert &statement);
    SqlStatus operator()(const ast::SetIsolation &statement);
    SqlStatus operator()(const ast::Use &statement);
    SqlStatus operator()(const ast::BeginTransaction &statement);
    SqlStatus operator()(const ast::Commit &statement);
    SqlStatus operator()(const ast::Rollback &statement);
    SqlStatus operator()(const ast::SaveTransaction &statement);
    SqlStatus operator()(const ast::Execute &statement);
    SqlStatus operator()(const ast::WaitFor &statement);
    SqlStatus operator()(const ast::Print &statement);
    SqlStatus operator()(const ast::Block &statement);
    SqlStatus operator()(const ast::If &statement);
    SqlStatus operator()(const ast::CreateTable &statement);
    SqlStatus operator()(const ast::AlterTable &statement);
    SqlStatus operator()(const ast::DropTable &statement);
    SqlStatus operator()(const ast::TruncateTable &statement);
    SqlStatus operator()(const ast::CreateIndex &statement);
    SqlStatus operator()(const ast::DropIndex &statement);
    SqlStatus operator()(const ast::CreateSchema &statement);
    SqlStatus operator()(const ast::DropSchema &statement);
    SqlStatus operator()(const ast::CreateDatabase &statement);
    SqlStatus operator()(const ast::DropDatabase &statement);
    SqlStatus operator()(const ast::AlterDatabase &statement);
    SqlStatus operator()(const ast::CreateLogin &statement);
    SqlStatus operator()(const ast::CreateUser &statement);
    SqlStatus operator()(const ast::DropPrincipal &statement);
    SqlStatus operator()(const ast::RoleMember &statement);
    SqlStatus operator()(const ast::Permission &statement);

private:
    template <typename Commands, typename Definition>
    SqlStatus define(const Definition &statement);
    using Variables = QHash<QString, SessionVariable>;

    void runText(const QString &text);
    SqlStatus runComposed(const ast::Expression &expression);
    SqlStatus runParameterized(const ast::Execute &call);
    Variables runWithin(const QString &text, Variables variables);
    bool runAll(const std::vector<ast::Statement> &statements);
    bool runOne(const ast::Statement &statement);
    bool fail(ServerMessage error, const ast::Statement &statement);
    void failBatch(const ServerMessage &error);
    SqlStatus checkChangeTables(const ast::Batch &batch);
    void endTransaction(bool committed, qint64 id);
    void beginImplicitTransaction();
    SqlStatus finish(CommandKind kind = CommandKind::Other);

    SessionCore &m_core;
    ResultSink &m_sink;
    bool m_goOn = true;
};

} // namespace tidemark::practice
