#pragma once

#include "ast.h"
#include "schemaview.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace tidemark::practice {

struct CatalogColumn {
    int id = 0; // counts from 1, never used again
    QString name;
    SqlType type;
    QString collation; // SQL Server's name; empty unless the type is a text
    bool nullable = true;
    std::optional<ast::IdentitySpec> identity;
    QString defaultText;
    QString defaultName;
    int defaultId = 0; // object id of the constraint
    QString computedText;
    bool persisted = false;
    QString storage; // SQLite's name, e.g. c7; empty when computed
};

struct CatalogIndex {
    int id = 0; // sys.indexes.index_id
    int objectId = 0; // of a constraint; 0 for a mere index
    QString name;
    bool primaryKey = false;
    bool unique = false;
    bool clustered = false;
    QList<int> columns; // ids, in key order
};

struct CatalogCheck {
    int objectId = 0;
    QString name;
    QString text;
    bool trusted = true; // no row was passed by WITH NOCHECK
    bool disabled = false;
};

struct CatalogForeignKey {
    int objectId = 0;
    QString name;
    QList<int> columns;
    int references = 0;
    QList<int> referencedColumns;
    ast::ReferenceAction onDelete = ast::ReferenceAction::NoAction;
    ast::ReferenceAction onUpdate = ast::ReferenceAction::NoAction;
    bool trusted = true;
    bool disabled = false;
};

/// Change tracking of one table.
struct CatalogTracking {
    bool columnsUpdated = false;
    qint64 beginVersion = 0;
    qint64 cleanupVersion = 0;
    qint64 minValidVersion = 0;
};

/// A made-up table: so many rows, nothing behind it.
struct CatalogReplay {
    QString shape;
    qint64 rows = 0;
};

/// A table as the catalog holds it. Immutable once it is in a DatabaseCatalog.
struct CatalogTable {
    int objectId = 0;
    int schemaId = 0;
    QString name;
    MomentValue created;
    MomentValue modified;
    qint64 definition = 0; // grows with every DDL statement on it
    int lastColumnId = 0;
    int lastStorage = 0; // of columns that were altered
    QList<CatalogColumn> columns; // in table order
    QList<CatalogIndex> indexes;
    QList<CatalogCheck> checks;
    QList<CatalogForeignKey> foreignKeys;
    std::optional<CatalogTracking> tracking;
    std::optional<CatalogReplay> replay;
    TableViewPtr view; // made by DatabaseCatalog::put

    int columnIndex(int columnId) const; // in `columns`, or -1
    int columnIndex(const QString &columnName, const Collation &collation) const;
    const CatalogColumn *identityColumn() const;
    const CatalogColumn *rowVersionColumn() const;
    const CatalogIndex *primaryKey() const;
    QString storage() const; // t245575913
    QString changeStorage() const; // ct245575913
    QString indexStorage(const CatalogIndex &index) const;
};

using CatalogTablePtr = std::shared_ptr<const CatalogTable>;

/// A rowversion as its eight bytes.
QByteArray rowVersionBytes(qint64 number);

/// The view of a table; `prefix` is how SQLite calls its database, e.g. "db5".
TableViewPtr makeTableView(
    const CatalogTable &table, const QString &database, const QString &schema, const QString &prefix);

} // namespace tidemark::practice
