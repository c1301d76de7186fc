#pragma once

#include "ast.h"
#include "practicedatabase.h"
#include "sqliteconnection.h"

#include <QList>

#include <chrono>
#include <functional>
#include <optional>

namespace tidemark::practice {

class EngineServer;

/// The transaction of a session, and how its statements stand in SQLite's. Outside SNAPSHOT a session begins
/// one in SQLite at its first write, with the database's turn to write; under SNAPSHOT at its first read.
class SessionTransaction {
public:
    SessionTransaction(EngineServer &server, SqliteConnection &connection, int spid);
    ~SessionTransaction();

    ast::Isolation isolation = ast::Isolation::ReadCommitted; // of the session
    std::optional<std::chrono::milliseconds> lockTimeout; // none: for ever
    std::function<bool()> cancelled = [] { return false; };

    int depth() const { return m_depth; } // @@TRANCOUNT
    qint64 id() const { return m_id; } // 0 when none is open
    bool isWriting(const PracticeDatabase &database) const;
    /// Whether all reads of the open transaction see one state.
    bool isFrozen() const;

    /// Whether an open snapshot transaction only reads this database: a definition must then stand still.
    bool isSnapshotOf(const PracticeDatabase &database) const;
    /// A DDL statement has changed a table of the database; others learn of it at the commit.
    void noteDefinition(const DatabasePtr &database);

    /// True when this began one, not a nested one.
    bool begin(const QString &name = {});
    /// Ends the innermost; true when that was the outermost, whose changes now stand.
    SqlResult<bool> commit();
    void rollback();
    SqlStatus save(const QString &name);
    /// To a savepoint, or all of it by the transaction's own name, which is true; 6401 for another.
    SqlResult<bool> rollbackTo(const QString &name);

    /// Before a statement reads tables: begins the snapshot, or takes the turn under SERIALIZABLE.
    SqlStatus beforeRead(const DatabasePtr &database);
    /// Before a statement writes: waits for the turn (1222, 1205) and begins SQLite's transaction.
    SqlStatus beforeWrite(const DatabasePtr &database);
    /// Everything since the mark is undone by undoStatement().
    SqlStatus markStatement();
    void undoStatement();
    /// Commits what a statement outside a transaction did, or undoes it when it failed.
    SqlStatus endStatement(bool failed);

private:
    struct Savepoint {
        QString name;
        bool real = false; // known to SQLite; else nothing had begun there yet
    };

    SqlStatus checkSnapshot(const PracticeDatabase &database) const;
    SqlStatus take(const DatabasePtr &database);
    SqlStatus beginInSqlite();
    SqlStatus commitInSqlite();
    void rollbackInSqlite();
    void giveTurnsBack();

    EngineServer &m_server;
    SqliteConnection &m_connection;
    const int m_spid;
    int m_depth = 0;
    qint64 m_id = 0;
    QString m_name;
    bool m_open = false; // in SQLite
    bool m_marked = false;
    bool m_forStatement = false; // the one in SQLite ends with the statement
    ast::Isolation m_begunAs = ast::Isolation::ReadCommitted;
    QList<DatabasePtr> m_writing;
    QList<DatabasePtr> m_defining;
    QList<Savepoint> m_savepoints;
};

} // namespace tidemark::practice
