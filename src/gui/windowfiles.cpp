#include "windowfiles.h"

#include "jobsettings.h"
#include "jobwriter.h"
#include "keychainsecretstore.h"
#include "passwords.h"
#include "settingsloader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStorageInfo>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What ${NAME} stands for in a job file, in the order of sources that a run has.
Variables variablesFor(const QString &jobPath)
{
    Variables variables = readEnvFile(QDir::currentPath()).values;
    variables.insert(readEnvFile(QFileInfo(jobPath).path()).values);
    variables.insert(systemVariables());
    return variables;
}

} // namespace

SecretStore &WindowFiles::secrets()
{
    if (!m_secrets)
        m_secrets = openSecretStore();
    return *m_secrets;
}

Status WindowFiles::startServer(const QString &root)
{
    const QString data = root + u"/server"_s;
    if (!QDir().mkpath(data))
        return fail(ErrorKind::Storage,
            tr("The folder for the practice data cannot be made. Check the rights of its parent."), data);
    m_practiceLock = std::make_unique<QLockFile>(root + u"/.lock"_s);
    m_practiceLock->setStaleLockTime(0);
    if (!m_practiceLock->tryLock(0))
        return fail(ErrorKind::Locked,
            tr("Another window of Tidemark uses the practice data. Close it, or practise there."));
    PracticeSettings settings;
    settings.dataDir = data;
    settings.churn = 1; // so that a second sync has changes to bring
    auto started = PracticeService::start(settings);
    if (!started)
        return fail(started.error());
    m_practice = std::move(*started);
    return {};
}

Result<PracticeLogin> WindowFiles::startPractice()
{
    // All in one place: the files are those of this server, and nobody else's.
    const QString root =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tidemark/practice"_s;
    if (!m_practice) {
        if (const Status started = startServer(root); !started)
            return fail(started.error());
    }
    PracticeLogin practice;
    practice.login.connection = m_practice->connection();
    practice.login.password = Secret(m_practice->info().password);
    practice.outputDir = root + u"/data"_s;
    practice.watermarkDir = root + u"/watermarks"_s;
    return practice;
}

std::optional<qint64> WindowFiles::freeSpace(const QString &folder)
{
    QString there = QFileInfo(folder).absoluteFilePath();
    while (!QFileInfo::exists(there) && QFileInfo(there).path() != there)
        there = QFileInfo(there).path();
    const QStorageInfo storage(there);
    return storage.isValid() ? std::optional<qint64>(storage.bytesAvailable()) : std::nullopt;
}

Result<StoredLogin> WindowFiles::loadProfile(const QString &name)
{
    const Result<ConnectionProfile> profile = m_profiles.load(name);
    if (!profile)
        return fail(profile.error());
    const Result<std::optional<Secret>> password = secrets().read(secretNameOf(profile->connection));
    if (!password)
        return fail(password.error());
    return StoredLogin{ profile->connection, *password };
}

Status WindowFiles::saveProfile(const ConnectionProfile &profile, const std::optional<Secret> &password)
{
    if (Status saved = m_profiles.save(profile); !saved)
        return saved;
    const QString name = secretNameOf(profile.connection);
    return password ? secrets().write(name, *password) : secrets().remove(name);
}

Status WindowFiles::removeProfile(const QString &name)
{
    if (const Result<ConnectionProfile> profile = m_profiles.load(name)) {
        if (Status removed = secrets().remove(secretNameOf(profile->connection)); !removed)
            return removed;
    }
    return m_profiles.remove(name);
}

Result<OpenedJob> WindowFiles::openJob(const QString &path)
{
    const Result<ResolvedSettings> settings =
        loadSettings({}, path, m_profiles, systemVariables(), QDir::currentPath());
    if (!settings)
        return fail(settings.error());
    OpenedJob opened;
    opened.defaults = settings->defaults;
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

Result<QStringList> WindowFiles::saveJob(const JobToSave &job)
{
    const bool isElsewhere = QFileInfo(job.path) != QFileInfo(job.basePath);
    if (isElsewhere && QFile::exists(job.path) && !QFile::remove(job.path))
        return fail(ErrorKind::Storage,
            tr("The file cannot be replaced. Check its rights and those of its folder."), job.path);
    const bool sameFormat = QFileInfo(job.path).suffix() == QFileInfo(job.basePath).suffix();
    if (isElsewhere && sameFormat)
        QFile::copy(job.basePath, job.path); // keeps what this version does not know
    const Variables variables = variablesFor(job.path);
    JobFile file;
    const QString source = QFile::exists(job.path) ? job.path : job.basePath;
    if (!source.isEmpty()) {
        Result<JobFile> read = readJobFile(source, variables);
        if (!read)
            return fail(read.error());
        file = std::move(*read);
    }
    file.path = job.path;
    return saveJobFile(updatedJobFile(file, job), variables, secrets());
}

Status WindowFiles::saveText(const QString &path, const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.size() != text.size())
        bytes.prepend("\xEF\xBB\xBF");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::Storage,
            tr("The file cannot be written: %1. Check the folder and its rights.").arg(file.errorString()),
            path);
    return {};
}

} // namespace tidemark
