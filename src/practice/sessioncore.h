#pragma once

#include "catalogstore.h"
#include "engineserver.h"
#include "rights.h"
#include "schemaview.h"
#include "sessionfunctions.h"
#include "sessiontransaction.h"

#include <QHash>
#include <QSet>

#include <limits>
#include <memory>
#include <optional>

namespace tidemark::practice {

struct SessionVariable {
    SqlType type;
    SqlValue value;
};

/// What the parts of one session share: its connection to SQLite, transaction, options, variables and the
/// catalogs as it sees them. Used by one thread.
class SessionCore {
public:
    [[nodiscard]] static SqlResult<std::unique_ptr<SessionCore>> make(
        EngineServer &server, const EngineLogin &login, const LoginRequest &request);
    ~SessionCore();

    EngineServer &server() { return m_server; }
    SqliteConnection &connection() { return *m_connection; }
    SessionTransaction &transaction() { return *m_transaction; }
    const EngineLogin &login() const { return m_login; }
    const SessionInfo &info() const { return m_info; }
    const DatabasePtr &database() const { return m_database; }

    /// Makes it the current one; 911, 916.
    SqlStatus use(const QString &name);
    /// Makes the database's file known to the connection.
    SqlStatus attach(const PracticeDatabase &database);
    bool isReadOnly(const PracticeDatabase &database) const
    {
        return m_readOnly || database.settings().readOnly;
    }
    /// 3906 when the session cannot write there.
    SqlStatus checkWritable(const PracticeDatabase &database) const;
    /// The catalog as this session sees it now; read once in a statement.
    SqlResult<CatalogPtr> catalog(const DatabasePtr &database);
    /// Shares and stores what a DDL statement made of a catalog; the entries are stored already.
    SqlStatus adopt(const DatabasePtr &database, DatabaseCatalog catalog);
    CatalogStore store(const PracticeDatabase &database);
    /// What the session's user may do; 916 when it has no user there.
    SqlResult<Rights> rights(const DatabasePtr &database);
    /// Before each statement: time stands still in it, catalogs are looked up anew.
    void beginStatement();
    VariableTypes variableTypes() const;
    /// Back to what a new session has.
    void resetOptions();

    QHash<QString, SessionVariable> variables; // by name with @, in lower case
    ResultSink *sink = nullptr; // while a batch runs
    QList<SqlFault> faults; // that strike the running batch
    MomentValue statementTime; // UTC
    qint64 rowCount = 0;
    qint64 rowLimit = std::numeric_limits<qint64>::max(); // of a SELECT: SET ROWCOUNT
    int lastError = 0;
    std::optional<qint64> scopeIdentity;
    int identityInsert = 0; // object id
    bool xactAbort = false;
    bool noCount = false;
    bool implicitTransactions = false;
    bool formatOnly = false; // SET FMTONLY ON: columns without rows, nothing runs

private:
    SessionCore(EngineServer &server, EngineLogin login, SessionInfo info);
    SqlResult<CatalogPtr> loadCatalog(const PracticeDatabase &database);
    void detachIdle();

    EngineServer &m_server;
    const EngineLogin m_login;
    SessionInfo m_info;
    bool m_readOnly = false;
    std::unique_ptr<SessionFunctions> m_functions;
    std::unique_ptr<SqliteConnection> m_connection;
    std::unique_ptr<SessionTransaction> m_transaction;
    DatabasePtr m_database;
    QSet<int> m_attached; // ids
    QHash<int, CatalogPtr> m_catalogs; // of the running statement
};

} // namespace tidemark::practice
