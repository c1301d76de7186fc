#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// The steps that change the disk, in the words of tests and errors.
enum class FileStep {
    Create,
    Append,
    Write,
    Sync,
    Truncate,
    Rename,
    Remove,
    MakeFolder,
    RemoveFolder,
    SyncFolder,
};

/// Every change of the disk that the storage module makes, each checked, each a plain system call.
/// Thread-safe, stateless. Tests derive from it: intercept() is asked before each step.
class FileOps {
public:
    virtual ~FileOps() = default;

    /// A new file, opened for writing; an existing one is an error.
    [[nodiscard]] Result<int> create(const QString &path);
    /// A file opened for writing at its end, made when it is not there.
    [[nodiscard]] Result<int> openAtEnd(const QString &path);
    [[nodiscard]] Status write(int file, const QString &path, const char *data, qint64 size);
    [[nodiscard]] Status sync(int file, const QString &path);
    /// Closes without a word; what matters was synced before.
    static void close(int file);
    [[nodiscard]] Status truncate(const QString &path, qint64 size);
    /// rename(2): replaces an existing target.
    [[nodiscard]] Status rename(const QString &from, const QString &to);
    /// A file that is not there is removed already.
    [[nodiscard]] Status remove(const QString &path);
    /// Makes the folder and its parents, and syncs the parent of each folder made.
    [[nodiscard]] Status makeFolders(const QString &path);
    /// Removes an empty folder; one that is not empty or not there is left without an error.
    [[nodiscard]] Status removeIfEmpty(const QString &path);
    [[nodiscard]] Status syncFolder(const QString &path);
    /// What this user may still write to the file system of the folder.
    [[nodiscard]] virtual Result<qint64> freeBytes(const QString &folder);

    /// Writes beside the file, syncs, renames over it. The folder is not synced.
    [[nodiscard]] Status replace(const QString &path, const QByteArray &content);

    /// The content; none when there is no such file.
    [[nodiscard]] static Result<std::optional<QByteArray>> read(const QString &path);
    /// Names in a folder, files and folders, hidden ones too; none when there is no such folder.
    [[nodiscard]] static Result<QStringList> list(const QString &folder);

    /// The suffix of files that are not finished.
    static QString temporarySuffix();

protected:
    /// Asked before each step. 0 lets it happen, an errno makes it fail. `bytes` is the size of a write and
    /// may be lowered: then so much is written before the step fails with ENOSPC.
    virtual int intercept(FileStep step, const QString &path, const QString &target, qint64 &bytes);
    /// fsync(2) of a file or folder. Tests without a power failure may leave it out.
    virtual int flush(int file);

private:
    int before(FileStep step, const QString &path, const QString &target = {});
    Status makeOneFolder(const QString &path);
};

/// The error of a failed step: what was tried, on which path, why, and what to do.
SyncError fileError(FileStep step, const QString &path, int number);

} // namespace tidemark
