#include "foreignkeyrules.h"

#include <QSet>

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Action = ast::ReferenceAction;

SqlStatus checkTypes(const CatalogTable &table, const CatalogTable &parent, const CatalogForeignKey &key)
{
    for (int i = 0; i < key.columns.size(); ++i) {
        const CatalogColumn &own = table.columns[table.columnIndex(key.columns[i])];
        const CatalogColumn &other = parent.columns[parent.columnIndex(key.referencedColumns[i])];
        if (own.type.id != other.type.id || own.collation != other.collation)
            return sqlError(1778,
                u"Column '%1.%2' is not the same data type as referencing column '%3.%4' in foreign key '%5'."_s
                    .arg(parent.name, other.name, table.name, own.name, key.name),
                1, 16, 0);
        if (own.type.length != other.type.length || own.type.precision != other.type.precision
            || own.type.scale != other.type.scale)
            return sqlError(1753,
                u"Column '%1.%2' is not the same length or scale as referencing column '%3.%4' in foreign "
                "key '%5'. Columns participating in a foreign key relationship must be defined with the same "
                "length and scale."_s.arg(parent.name, other.name, table.name, own.name, key.name),
                1, 16, 0);
    }
    return {};
}

SqlStatus checkActions(const CatalogTable &table, const CatalogForeignKey &key)
{
    const auto does = [&](Action action) { return key.onDelete == action || key.onUpdate == action; };
    for (const int id : key.columns) {
        const CatalogColumn &column = table.columns[table.columnIndex(id)];
        if (does(Action::SetNull) && !column.nullable)
            return sqlError(1761,
                u"Cannot create the foreign key \"%1\" with the SET NULL referential action, because one or "
                "more referencing columns are not nullable."_s.arg(key.name),
                1, 16, 0);
        if (does(Action::SetDefault) && !column.nullable && column.defaultId == 0)
            return sqlError(1762,
                u"Cannot create the foreign key \"%1\" with the SET DEFAULT referential action, because one "
                u"or "
                "more referencing not-nullable columns lack a default constraint."_s.arg(key.name),
                1, 16, 0);
    }
    return {};
}

/// The tables that an action reaches from one table, or from which it reaches that; the table itself too.
QSet<int> reached(
    const DatabaseCatalog &catalog, int from, Action CatalogForeignKey::*action, bool towardsChildren)
{
    QSet<int> found;
    QList<int> open{ from };
    while (!open.isEmpty()) {
        const int id = open.takeLast();
        if (found.contains(id))
            continue;
        found += id;
        for (const CatalogTablePtr &child : catalog.tables()) {
            for (const CatalogForeignKey &key : child->foreignKeys) {
                const int near = towardsChildren ? key.references : child->objectId;
                if (key.*action != Action::NoAction && near == id)
                    open += towardsChildren ? child->objectId : key.references;
            }
        }
    }
    return found;
}

/// Whether the new key gives some table a second way to another, or a way to itself.
bool makesSecondWay(const DatabaseCatalog &catalog, int child, int parent, Action CatalogForeignKey::*action)
{
    const QSet<int> below = reached(catalog, child, action, true);
    const QSet<int> above = reached(catalog, parent, action, false);
    return std::any_of(above.cbegin(), above.cend(),
        [&](int id) { return reached(catalog, id, action, true).intersects(below); });
}

} // namespace

SqlStatus checkForeignKey(const DatabaseCatalog &catalog, const CatalogTable &table,
    const CatalogTable &parent, const CatalogForeignKey &key)
{
    if (SqlStatus ok = checkTypes(table, parent, key); !ok)
        return ok;
    if (SqlStatus ok = checkActions(table, key); !ok)
        return ok;
    for (const auto action : { &CatalogForeignKey::onDelete, &CatalogForeignKey::onUpdate }) {
        if (key.*action != Action::NoAction
            && makesSecondWay(catalog, table.objectId, parent.objectId, action))
            return sqlError(1785,
                u"Introducing FOREIGN KEY constraint '%1' on table '%2' may cause cycles or multiple cascade "
                "paths. Specify ON DELETE NO ACTION or ON UPDATE NO ACTION, or modify other FOREIGN KEY "
                "constraints."_s.arg(key.name, table.name),
                1, 16, 0);
    }
    return {};
}

} // namespace tidemark::practice
