#pragma once

#include "practiceclock.h"
#include "practicedatabase.h"
#include "practiceoptions.h"
#include "replaycache.h"
#include "serverstore.h"
#include "sqlfaults.h"
#include "sqlsession.h"
#include "wirefaults.h"
#include "writeturns.h"

#include <QLockFile>
#include <QMap>

#include <atomic>
#include <memory>
#include <mutex>

namespace tidemark::practice {

/// What sys.dm_exec_sessions tells of a session.
struct SessionInfo {
    int spid = 0;
    QString login;
    QString application;
    QString hostName;
    QString database;
    bool encrypted = false;
    MomentValue since; // UTC
};

/// The databases, logins and sessions of one practice server. Thread-safe.
class EngineServer : public SqlServer {
public:
    static constexpr int masterId = 1;

    /// Opens the folder, or makes it ready: the database master and the owner's login. `faults` must outlive
    /// the server.
    [[nodiscard]] static SqlResult<std::unique_ptr<EngineServer>> open(
        const PracticeOptions &options, WireFaultBoard &faults);

    std::unique_ptr<SqlSession> login(
        const LoginRequest &request, std::vector<ServerMessage> &messages) override;
    QStringList databases() const override;

    /// A session of the owner, for the server's own work.
    std::unique_ptr<SqlSession> ownerSession(const QString &database);

    QList<DatabasePtr> allDatabases() const; // master first
    DatabasePtr database(const QString &name) const;
    DatabasePtr database(int id) const;
    SqlResult<DatabasePtr> createDatabase(const QString &name, const QString &collation);
    SqlStatus dropDatabase(const DatabasePtr &database, int spid);
    SqlStatus changeSettings(const DatabasePtr &database, const DatabaseSettings &settings);

    std::optional<EngineLogin> loginNamed(const QString &name) const;
    QList<EngineLogin> logins() const;
    SqlStatus saveLogin(const EngineLogin &login);
    SqlStatus removeLogin(const QString &name);

    void addSession(const SessionInfo &info);
    void removeSession(int spid);
    QList<SessionInfo> sessions() const;

    WriteTurns &turns() { return m_turns; }
    PracticeClock &clock() { return m_clock; }
    SqlFaults &faults() { return m_faults; }
    WireFaultBoard &wireFaults() { return m_wireFaults; }
    ReplayCache &replays() { return m_replays; }
    const QString &folder() const { return m_folder; }
    /// The folder held nothing yet; until markReady() the next start finds it so again.
    bool isNew() const { return m_isNew; }
    SqlStatus markReady();

    int newSpid() { return m_lastSpid.fetch_add(1) + 1; }
    qint64 newTransactionId() { return m_lastTransaction.fetch_add(1) + 1; }
    /// Never given before, also not by another run of the program.
    qint64 newCatalogVersion() { return m_lastCatalogVersion.fetch_add(1) + 1; }

private:
    EngineServer(const PracticeOptions &options, WireFaultBoard &faults);
    SqlStatus openFolder();
    SqlStatus openLogins();
    SqlStatus makeFile(const PracticeDatabase &database);
    bool passwordFits(const EngineLogin &login, const QString &password) const;
    SqlResult<EngineLogin> admit(const LoginRequest &request);

    const QString m_folder;
    const QString m_ownerName;
    const QString m_password;
    WireFaultBoard &m_wireFaults;
    std::unique_ptr<QLockFile> m_lock;
    PracticeClock m_clock;
    WriteTurns m_turns;
    SqlFaults m_faults;
    ReplayCache m_replays;
    bool m_isNew = false;
    std::atomic<int> m_lastSpid = 50;
    std::atomic<qint64> m_lastTransaction;
    std::atomic<qint64> m_lastCatalogVersion;

    mutable std::mutex m_mutex; // of all below
    std::unique_ptr<ServerStore> m_store;
    QMap<int, DatabasePtr> m_databases; // by id, so in the order of their creation
    int m_lastDatabaseId = 4; // those below are SQL Server's own
    QMap<QString, EngineLogin> m_logins; // by lower-case name
    QMap<int, SessionInfo> m_sessions; // by spid
};

} // namespace tidemark::practice
