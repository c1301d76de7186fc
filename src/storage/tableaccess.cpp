#include "tableaccess.h"

#include "folderlock.h"
#include "publication.h"
#include "watermarkfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tidemark {

namespace {

struct AccessText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TableAccess)
};

QString noteOf(const Publication &publication)
{
    if (!publication.run.isEmpty()) {
        return AccessText::tr("Finished the publication of run %1, which had been interrupted.")
            .arg(publication.run);
    }
    return AccessText::tr("Finished a change of the table's records, which had been interrupted.");
}

} // namespace

Result<QString> finishPending(FolderResolver &output, FileOps &files, const QString &watermarkFolder)
{
    Result<std::optional<Publication>> pending = Publication::read(watermarkFolder);
    if (!pending)
        return fail(pending.error());
    if (!*pending)
        return QString();
    Publication &publication = **pending;
    if (!QFileInfo(publication.outputFolder).isDir()) { // the files were moved since
        Result<QString> folder = output.find(publication.table);
        if (!folder)
            return folder;
        publication.outputFolder = *folder;
    }
    if (const Status applied = publication.apply(files, watermarkFolder, Publication::Parts::Unknown);
        !applied)
        return fail(applied.error());
    return noteOf(publication);
}

Status lockAndFinishPending(FolderResolver &output, FileOps &files, const QString &watermarkFolder)
{
    if (!QFileInfo::exists(Publication::pathIn(watermarkFolder)))
        return {};
    const Result<FolderLock> lock = FolderLock::take(watermarkFolder);
    if (!lock)
        return lock.error().kind == ErrorKind::Locked ? Status() : fail(lock.error());
    const Result<QString> note = finishPending(output, files, watermarkFolder);
    return note ? Status() : fail(note.error());
}

Result<bool> isWatermarkFolderOfAnother(const QString &folder, const TableRef &table)
{
    const Result<WatermarkFile> file = WatermarkFile::read(folder);
    if (!file)
        return fail(file.error());
    const auto own = file->entry(table);
    return own && !*own && !file->otherSpelling(table).isEmpty();
}

Result<FoundRecords> findRecords(
    FolderResolver &output, const TableRef &table, const QString &watermarkFolder)
{
    Result<QString> folder = output.find(table);
    if (!folder)
        return fail(folder.error());
    Result<std::optional<Manifest>> manifest = Manifest::read(*folder);
    FoundRecords found;
    found.distinct = manifest && *manifest && (*manifest)->table != table;
    if (found.distinct) {
        folder = besideFolder(*folder, table);
        manifest = Manifest::read(*folder);
    }
    if (!manifest)
        return fail(manifest.error());
    Result<TableRecords> records = TableRecords::read(table, *folder, std::move(*manifest), watermarkFolder);
    if (!records)
        return fail(records.error());
    found.records = std::move(*records);
    return found;
}

} // namespace tidemark
