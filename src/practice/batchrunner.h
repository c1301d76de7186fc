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
    template <typename Statement>
    SqlStatus operator()(const Statement &statement);

private:
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
