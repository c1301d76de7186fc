#pragma once

#include "ast.h"
#include "sqlresult.h"
#include "sqlvalue.h"

#include <QHash>

namespace tidemark::practice {

class SessionCore;

/// The arguments of a procedure call, evaluated: by name without @ in lower case, or by position.
class ProcedureArguments {
public:
    [[nodiscard]] static SqlResult<ProcedureArguments> evaluate(SessionCore &core, const ast::Execute &call,
        const QStringList &names); // in the order of the procedure

    std::optional<QString> text(const QString &name) const;
    std::optional<qint64> number(const QString &name) const;
    bool flag(const QString &name) const { return number(name).value_or(0) != 0; }

private:
    QHash<QString, QString> m_values; // as text; NULL is left out
};

/// EXEC of the procedures that this server has: a few of SQL Server's, and its own in the schema practice.
class Procedures {
public:
    explicit Procedures(SessionCore &core);

    SqlStatus run(const ast::Execute &call);

private:
    SqlStatus runSystem(const ast::Execute &call, const QString &name);

    SessionCore &m_core;
};

} // namespace tidemark::practice
