#pragma once

#include "sessionfunctions.h"
#include "sessionschema.h"

#include <QString>

#include <optional>

namespace tidemark::practice {

class Rights;
class SessionCore;

/// Answers the functions of a session that ask for its catalog: names, ids, properties, rights, versions.
class CatalogFunctions {
public:
    explicit CatalogFunctions(SessionCore &core);

    SqlResult<SqlValue> call(SessionFunction function, const SqlRow &arguments);

private:
    SqlResult<SqlValue> ofObject(SessionFunction function, const SqlRow &arguments);
    SqlResult<SqlValue> ofName(SessionFunction function, const SqlRow &arguments);
    SqlResult<SqlValue> ofPrincipal(SessionFunction function, const SqlRow &arguments);
    SqlValue objectId(const QString &name);
    SqlValue objectProperty(const CatalogTable &table, const QString &property) const;
    SqlValue columnProperty(const CatalogTable &table, const SqlRow &arguments) const;
    SqlResult<SqlValue> identCurrent(const QString &name);
    SqlValue hasPermsByName(const SqlRow &arguments);
    SqlValue hasDbAccess(const QString &database);
    SqlValue databaseProperty(const SqlRow &arguments) const;
    SqlResult<SqlValue> currentVersion();
    SqlResult<SqlValue> minValidVersion(const SqlRow &arguments);

    /// A table that the session may see, by its id in the current database or another.
    std::optional<SessionSchema::Found> visible(qint64 objectId, const DatabasePtr &database);
    DatabasePtr databaseArgument(const SqlRow &arguments, std::size_t index) const;

    SessionCore &m_core;
};

} // namespace tidemark::practice
