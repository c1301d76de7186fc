#include "resolvedsettings.h"

#include "passwords.h"

#include <QCoreApplication>
#include <QDir>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Lays the sources over each other, the weakest first.
class SettingsResolver {
    Q_DECLARE_TR_FUNCTIONS(tidemark::SettingsResolver)

public:
    explicit SettingsResolver(const SettingsSources &sources) : m_sources(sources) { }

    Result<ResolvedSettings> resolve();

private:
    void applyVariables(const Variables &variables);
    void applyPassword(const Secret &password);
    void applyProfile();
    void applyJob();
    Status applyCall();
    Status applyMode(SyncMode mode);
    Status check() const;
    QString inWorkingFolder(const QString &path) const;

    const SettingsSources &m_sources;
    ResolvedSettings m_settings;
};

/// The value of the first name that is set to something.
std::optional<QString> firstOf(const Variables &variables, const QString &name, const QString &olderName)
{
    for (const QString &candidate : { name, olderName }) {
        const QString value = variables.value(candidate);
        if (!value.isEmpty())
            return value;
    }
    return std::nullopt;
}

void SettingsResolver::applyPassword(const Secret &password)
{
    if (password.isEmpty())
        return;
    m_settings.password = password;
    m_settings.storeGoesFirst = false;
}

void SettingsResolver::applyVariables(const Variables &variables)
{
    ConnectionSettings connection;
    connection.server = firstOf(variables, u"TIDEMARK_SERVER"_s, u"SERVER"_s);
    connection.user = firstOf(variables, u"TIDEMARK_USER"_s, u"ADMIN_USER"_s);
    connection.applyTo(m_settings.connection);
    if (const auto password = firstOf(variables, u"TIDEMARK_PASSWORD"_s, u"ADMIN_PASSWORD"_s))
        applyPassword(Secret(*password));
}

void SettingsResolver::applyProfile()
{
    ConnectionSettings::of(m_sources.profile->connection).applyTo(m_settings.connection);
    m_settings.storeGoesFirst = true;
}

void SettingsResolver::applyJob()
{
    const JobFile &job = *m_sources.job;
    job.connection.applyTo(m_settings.connection);
    applyPassword(job.password);
    m_settings.outputDir = job.outputDir.value_or(m_settings.outputDir);
    m_settings.watermarkDir = job.watermarkDir.value_or(m_settings.watermarkDir);
    m_settings.maxWorkers = job.maxWorkers.value_or(m_settings.maxWorkers);
    m_settings.tables = job.tables;
    m_settings.excludes = job.excludes;
    m_settings.defaults.dialect = job.dialect;
    m_settings.defaults.files = job.files;
    m_settings.defaults.policies = job.policies;
    m_settings.warnings += job.warnings;
}

QString SettingsResolver::inWorkingFolder(const QString &path) const
{
    return QDir::cleanPath(QDir(m_sources.workingFolder).absoluteFilePath(path));
}

Status SettingsResolver::applyMode(SyncMode mode)
{
    m_settings.defaults.mode = mode;
    for (TableRequest &request : m_settings.tables) {
        if (mode != SyncMode::Full && !request.where.isEmpty()) {
            return fail(ErrorKind::Configuration,
                tr("The mode %1 does not go with the filter \"where\" of this table, which works with the "
                   "mode "
                   "full only. Leave the mode to the job file or take the filter away.")
                    .arg(syncModeName(mode)),
                request.table.display());
        }
        request.mode = mode;
    }
    return {};
}

Status SettingsResolver::applyCall()
{
    const CallSettings &call = m_sources.call;
    call.connection.applyTo(m_settings.connection);
    applyPassword(call.password);
    if (!call.outputDir.isEmpty())
        m_settings.outputDir = inWorkingFolder(call.outputDir);
    if (!call.watermarkDir.isEmpty())
        m_settings.watermarkDir = inWorkingFolder(call.watermarkDir);
    m_settings.maxWorkers = call.maxWorkers.value_or(m_settings.maxWorkers);
    return call.mode ? applyMode(*call.mode) : Status();
}

Status SettingsResolver::check() const
{
    if (!m_sources.call.needsServer)
        return {};
    const ConnectionSpec &connection = m_settings.connection;
    const QString context = m_sources.job ? m_sources.job->path : QString();
    if (connection.server.isEmpty()) {
        return fail(ErrorKind::Configuration,
            tr("No server is named. Name it in the job file (connection.server), with --server, or in the "
               "environment (TIDEMARK_SERVER)."),
            context);
    }
    if (connection.user.isEmpty() && needsUser(connection.signIn)) {
        return fail(ErrorKind::Configuration,
            tr("No user is named. Name one in the job file (connection.user), with --user, or in the "
               "environment "
               "(TIDEMARK_USER)."),
            context);
    }
    return {};
}

Result<ResolvedSettings> SettingsResolver::resolve()
{
    m_settings.outputDir = inWorkingFolder(u"data"_s);
    m_settings.watermarkDir = inWorkingFolder(u"watermarks"_s);
    applyVariables(m_sources.envInWorkingFolder);
    applyVariables(m_sources.envBesideJob);
    applyVariables(m_sources.environment);
    if (m_sources.profile)
        applyProfile();
    if (m_sources.job)
        applyJob();
    if (const Status status = applyCall(); !status)
        return fail(status.error());
    if (const Status status = check(); !status)
        return fail(status.error());
    m_settings.secretName = secretNameOf(m_settings.connection);
    return m_settings;
}

} // namespace

Result<ResolvedSettings> resolveSettings(const SettingsSources &sources)
{
    return SettingsResolver(sources).resolve();
}

} // namespace tidemark
