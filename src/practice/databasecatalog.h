#pragma once

#include "catalogtable.h"

#include <QHash>
#include <QMap>

#include <memory>
#include <optional>

namespace tidemark::practice {

struct CatalogSchema {
    int id = 0;
    QString name;
    int owner = 1;
};

/// A user or a role of a database.
struct CatalogPrincipal {
    int id = 0;
    QString name;
    bool role = false;
    QString login; // whose user this is
    QList<int> memberOf;
};

struct CatalogPermission {
    ast::Permission::Class securable = ast::Permission::Class::Database;
    int majorId = 0; // schema or object; 0 for the database
    int columnId = 0; // 0 for the whole
    int grantee = 0;
    QString permission; // upper-case
    bool deny = false;

    bool operator==(const CatalogPermission &) const = default;
};

/// Everything that a database knows of itself at one version of its catalog. Copies are cheap: the tables are
/// shared. A copy is changed in the transaction of a DDL statement, then stored and shared.
class DatabaseCatalog {
public:
    static constexpr int publicRole = 0;
    static constexpr int dbo = 1;
    static constexpr int dboSchema = 1;

    /// An empty database: built-in schemas, users and roles.
    DatabaseCatalog(QString database, QString prefix, QString collationName);

    qint64 version = 0;
    int lastObjectId = 0;

    const QString &collationName() const { return m_collationName; }
    Collation collation() const { return m_collation; }

    const QMap<int, CatalogTablePtr> &tables() const { return m_tables; }
    const QMap<int, CatalogSchema> &schemas() const { return m_schemas; }
    const QMap<int, CatalogPrincipal> &principals() const { return m_principals; }
    const QList<CatalogPermission> &permissions() const { return m_permissions; }

    CatalogTablePtr table(int objectId) const { return m_tables.value(objectId); }
    CatalogTablePtr table(const QString &schema, const QString &name) const;
    /// The tables whose foreign keys refer to this one, in the order of their ids.
    QList<CatalogTablePtr> childrenOf(int objectId) const;
    const CatalogSchema *schema(const QString &name) const;
    const CatalogPrincipal *principal(const QString &name) const;
    const CatalogPrincipal *userOfLogin(const QString &login) const;
    /// Of a table or a constraint of any kind; 0 when the name is free.
    int objectId(int schemaId, const QString &name) const;

    int newObjectId();
    void put(CatalogTable table);
    void removeTable(int objectId);
    void put(const CatalogSchema &schema) { m_schemas.insert(schema.id, schema); }
    void removeSchema(int id) { m_schemas.remove(id); }
    void put(const CatalogPrincipal &principal) { m_principals.insert(principal.id, principal); }
    void removePrincipal(int id);
    void setPermissions(QList<CatalogPermission> permissions) { m_permissions = std::move(permissions); }

private:
    QString key(int schemaId, const QString &name) const;

    QString m_database;
    QString m_prefix;
    QString m_collationName;
    Collation m_collation;
    QMap<int, CatalogTablePtr> m_tables;
    QHash<QString, int> m_objectIds; // by key()
    QMultiHash<int, int> m_children; // ids of the referring tables, by that of the referred one
    QMap<int, CatalogSchema> m_schemas;
    QMap<int, CatalogPrincipal> m_principals;
    QList<CatalogPermission> m_permissions;
};

using CatalogPtr = std::shared_ptr<const DatabaseCatalog>;

} // namespace tidemark::practice
