#include "filetablestore.h"

#include "failurefile.h"
#include "filetablefolder.h"
#include "folderlock.h"
#include "publication.h"
#include "tablelook.h"
#include "watermarkfile.h"

#include <QFileInfo>

namespace tidemark {

FileTableStore::FileTableStore(const QString &outputDir, const QString &watermarkDir, const TimeSource &time,
    std::shared_ptr<FileOps> files)
    : m_output(outputDir), m_watermarks(watermarkDir), m_time(time), m_files(std::move(files))
{
}

Result<std::unique_ptr<TableFolder>> FileTableStore::open(const TableRef &table, const SourceIdentity &source)
{
    return FileTableFolder::open({ m_output, m_watermarks, m_time, *m_files }, table, source);
}

Result<std::optional<Watermark>> FileTableStore::peekWatermark(const TableRef &table)
{
    const Result<QString> folder = m_watermarks.find(table);
    if (!folder)
        return fail(folder.error());
    if (QFileInfo::exists(Publication::pathIn(*folder)))
        return std::nullopt;
    const Result<WatermarkFile> file = WatermarkFile::read(*folder);
    if (!file)
        return std::nullopt; // open() tells what is wrong
    const auto entry = file->entry(table);
    if (!entry || !*entry)
        return std::nullopt;
    return (*entry)->mark;
}

Result<StoredTable> FileTableStore::look(const TableRef &table, const SourceIdentity &source)
{
    return lookAtTable(table, source, m_output, m_watermarks);
}

Status FileTableStore::noteFailure(const FailedRun &failure)
{
    const Result<QString> folder = watermarkFolderOf(failure.table, m_watermarks);
    if (!folder)
        return fail(folder.error());
    if (!QFileInfo(*folder).isDir())
        return {};
    const Result<FolderLock> lock = FolderLock::take(*folder);
    if (!lock && lock.error().kind == ErrorKind::Locked)
        return {};
    if (!lock)
        return fail(lock.error());
    return FailureFile::write(*m_files, *folder, failure);
}

Result<QList<TableRef>> FileTableStore::tables()
{
    return tablesWithWatermark(m_watermarks.root());
}

} // namespace tidemark
