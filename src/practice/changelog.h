#pragma once

#include "databasecatalog.h"
#include "sqliteconnection.h"

#include <QByteArray>

#include <optional>

namespace tidemark::practice {

/// Writes the tracked changes of one statement into the table's log, with the version that the commit will
/// give. Lives for one statement, inside its transaction.
class ChangeLog {
public:
    /// `prefix` is how the connection calls the database. `context` belongs to every change of the statement.
    ChangeLog(SqliteConnection &connection, const CatalogTable &table, QString prefix,
        std::optional<QByteArray> context, const MomentValue &now, qint64 transactionId);

    /// The columns that an update changes, by id; those of the key make it a delete and an insert.
    void setChangedColumns(const QList<int> &columnIds);
    /// One entry for each row of "SELECT <key columns> <from>".
    SqlStatus add(char operation, const QString &keys, const QString &from);

private:
    SqlStatus begin();

    SqliteConnection &m_connection;
    const CatalogTable &m_table;
    const QString m_prefix;
    const std::optional<QByteArray> m_context;
    const qint64 m_now; // ticks
    const qint64 m_transactionId;
    std::optional<QByteArray> m_mask;
    qint64 m_version = 0;
    bool m_begun = false;
};

} // namespace tidemark::practice
