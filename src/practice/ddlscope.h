#pragma once

#include "catalogstore.h"
#include "practicedatabase.h"
#include "rights.h"

namespace tidemark::practice {

class SessionCore;

/// A DDL statement in one database: has the turn to write, a copy of the catalog to change, and at its end
/// stores and shares that copy. What the statement did is undone with its transaction.
class DdlScope {
public:
    /// For the current database when the name is empty.
    [[nodiscard]] static SqlResult<DdlScope> begin(SessionCore &core, const QString &database = {});

    const DatabasePtr &database() const { return m_database; }
    DatabaseCatalog &catalog() { return m_catalog; }
    const DatabaseCatalog &catalog() const { return m_catalog; }
    const Rights &rights() const { return m_rights; }
    QString prefix() const { return m_database->prefix(); }

    /// Puts a table that the statement has made or changed into the catalog and its file.
    SqlStatus define(CatalogTable table);
    /// The same for what change tracking keeps of it, which is no definition.
    SqlStatus put(CatalogTable table);
    SqlStatus removeTable(int objectId);
    SqlStatus put(const CatalogSchema &schema);
    SqlStatus removeSchema(int id);
    SqlStatus put(const CatalogPrincipal &principal);
    SqlStatus removePrincipal(int id);
    SqlStatus putPermissions(const QList<CatalogPermission> &permissions);
    SqlStatus run(const QString &sql);
    SqlStatus finish();

private:
    DdlScope(SessionCore &core, DatabasePtr database, DatabaseCatalog catalog, Rights rights);

    SessionCore *m_core;
    DatabasePtr m_database;
    DatabaseCatalog m_catalog;
    Rights m_rights;
};

} // namespace tidemark::practice
