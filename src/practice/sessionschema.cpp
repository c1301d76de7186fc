#include "sessionschema.h"

#include "sessioncore.h"
#include "systemviews.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<ServerMessage> invalidName(const ast::ObjectName &name)
{
    return sqlError(208, u"Invalid object name '%1'."_s.arg(name.written()), name.at.line);
}

} // namespace

SessionSchema::SessionSchema(SessionCore &core) : m_core(core) { }

Collation SessionSchema::collation() const
{
    return collationByName(m_core.database()->settings().collation).value_or(Collation());
}

SqlResult<SessionSchema::Found> SessionSchema::find(const ast::ObjectName &name) const
{
    const DatabasePtr database =
        name.database.isEmpty() ? m_core.database() : m_core.server().database(name.database);
    if (!database)
        return invalidName(name);
    // The snapshot must not begin after the catalog was read.
    if (SqlStatus ok = m_core.transaction().beforeRead(database); !ok)
        return sqlError(ok.error());
    const SqlResult<Rights> rights = m_core.rights(database);
    if (!rights)
        return sqlError(rights.error());
    const SqlResult<CatalogPtr> catalog = m_core.catalog(database);
    if (!catalog)
        return sqlError(catalog.error());
    const QString schema = name.schema.isEmpty() ? u"dbo"_s : name.schema;
    const CatalogTablePtr table = (*catalog)->table(schema, name.name);
    if (!table || !rights->sees(*table))
        return invalidName(name);
    Found found{ database, *catalog, table };
    if (SqlStatus ok = checkDefinition(found); !ok)
        return sqlError(ok.error());
    return found;
}

SqlStatus SessionSchema::checkDefinition(const Found &found) const
{
    if (!m_core.transaction().isSnapshotOf(*found.database))
        return {};
    const CatalogPtr current = found.database->current();
    if (!current || current->version <= found.catalog->version)
        return {};
    const CatalogTablePtr now = current->table(found.table->objectId);
    if (now && now->definition <= found.table->definition)
        return {};
    return sqlError(3961,
        u"Snapshot isolation transaction failed in database '%1' because the object accessed by the "
        u"statement "
        "has been modified by a DDL statement in another concurrent transaction since the start of this "
        "transaction.  It is disallowed because the metadata is not versioned. A concurrent update to "
        "metadata can lead to inconsistency if mixed with snapshot isolation."_s.arg(found.database->name()));
}

SqlResult<SessionSchema::Found> SessionSchema::find(const TableView &view) const
{
    ast::ObjectName name;
    name.database = view.database;
    name.schema = view.schema;
    name.name = view.name;
    return find(name);
}

SqlResult<TableViewPtr> SessionSchema::table(const ast::ObjectName &name) const
{
    if (const TableViewPtr view = SystemViews::view(name)) {
        if (!name.database.isEmpty() && !m_core.server().database(name.database))
            return invalidName(name);
        return view;
    }
    const SqlResult<Found> found = find(name);
    if (!found)
        return sqlError(found.error());
    if (found->table->replay)
        return sqlError(50000,
            u"The made-up table '%1' can only be read whole: SELECT columns FROM %1, without anything else."_s
                .arg(name.written()),
            name.at.line);
    return found->table->view;
}

} // namespace tidemark::practice
