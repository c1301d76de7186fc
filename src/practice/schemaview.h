#pragma once

#include "ast.h"
#include "collation.h"
#include "sqlresult.h"
#include "sqltype.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace tidemark::practice {

/// A column as the translator sees it.
struct ColumnView {
    QString name;
    SqlType type;
    Collation collation;
    bool nullable = true;
    bool identity = false;
    QString storage; // its column in SQLite, a plain word such as c7; empty when it is computed
    std::shared_ptr<const ast::Expression> defaultValue;
    std::shared_ptr<const ast::Expression> computed; // over the columns of the same table
};

/// A table or a system view as the translator sees it.
struct TableView {
    int objectId = 0;
    QString database;
    QString schema;
    QString name;
    QString storage; // how SQLite's FROM names it, e.g. t5 or other.t5 or sys_tables
    std::vector<ColumnView> columns; // in table order
    QList<int> key; // indexes of the primary key's columns, in key order
    bool userTable = true; // has a rowid (no column hides it) and can be changed
};

using TableViewPtr = std::shared_ptr<const TableView>;

/// What names mean to the session that runs a batch: its database, rights of seeing, collation.
class SchemaView {
public:
    virtual ~SchemaView() = default;
    /// The table, or error 208. Names compare by the database's collation.
    virtual SqlResult<TableViewPtr> table(const ast::ObjectName &name) const = 0;
    /// The collation of the database: of texts that come from no column.
    virtual Collation collation() const = 0;
};

/// Types of the batch's variables, by name with @ in lower case.
using VariableTypes = QHash<QString, SqlType>;

/// A variable that nothing declares, and the type that its place in the text asks for.
struct UndeclaredVariable {
    QString name;
    std::optional<SqlType> type;
};
using UndeclaredVariables = QList<UndeclaredVariable>; // in the order of their first places

} // namespace tidemark::practice
