#include "sessiontransaction.h"

#include "catalogstore.h"
#include "engineserver.h"

#include <algorithm>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString statementMark = u"statement_mark"_s;

QString savepointName(qsizetype number)
{
    return u"savepoint_"_s + QString::number(number);
}

} // namespace

SessionTransaction::SessionTransaction(EngineServer &server, SqliteConnection &connection, int spid)
    : m_server(server), m_connection(connection), m_spid(spid)
{
}

SessionTransaction::~SessionTransaction()
{
    rollbackInSqlite();
}

bool SessionTransaction::isWriting(const PracticeDatabase &database) const
{
    return std::any_of(m_writing.cbegin(), m_writing.cend(),
        [&](const DatabasePtr &other) { return other->id() == database.id(); });
}

bool SessionTransaction::isFrozen() const
{
    return m_open;
}

bool SessionTransaction::isSnapshotOf(const PracticeDatabase &database) const
{
    return m_depth > 0 && m_open && m_begunAs == ast::Isolation::Snapshot && !isWriting(database);
}

void SessionTransaction::noteDefinition(const DatabasePtr &database)
{
    if (!m_defining.contains(database))
        m_defining.append(database);
}

bool SessionTransaction::begin(const QString &name)
{
    if (m_depth++ > 0)
        return false;
    m_name = name;
    m_id = m_server.newTransactionId();
    m_begunAs = isolation;
    return true;
}

SqlResult<bool> SessionTransaction::commit()
{
    if (m_depth == 0)
        return sqlError(3902, u"The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION."_s);
    if (m_depth > 1) {
        --m_depth;
        return false;
    }
    const SqlStatus committed = commitInSqlite();
    m_depth = 0;
    m_id = 0;
    m_savepoints.clear();
    if (!committed)
        return sqlError(committed.error());
    return true;
}

void SessionTransaction::rollback()
{
    rollbackInSqlite();
    m_depth = 0;
    m_id = 0;
    m_savepoints.clear();
}

SqlStatus SessionTransaction::save(const QString &name)
{
    if (m_depth == 0)
        return sqlError(628, u"Cannot issue SAVE TRANSACTION when there is no active transaction."_s);
    if (m_open) {
        if (SqlStatus ok = m_connection.run(u"SAVEPOINT "_s + savepointName(m_savepoints.size())); !ok)
            return ok;
    }
    m_savepoints.append({ name, m_open });
    return {};
}

SqlResult<bool> SessionTransaction::rollbackTo(const QString &name)
{
    qsizetype at = m_savepoints.size() - 1;
    while (at >= 0 && m_savepoints[at].name.compare(name, Qt::CaseInsensitive) != 0)
        --at;
    if (at < 0 && name.compare(m_name, Qt::CaseInsensitive) == 0) {
        rollback();
        return true;
    }
    if (at < 0)
        return sqlError(
            6401, u"Cannot roll back %1. No transaction or savepoint of that name was found."_s.arg(name));
    m_savepoints.resize(at + 1);
    if (!m_savepoints[at].real)
        rollbackInSqlite();
    else if (SqlStatus ok = m_connection.run(u"ROLLBACK TO "_s + savepointName(at)); !ok)
        return sqlError(ok.error());
    return false;
}

SqlStatus SessionTransaction::checkSnapshot(const PracticeDatabase &database) const
{
    if (isolation != ast::Isolation::Snapshot)
        return {};
    if (m_depth > 0 && m_begunAs != ast::Isolation::Snapshot)
        return sqlError(3951,
            u"Transaction failed in database '%1' because the statement was run under snapshot isolation but "
            "the transaction did not start in snapshot isolation. You cannot change the isolation level of "
            "the transaction to snapshot after the transaction has started unless the transaction was "
            "originally started under snapshot isolation level."_s.arg(database.name()));
    if (database.id() != EngineServer::masterId && !database.settings().snapshotAllowed)
        return sqlError(3952,
            u"Snapshot isolation transaction failed accessing database '%1' because snapshot isolation is "
            "not allowed in this database. Use ALTER DATABASE to allow snapshot isolation."_s.arg(
                database.name()));
    return {};
}

SqlStatus SessionTransaction::beforeRead(const DatabasePtr &database)
{
    if (SqlStatus ok = checkSnapshot(*database); !ok)
        return ok;
    if (m_open)
        return {};
    switch (isolation) {
    case ast::Isolation::ReadUncommitted:
    case ast::Isolation::ReadCommitted:
        if (!database->settings().readCommittedSnapshot)
            return {};
        m_forStatement = true;
        return beginInSqlite();
    case ast::Isolation::Snapshot:
        return beginInSqlite();
    case ast::Isolation::RepeatableRead:
    case ast::Isolation::Serializable:
        break;
    }
    return m_depth == 0 ? beginInSqlite() : beforeWrite(database);
}

SqlStatus SessionTransaction::beforeWrite(const DatabasePtr &database)
{
    if (SqlStatus ok = checkSnapshot(*database); !ok)
        return ok;
    if (isWriting(*database))
        return {};
    if (SqlStatus ok = take(database); !ok)
        return ok;
    m_writing.append(database);
    m_forStatement = false;
    if (SqlStatus ok = beginInSqlite(); !ok)
        return ok;
    // A write that changes nothing takes SQLite's own lock in this database alone.
    SqlStatus locked = m_connection.run(
        u"UPDATE %1.sys_counters SET current_version = current_version"_s.arg(database->prefix()));
    if (!locked && locked.error().number == 3960 && isolation != ast::Isolation::Snapshot)
        return sqlError(1205,
            u"Transaction (Process ID %1) was deadlocked on lock resources with another process and has been "
            "chosen as the deadlock victim. Rerun the transaction."_s.arg(m_spid),
            1, 13);
    return locked;
}

SqlStatus SessionTransaction::take(const DatabasePtr &database)
{
    switch (m_server.turns().take(database->id(), m_spid, lockTimeout, cancelled)) {
    case WriteTurns::Outcome::Taken:
        return {};
    case WriteTurns::Outcome::TimedOut:
        return sqlError(1222, u"Lock request time out period exceeded."_s);
    case WriteTurns::Outcome::Deadlock:
        return sqlError(1205,
            u"Transaction (Process ID %1) was deadlocked on lock resources with another process and has been "
            "chosen as the deadlock victim. Rerun the transaction."_s.arg(m_spid),
            1, 13);
    case WriteTurns::Outcome::Cancelled:
        break;
    }
    return sqlError(3621, u"The statement has been terminated."_s, 1, 16);
}

SqlStatus SessionTransaction::beginInSqlite()
{
    if (m_open)
        return {};
    if (SqlStatus ok = m_connection.run(u"BEGIN"_s); !ok)
        return ok;
    m_open = true;
    return {};
}

SqlStatus SessionTransaction::commitInSqlite()
{
    if (!m_open) {
        giveTurnsBack();
        return {};
    }
    SqlStatus committed;
    // The commit makes the version: the entry of the commit table is there when tracked rows were written.
    for (const DatabasePtr &database : std::as_const(m_writing)) {
        if (!committed)
            break;
        committed = m_connection.run(
            u"UPDATE %1.sys_counters SET current_version = current_version + 1 WHERE EXISTS "
            "(SELECT 1 FROM %1.sys_commits WHERE commit_ts = current_version + 1)"_s.arg(database->prefix()));
    }
    QList<qint64> versions; // of the catalogs that others see from now on
    for (const DatabasePtr &database : std::as_const(m_defining))
        versions += CatalogStore(m_connection, database->prefix()).version().value_or(0);
    if (committed)
        committed = m_connection.run(u"COMMIT"_s);
    if (!committed) {
        rollbackInSqlite();
        return committed;
    }
    for (qsizetype i = 0; i < versions.size(); ++i)
        m_defining[i]->setCurrent(versions[i]);
    m_open = false;
    m_marked = false;
    m_forStatement = false;
    giveTurnsBack();
    return {};
}

void SessionTransaction::rollbackInSqlite()
{
    // SQLite has rolled back by itself after some errors, e.g. a full disk.
    if (m_open && m_connection.inTransaction() && !m_connection.run(u"ROLLBACK"_s))
        qWarning("The rollback of a practice transaction failed.");
    m_open = false;
    m_marked = false;
    m_forStatement = false;
    for (Savepoint &savepoint : m_savepoints)
        savepoint.real = false;
    giveTurnsBack();
}

void SessionTransaction::giveTurnsBack()
{
    for (const DatabasePtr &database : std::as_const(m_writing))
        m_server.turns().giveBack(database->id(), m_spid);
    m_writing.clear();
    m_defining.clear();
}

SqlStatus SessionTransaction::markStatement()
{
    if (SqlStatus ok = m_connection.run(u"SAVEPOINT "_s + statementMark); !ok)
        return ok;
    m_marked = true;
    return {};
}

void SessionTransaction::undoStatement()
{
    if (m_marked && m_connection.inTransaction()
        && !m_connection.run(u"ROLLBACK TO %1; RELEASE %1"_s.arg(statementMark)))
        qWarning("A statement of a practice transaction could not be undone.");
    m_marked = false;
}

SqlStatus SessionTransaction::endStatement(bool failed)
{
    if (failed)
        undoStatement();
    if (m_depth == 0) {
        if (!failed)
            return commitInSqlite();
        rollbackInSqlite();
        return {};
    }
    if (m_forStatement && m_writing.isEmpty())
        return commitInSqlite();
    if (!m_marked)
        return {};
    m_marked = false;
    return m_connection.run(u"RELEASE "_s + statementMark);
}

} // namespace tidemark::practice
