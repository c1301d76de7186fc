#include "engineserver.h"

#include "catalogstore.h"
#include "enginesession.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString serverCollation = u"SQL_Latin1_General_CP1_CI_AS"_s;

GuidValue randomGuid()
{
    GuidValue guid;
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    std::copy_n(reinterpret_cast<const std::uint8_t *>(words), guid.bytes.size(), guid.bytes.begin());
    return guid;
}

ServerMessage loginFailed(const QString &user)
{
    return { 18456, 14, 1, u"Login failed for user '%1'."_s.arg(user), 1, {} };
}

ServerMessage refusal(int number, const LoginRequest &request)
{
    switch (number) {
    case 18456:
        return loginFailed(request.user);
    case 40613:
        return { 40613, 17, 1,
            u"Database '%1' on server 'practice' is not currently available. Please retry the connection "
            "later. If the problem persists, contact customer support."_s.arg(request.database),
            1, {} };
    case 4060:
        return { 4060, 11, 1,
            u"Cannot open database \"%1\" requested by the login. The login failed."_s.arg(request.database),
            1, {} };
    case 40615:
        return { 40615, 14, 1,
            u"Cannot open server 'practice' requested by the login. Client with IP address '127.0.0.1' is "
            "not allowed to access the server.  To enable access, use the Azure Management Portal or run "
            "sp_set_firewall_rule on the master database to create a firewall rule for this IP address or "
            "address range.  It may take up to five minutes for this change to take effect."_s,
            1, {} };
    default:
        return { number, 14, 1, u"The login is refused with error %1, as a fault asked for."_s.arg(number), 1,
            {} };
    }
}

void removeFiles(const PracticeDatabase &database)
{
    for (const QString &suffix : { QString(), u"-wal"_s, u"-shm"_s })
        QFile::remove(database.file() + suffix);
}

} // namespace

EngineServer::EngineServer(const PracticeOptions &options, WireFaultBoard &faults)
    : m_folder(options.dataDir), m_ownerName(options.user), m_password(options.password),
      m_wireFaults(faults), m_lastTransaction(QDateTime::currentMSecsSinceEpoch()),
      m_lastCatalogVersion(QDateTime::currentMSecsSinceEpoch() << 20)
{
}

SqlResult<std::unique_ptr<EngineServer>> EngineServer::open(
    const PracticeOptions &options, WireFaultBoard &faults)
{
    std::unique_ptr<EngineServer> server(new EngineServer(options, faults));
    if (SqlStatus ok = server->openFolder(); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = server->openLogins(); !ok)
        return sqlError(ok.error());
    return server;
}

SqlStatus EngineServer::openFolder()
{
    if (!QDir().mkpath(m_folder))
        return sqlError(5133, u"The folder %1 cannot be made."_s.arg(m_folder));
    m_lock = std::make_unique<QLockFile>(QDir(m_folder).filePath(u"server.lock"_s));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock()) {
        qint64 pid = 0;
        QString host;
        QString program;
        m_lock->getLockInfo(&pid, &host, &program);
        return sqlError(5120,
            u"The folder %1 is in use by another practice server (process %2 on %3), or cannot be written."_s
                .arg(m_folder, QString::number(pid), host));
    }
    auto store = ServerStore::open(m_folder);
    if (!store)
        return sqlError(store.error());
    m_store = std::move(*store);
    const SqlResult<QList<ServerStore::StoredDatabase>> stored = m_store->databases();
    if (!stored)
        return sqlError(stored.error());
    m_isNew = stored->isEmpty();
    for (const ServerStore::StoredDatabase &database : *stored) {
        const QString file = QDir(m_folder).filePath(u"db%1.sqlite"_s.arg(database.id));
        m_databases.insert(database.id,
            std::make_shared<PracticeDatabase>(database.id, database.name, file, database.settings));
        m_lastDatabaseId = std::max(m_lastDatabaseId, database.id);
    }
    if (!m_isNew)
        return {};
    const SqlResult<DatabasePtr> master = createDatabase(u"master"_s, {});
    return master ? SqlStatus() : sqlError(master.error());
}

SqlStatus EngineServer::markReady()
{
    const std::lock_guard lock(m_mutex);
    return m_store->markReady();
}

SqlStatus EngineServer::openLogins()
{
    const SqlResult<QList<EngineLogin>> stored = m_store->logins();
    if (!stored)
        return sqlError(stored.error());
    for (EngineLogin login : *stored) {
        // The folder was perhaps served with another owner before.
        login.owner = false;
        m_logins.insert(login.name.toLower(), login);
    }
    EngineLogin owner;
    owner.name = m_ownerName;
    owner.owner = true;
    return saveLogin(owner);
}

SqlStatus EngineServer::makeFile(const PracticeDatabase &database)
{
    removeFiles(database); // of a server that ended before the database was in its list
    const auto connection = SqliteConnection::open(u":memory:"_s, nullptr);
    if (!connection)
        return sqlError(connection.error());
    SqlResult<SqliteStatement> attach = (*connection)->prepare(u"ATTACH ? AS "_s + database.prefix());
    if (!attach)
        return sqlError(attach.error());
    attach->bindText(1, database.file());
    if (!attach->run())
        return sqlError((*connection)->failure());
    if (SqlStatus ok =
            (*connection)
                ->run(u"PRAGMA %1.synchronous = OFF; PRAGMA %1.journal_mode = WAL"_s.arg(database.prefix()));
        !ok)
        return ok;
    DatabaseCatalog catalog(database.name(), database.prefix(), database.settings().collation);
    catalog.version = newCatalogVersion();
    if (SqlStatus ok = (*connection)->run(u"BEGIN"_s); !ok)
        return ok;
    if (SqlStatus ok = CatalogStore(**connection, database.prefix()).create(catalog); !ok)
        return ok;
    return (*connection)->run(u"COMMIT"_s);
}

SqlResult<DatabasePtr> EngineServer::createDatabase(const QString &name, const QString &collation)
{
    const std::lock_guard lock(m_mutex);
    for (const DatabasePtr &database : std::as_const(m_databases)) {
        if (database->name().compare(name, Qt::CaseInsensitive) == 0)
            return sqlError(
                1801, u"Database '%1' already exists. Choose a different database name."_s.arg(name));
    }
    DatabaseSettings settings;
    settings.collation = collation.isEmpty() ? serverCollation : collation;
    settings.created = m_clock.now();
    settings.recoveryFork = randomGuid();
    settings.family = settings.recoveryFork;
    const int id = m_databases.isEmpty() ? masterId : ++m_lastDatabaseId;
    const auto database = std::make_shared<PracticeDatabase>(
        id, name, QDir(m_folder).filePath(u"db%1.sqlite"_s.arg(id)), settings);
    if (SqlStatus ok = makeFile(*database); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = m_store->save(ServerStore::StoredDatabase{ id, name, settings }); !ok)
        return sqlError(ok.error());
    m_databases.insert(id, database);
    return database;
}

SqlStatus EngineServer::dropDatabase(const DatabasePtr &database, int spid)
{
    const std::lock_guard lock(m_mutex);
    const bool used = std::any_of(m_sessions.cbegin(), m_sessions.cend(), [&](const SessionInfo &session) {
        return session.spid != spid && session.database == database->name();
    });
    if (used)
        return sqlError(
            3702, u"Cannot drop database \"%1\" because it is currently in use."_s.arg(database->name()));
    if (SqlStatus ok = m_store->removeDatabase(database->id()); !ok)
        return ok;
    m_databases.remove(database->id());
    removeFiles(*database);
    return {};
}

SqlStatus EngineServer::changeSettings(const DatabasePtr &database, const DatabaseSettings &settings)
{
    const std::lock_guard lock(m_mutex);
    const ServerStore::StoredDatabase stored{ database->id(), database->name(), settings };
    if (SqlStatus ok = m_store->save(stored); !ok)
        return ok;
    database->setSettings(settings);
    return {};
}

bool EngineServer::passwordFits(const EngineLogin &login, const QString &password) const
{
    return login.passwordHash.isEmpty() ? password == m_password : login.hasPassword(password);
}

SqlResult<EngineLogin> EngineServer::admit(const LoginRequest &request)
{
    if (const auto number = request.internal ? std::nullopt : m_faults.takeLogin())
        return sqlError(refusal(*number, request));
    const std::optional<EngineLogin> login = loginNamed(request.user);
    if (!login || !passwordFits(*login, request.password))
        return sqlError(loginFailed(request.user));
    return *login;
}

std::unique_ptr<SqlSession> EngineServer::login(
    const LoginRequest &request, std::vector<ServerMessage> &messages)
{
    const SqlResult<EngineLogin> admitted = admit(request);
    if (!admitted) {
        messages.push_back(admitted.error());
        if (admitted.error().number == 4060)
            messages.push_back(loginFailed(request.user));
        return nullptr;
    }
    LoginRequest wanted = request;
    if (wanted.database.isEmpty())
        wanted.database = admitted->defaultDatabase.isEmpty() ? u"master"_s : admitted->defaultDatabase;
    auto session = EngineSession::open(*this, *admitted, wanted);
    if (session)
        return std::move(*session);
    messages.push_back(refusal(4060, wanted));
    messages.push_back(loginFailed(request.user));
    return nullptr;
}

std::unique_ptr<SqlSession> EngineServer::ownerSession(const QString &database)
{
    LoginRequest request;
    request.user = m_ownerName;
    request.database = database;
    request.application = u"practice server"_s;
    const std::optional<EngineLogin> owner = loginNamed(m_ownerName);
    auto session = EngineSession::open(*this, owner.value_or(EngineLogin()), request);
    return session ? std::move(*session) : nullptr;
}

QStringList EngineServer::databases() const
{
    QStringList names;
    const QList<DatabasePtr> all = allDatabases();
    for (const DatabasePtr &database : all) {
        if (database->id() != masterId)
            names += database->name();
    }
    return names;
}

QList<DatabasePtr> EngineServer::allDatabases() const
{
    const std::lock_guard lock(m_mutex);
    return m_databases.values();
}

DatabasePtr EngineServer::database(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    for (const DatabasePtr &database : m_databases) {
        if (database->name().compare(name, Qt::CaseInsensitive) == 0)
            return database;
    }
    return nullptr;
}

DatabasePtr EngineServer::database(int id) const
{
    const std::lock_guard lock(m_mutex);
    return m_databases.value(id);
}

std::optional<EngineLogin> EngineServer::loginNamed(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_logins.constFind(name.toLower());
    return found == m_logins.cend() ? std::nullopt : std::optional(*found);
}

QList<EngineLogin> EngineServer::logins() const
{
    const std::lock_guard lock(m_mutex);
    return m_logins.values();
}

SqlStatus EngineServer::saveLogin(const EngineLogin &login)
{
    const std::lock_guard lock(m_mutex);
    if (SqlStatus ok = m_store->save(login); !ok)
        return ok;
    m_logins.insert(login.name.toLower(), login);
    return {};
}

SqlStatus EngineServer::removeLogin(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    if (SqlStatus ok = m_store->removeLogin(name); !ok)
        return ok;
    m_logins.remove(name.toLower());
    return {};
}

void EngineServer::addSession(const SessionInfo &info)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.insert(info.spid, info);
}

void EngineServer::removeSession(int spid)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.remove(spid);
}

QList<SessionInfo> EngineServer::sessions() const
{
    const std::lock_guard lock(m_mutex);
    return m_sessions.values();
}

} // namespace tidemark::practice
