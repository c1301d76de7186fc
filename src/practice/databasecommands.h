#pragma once

#include "ast.h"
#include "practicedatabase.h"
#include "sqlresult.h"

namespace tidemark::practice {

class SessionCore;

/// CREATE, ALTER and DROP DATABASE. They stand outside transactions.
class DatabaseCommands {
public:
    explicit DatabaseCommands(SessionCore &core);

    SqlStatus run(const ast::CreateDatabase &statement);
    SqlStatus run(const ast::DropDatabase &statement);
    SqlStatus run(const ast::AlterDatabase &statement);

private:
    SqlStatus checkOwner(const QString &verb, const QString &database) const;
    SqlStatus setTracking(
        const DatabasePtr &database, DatabaseSettings &settings, const ast::DatabaseTracking &option);
    SqlStatus setOption(DatabaseSettings &settings, const ast::DatabaseOption &option) const;
    SqlResult<bool> hasTrackedTables(const DatabasePtr &database);

    SessionCore &m_core;
};

} // namespace tidemark::practice
