#include "appbackend.h"

#include "windowfiles.h"

#include "syncrun.h"

#include <QPromise>

#include <tuple>
#include <type_traits>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Work>
QFuture<std::invoke_result_t<Work>> inPool(QThreadPool &pool, Work work)
{
    const auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->start();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

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
    void cancelTable(int index) override { m_run.cancelTable(index); }

private:
    SyncRun m_run;
};

} // namespace

AppBackend::AppBackend() : m_files(std::make_unique<WindowFiles>())
{
    m_filePool.setMaxThreadCount(1);
}

AppBackend::~AppBackend()
{
    m_filePool.clear();
    m_filePool.waitForDone();
}

QFuture<DriverListing> AppBackend::listDrivers()
{
    return inPool(m_filePool, [this] { return m_services.drivers(); });
}

QFuture<QList<CheckStep>> AppBackend::testConnection(const Login &login)
{
    return m_services.testConnection(login.connection, login.password);
}

QFuture<Result<QList<CatalogDatabase>>> AppBackend::databases(const Login &login)
{
    return m_services.databases(login.connection, login.password);
}

QFuture<Result<QList<CatalogTable>>> AppBackend::tables(const Login &login, const QString &database)
{
    return m_services.tables(login.connection, login.password, database);
}

QFuture<ReadinessReport> AppBackend::check(const SyncJob &job)
{
    return m_services.check(job);
}

QFuture<Result<TableSchema>> AppBackend::columns(const Login &login, const TableRef &table)
{
    return m_services.columns(login.connection, login.password, table);
}

QFuture<Result<RowSample>> AppBackend::sample(const Login &login, const TableRequest &request)
{
    return m_services.sample(login.connection, login.password, request);
}

QFuture<std::optional<qint64>> AppBackend::freeSpace(const QString &folder)
{
    return inPool(m_filePool, [folder] { return WindowFiles::freeSpace(folder); });
}

QFuture<Result<PracticeLogin>> AppBackend::startPractice()
{
    return inPool(m_filePool, [this] { return m_files->startPractice(); });
}

QFuture<ProfileStore::Listing> AppBackend::profiles()
{
    return inPool(m_filePool, [this] { return m_files->profileStore().list(); });
}

QFuture<Result<StoredLogin>> AppBackend::loadProfile(const QString &name)
{
    return inPool(m_filePool, [this, name] { return m_files->loadProfile(name); });
}

QFuture<Status> AppBackend::saveProfile(
    const ConnectionProfile &profile, const std::optional<Secret> &password)
{
    return inPool(m_filePool, [=, this] { return m_files->saveProfile(profile, password); });
}

QFuture<Status> AppBackend::removeProfile(const QString &name)
{
    return inPool(m_filePool, [this, name] { return m_files->removeProfile(name); });
}

QFuture<Status> AppBackend::renameProfile(const QString &name, const QString &newName)
{
    return inPool(m_filePool, [=, this] { return m_files->profileStore().rename(name, newName); });
}

QFuture<Status> AppBackend::orderProfiles(const QStringList &names)
{
    return inPool(m_filePool, [this, names] { return m_files->profileStore().setOrder(names); });
}

QFuture<Status> AppBackend::exportProfile(const QString &path, const QString &name)
{
    return inPool(m_filePool, [=, this] { return m_files->profileStore().exportTo(path, name); });
}

QFuture<Result<QString>> AppBackend::importProfile(const QString &path, const QStringList &reserved)
{
    return inPool(m_filePool, [=, this] { return m_files->profileStore().importFrom(path, reserved); });
}

QFuture<bool> AppBackend::hasKeychain()
{
    return inPool(m_filePool, [this] { return m_files->hasKeychain(); });
}

QFuture<Result<OpenedJob>> AppBackend::openJob(const QString &path)
{
    return inPool(m_filePool, [this, path]() -> Result<OpenedJob> {
        Result<OpenedJob> opened = m_files->openJob(path);
        if (opened) {
            if (const Status claimed = m_instance.claim(path); !claimed)
                return fail(claimed.error());
        }
        return opened;
    });
}

QFuture<Result<QStringList>> AppBackend::saveJob(const JobToSave &job)
{
    return inPool(m_filePool, [this, job]() -> Result<QStringList> {
        if (const Status claimed = m_instance.claim(job.path); !claimed)
            return fail(claimed.error());
        Result<QStringList> saved = m_files->saveJob(job);
        if (!saved && !job.basePath.isEmpty())
            std::ignore = m_instance.claim(job.basePath); // it stays the window's job
        return saved;
    });
}

void AppBackend::closeJob()
{
    m_filePool.start([this] { m_instance.release(); });
}

void AppBackend::whenCalled(QObject *window, std::function<void()> called)
{
    QObject::connect(&m_instance, &JobInstance::called, window, std::move(called));
}

QFuture<QList<TablePreview>> AppBackend::preview(const SyncJob &job)
{
    return m_services.preview(job);
}

QFuture<FreshnessReport> AppBackend::freshness(const SyncJob &job)
{
    return m_services.freshness(job);
}

QFuture<Status> AppBackend::saveText(const QString &path, const QString &text)
{
    return inPool(m_filePool, [path, text] { return WindowFiles::saveText(path, text); });
}

QFuture<Result<SyncHistory>> AppBackend::history(const StorePlace &place)
{
    return m_stores.history(place);
}

QFuture<VerifiedTable> AppBackend::verify(const VerifyScope &scope)
{
    return m_stores.verify(scope);
}

QFuture<Result<QList<WatermarkState>>> AppBackend::watermarks(const StorePlace &place)
{
    return m_stores.watermarks(place);
}

QFuture<Result<WatermarkState>> AppBackend::changeWatermark(
    const StorePlace &place, const TableRef &table, const WatermarkChange &change)
{
    return m_stores.changeWatermark(place, table, change);
}

std::unique_ptr<RunFeed> AppBackend::makeRun(const SyncJob &job)
{
    return std::make_unique<AppRunFeed>(job);
}

} // namespace tidemark
