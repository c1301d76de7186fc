#pragma once

#include "compressor.h"
#include "csvdialect.h"
#include "fileops.h"
#include "lapclock.h"
#include "result.h"
#include "sha256.h"

#include <QIODevice>

#include <memory>
#include <optional>

namespace tidemark {

/// One file of a set while it is written: compresses, counts and hashes what it is given, under a temporary
/// name. Removes the temporary file when it is destroyed, unless told to keep it. One thread.
class PartFile : public QIODevice {
    Q_OBJECT

public:
    /// `path` is the final name. The file operations must outlive the part.
    PartFile(FileOps &files, const QString &path, Compression compression);
    ~PartFile() override;

    [[nodiscard]] Status create();
    /// Writes the rest, syncs and closes; then bytes and hash are those of the file.
    [[nodiscard]] Status complete();
    /// The temporary file stays: a publication has taken it over, or (false) given it back.
    void keep(bool on) { m_kept = on; }

    const QString &path() const { return m_path; }
    QString temporaryPath() const { return m_path + FileOps::temporarySuffix(); }
    qint64 bytesOnDisk() const { return m_bytes; }
    /// The time of all writing so far, and of complete().
    double seconds() const { return m_seconds; }
    bool isCompressed() const { return m_compressor != nullptr; }
    const QString &sha256() const { return m_sha256; }
    /// Why a write failed.
    const std::optional<SyncError> &error() const { return m_error; }

    bool isSequential() const override { return true; }

    /// Fails when the file system of the folder has hardly any room left.
    [[nodiscard]] static Status checkFreeSpace(FileOps &files, const QString &folder);

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    [[nodiscard]] Status finishFile();
    [[nodiscard]] Status put(const char *data, qint64 size);
    [[nodiscard]] Status writeOut(const char *data, qint64 size);

    FileOps &m_files;
    QString m_path;
    std::unique_ptr<Compressor> m_compressor;
    Sha256 m_hash;
    QByteArray m_output;
    std::optional<int> m_file;
    QString m_sha256;
    std::optional<SyncError> m_error;
    qint64 m_bytes = 0;
    qint64 m_spaceCheckedAt = 0;
    LapClock m_clock;
    double m_seconds = 0;
    bool m_created = false;
    bool m_kept = false;
};

} // namespace tidemark
