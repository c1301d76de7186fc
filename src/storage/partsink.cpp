#include "partsink.h"

#include "pathlayout.h"

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Columns of a file without rows; only their names are written.
QList<BlockColumn> namesOnly(const TableSchema &schema)
{
    QList<BlockColumn> columns;
    for (const ColumnInfo &column : schema.columns)
        columns += BlockColumn{ column.name, CellKind::Text, 0, 0 };
    return columns;
}

} // namespace

QList<LeadingColumn> leadingColumns(const FileSetSpec &spec)
{
    if (spec.mode != SyncMode::Full)
        return {};
    std::optional<QString> version;
    if (spec.loadVersion)
        version = QString::number(spec.loadVersion->value());
    return { { u"SYS_CHANGE_VERSION"_s, version, true },
        { u"SYS_CHANGE_CREATION_VERSION"_s, std::nullopt, true },
        { u"SYS_CHANGE_OPERATION"_s, u"L"_s, false } };
}

PartSink::PartSink(FileOps &files, const PartPlace &place, const FileSetSpec &spec)
    : m_files(files), m_place(place), m_spec(spec)
{
}

PartSink::~PartSink()
{
    m_parts.clear();
    if (m_madeFolder && !m_kept)
        std::ignore = m_files.removeIfEmpty(dayFolder());
}

QString PartSink::dayFolder() const
{
    return m_place.folder + u'/' + dayFolderFor(m_place.stamp);
}

Status PartSink::write(const RowBlock &block)
{
    if (m_finished)
        return fail(ErrorKind::Internal, tr("Rows came after the files were finished."));
    const Status written = writeRows(block);
    return written ? written : Status(fail(causeOf(written.error())));
}

/// The part knows best why a write failed.
SyncError PartSink::causeOf(const SyncError &error) const
{
    if (error.kind == ErrorKind::Storage && !m_parts.empty() && m_parts.back().file->error())
        return *m_parts.back().file->error();
    return error;
}

Status PartSink::writeRows(const RowBlock &block)
{
    for (int row = 0; row < block.rowCount();) {
        if (!m_parts.empty() && isPartFull()) {
            if (Status completed = completePart(); !completed)
                return completed;
        }
        if (m_parts.empty() || !m_parts.back().writer) {
            if (Status started = startPart(block.columns()); !started)
                return started;
        }
        const int count = rowsForPart(block.rowCount() - row);
        if (Status written = m_parts.back().writer->writeRows(block, row, count); !written)
            return written;
        row += count;
    }
    return {};
}

bool PartSink::isPartFull()
{
    const Part &part = m_parts.back();
    if (!part.writer || part.writer->isInsideRow())
        return false;
    if (m_spec.files.partRows && part.writer->rows() >= *m_spec.files.partRows)
        return true;
    if (!m_spec.files.partBytes)
        return false;
    // What a compressor still holds back has no size yet.
    const qint64 pending = part.file->isCompressed() ? 0 : part.writer->pendingBytes();
    return part.file->bytesOnDisk() + pending >= *m_spec.files.partBytes;
}

/// How many rows may go into the part before it is looked at again.
int PartSink::rowsForPart(int rows) const
{
    if (m_spec.files.partBytes)
        return 1;
    if (m_spec.files.partRows)
        return int(std::min<qint64>(
            rows, std::max<qint64>(1, *m_spec.files.partRows - m_parts.back().writer->rows())));
    return rows;
}

Status PartSink::makeDayFolder()
{
    m_madeFolder = true;
    if (Status made = m_files.makeFolders(dayFolder()); !made)
        return made;
    return PartFile::checkFreeSpace(m_files, dayFolder());
}

Status PartSink::startPart(const QList<BlockColumn> &columns)
{
    if (m_parts.empty()) {
        if (Status made = makeDayFolder(); !made)
            return made;
    }
    Part part;
    const QString name =
        partFileName(m_place.stem, m_place.stamp, int(m_parts.size()) + 1, m_spec.files.compression);
    part.name = dayFolderFor(m_place.stamp) + u'/' + name;
    part.file =
        std::make_unique<PartFile>(m_files, m_place.folder + u'/' + part.name, m_spec.files.compression);
    if (Status created = part.file->create(); !created)
        return created;
    part.writer = std::make_unique<CsvWriter>(*part.file, m_spec.dialect, columns, leadingColumns(m_spec));
    m_parts.push_back(std::move(part));
    return m_parts.back().writer->begin();
}

Status PartSink::completePart()
{
    Part &part = m_parts.back();
    if (Status finished = part.writer->finish(); !finished)
        return finished;
    part.rows = part.writer->rows();
    m_replaced += part.writer->replacedSurrogates();
    part.writer.reset();
    return part.file->complete();
}

Result<WrittenFiles> PartSink::finish()
{
    Status status;
    if (m_parts.empty() && m_spec.mode == SyncMode::Full)
        status = startPart(namesOnly(m_spec.schema)); // an empty table has a file with the header
    if (status && !m_parts.empty() && m_parts.back().writer)
        status = completePart();
    if (status && !m_parts.empty())
        status = m_files.syncFolder(dayFolder());
    if (!status)
        return fail(causeOf(status.error()));
    m_finished = true;
    WrittenFiles written;
    written.replacedSurrogates = m_replaced;
    written.bytes = bytesWritten();
    for (const Part &part : m_parts) {
        written.rows += part.rows;
        written.paths += part.file->path();
    }
    return written;
}

qint64 PartSink::bytesWritten() const
{
    qint64 bytes = 0;
    for (const Part &part : m_parts)
        bytes += part.file->bytesOnDisk();
    return bytes;
}

QList<PendingPart> PartSink::parts() const
{
    QList<PendingPart> list;
    for (const Part &part : m_parts)
        list += { part.name, part.file->bytesOnDisk(), part.file->sha256() };
    return list;
}

QList<ManifestFile> PartSink::manifestFiles() const
{
    QList<ManifestFile> list;
    for (const Part &part : m_parts) {
        ManifestFile file;
        file.path = part.name;
        file.rows = part.rows;
        file.bytes = part.file->bytesOnDisk();
        file.sha256 = part.file->sha256();
        file.mode = m_spec.mode;
        list += file;
    }
    return list;
}

void PartSink::keep(bool on)
{
    m_kept = on;
    for (const Part &part : m_parts)
        part.file->keep(on);
}

} // namespace tidemark
