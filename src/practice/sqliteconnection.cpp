#include "sqliteconnection.h"

#include <QFile>

#include <sqlite3.h>

#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

// Own turns keep writers apart; this bounds the short waits inside SQLite itself, e.g. for a recovery.
constexpr int busyMilliseconds = 30000;

} // namespace

SqliteConnection::SqliteConnection(SessionFunctions *session)
{
    m_context.session = session;
}

SqliteConnection::~SqliteConnection()
{
    sqlite3_close(m_connection);
}

SqlResult<std::unique_ptr<SqliteConnection>> SqliteConnection::open(
    const QString &path, SessionFunctions *session)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(session));
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path.toUtf8().constData(), &connection->m_connection, flags, nullptr) != SQLITE_OK)
        return sqlError(connection->failure());
    sqlite3_extended_result_codes(connection->m_connection, 1);
    sqlite3_busy_timeout(connection->m_connection, busyMilliseconds);
    if (!registerFunctions(connection->m_connection, connection->m_context))
        return sqlError(connection->failure());
    if (SqlStatus ok = connection->run(u"PRAGMA temp_store = MEMORY"_s); !ok)
        return sqlError(ok.error());
    return connection;
}

SqlResult<SqliteStatement> SqliteConnection::prepare(const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    m_context.error.reset();
    if (sqlite3_prepare_v2(m_connection, text.constData(), int(text.size()), &statement, nullptr)
        != SQLITE_OK)
        return sqlError(failure());
    return SqliteStatement(statement);
}

SqlStatus SqliteConnection::run(const QString &sql)
{
    m_context.error.reset();
    if (sqlite3_exec(m_connection, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqlError(failure());
    return {};
}

SqlResult<std::optional<qint64>> SqliteConnection::integer(const QString &sql)
{
    SqlResult<SqliteStatement> statement = prepare(sql);
    if (!statement)
        return sqlError(statement.error());
    switch (statement->step()) {
    case SqliteStatement::Step::Row:
        return statement->isNull(0) ? std::nullopt : std::optional(statement->integer(0));
    case SqliteStatement::Step::Done:
        return std::nullopt;
    case SqliteStatement::Step::Failed:
        break;
    }
    return sqlError(failure());
}

ServerMessage SqliteConnection::failure()
{
    if (m_context.error)
        return *std::exchange(m_context.error, std::nullopt);
    const int code = sqlite3_extended_errcode(m_connection);
    const QString reason = QString::fromUtf8(sqlite3_errmsg(m_connection));
    if ((code & 0xff) == SQLITE_FULL)
        return { 1105, 17, 2, u"Could not allocate space: the disk of the practice server is full."_s, 1,
            {} };
    if (code == SQLITE_BUSY_SNAPSHOT)
        return { 3960, 16, 2,
            u"Snapshot isolation transaction aborted due to update conflict: another transaction has changed "
            "this database since the snapshot began. Retry the transaction."_s,
            1, {} };
    return { 823, 16, 1, u"The storage of the practice server failed: %1."_s.arg(reason), 1, {} };
}

bool SqliteConnection::failedOnUniqueIndex() const
{
    return sqlite3_extended_errcode(m_connection) == SQLITE_CONSTRAINT_UNIQUE;
}

bool SqliteConnection::inTransaction() const
{
    return sqlite3_get_autocommit(m_connection) == 0;
}

} // namespace tidemark::practice
