#include "tableaccess.h"

#include "folderlock.h"
#include "pathlayout.h"
#include "publication.h"
#include "tablefolders.h"

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

Result<QString> finishPending(
    FolderResolver &output, FileOps &files, const TableRef &table, const QString &watermarkFolder)
{
    Result<std::optional<Publication>> pending = Publication::read(watermarkFolder);
    if (!pending)
        return fail(pending.error());
    if (!*pending)
        return QString();
    Publication &publication = **pending;
    if (!QFileInfo(publication.outputFolder).isDir()) { // the files were moved since
        Result<QString> folder = output.find(table);
        if (!folder)
            return folder;
        publication.outputFolder = *folder;
    }
    if (const Status applied = publication.apply(files, watermarkFolder, Publication::Parts::Unknown);
        !applied)
        return fail(applied.error());
    return noteOf(publication);
}

namespace {

Status finishPendingIn(FolderResolver &output, const QString &watermarkFolder, FileOps &files)
{
    const Result<FolderLock> lock = FolderLock::take(watermarkFolder);
    if (!lock && lock.error().kind == ErrorKind::Locked)
        return {};
    if (!lock)
        return fail(lock.error());
    const auto pending = Publication::read(watermarkFolder);
    if (!pending)
        return fail(pending.error());
    if (!*pending)
        return {};
    const Result<QString> note = finishPending(output, files, (*pending)->table, watermarkFolder);
    return note ? Status() : fail(note.error());
}

} // namespace

Status finishAllPending(FolderResolver &output, const QString &watermarkRoot, FileOps &files)
{
    const Result<QList<TableFolderPlace>> folders = tableFoldersBelow(watermarkRoot);
    if (!folders)
        return fail(folders.error());
    Status status;
    for (const TableFolderPlace &folder : *folders) {
        if (!QFileInfo::exists(Publication::pathIn(folder.path)))
            continue;
        const Status finished = finishPendingIn(output, folder.path, files);
        if (!finished && status)
            status = finished;
    }
    return status;
}

Result<FoundRecords> findRecords(
    FolderResolver &output, const TableRef &table, const QString &watermarkFolder)
{
    Result<QString> folder = output.find(table);
    if (!folder)
        return fail(folder.error());
    const Result<std::optional<Manifest>> manifest = Manifest::read(*folder);
    if (!manifest)
        return fail(manifest.error());
    FoundRecords found;
    found.distinct = *manifest && (*manifest)->table != table;
    if (found.distinct)
        folder = besideFolder(*folder, table);
    Result<TableRecords> records = TableRecords::read(table, *folder, watermarkFolder);
    if (!records)
        return fail(records.error());
    found.records = std::move(*records);
    return found;
}

} // namespace tidemark
