#pragma once

#include "schemaview.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tidemark::practice {

/// The rows of one CHANGETABLE, to be put into a temporary table before the statement runs. The table has the
/// columns v, cv, op, cols, ctx, k1, k2, ... (VERSION: v, ctx, k1, ...), stored as their types want, the keys
/// with their columns' collations.
struct ChangePart {
    QString storage; // temp.changes_1; made and dropped by whoever runs the statement
    TableViewPtr table;
    bool isVersion = false;
    QString sinceSql; // CHANGES: an SQLite expression (literal, variable or NULL) that gives the bigint
    QStringList keySql; // VERSION: the values in the order of table->key
};

/// How a scan of one table (perhaps joined to others from the left) can be cut into chunks: the statement
/// holds the variables :from_row and :to_row and takes the rows with from_row < rowid <= to_row.
struct ScanChunks {
    QString storage; // whose rowids are meant
};

/// A table that a statement reads, for the check of rights.
struct TableRead {
    TableViewPtr table;
    bool changes = false; // through CHANGETABLE
    QList<int> columns; // of `table`, each once
    ast::Position at;
};

/// A SELECT for SQLite. The variable variables[i] is its named parameter ":v" + (i + 1), bound as a stored
/// value; sinceSql and keySql of the parts use the same names.
struct TranslatedSelect {
    QString sql;
    QList<ResultColumn> columns;
    QStringList variables; // T-SQL names in lower case, with @, each once
    std::vector<ChangePart> changes;
    std::optional<ScanChunks> chunks;
    std::vector<TableRead> reads;
    QStringList assigns; // SELECT @a = ..., @b = ...: a variable for each column; the values are converted
};

/// An INSERT, UPDATE or DELETE: the rows to apply and where. The columns of `rows` are stored values, ready
/// to be put into `columns` of the table (indexes; computed ones never among them); for UPDATE and DELETE
/// the rowid of the target comes first. Take all rows before changing the first: keys may shift.
struct TranslatedChange {
    enum class Kind { Insert, Update, Delete };
    Kind kind = Kind::Insert;
    TableViewPtr table;
    QList<int> columns;
    TranslatedSelect rows;
    QString contextSql; // CHANGE_TRACKING_CONTEXT as an SQLite expression, or empty
};

} // namespace tidemark::practice
