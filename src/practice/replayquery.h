#pragma once

#include "ast.h"
#include "sqlresult.h"

#include <optional>

namespace tidemark::practice {

struct CatalogTable;
class SessionCore;

/// SELECT columns FROM replay.t: sends a made-up table at memory speed.
class ReplayQuery {
public:
    explicit ReplayQuery(SessionCore &core);

    /// None when the statement reads no made-up table.
    std::optional<SqlStatus> run(const ast::SelectStatement &statement);

private:
    SqlResult<QList<int>> columnsOf(const ast::SelectCore &core, const CatalogTable &table) const;

    SessionCore &m_core;
};

} // namespace tidemark::practice
