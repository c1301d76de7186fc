#pragma once

#include "ast.h"
#include "procedures.h"
#include "sqlresult.h"

namespace tidemark::practice {

/// The procedures of the schema practice, which do what only the owner of a server could do, or nobody:
/// faults, cleanup on demand, the clock, backup and restore, made-up tables.
class PracticeProcedures {
public:
    explicit PracticeProcedures(SessionCore &core);

    SqlStatus run(const ast::Execute &call, const QString &name);
    /// What AUTO_CLEANUP would do now in the current database.
    SqlStatus cleanExpired();

private:
    SqlStatus cleanup(const ProcedureArguments &arguments);
    SqlStatus moveClock(const ProcedureArguments &arguments);
    SqlStatus makeReplay(const ProcedureArguments &arguments);

    SessionCore &m_core;
};

} // namespace tidemark::practice
