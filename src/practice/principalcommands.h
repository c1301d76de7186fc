#pragma once

#include "ast.h"
#include "ddlscope.h"

namespace tidemark::practice {

class SessionCore;

/// Logins, users, role members, and GRANT, DENY and REVOKE.
class PrincipalCommands {
public:
    explicit PrincipalCommands(SessionCore &core);

    SqlStatus run(const ast::CreateLogin &statement);
    SqlStatus run(const ast::CreateUser &statement);
    SqlStatus run(const ast::DropPrincipal &statement);
    SqlStatus run(const ast::RoleMember &statement);
    SqlStatus run(const ast::Permission &statement);

private:
    SqlResult<DdlScope> beginAsOwner();
    SqlStatus dropLogin(const ast::DropPrincipal &statement);
    SqlStatus dropUser(const ast::DropPrincipal &statement);
    SqlResult<QList<CatalogPermission>> entries(
        const DdlScope &scope, const ast::Permission &statement) const;
    SqlStatus resolve(const DdlScope &scope, const ast::Permission &statement, CatalogPermission &entry,
        QList<int> &columns) const;

    SessionCore &m_core;
};

} // namespace tidemark::practice
