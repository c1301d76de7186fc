#include "partreader.h"

#include "pathlayout.h"

namespace tidemark {

namespace {

constexpr qsizetype pieceSize = 256LL * 1024;

} // namespace

PartReader::PartReader(const QString &path, std::function<bool(qint64 bytes)> onBytes)
    : m_file(path), m_onBytes(std::move(onBytes)),
      m_decompressor(Decompressor::make(compressionOfFile(path))), m_piece(pieceSize, Qt::Uninitialized)
{
}

Status PartReader::openFile()
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorKind::Storage, tr("it cannot be opened (%1)").arg(m_file.errorString()));
    return open(QIODevice::ReadOnly | QIODevice::Unbuffered)
        ? Status()
        : fail(ErrorKind::Internal, tr("it cannot be opened (%1)").arg(errorString()));
}

/// -1 after an error of the disk, which is kept; one of the content does not keep the rest from being hashed.
qint64 PartReader::readStored(char *data, qint64 size)
{
    if (m_error && m_error->kind != ErrorKind::Data)
        return -1;
    const qint64 count = m_file.read(data, size);
    if (count < 0) {
        m_error = SyncError{ ErrorKind::Storage, tr("it cannot be read (%1)").arg(m_file.errorString()), {},
            0, false, {}, 0 };
        return -1;
    }
    m_hash.add(data, count);
    m_bytes += count;
    if (count > 0 && m_onBytes && !m_onBytes(count)) {
        m_error = SyncError{ ErrorKind::Cancelled, tr("reading it was cancelled"), {}, 0, false, {}, 0 };
        return -1;
    }
    return count;
}

qint64 PartReader::readDecompressed(char *data, qint64 size)
{
    while (!m_error && !m_decompressor->isAtEnd()) {
        if (m_step.inSize == 0) {
            m_step.in = m_piece.constData();
            m_step.inSize = readStored(m_piece.data(), m_piece.size());
            if (m_step.inSize < 0)
                return -1;
        }
        const bool ended = m_step.inSize == 0;
        m_step.out = data;
        m_step.room = size;
        if (const Status gone = m_decompressor->go(m_step); !gone) {
            m_error = gone.error();
            return -1;
        }
        if (m_step.room < size)
            return size - m_step.room;
        if (ended) {
            m_error =
                SyncError{ ErrorKind::Data, tr("its compressed content has no end"), {}, 0, false, {}, 0 };
            return -1;
        }
    }
    return m_error ? -1 : 0;
}

qint64 PartReader::readData(char *data, qint64 size)
{
    return m_decompressor ? readDecompressed(data, size) : readStored(data, size);
}

Result<QString> PartReader::finishHash()
{
    qint64 count = 1;
    while (count > 0)
        count = readStored(m_piece.data(), m_piece.size());
    if (count < 0)
        return fail(*m_error);
    return m_hash.finish();
}

} // namespace tidemark
