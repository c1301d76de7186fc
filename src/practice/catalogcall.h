#pragma once

#include "procedures.h"
#include "systemviewrows.h"

#include <array>

namespace tidemark::practice {

/// A table or view as the catalog procedures see it.
struct CatalogObject {
    QString schema;
    bool isView = false;
    CatalogTablePtr table; // of a view name and columns only
};

/// One call of a catalog procedure.
struct CatalogCall {
    SystemViewContext context;
    ProcedureArguments arguments;

    /// Whether a name fits the pattern in that argument. Without a pattern all do.
    bool fits(const QString &name, const QString &argument) const;
    /// The tables and views that fit the arguments table_owner and table_name, by schema and name.
    std::vector<CatalogObject> objects() const;
    /// The one table that the arguments ..._owner and ..._name name, or none.
    std::optional<CatalogObject> table(const QString &which = QStringLiteral("table")) const;
    SqlValue databaseName() const { return SqlValue(context.database->name()); }
    int odbcVersion() const { return arguments.number(QStringLiteral("odbcver")) >= 3 ? 3 : 2; }
};

struct CatalogProcedure {
    const char16_t *name;
    const char16_t *parameters; // names; the first must be given when it ends with !
    std::array<const char16_t *, 5> columns; // as T-SQL parameters, in pieces
    SqlResult<std::vector<SqlRow>> (*rows)(const CatalogCall &call);
};

std::span<const CatalogProcedure> tableProcedures(); // sp_tables, sp_columns, sp_databases
std::span<const CatalogProcedure> keyProcedures(); // sp_pkeys, sp_statistics, sp_special_columns
std::span<const CatalogProcedure> describeProcedures(); // sp_describe_first_result_set and its like

} // namespace tidemark::practice
