#include "syncsite.h"

#include "appservices.h"
#include "syncrun.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QStringList testDrivers()
{
    static const QStringList names = AppServices().driverNames();
    return names;
}

SyncSite::SyncSite(const QString &driver, const practice::PracticeOptions &options) : m_driver(driver)
{
    auto server = practice::PracticeServer::start(options);
    if (!server) {
        m_problem = server.error().text;
        return;
    }
    m_server = std::move(*server);
    m_problem = makeDatabase(u"site"_s, true);
}

QString SyncSite::run(const QString &sql, const QString &database)
{
    return m_server->execute(database, sql);
}

QString SyncSite::makeDatabase(const QString &name, bool snapshot)
{
    for (const QString &sql : { u"CREATE DATABASE [%1]"_s.arg(name),
             u"ALTER DATABASE [%1] SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 2 DAYS, AUTO_CLEANUP = ON)"_s
                 .arg(name),
             u"ALTER DATABASE [%1] SET ALLOW_SNAPSHOT_ISOLATION %2"_s.arg(
                 name, snapshot ? u"ON"_s : u"OFF"_s) }) {
        if (const QString error = run(sql, u"master"_s); !error.isEmpty())
            return error;
    }
    return {};
}

SyncJob SyncSite::job(const QStringList &tables, SyncMode mode) const
{
    SyncJob job;
    job.connection.driver = m_driver;
    job.connection.server = m_server->address();
    job.connection.user = m_server->user();
    job.connection.encrypt = Encryption::Optional;
    job.connection.trustServerCertificate = true;
    job.password = Secret(m_server->password());
    job.outputDir = outputDir();
    job.watermarkDir = watermarkDir();
    for (const QString &table : tables)
        job.tables += siteTable(table, mode);
    return job;
}

RunReport SyncSite::sync(const SyncJob &job) const
{
    return runJob(job);
}

TableReport SyncSite::syncOne(const QString &table, SyncMode mode) const
{
    const RunReport report = sync(job({ table }, mode));
    return report.tables.size() == 1 ? report.tables.constFirst() : TableReport();
}

TableRequest siteTable(const QString &table, SyncMode mode)
{
    TableRequest request;
    request.table = { u"site"_s, table.section(u'.', 0, 0), table.section(u'.', 1) };
    request.mode = mode;
    request.policies.retries = 0;
    return request;
}

} // namespace tidemark
