#pragma once

#include "sessionschema.h"
#include "sqlitestatement.h"

namespace tidemark::practice {

class SessionCore;

/// Puts many rows into a table at once, past T-SQL, checks and change tracking: for demo data before its
/// tracking begins. Inside the transaction that its maker has begun.
class RowLoader {
public:
    [[nodiscard]] static SqlResult<RowLoader> open(
        SessionCore &core, const QString &schema, const QString &table);

    /// One value for each column that holds something (not computed, no rowversion), in table order, of its
    /// type exactly.
    SqlStatus add(const SqlRow &row);
    SqlStatus finish();

private:
    RowLoader(SessionCore &core, SessionSchema::Found found);

    SessionCore *m_core;
    SessionSchema::Found m_found;
    SqliteStatement m_insert;
    QList<int> m_columns;
    qint64 m_rows = 0;
    qint64 m_lastIdentity = 0;
};

} // namespace tidemark::practice
