#include "folderlock.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct LockText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::FolderLock)
};

SyncError lockError(const QLockFile &lock, const QString &path)
{
    const auto error = [&](ErrorKind kind, const QString &happened, const QString &advice) {
        return failWithAdvice(kind, happened, advice, path).value();
    };
    switch (lock.error()) {
    case QLockFile::LockFailedError:
        break;
    case QLockFile::PermissionError:
        return error(ErrorKind::Storage,
            LockText::tr("The lock file %1 cannot be made: this user may not write there.").arg(path),
            LockText::tr("Give this user the right to write, or choose another watermark folder."));
    case QLockFile::NoError:
    case QLockFile::UnknownError:
        return error(ErrorKind::Storage, LockText::tr("The lock file %1 cannot be made.").arg(path),
            LockText::tr("Check the disk and the folder, then run again."));
    }
    qint64 pid = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&pid, &host, &program)) {
        return error(ErrorKind::Locked, LockText::tr("The table is locked by another run."),
            LockText::tr("If none is running, remove %1.").arg(path));
    }
    return error(ErrorKind::Locked,
        LockText::tr("The table is locked by %1 on %2 (%3).").arg(pid).arg(host, program),
        LockText::tr("Wait until that run ends; if it does not run any more, remove %1.").arg(path));
}

constexpr unsigned long timeToWriteAName = 200; // milliseconds

/// A program killed while it cleared a dead holder's lock may leave the file by which QLockFile guards that,
/// without a name in it. Nobody holds it, but QLockFile would wait half a minute for its owner.
bool clearNamelessGuard(const QString &path)
{
    const QString guard = path + u".rmlock"_s;
    const auto isNameless = [&guard] {
        const QFileInfo file(guard);
        return file.exists() && file.size() == 0;
    };
    if (!isNameless())
        return false;
    QThread::msleep(timeToWriteAName);
    return isNameless() && QFile::remove(guard);
}

/// A program killed between making the lock file and writing its name into it leaves a file that names nobody
/// and would lock the table for ever. The kernel's own lock on the file, which dies with its holder, tells
/// whether anybody has it; removeStaleLockFile() asks for it first.
bool takeNameless(QLockFile &lock)
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (lock.error() != QLockFile::LockFailedError || lock.getLockInfo(&pid, &host, &program))
        return false;
    QThread::msleep(timeToWriteAName);
    if (lock.getLockInfo(&pid, &host, &program))
        return false;
    return lock.removeStaleLockFile() && lock.tryLock(0);
}

} // namespace

QString FolderLock::pathIn(const QString &folder)
{
    return folder + u"/.sync.lock"_s;
}

Result<FolderLock> FolderLock::take(const QString &folder)
{
    const QString path = pathIn(folder);
    FolderLock lock;
    lock.m_leftBehind = QFileInfo::exists(path);
    lock.m_file = std::make_unique<QLockFile>(path);
    lock.m_file->setStaleLockTime(0);
    const bool taken = lock.m_file->tryLock(0) || takeNameless(*lock.m_file)
        || (clearNamelessGuard(path) && lock.m_file->tryLock(0));
    if (!taken)
        return fail(lockError(*lock.m_file, path));
    return lock;
}

} // namespace tidemark
