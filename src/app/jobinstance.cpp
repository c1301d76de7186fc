#include "jobinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto markSuffix = ".open"_L1;
constexpr auto callSuffix = ".call"_L1;

} // namespace

JobInstance::JobInstance(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    // Without such a folder every window opens what it likes.
    if (QDir().mkpath(m_folder))
        m_watcher.addPath(m_folder);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &JobInstance::look);
}

QString JobInstance::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/tidemark/jobs"_s;
}

QString JobInstance::fileOf(const QString &jobPath, QLatin1StringView suffix) const
{
    const QFileInfo info(jobPath);
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return m_folder + u'/' + QString::fromLatin1(name.left(32)) + suffix;
}

Status JobInstance::claim(const QString &jobPath)
{
    const std::lock_guard guard(m_mutex);
    const QString path = fileOf(jobPath, markSuffix);
    if (m_mark && path == fileOf(m_jobPath, markSuffix))
        return {};
    auto mark = std::make_unique<QLockFile>(path);
    mark->setStaleLockTime(0);
    if (!mark->tryLock(0) && mark->error() == QLockFile::LockFailedError) {
        QFile call(fileOf(jobPath, callSuffix));
        const bool isCalled = call.open(QIODevice::WriteOnly);
        return fail(ErrorKind::Locked,
            isCalled ? tr("Another window of Tidemark has this job open and comes forward.")
                     : tr("Another window of Tidemark has this job open."),
            jobPath);
    }
    QFile::remove(fileOf(jobPath, callSuffix)); // nobody has heard it
    m_mark = std::move(mark);
    m_jobPath = jobPath;
    return {};
}

void JobInstance::release()
{
    const std::lock_guard guard(m_mutex);
    m_mark.reset();
    m_jobPath.clear();
}

void JobInstance::look()
{
    bool isCalled = false;
    {
        const std::lock_guard guard(m_mutex);
        isCalled = m_mark && QFile::remove(fileOf(m_jobPath, callSuffix));
    }
    if (isCalled)
        Q_EMIT called();
}

} // namespace tidemark
