#pragma once

#include "ddlscope.h"

#include <QSet>

namespace tidemark::practice {

class SessionCore;

/// Turns the columns and constraints that a statement defines into those of a catalog table, with names, ids
/// and the checks that SQL Server makes. Nothing reaches SQLite here but by storageColumn() and
/// makeIndex().
class TableDefinition {
public:
    TableDefinition(SessionCore &core, DdlScope &scope, CatalogTable &table);

    SqlStatus addColumn(const ast::ColumnDefinition &definition);
    SqlStatus addConstraint(const ast::TableConstraint &constraint);
    /// That the rows of the table satisfy its CHECKs and FOREIGN KEYs with these ids.
    SqlStatus checkRows(const QSet<int> &constraints) const;
    /// Types of the computed columns, once all columns are there.
    SqlStatus resolveComputed();
    SqlStatus setDefault(
        CatalogColumn &column, const ast::Expression &value, const QString &text, const QString &name);
    /// Type and collation of a column as declared.
    SqlStatus setType(CatalogColumn &column, const ast::ColumnDefinition &definition) const;

    SqlStatus addKey(const ast::TableConstraint &constraint);
    SqlResult<CatalogIndex> index(const QString &name, const QStringList &columns, bool unique) const;

    /// How SQLite declares it: "c7 COLLATE x".
    static QString storageColumn(const CatalogColumn &column);
    /// The SQLite index behind an index; 1505 when keys stand there twice.
    SqlStatus makeIndex(const CatalogIndex &index) const;

private:
    SqlStatus checkName(const QString &name) const;
    SqlStatus addForeignKey(const ast::TableConstraint &constraint);
    SqlStatus addCheck(const ast::TableConstraint &constraint);
    TableViewPtr viewSoFar() const;
    /// Or the name that the table lacks.
    tl::expected<QList<int>, QString> columnIds(const CatalogTable &table, const QStringList &names) const;
    QString constraintName(const QString &kind, const QString &given, int objectId) const;

    SessionCore &m_core;
    DdlScope &m_scope;
    CatalogTable &m_table;
};

} // namespace tidemark::practice
