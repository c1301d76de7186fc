#include "sessioncore.h"

#include "sessionanswers.h"

#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

// SQLite's own limit, as distributions build it.
constexpr int mostAttached = 10;

} // namespace

SessionCore::SessionCore(EngineServer &server, EngineLogin login, SessionInfo info)
    : m_server(server), m_login(std::move(login)), m_info(std::move(info))
{
}

SessionCore::~SessionCore()
{
    m_server.removeSession(m_info.spid);
}

SqlResult<std::unique_ptr<SessionCore>> SessionCore::make(
    EngineServer &server, const EngineLogin &login, const LoginRequest &request)
{
    const SessionInfo info{ server.newSpid(), login.name, request.application, request.hostName, {},
        request.encrypted, server.clock().now() };
    std::unique_ptr<SessionCore> core(new SessionCore(server, login, info));
    core->m_readOnly = request.readOnly;
    core->m_functions = std::make_unique<SessionAnswers>(*core);
    auto connection = SqliteConnection::open(u":memory:"_s, core->m_functions.get());
    if (!connection)
        return sqlError(connection.error());
    core->m_connection = std::move(*connection);
    core->m_transaction = std::make_unique<SessionTransaction>(server, *core->m_connection, info.spid);
    SessionCore *self = core.get();
    core->m_transaction->cancelled = [self] { return self->sink && self->sink->cancelled(); };
    server.addSession(info);
    return core;
}

SqlStatus SessionCore::use(const QString &name)
{
    const DatabasePtr database = m_server.database(name);
    if (!database)
        return sqlError(
            911, u"Database '%1' does not exist. Make sure that the name is entered correctly."_s.arg(name));
    if (const SqlResult<Rights> allowed = rights(database); !allowed)
        return sqlError(allowed.error());
    m_database = database;
    m_info.database = database->name();
    m_server.addSession(m_info);
    return {};
}

SqlStatus SessionCore::attach(const PracticeDatabase &database)
{
    if (m_attached.contains(database.id()))
        return {};
    if (m_attached.size() >= mostAttached)
        detachIdle();
    SqlResult<SqliteStatement> attach = m_connection->prepare(u"ATTACH ? AS "_s + database.prefix());
    if (!attach)
        return sqlError(attach.error());
    attach->bindText(1, database.file());
    if (!attach->run())
        return sqlError(m_connection->failure());
    m_attached.insert(database.id());
    if (m_transaction->isFrozen())
        return {}; // the setting waits for a connection without a transaction, and only costs time
    return m_connection->run(u"PRAGMA %1.synchronous = NORMAL"_s.arg(database.prefix()));
}

SqlStatus SessionCore::checkWritable(const PracticeDatabase &database) const
{
    if (!isReadOnly(database))
        return {};
    return sqlError(
        3906, u"Failed to update database \"%1\" because the database is read-only."_s.arg(database.name()));
}

void SessionCore::detachIdle()
{
    const QSet<int> attached = m_attached;
    for (const int id : attached) {
        const bool current = m_database && m_database->id() == id;
        if (!current && m_connection->run(u"DETACH db"_s + QString::number(id)))
            m_attached.remove(id);
    }
}

CatalogStore SessionCore::store(const PracticeDatabase &database)
{
    return { *m_connection, database.prefix() };
}

SqlResult<CatalogPtr> SessionCore::catalog(const DatabasePtr &database)
{
    if (const CatalogPtr known = m_catalogs.value(database->id()))
        return known;
    if (SqlStatus ok = attach(*database); !ok)
        return sqlError(ok.error());
    const SqlResult<qint64> version = store(*database).version();
    if (!version)
        return sqlError(version.error());
    CatalogPtr catalog = database->catalog(*version);
    if (!catalog) {
        const SqlResult<CatalogPtr> loaded = loadCatalog(*database);
        if (!loaded)
            return sqlError(loaded.error());
        catalog = *loaded;
        database->remember(catalog);
    }
    m_catalogs.insert(database->id(), catalog);
    return catalog;
}

SqlResult<CatalogPtr> SessionCore::loadCatalog(const PracticeDatabase &database)
{
    // Two reads must see one state. A transaction that is open already sees one.
    const bool own = !m_connection->inTransaction();
    if (own) {
        if (SqlStatus ok = m_connection->run(u"BEGIN"_s); !ok)
            return sqlError(ok.error());
    }
    auto catalog =
        std::make_shared<DatabaseCatalog>(database.name(), database.prefix(), database.settings().collation);
    const SqlStatus loaded = store(database).load(*catalog);
    if (own) {
        if (SqlStatus ok = m_connection->run(u"COMMIT"_s); !ok)
            return sqlError(ok.error());
    }
    if (!loaded)
        return sqlError(loaded.error());
    return CatalogPtr(catalog);
}

SqlStatus SessionCore::adopt(const DatabasePtr &database, DatabaseCatalog catalog)
{
    catalog.version = m_server.newCatalogVersion();
    if (SqlStatus ok = store(*database).saveVersion(catalog); !ok)
        return ok;
    const CatalogPtr shared = std::make_shared<const DatabaseCatalog>(std::move(catalog));
    database->remember(shared);
    m_catalogs.insert(database->id(), shared);
    return {};
}

SqlResult<Rights> SessionCore::rights(const DatabasePtr &database)
{
    const SqlResult<CatalogPtr> known = catalog(database);
    if (!known)
        return sqlError(known.error());
    if (m_login.owner)
        return Rights(*known, DatabaseCatalog::dbo);
    if (const CatalogPrincipal *user = (*known)->userOfLogin(m_login.name))
        return Rights(*known, user->id);
    if (database->id() == EngineServer::masterId)
        return Rights(*known, (*known)->principal(u"guest"_s)->id);
    return sqlError(916,
        u"The server principal \"%1\" is not able to access the database \"%2\" under the current security "
        "context."_s.arg(m_login.name, database->name()),
        1, 14);
}

void SessionCore::beginStatement()
{
    m_catalogs.clear();
    statementTime = m_server.clock().now();
}

VariableTypes SessionCore::variableTypes() const
{
    VariableTypes types;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        types.insert(it.key(), it->type);
    return types;
}

void SessionCore::resetOptions()
{
    m_transaction->rollback();
    m_transaction->isolation = ast::Isolation::ReadCommitted;
    m_transaction->lockTimeout.reset();
    rowCount = 0;
    rowLimit = std::numeric_limits<qint64>::max();
    lastError = 0;
    scopeIdentity.reset();
    identityInsert = 0;
    xactAbort = false;
    noCount = false;
    implicitTransactions = false;
    formatOnly = false;
}

} // namespace tidemark::practice
