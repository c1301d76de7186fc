#include "settingsloader.h"

#include <QDir>
#include <QFileInfo>

namespace tidemark {

Result<ResolvedSettings> loadSettings(const CallSettings &call, const QString &jobPath,
    const ProfileStore &profiles, const Variables &environment, const QString &workingFolder)
{
    SettingsSources sources;
    sources.call = call;
    sources.environment = environment;
    sources.workingFolder = workingFolder;
    const EnvFile working = readEnvFile(workingFolder);
    sources.envInWorkingFolder = working.values;
    QStringList warnings = working.warnings;

    QString profile = call.profile;
    if (!jobPath.isEmpty()) {
        const QString path = QDir::cleanPath(QDir(workingFolder).absoluteFilePath(jobPath));
        const QDir folder = QFileInfo(path).dir();
        if (folder != QDir(workingFolder)) {
            const EnvFile beside = readEnvFile(folder.path());
            sources.envBesideJob = beside.values;
            warnings += beside.warnings;
        }
        Variables variables = sources.envInWorkingFolder;
        variables.insert(sources.envBesideJob);
        variables.insert(environment);
        Result<JobFile> job = readJobFile(path, variables);
        if (!job)
            return fail(job.error());
        if (profile.isEmpty())
            profile = job->profile.value_or(QString());
        sources.job = std::move(*job);
    }
    if (!profile.isEmpty()) {
        Result<ConnectionProfile> loaded = profiles.load(profile);
        if (!loaded)
            return fail(loaded.error());
        sources.profile = std::move(*loaded);
    }
    Result<ResolvedSettings> settings = resolveSettings(sources);
    if (settings)
        settings->warnings = warnings + settings->warnings;
    return settings;
}

} // namespace tidemark
