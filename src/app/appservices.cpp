#include "appservices.h"

#include "backend.h"
#include "connectioncheck.h"
#include "jobcheck.h"
#include "jobpreview.h"

#include "odbcdrivers.h"

#include <QtConcurrent>

namespace tidemark {

namespace {

constexpr int threads = 4;
constexpr int patienceMs = 2000; // beyond the time in which a cancelled request ends

} // namespace

AppServices::AppServices() : m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(threads);
}

AppServices::~AppServices()
{
    m_cancel.cancel();
    m_pool->clear();
    if (!m_pool->waitForDone(patienceMs))
        (void)m_pool.release(); // a thread in a driver's connect ends by itself, later than the program may
}

QStringList AppServices::driverNames() const
{
    QStringList names;
    for (const OdbcDriver &driver : installedDrivers())
        names += driver.name;
    return names;
}

QFuture<QList<CheckStep>> AppServices::testConnection(
    const ConnectionSpec &spec, const Secret &password, const QString &database)
{
    return QtConcurrent::run(m_pool.get(), [=, cancel = m_cancel] {
        SqlServerSource source(spec, password);
        const ConnectionCheck connection = checkConnection(spec, source, database, cancel);
        if (!connection.session)
            return connection.steps;
        return connection.steps + (*connection.session)->checkConnection();
    });
}

QFuture<Result<QList<CatalogDatabase>>> AppServices::databases(
    const ConnectionSpec &spec, const Secret &password)
{
    return QtConcurrent::run(m_pool.get(), [=, cancel = m_cancel]() -> Result<QList<CatalogDatabase>> {
        const auto session = SqlServerSource(spec, password).open({}, cancel);
        if (!session)
            return fail(session.error());
        return (*session)->databases();
    });
}

QFuture<Result<QList<CatalogTable>>> AppServices::tables(
    const ConnectionSpec &spec, const Secret &password, const QString &database)
{
    return QtConcurrent::run(m_pool.get(), [=, cancel = m_cancel]() -> Result<QList<CatalogTable>> {
        const auto session = SqlServerSource(spec, password).open(database, cancel);
        if (!session)
            return fail(session.error());
        return (*session)->tables();
    });
}

QFuture<QList<CheckStep>> AppServices::check(const SyncJob &job)
{
    return QtConcurrent::run(m_pool.get(), [job, cancel = m_cancel] { return checkJob(job, cancel); });
}

QFuture<QList<TablePreview>> AppServices::preview(const SyncJob &job)
{
    return QtConcurrent::run(m_pool.get(), [job, cancel = m_cancel] { return previewJob(job, cancel); });
}

} // namespace tidemark
