#pragma once

#include "databasecatalog.h"
#include "sqliteconnection.h"

#include <QJsonObject>

namespace tidemark::practice {

/// Keeps the catalog of one database in its file. Writes inside the caller's transaction.
class CatalogStore {
public:
    /// `prefix` is how the connection calls the database, e.g. "db5".
    CatalogStore(SqliteConnection &connection, QString prefix);

    /// Makes the system tables of a new database.
    SqlStatus create(const DatabaseCatalog &catalog) const;
    SqlResult<qint64> version() const;
    /// Reads everything into `catalog`, which is empty so far.
    SqlStatus load(DatabaseCatalog &catalog) const;

    SqlStatus save(const CatalogTable &table) const;
    SqlStatus removeTable(int objectId) const;
    SqlStatus save(const CatalogSchema &schema) const;
    SqlStatus removeSchema(int id) const;
    SqlStatus save(const CatalogPrincipal &principal) const;
    SqlStatus removePrincipal(int id) const;
    SqlStatus savePermissions(const DatabaseCatalog &catalog) const;
    /// The version and the last object id; after everything else of a change.
    SqlStatus saveVersion(const DatabaseCatalog &catalog) const;

private:
    SqlStatus put(const QString &kind, int id, const QJsonObject &body) const;
    SqlStatus remove(const QString &kind, int id) const;

    SqliteConnection &m_connection;
    QString m_prefix;
};

} // namespace tidemark::practice
