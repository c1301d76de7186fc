#include "appservices.h"

#include "backend.h"
#include "connectioncheck.h"
#include "jobcheck.h"
#include "jobfreshness.h"
#include "jobpreview.h"

#include "driverabilities.h"

#include <QtConcurrent>

namespace tidemark {

namespace {

constexpr int threads = 4;
constexpr int patienceMs = 2000; // beyond the time in which a cancelled request ends

Result<TableSchema> readableSchema(SqlServerSession &session, const TableRef &table)
{
    const Result<TableState> state = session.tableState(table);
    if (!state)
        return fail(state.error());
    if (state->problem && (!state->canSelect || state->schema.columns.isEmpty()))
        return fail(*state->problem);
    return state->schema;
}

Result<RowSample> sampleTable(
    const SqlServerSource &source, const TableRequest &request, const CancelToken &cancel)
{
    const auto session = source.open(request.table.database, cancel);
    if (!session)
        return fail(session.error());
    Result<TableSchema> schema = readableSchema(**session, request.table);
    if (!schema)
        return fail(schema.error());
    const Result<std::optional<ChangeVersion>> version = (*session)->currentVersion();
    if (!version)
        return fail(version.error());
    schema->columns.removeIf([&](const ColumnInfo &column) {
        return !request.columns.isEmpty() && column.keyOrdinal == 0
            && !request.columns.contains(column.name, Qt::CaseInsensitive);
    });
    const auto reader = (*session)->readAll({ request.table, *schema, request.where });
    if (!reader)
        return fail(reader.error());
    return RowSample::take(**reader, *version);
}

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

template <typename Work>
QFuture<std::invoke_result_t<Work, CancelToken>> AppServices::inPool(Work work)
{
    using Answer = std::invoke_result_t<Work, CancelToken>;
    return QtConcurrent::run(
        m_pool.get(), [work = std::move(work), all = m_cancel](QPromise<Answer> &promise) {
            const QFuture<Answer> future = promise.future();
            promise.addResult(work(all.child([future] { return future.isCanceled(); })));
        });
}

QStringList AppServices::driverNames() const
{
    QStringList names;
    for (const OdbcDriver &driver : installedDrivers())
        names += driver.name;
    return names;
}

DriverListing AppServices::drivers() const
{
    return listDrivers();
}

QFuture<QList<CheckStep>> AppServices::testConnection(const ConnectionSpec &spec, const Secret &password)
{
    return inPool([=](const CancelToken &cancel) {
        SqlServerSource source(spec, password);
        const ConnectionCheck connection = checkConnection(spec, source, {}, cancel);
        if (!connection.session)
            return connection.steps;
        const QList<CheckStep> server = (*connection.session)->checkConnection();
        if (server.constLast().outcome == CheckOutcome::Bad)
            return connection.steps + server;
        return connection.steps + server + (*connection.session)->checkTracking();
    });
}

QFuture<Result<QList<CatalogDatabase>>> AppServices::databases(
    const ConnectionSpec &spec, const Secret &password)
{
    return inPool([=](const CancelToken &cancel) -> Result<QList<CatalogDatabase>> {
        const auto session = SqlServerSource(spec, password).open({}, cancel);
        if (!session)
            return fail(session.error());
        return (*session)->databases();
    });
}

QFuture<Result<QList<CatalogTable>>> AppServices::tables(
    const ConnectionSpec &spec, const Secret &password, const QString &database)
{
    return inPool([=](const CancelToken &cancel) -> Result<QList<CatalogTable>> {
        const auto session = SqlServerSource(spec, password).open(database, cancel);
        if (!session)
            return fail(session.error());
        return (*session)->tables();
    });
}

QFuture<Result<TableSchema>> AppServices::columns(
    const ConnectionSpec &spec, const Secret &password, const TableRef &table)
{
    return inPool([=](const CancelToken &cancel) -> Result<TableSchema> {
        const auto session = SqlServerSource(spec, password).open(table.database, cancel);
        if (!session)
            return fail(session.error());
        return readableSchema(**session, table);
    });
}

QFuture<Result<RowSample>> AppServices::sample(
    const ConnectionSpec &spec, const Secret &password, const TableRequest &request)
{
    return inPool([=](const CancelToken &cancel) {
        return sampleTable(SqlServerSource(spec, password), request, cancel);
    });
}

QFuture<ReadinessReport> AppServices::check(const SyncJob &job)
{
    return inPool([job](const CancelToken &cancel) { return checkJob(job, cancel); });
}

QFuture<QList<TablePreview>> AppServices::preview(const SyncJob &job)
{
    return inPool([job](const CancelToken &cancel) { return previewJob(job, cancel); });
}

QFuture<FreshnessReport> AppServices::freshness(const SyncJob &job)
{
    return inPool([job](const CancelToken &cancel) { return findJobFreshness(job, cancel); });
}

} // namespace tidemark
