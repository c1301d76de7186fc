#pragma once

#include "ast.h"
#include "sqlresult.h"

#include <memory>
#include <optional>

namespace tidemark::practice {

struct CatalogTable;
struct ReplayTable;
class SessionCore;

/// SELECT columns FROM replay.t: a made-up table, which is sent at memory speed.
class ReplayQuery {
public:
    explicit ReplayQuery(SessionCore &core);

    /// None when the statement reads no made-up table.
    std::optional<SqlResult<std::shared_ptr<const ReplayTable>>> table(
        const ast::SelectStatement &statement) const;

private:
    SqlResult<QList<int>> columnsOf(const ast::SelectCore &core, const CatalogTable &table) const;

    SessionCore &m_core;
};

} // namespace tidemark::practice
