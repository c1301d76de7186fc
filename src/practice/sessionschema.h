#pragma once

#include "databasecatalog.h"
#include "practicedatabase.h"
#include "schemaview.h"

namespace tidemark::practice {

class SessionCore;

/// What names mean to a session: its tables as far as its user may see them, and the system views.
class SessionSchema : public SchemaView {
public:
    explicit SessionSchema(SessionCore &core);

    SqlResult<TableViewPtr> table(const ast::ObjectName &name) const override;
    Collation collation() const override;

    /// A table with everything that the catalog knows; 208 as table().
    struct Found {
        DatabasePtr database;
        CatalogPtr catalog;
        CatalogTablePtr table;
    };
    SqlResult<Found> find(const ast::ObjectName &name) const;
    /// By a view that table() gave; null for a system view.
    SqlResult<Found> find(const TableView &view) const;

private:
    /// 3961: the table that a snapshot sees is not the one that is there now.
    SqlStatus checkDefinition(const Found &found) const;

    SessionCore &m_core;
};

} // namespace tidemark::practice
