#include "syncsite.h"

#include "appservices.h"
#include "odbcsession.h"
#include "settingsloader.h"
#include "syncrun.h"

#include <QDir>
#include <QTest>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char connectionVariable[] = "TIDEMARK_TEST_CONNECTION";
const QString liveServer = u"live server"_s;
const QString siteName = u"site"_s;

} // namespace

QStringList testDrivers()
{
    static const QStringList names = AppServices().driverNames();
    return names;
}

QStringList testSites()
{
    return qEnvironmentVariableIsEmpty(connectionVariable) ? testDrivers()
                                                           : testDrivers() + QStringList{ liveServer };
}

void addSiteRows()
{
    QTest::addColumn<QString>("driver");
    for (const QString &site : testSites())
        QTest::newRow(qPrintable(site)) << site;
}

SyncSite::SyncSite(const QString &driver, const practice::PracticeOptions &options)
{
    m_connection.driver = driver;
    m_problem = driver == liveServer ? useLiveServer() : startPractice(options);
    if (m_problem.isEmpty())
        m_problem = makeDatabase(siteName, true);
}

SyncSite::~SyncSite()
{
    if (m_server || !m_problem.isEmpty())
        return;
    // The tests' own sessions are gone, but a pool or a monitor may still hold one.
    run(u"ALTER DATABASE [%1] SET SINGLE_USER WITH ROLLBACK IMMEDIATE"_s.arg(siteName), u"master"_s);
    if (const QString left = run(u"DROP DATABASE [%1]"_s.arg(siteName), u"master"_s); !left.isEmpty())
        qWarning("The database %s is left behind: %s", qPrintable(siteName), qPrintable(left));
}

QString SyncSite::startPractice(const practice::PracticeOptions &options)
{
    auto server = practice::PracticeServer::start(options);
    if (!server)
        return server.error().text;
    m_server = std::move(*server);
    m_connection.server = m_server->address();
    m_connection.user = m_server->user();
    m_connection.encrypt = Encryption::Optional;
    m_connection.trustServerCertificate = true;
    m_password = Secret(m_server->password());
    return {};
}

QString SyncSite::useLiveServer()
{
    const Result<ResolvedSettings> settings = loadSettings(
        {}, qEnvironmentVariable(connectionVariable), ProfileStore(), systemVariables(), QDir::currentPath());
    if (!settings)
        return describe(settings.error());
    m_connection = settings->connection;
    m_password = settings->password;
    return {};
}

QString SyncSite::run(const QString &sql, const QString &database)
{
    if (m_server)
        return m_server->execute(database, sql);
    const auto session = OdbcSession::open(m_connection, m_password, database, CancelToken());
    if (!session)
        return describe(session.error());
    const Status done = (*session)->execute(sql);
    return done ? QString() : describe(done.error());
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
    job.connection = m_connection;
    job.password = m_password;
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
