#pragma once

#include "sqlfunctions.h"
#include "sqlitestatement.h"
#include "sqlresult.h"

#include <QString>

#include <memory>
#include <optional>

struct sqlite3;

namespace tidemark::practice {

/// One connection to SQLite with the functions and collations that translated statements call; closed when
/// destroyed. Used by one thread at a time.
class SqliteConnection {
public:
    /// `session` answers the functions that ask for it; it may be null where none is called.
    [[nodiscard]] static SqlResult<std::unique_ptr<SqliteConnection>> open(
        const QString &path, SessionFunctions *session);
    ~SqliteConnection();

    [[nodiscard]] SqlResult<SqliteStatement> prepare(const QString &sql);
    /// Runs one or more statements and drops their rows.
    [[nodiscard]] SqlStatus run(const QString &sql);
    /// The first value of the first row; none without a row or when it is NULL.
    [[nodiscard]] SqlResult<std::optional<qint64>> integer(const QString &sql);
    /// What the last failed step or prepare means to a client.
    ServerMessage failure();
    bool failedOnUniqueIndex() const;
    bool inTransaction() const;

    sqlite3 *raw() const { return m_connection; }

private:
    Q_DISABLE_COPY_MOVE(SqliteConnection)
    explicit SqliteConnection(SessionFunctions *session);

    FunctionContext m_context;
    sqlite3 *m_connection = nullptr;
};

} // namespace tidemark::practice
