#pragma once

#include "decompressor.h"
#include "result.h"
#include "sha256.h"

#include <QFile>
#include <QIODevice>

#include <functional>
#include <memory>
#include <optional>

namespace tidemark {

/// The text of a stored file, decompressed as its name says, while the bytes on disk are counted and hashed.
/// One thread.
class PartReader : public QIODevice {
    Q_OBJECT

public:
    /// `onBytes` hears of each piece read from disk; false stops the reading.
    explicit PartReader(const QString &path, std::function<bool(qint64 bytes)> onBytes = {});

    [[nodiscard]] Status openFile();
    /// Reads what is left of the file, so that the hash is that of all of it.
    [[nodiscard]] Result<QString> finishHash();
    qint64 bytesOnDisk() const { return m_bytes; }
    /// Why reading ended early: a clause.
    const std::optional<SyncError> &error() const { return m_error; }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 readStored(char *data, qint64 size);
    qint64 readDecompressed(char *data, qint64 size);

    QFile m_file;
    std::function<bool(qint64)> m_onBytes;
    std::unique_ptr<Decompressor> m_decompressor;
    Sha256 m_hash;
    QByteArray m_piece;
    Decompressor::Step m_step;
    std::optional<SyncError> m_error;
    qint64 m_bytes = 0;
};

} // namespace tidemark
