#pragma once

#include "databasecatalog.h"
#include "sqlresult.h"

#include <QStringList>

namespace tidemark::practice {

class SessionCore;

/// Finds rows that a CHECK or a FOREIGN KEY forbids: error 547 for the statement `verb`. Rows are given as
/// SQLite's "<source> AS t WHERE <condition>". Lives for one statement.
class ConstraintCheck {
public:
    ConstraintCheck(SessionCore &core, const DatabaseCatalog &catalog, QString database, QString verb);

    /// `changed` are indexes of columns; a CHECK over others is passed by. None: all are meant.
    SqlStatus check(const CatalogTable &table, const TableViewPtr &view, const CatalogCheck &check,
        const QString &rows, const QList<int> &changed = {});
    SqlStatus check(const CatalogTable &table, const CatalogForeignKey &key, const QString &rows);
    /// That no row of `child` refers to one of the `keys`, a table like `parent`, that is no longer there.
    SqlStatus checkGone(const CatalogTable &child, const CatalogForeignKey &key, const CatalogTable &parent,
        const QString &keys);

private:
    SqlStatus refuseAny(const QString &rows, const QString &kind, const QString &name,
        const CatalogTable &place, const QList<int> &columns);

    SessionCore &m_core;
    const DatabaseCatalog &m_catalog;
    const QString m_database;
    const QString m_verb;
};

/// The columns of both sides made equal: "t.c2 = p.c1 AND ...".
QString foreignKeyMatch(const CatalogTable &child, const CatalogForeignKey &key, const CatalogTable &parent,
    const QString &childAlias, const QString &parentAlias);

} // namespace tidemark::practice
