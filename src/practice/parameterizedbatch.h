#pragma once

#include "ast.h"
#include "sqlresult.h"
#include "sqlsession.h"

namespace tidemark::practice {

class SessionCore;

/// What EXEC sp_executesql in a batch asks for: a batch with parameters of its own.
struct ParameterizedBatch {
    QString text;
    std::vector<Parameter> parameters;
    QStringList targets; // for each parameter the caller's variable that takes its value at the end, or empty

    static bool isCalledBy(const ast::Execute &call);
    [[nodiscard]] static SqlResult<ParameterizedBatch> of(SessionCore &core, const ast::Execute &call);
};

} // namespace tidemark::practice
