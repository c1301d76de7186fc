#include "changetracker.h"

#include "connectioncheck.h"
#include "processsetup.h"
#include "syncrun.h"

namespace tidemark {

namespace {

TableRequest request(const QString &database, const QString &schema, const QString &table, SyncMode mode)
{
    TableRequest request;
    request.table = { database, schema, table };
    request.mode = mode;
    return request;
}

} // namespace

ChangeTracker::ChangeTracker(const QString &server, const QString &user, const QString &password,
    const QString &outputDir, const QString &watermarkDir, int maxWorkers)
{
    prepareProcess();
    m_job.connection.server = server;
    m_job.connection.user = user;
    m_job.password = Secret(password);
    m_job.outputDir = outputDir;
    m_job.watermarkDir = watermarkDir;
    m_job.maxWorkers = maxWorkers;
}

void ChangeTracker::setTables(const TableList &tables)
{
    m_job.tables.clear();
    for (auto database = tables.cbegin(); database != tables.cend(); ++database) {
        for (auto schema = database->cbegin(); schema != database->cend(); ++schema) {
            for (const QString &table : schema.value())
                m_job.tables += request(database.key(), schema.key(), table, SyncMode::FullIncremental);
        }
    }
}

void ChangeTracker::setTables(const TableModes &tables)
{
    m_job.tables.clear();
    for (auto database = tables.cbegin(); database != tables.cend(); ++database) {
        for (auto schema = database->cbegin(); schema != database->cend(); ++schema) {
            for (auto table = schema->cbegin(); table != schema->cend(); ++table)
                m_job.tables += request(database.key(), schema.key(), table.key(), table.value());
        }
    }
}

Result<QString> ChangeTracker::testConnectivity(const QString &database)
{
    SqlServerSource source(m_job.connection, m_job.password);
    ConnectionCheck connection = checkConnection(m_job.connection, source, database, {});
    if (!connection.session)
        return fail(connection.session.error());
    QStringList found;
    for (const CheckStep &step : connection.steps + (*connection.session)->checkConnection()) {
        if (step.outcome == CheckOutcome::Bad)
            return fail(ErrorKind::Connection, step.text, step.name);
        found += step.text;
    }
    return found.join(u'\n');
}

RunReport ChangeTracker::sync(const CancelToken &cancel)
{
    return run(std::nullopt, cancel);
}

RunReport ChangeTracker::fullLoad(const CancelToken &cancel)
{
    return run(SyncMode::Full, cancel);
}

RunReport ChangeTracker::incrementalLoad(const CancelToken &cancel)
{
    return run(SyncMode::Incremental, cancel);
}

RunReport ChangeTracker::run(std::optional<SyncMode> mode, const CancelToken &cancel)
{
    SyncJob job = m_job;
    if (mode) {
        for (TableRequest &each : job.tables)
            each.mode = *mode;
    }
    return runJob(job, cancel);
}

} // namespace tidemark
