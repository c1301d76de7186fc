#pragma once

#include "practicedatabase.h"
#include "rights.h"
#include "sqlvalue.h"

#include <QHash>

#include <span>
#include <vector>

namespace tidemark::practice {

class SessionCore;

/// For whom and over which database a system view is made.
struct SystemViewContext {
    SessionCore &core;
    DatabasePtr database;
    CatalogPtr catalog;
    Rights rights;

    /// The tables that the user may see, in the order of their ids.
    std::vector<CatalogTablePtr> visibleTables() const;
    /// Rows of each table, by object id.
    QHash<int, qint64> rowCounts() const;
};

struct SystemViewDefinition {
    enum class Right { None, DatabaseState, ServerState };
    const char16_t *schema;
    const char16_t *name;
    const char16_t *columns; // as T-SQL parameters
    std::vector<SqlRow> (*rows)(const SystemViewContext &context);
    Right right = Right::None;
};

std::span<const SystemViewDefinition> objectViews(); // sys.tables, sys.columns ...
std::span<const SystemViewDefinition> storageViews(); // sys.partitions, sys.change_tracking_tables ...
std::span<const SystemViewDefinition> serverViews(); // sys.databases, sys.dm_exec_connections ...
std::span<const SystemViewDefinition> informationViews(); // INFORMATION_SCHEMA

struct TableSize {
    qint64 rows = 0;
    qint64 pages = 0;
};
TableSize tableSize(const CatalogTable &table, const QHash<int, qint64> &counts);

SqlValue catalogText(const QString &text); // NULL when null
/// A default as SQL Server keeps it: in brackets, numbers in two pairs.
SqlValue catalogDefault(const QString &text);
/// Rounded to what the type datetime holds.
SqlValue catalogDateTime(const MomentValue &moment);

} // namespace tidemark::practice
