#include "appbackend.h"

#include "jobsettings.h"
#include "keychainsecretstore.h"
#include "passwords.h"
#include "settingsloader.h"
#include "syncrun.h"

#include <QDir>
#include <QLockFile>
#include <QStandardPaths>
#include <QtConcurrent>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Passes on what a SyncRun tells.
class AppRunFeed : public RunFeed {
public:
    explicit AppRunFeed(const SyncJob &job) : m_run(job)
    {
        connect(&m_run, &SyncRun::noted, this, &RunFeed::noted);
        connect(&m_run, &SyncRun::started, this, &RunFeed::started);
        connect(&m_run, &SyncRun::progressed, this, &RunFeed::progressed);
        connect(&m_run, &SyncRun::tableFinished, this, &RunFeed::tableFinished);
        connect(&m_run, &SyncRun::finished, this, &RunFeed::finished);
    }

    void start() override { m_run.start(); }
    void cancel() override { m_run.cancel(); }

private:
    SyncRun m_run;
};

} // namespace

/// What rests in files and in the keychain. Every call may block.
class AppBackend::Files {
public:
    Result<PracticeLogin> startPractice();
    Result<StoredLogin> load(const QString &name);
    Status save(const ConnectionProfile &profile, const std::optional<Secret> &password);
    Status remove(const QString &name);
    Result<OpenedJob> openJob(const QString &path);
    ProfileStore::Listing list() const { return m_profiles.list(); }

private:
    SecretStore &secrets();

    ProfileStore m_profiles;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<QLockFile> m_practiceLock;
    std::unique_ptr<PracticeService> m_practice;
};

SecretStore &AppBackend::Files::secrets()
{
    if (!m_secrets)
        m_secrets = openSecretStore();
    return *m_secrets;
}

Result<PracticeLogin> AppBackend::Files::startPractice()
{
    const QDir root(
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tidemark/practice"_s);
    if (!m_practice) {
        if (!root.mkpath(u"server"_s))
            return fail(ErrorKind::Storage,
                tr("The folder for the practice data cannot be made. Check the rights of its parent."),
                root.path());
        m_practiceLock = std::make_unique<QLockFile>(root.filePath(u".lock"_s));
        m_practiceLock->setStaleLockTime(0);
        if (!m_practiceLock->tryLock(0))
            return fail(ErrorKind::Locked,
                tr("Another window of Tidemark uses the practice data. Close it, or practise there."));
        PracticeSettings settings;
        settings.dataDir = root.filePath(u"server"_s);
        settings.churn = 1; // so that a second sync has changes to bring
        auto started = PracticeService::start(settings);
        if (!started)
            return fail(started.error());
        m_practice = std::move(*started);
    }
    const PracticeInfo info = m_practice->info();
    PracticeLogin practice;
    practice.login.connection.server = info.server;
    practice.login.connection.user = info.user;
    practice.login.connection.trustServerCertificate = true; // made a moment ago, in this process
    practice.login.password = Secret(info.password);
    practice.outputDir = root.filePath(u"data"_s);
    practice.watermarkDir = root.filePath(u"watermarks"_s);
    return practice;
}

Result<StoredLogin> AppBackend::Files::load(const QString &name)
{
    const Result<ConnectionProfile> profile = m_profiles.load(name);
    if (!profile)
        return fail(profile.error());
    const Result<std::optional<Secret>> password = secrets().read(secretNameOf(profile->connection));
    if (!password)
        return fail(password.error());
    return StoredLogin{ profile->connection, *password };
}

Status AppBackend::Files::save(const ConnectionProfile &profile, const std::optional<Secret> &password)
{
    if (const Status saved = m_profiles.save(profile); !saved)
        return saved;
    const QString name = secretNameOf(profile.connection);
    return password ? secrets().write(name, *password) : secrets().remove(name);
}

Status AppBackend::Files::remove(const QString &name)
{
    if (const Result<ConnectionProfile> profile = m_profiles.load(name)) {
        if (const Status removed = secrets().remove(secretNameOf(profile->connection)); !removed)
            return removed;
    }
    return m_profiles.remove(name);
}

Result<OpenedJob> AppBackend::Files::openJob(const QString &path)
{
    const Result<ResolvedSettings> settings =
        loadSettings({}, path, m_profiles, systemVariables(), QDir::currentPath());
    if (!settings)
        return fail(settings.error());
    OpenedJob opened;
    opened.warnings = settings->warnings;
    const Result<Secret> password = findPassword(*settings, secrets());
    if (!password)
        opened.warnings += describe(password.error());
    const Result<SyncJob> job = jobFromSettings(*settings, password.value_or(Secret()));
    if (!job)
        return fail(job.error());
    opened.job = *job;
    return opened;
}

AppBackend::AppBackend() : m_files(std::make_unique<Files>())
{
    m_filePool.setMaxThreadCount(1);
}

AppBackend::~AppBackend()
{
    m_filePool.clear();
    m_filePool.waitForDone();
}

QFuture<QStringList> AppBackend::driverNames()
{
    return QtConcurrent::run(&m_filePool, [this] { return m_services.driverNames(); });
}

QFuture<QList<CheckStep>> AppBackend::testConnection(const Login &login)
{
    return m_services.testConnection(login.connection, login.password, u"master"_s);
}

QFuture<Result<QList<CatalogDatabase>>> AppBackend::databases(const Login &login)
{
    return m_services.databases(login.connection, login.password);
}

QFuture<Result<QList<CatalogTable>>> AppBackend::tables(const Login &login, const QString &database)
{
    return m_services.tables(login.connection, login.password, database);
}

QFuture<Result<PracticeLogin>> AppBackend::startPractice()
{
    return QtConcurrent::run(&m_filePool, [this] { return m_files->startPractice(); });
}

QFuture<ProfileStore::Listing> AppBackend::profiles()
{
    return QtConcurrent::run(&m_filePool, [this] { return m_files->list(); });
}

QFuture<Result<StoredLogin>> AppBackend::loadProfile(const QString &name)
{
    return QtConcurrent::run(&m_filePool, [this, name] { return m_files->load(name); });
}

QFuture<Status> AppBackend::saveProfile(
    const ConnectionProfile &profile, const std::optional<Secret> &password)
{
    return QtConcurrent::run(&m_filePool, [=, this] { return m_files->save(profile, password); });
}

QFuture<Status> AppBackend::removeProfile(const QString &name)
{
    return QtConcurrent::run(&m_filePool, [this, name] { return m_files->remove(name); });
}

QFuture<Result<OpenedJob>> AppBackend::openJob(const QString &path)
{
    return QtConcurrent::run(&m_filePool, [this, path] { return m_files->openJob(path); });
}

std::unique_ptr<RunFeed> AppBackend::makeRun(const SyncJob &job)
{
    return std::make_unique<AppRunFeed>(job);
}

} // namespace tidemark
