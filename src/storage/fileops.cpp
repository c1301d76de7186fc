#include "fileops.h"

#include "livethread.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FileText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::FileOps)
};

QByteArray native(const QString &path)
{
    return QFile::encodeName(path);
}

QString stepText(FileStep step, const QString &path)
{
    switch (step) {
    case FileStep::Create:
        return FileText::tr("The file %1 cannot be made").arg(path);
    case FileStep::Append:
        return FileText::tr("The file %1 cannot be opened for writing").arg(path);
    case FileStep::Write:
    case FileStep::Truncate:
        return FileText::tr("The file %1 cannot be written").arg(path);
    case FileStep::Sync:
    case FileStep::SyncFolder:
        return FileText::tr("%1 cannot be forced to the disk").arg(path);
    case FileStep::Rename:
        return FileText::tr("A file cannot get its final name %1").arg(path);
    case FileStep::Remove:
    case FileStep::RemoveFolder:
        return FileText::tr("%1 cannot be removed").arg(path);
    case FileStep::MakeFolder:
        break;
    }
    return FileText::tr("The folder %1 cannot be made").arg(path);
}

/// The nearest existing part of a path that is not a folder, or nothing.
QString fileInTheWay(const QString &path)
{
    for (QString part = path;;) {
        const QFileInfo info(part);
        if (info.exists())
            return info.isDir() ? QString() : part;
        const QString parent = info.path();
        if (parent == part)
            return {};
        part = parent;
    }
}

} // namespace

SyncError fileError(FileStep step, const QString &path, int number)
{
    QString text = stepText(step, path);
    const QString inTheWay = (step == FileStep::Remove) ? QString() : fileInTheWay(QFileInfo(path).path());
    const QString reason = qt_error_string(number);
    if (number == ENOSPC || number == EDQUOT) {
        text += FileText::tr(": the disk is full (%1). Free some space or choose another folder, then run "
                             "again.")
                    .arg(reason);
    } else if (number == EACCES || number == EPERM || number == EROFS) {
        text += FileText::tr(": %1. Give this user the right to write there, or choose another folder.")
                    .arg(reason);
    } else if (number == ENOTDIR || number == EEXIST || !inTheWay.isEmpty()) {
        text +=
            FileText::tr(": a file stands in its way at %1. Move that file away or choose another folder.")
                .arg(inTheWay.isEmpty() ? path : inTheWay);
    } else {
        text += FileText::tr(": %1. Check the disk and the folder, then run again.").arg(reason);
    }
    return SyncError{ ErrorKind::Storage, text, {}, 0, false, path, 0 };
}

QString FileOps::temporarySuffix()
{
    return u".tmp"_s;
}

int FileOps::intercept(FileStep, const QString &, const QString &, qint64 &)
{
    return 0;
}

int FileOps::flush(int file)
{
    return ::fsync(file);
}

int FileOps::before(FileStep step, const QString &path, const QString &target)
{
    LiveThread::mayWait("the store's files");
    qint64 bytes = 0;
    return intercept(step, path, target, bytes);
}

Result<int> FileOps::create(const QString &path)
{
    int number = before(FileStep::Create, path);
    if (number == 0) {
        const int file = ::open(native(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
        if (file >= 0)
            return file;
        number = errno;
    }
    return fail(fileError(FileStep::Create, path, number));
}

Result<int> FileOps::openAtEnd(const QString &path)
{
    int number = before(FileStep::Append, path);
    if (number == 0) {
        const int file = ::open(native(path).constData(), O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0666);
        if (file >= 0)
            return file;
        number = errno;
    }
    return fail(fileError(FileStep::Append, path, number));
}

Status FileOps::write(int file, const QString &path, const char *data, qint64 size)
{
    LiveThread::mayWait("the store's files");
    qint64 allowed = size;
    const int number = intercept(FileStep::Write, path, {}, allowed);
    if (number != 0)
        return fail(fileError(FileStep::Write, path, number));
    for (qint64 done = 0; done < allowed;) {
        const ssize_t count = ::write(file, data + done, size_t(allowed - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return fail(fileError(FileStep::Write, path, count < 0 ? errno : ENOSPC));
        done += count;
    }
    if (allowed < size)
        return fail(fileError(FileStep::Write, path, ENOSPC));
    return {};
}

Status FileOps::sync(int file, const QString &path)
{
    int number = before(FileStep::Sync, path);
    if (number == 0 && flush(file) != 0)
        number = errno;
    if (number != 0)
        return fail(fileError(FileStep::Sync, path, number));
    return {};
}

void FileOps::close(int file)
{
    ::close(file);
}

Status FileOps::truncate(const QString &path, qint64 size)
{
    int number = before(FileStep::Truncate, path);
    if (number == 0 && ::truncate(native(path).constData(), off_t(size)) != 0)
        number = errno;
    if (number != 0)
        return fail(fileError(FileStep::Truncate, path, number));
    return {};
}

Status FileOps::rename(const QString &from, const QString &to)
{
    int number = before(FileStep::Rename, from, to);
    if (number == 0 && ::rename(native(from).constData(), native(to).constData()) != 0)
        number = errno;
    if (number != 0)
        return fail(fileError(FileStep::Rename, to, number));
    return {};
}

Status FileOps::remove(const QString &path)
{
    int number = before(FileStep::Remove, path);
    if (number == 0 && ::unlink(native(path).constData()) != 0)
        number = errno == ENOENT ? 0 : errno;
    if (number != 0)
        return fail(fileError(FileStep::Remove, path, number));
    return {};
}

Status FileOps::makeOneFolder(const QString &path)
{
    int number = before(FileStep::MakeFolder, path);
    if (number == 0 && ::mkdir(native(path).constData(), 0777) != 0)
        number = errno;
    if (number == EEXIST && QFileInfo(path).isDir())
        return {}; // another thread was faster
    if (number != 0)
        return fail(fileError(FileStep::MakeFolder, path, number));
    return syncFolder(QFileInfo(path).path());
}

Status FileOps::makeFolders(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return {};
    const QString parent = info.path();
    if (parent != path) {
        if (Status made = makeFolders(parent); !made)
            return made;
    }
    return makeOneFolder(path);
}

Status FileOps::removeIfEmpty(const QString &path)
{
    int number = before(FileStep::RemoveFolder, path);
    if (number == 0 && ::rmdir(native(path).constData()) != 0)
        number = errno;
    if (number == ENOTEMPTY || number == EEXIST || number == ENOENT)
        number = 0;
    if (number != 0)
        return fail(fileError(FileStep::RemoveFolder, path, number));
    return {};
}

Status FileOps::syncFolder(const QString &path)
{
    int number = before(FileStep::SyncFolder, path);
    if (number == 0) {
        const int folder = ::open(native(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0) {
            number = errno;
        } else {
            // Some network file systems cannot sync a folder and say EINVAL; they keep names in order.
            if (flush(folder) != 0 && errno != EINVAL)
                number = errno;
            ::close(folder);
        }
    }
    if (number != 0)
        return fail(fileError(FileStep::SyncFolder, path, number));
    return {};
}

Result<qint64> FileOps::freeBytes(const QString &folder)
{
    LiveThread::mayWait("the store's files");
    struct statvfs state = {};
    if (::statvfs(native(folder).constData(), &state) != 0) {
        return fail(ErrorKind::Storage,
            FileText::tr("The free space of %1 cannot be asked: %2. Check the disk and the folder.")
                .arg(folder, qt_error_string(errno)),
            folder);
    }
    return qint64(state.f_bavail) * qint64(state.f_frsize);
}

Status FileOps::replace(const QString &path, const QByteArray &content)
{
    const QString temporary = path + temporarySuffix();
    if (Status removed = remove(temporary); !removed)
        return removed;
    const Result<int> file = create(temporary);
    if (!file)
        return fail(file.error());
    Status status = write(*file, temporary, content.constData(), content.size());
    if (status)
        status = sync(*file, temporary);
    close(*file);
    if (status)
        status = rename(temporary, path);
    if (!status)
        std::ignore = remove(temporary); // the first error is the one to tell
    return status;
}

Result<std::optional<QByteArray>> FileOps::read(const QString &path)
{
    LiveThread::mayWait("the store's files");
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return std::nullopt;
    QFile file(path);
    if (info.isDir() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Storage,
            FileText::tr("The file %1 cannot be read: %2. Check its rights and the disk.")
                .arg(path, info.isDir() ? FileText::tr("it is a folder") : file.errorString()),
            path);
    }
    const QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorKind::Storage,
            FileText::tr("The file %1 cannot be read: %2. Check the disk.").arg(path, file.errorString()),
            path);
    }
    return content;
}

Result<QStringList> FileOps::list(const QString &folder)
{
    LiveThread::mayWait("the store's files");
    DIR *stream = ::opendir(native(folder).constData());
    if (stream == nullptr) {
        if (errno == ENOENT)
            return QStringList();
        return fail(ErrorKind::Storage,
            FileText::tr("The folder %1 cannot be read: %2. Check its rights, and that it is a folder.")
                .arg(folder, qt_error_string(errno)),
            folder);
    }
    QStringList names;
    while (const dirent *entry = ::readdir(stream)) {
        const QString name = QFile::decodeName(entry->d_name);
        if (name != u"." && name != u"..")
            names += name;
    }
    ::closedir(stream);
    return names;
}

} // namespace tidemark
