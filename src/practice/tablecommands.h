#pragma once

#include "ast.h"
#include "ddlscope.h"

namespace tidemark::practice {

class SessionCore;

/// CREATE, DROP and TRUNCATE TABLE, indexes and schemas.
class TableCommands {
public:
    explicit TableCommands(SessionCore &core);

    SqlStatus run(const ast::CreateTable &statement);
    /// The same within a scope that goes on to more.
    SqlStatus create(DdlScope &scope, const ast::CreateTable &statement);
    SqlStatus run(const ast::DropTable &statement);
    SqlStatus run(const ast::TruncateTable &statement);
    SqlStatus run(const ast::CreateIndex &statement);
    SqlStatus run(const ast::DropIndex &statement);
    SqlStatus run(const ast::CreateSchema &statement);
    SqlStatus run(const ast::DropSchema &statement);

private:
    SqlStatus makeTable(DdlScope &scope, const CatalogTable &table);
    static void denyNulls(DdlScope &scope, CatalogTable &table, const ast::TableConstraint &key,
        const ast::CreateTable &statement);
    SqlStatus drop(const ast::ObjectName &name, bool ifExists);

    SessionCore &m_core;
};

/// The table that a DDL statement names, or null when it is not there or may not be changed.
CatalogTablePtr tableToDefine(DdlScope &scope, const ast::ObjectName &name);
/// The tables whose foreign keys point at this one, itself aside.
QList<CatalogTablePtr> referencingTables(const DatabaseCatalog &catalog, int objectId);

} // namespace tidemark::practice
