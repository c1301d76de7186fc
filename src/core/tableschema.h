#pragma once

#include "result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tidemark {

/// One column of a table as the catalog knows it. Values only.
struct ColumnInfo {
    QString name;
    QString sqlType; // the system type's name in lower case: "nvarchar", "decimal", "geography"
    int maxLength = 0; // bytes as in sys.columns; -1 for (max)
    int precision = 0;
    int scale = 0;
    bool nullable = true;
    bool computed = false;
    int keyOrdinal = 0; // 1-based place in the primary key, 0 when not part of it
    QString collation; // empty for types without one

    bool operator==(const ColumnInfo &) const = default;

    /// The declaration a person knows: "decimal(18,4)", "nvarchar(max)", "datetime2(7)".
    QString declaration() const;
};

/// Columns in table order, and the key in key order. Values only.
struct TableSchema {
    QList<ColumnInfo> columns;

    bool operator==(const TableSchema &) const = default;

    QStringList columnNames() const;
    QStringList keyColumns() const;
    /// 16 hex digits over names, declarations, nullability and key; equal exactly for equal schemas.
    QString fingerprint() const;
};

/// What differs between two schemas, as sentences for reports; empty when nothing does.
struct SchemaDiff {
    QStringList added;
    QStringList dropped;
    QStringList retyped; // "price: decimal(9,2) to decimal(18,4)"
    bool keyChanged = false;

    bool isEmpty() const { return added.isEmpty() && dropped.isEmpty() && retyped.isEmpty() && !keyChanged; }
    /// "column note added, column price retyped (decimal(9,2) to decimal(18,4))"
    QString summary() const;
};

SchemaDiff diffSchemas(const TableSchema &before, const TableSchema &after);

} // namespace tidemark
