#pragma once

#include "ast.h"
#include "sqlresult.h"

#include <QString>

#include <optional>

namespace tidemark::practice {

class SessionCore;

/// The procedures with which ODBC and JDBC drivers ask for tables, columns and keys. They answer from the
/// catalog of the database that the call names, or of the current one.
class CatalogProcedures {
public:
    explicit CatalogProcedures(SessionCore &core);

    /// Nothing when there is no such procedure.
    std::optional<SqlStatus> run(const ast::Execute &call, const QString &name);

private:
    SessionCore &m_core;
};

} // namespace tidemark::practice
