#include "partfile.h"

#include <QFileInfo>

namespace tidemark {

namespace {

/// Compressed bytes are written in steps of at least so many.
constexpr qsizetype writeStep = 64LL * 1024;
/// What the manifest, the watermark and the system itself may still need.
constexpr qint64 leastFree = 16LL * 1024 * 1024;
constexpr qint64 spaceCheckStep = 8LL * 1024 * 1024;

QString inMegabytes(qint64 bytes)
{
    return QString::number(double(bytes) / 1e6, 'f', 1);
}

} // namespace

PartFile::PartFile(FileOps &files, const QString &path, Compression compression)
    : m_files(files), m_path(path), m_compressor(Compressor::make(compression))
{
}

PartFile::~PartFile()
{
    if (m_file)
        FileOps::close(*m_file);
    if (m_created && !m_kept)
        std::ignore = m_files.remove(temporaryPath()); // else the next run sweeps it
}

Status PartFile::checkFreeSpace(FileOps &files, const QString &folder)
{
    const Result<qint64> free = files.freeBytes(folder);
    if (!free)
        return fail(free.error());
    if (*free >= leastFree)
        return {};
    return fail(ErrorKind::Storage,
        tr("The disk of %1 is full: only %2 MB are free, and Tidemark leaves %3 MB alone. Free some space or "
           "choose another folder, then run again.")
            .arg(folder, inMegabytes(*free), inMegabytes(leastFree)),
        folder);
}

Status PartFile::create()
{
    const Result<int> file = m_files.create(temporaryPath());
    if (!file)
        return fail(file.error());
    m_file = *file;
    m_created = true;
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    return {};
}

Status PartFile::complete()
{
    m_clock.lap();
    Status finished = finishFile();
    m_seconds += m_clock.lap();
    return finished;
}

Status PartFile::finishFile()
{
    if (m_error)
        return fail(*m_error);
    if (m_compressor) {
        if (Status finished = m_compressor->finish(m_output); !finished)
            return finished;
    }
    if (Status written = writeOut(m_output.constData(), m_output.size()); !written)
        return written;
    m_output.clear();
    if (Status synced = m_files.sync(*m_file, temporaryPath()); !synced)
        return synced;
    FileOps::close(*m_file);
    m_file.reset();
    close();
    const Result<QString> hash = m_hash.finish();
    if (!hash)
        return fail(hash.error());
    m_sha256 = *hash;
    return {};
}

qint64 PartFile::readData(char *, qint64)
{
    return -1;
}

qint64 PartFile::writeData(const char *data, qint64 size)
{
    if (m_error)
        return -1;
    m_clock.lap();
    const Status written = put(data, size);
    m_seconds += m_clock.lap();
    if (written)
        return size;
    m_error = written.error();
    setErrorString(m_error->text);
    return -1;
}

Status PartFile::put(const char *data, qint64 size)
{
    if (!m_compressor)
        return writeOut(data, size);
    if (Status added = m_compressor->add(data, size, m_output); !added)
        return added;
    if (m_output.size() < writeStep)
        return {};
    Status written = writeOut(m_output.constData(), m_output.size());
    m_output.resize(0); // keeps its memory
    return written;
}

Status PartFile::writeOut(const char *data, qint64 size)
{
    if (size == 0)
        return {};
    if (Status written = m_files.write(*m_file, temporaryPath(), data, size); !written)
        return written;
    m_hash.add(data, size);
    m_bytes += size;
    if (m_bytes - m_spaceCheckedAt < spaceCheckStep)
        return {};
    m_spaceCheckedAt = m_bytes;
    return checkFreeSpace(m_files, QFileInfo(m_path).path());
}

} // namespace tidemark
