#pragma once

#include "databasecatalog.h"

#include <QSet>

namespace tidemark::practice {

/// What a user of a database may do there. A denial outweighs every grant, except to an owner.
class Rights {
public:
    /// `user` is a principal of the catalog; an owner of the server is dbo everywhere.
    Rights(CatalogPtr catalog, int user);

    int user() const { return m_user; }
    bool isOwner() const { return m_owner; } // dbo or db_owner
    bool mayDefine() const; // CREATE, ALTER and DROP TABLE and the like
    bool isMember(int role) const { return m_principals.contains(role); }

    bool onDatabase(const QString &permission) const;
    bool onSchema(int schemaId, const QString &permission) const;
    /// For the whole table, or for one column (by its id).
    bool onTable(const CatalogTable &table, const QString &permission, int columnId = 0) const;
    /// Whether the table may be seen at all in the catalog.
    bool sees(const CatalogTable &table) const;

private:
    enum class Answer { Silent, Granted, Denied };
    Answer lookUp(
        ast::Permission::Class securable, int majorId, int columnId, const QString &permission) const;
    Answer ofRoles(const QString &permission) const;

    CatalogPtr m_catalog;
    int m_user;
    QSet<int> m_principals; // the user and its roles
    bool m_owner = false;
};

/// Whether holding `held` includes `asked`: CONTROL includes everything.
bool permissionIncludes(const QString &held, const QString &asked);

} // namespace tidemark::practice
