#pragma once

#include "ast.h"
#include "ddlscope.h"

namespace tidemark::practice {

class SessionCore;

/// ALTER TABLE: columns, constraints, change tracking.
class TableAlteration {
public:
    explicit TableAlteration(SessionCore &core);

    SqlStatus run(const ast::AlterTable &statement);
    /// The same within a scope that goes on to more.
    SqlStatus alter(DdlScope &scope, const ast::AlterTable &statement);

private:
    SqlStatus apply(DdlScope &scope, CatalogTable &table, const ast::AddToTable &action);
    SqlStatus apply(DdlScope &scope, CatalogTable &table, const ast::AlterColumn &action);
    SqlStatus apply(DdlScope &scope, CatalogTable &table, const ast::DropFromTable &action);
    SqlStatus apply(DdlScope &scope, CatalogTable &table, const ast::SwitchConstraints &action);
    SqlStatus apply(DdlScope &scope, CatalogTable &table, const ast::TableTracking &action);

    SqlStatus fillColumn(DdlScope &scope, const CatalogTable &table, const CatalogColumn &column,
        const ast::ColumnDefinition &definition);
    SqlStatus numberRows(DdlScope &scope, const CatalogTable &table, const CatalogColumn &column);
    SqlStatus dropColumn(DdlScope &scope, CatalogTable &table, const QString &name);
    SqlStatus dropConstraint(DdlScope &scope, CatalogTable &table, const QString &name);
    static SqlStatus checkUnreferenced(
        const DatabaseCatalog &catalog, const CatalogTable &table, const CatalogIndex &index);
    SqlStatus checkFree(const CatalogTable &table, const CatalogColumn &column, const QString &verb) const;
    SqlStatus enable(DdlScope &scope, CatalogTable &table, const ast::TableTracking &action);
    SqlResult<bool> isEmpty(const CatalogTable &table);

    SessionCore &m_core;
};

} // namespace tidemark::practice
