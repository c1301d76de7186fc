#include "tablelook.h"

#include "failurefile.h"
#include "historyfile.h"
#include "publication.h"
#include "tableaccess.h"
#include "tablefolders.h"
#include "watermarkfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tidemark {

namespace {

struct LookText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TableLook)
};

constexpr qsizetype runsKept = 20;

std::optional<double> bytesPerRowOf(const std::optional<Manifest> &manifest)
{
    qint64 rows = 0;
    qint64 bytes = 0;
    for (const ManifestFile &file : manifest.value_or(Manifest()).files) {
        if (file.mode != SyncMode::Full)
            continue;
        rows += file.rows;
        bytes += file.bytes;
    }
    return rows > 0 ? std::optional(double(bytes) / double(rows)) : std::nullopt;
}

QStringList notesOf(const TableRecords &records)
{
    if (QFileInfo::exists(Publication::pathIn(records.watermarkFolder))) {
        return { LookText::tr("An earlier run was interrupted while it published. The next run finishes that "
                              "first, so less may be left to do.") };
    }
    if (records.isOfOlderTool()) {
        return { LookText::tr("The files of the older tool are taken over first. If they are not all there, "
                              "the table is loaded again.") };
    }
    return {};
}

/// None when a run has gone well since, even if it could not say so.
std::optional<FailedRun> lastFailureOf(
    const QString &folder, const TableRef &table, const StoredTable &stored)
{
    std::optional<FailedRun> failure = FailureFile::read(folder, table);
    const bool isOver = failure
        && ((stored.watermark && failure->at < stored.watermark->syncedAt)
            || (!stored.runs.isEmpty() && failure->at < stored.runs.constLast().endedAt));
    return isOver ? std::nullopt : failure;
}

} // namespace

Result<QString> watermarkFolderOf(const TableRef &table, FolderResolver &watermarks)
{
    Result<QString> folder = watermarks.find(table);
    if (!folder)
        return folder;
    const Result<bool> isAnothers = isWatermarkFolderOfAnother(*folder, table);
    if (!isAnothers)
        return fail(isAnothers.error());
    return *isAnothers ? besideFolder(*folder, table) : folder;
}

Result<StoredTable> lookAtTable(
    const TableRef &table, const SourceIdentity &source, FolderResolver &output, FolderResolver &watermarks)
{
    const Result<QString> folder = watermarkFolderOf(table, watermarks);
    if (!folder)
        return fail(folder.error());
    Result<FoundRecords> found = findRecords(output, table, *folder);
    if (found && found->records.watermark && !found->records.belongTogether())
        found = findRecords(output, table, *folder); // a run may have published between two files
    if (!found)
        return fail(found.error());
    const TableRecords *records = &found->records;
    if (const Status owned = checkOwner(*records, source); !owned)
        return fail(owned.error());
    const auto lines = HistoryFile(*folder).recentLinesOf(table);
    if (!lines)
        return fail(lines.error());

    StoredTable stored;
    if (records->watermark)
        stored.watermark = records->watermark->mark;
    stored.publishedSchema = records->publishedSchema();
    stored.canAppend = records->belongTogether() || records->isOfOlderTool();
    stored.bytesPerRow = bytesPerRowOf(records->manifest);
    for (const QJsonObject &line : lines->mid(std::max<qsizetype>(0, lines->size() - runsKept))) {
        const Watermark mark = watermarkEntry(line).mark;
        stored.runs += PastRun{ mark.rowsSynced, mark.durationSeconds, mark.syncedAt };
    }
    stored.notes = notesOf(*records);
    stored.lastFailure = lastFailureOf(*folder, table, stored);
    return stored;
}

Result<QList<TableRef>> tablesWithWatermark(const QString &root)
{
    const Result<QList<TableFolderPlace>> folders = tableFoldersBelow(root);
    if (!folders)
        return fail(folders.error());
    QList<TableRef> tables;
    for (const TableFolderPlace &folder : *folders) {
        if (QFileInfo::exists(WatermarkFile::pathIn(folder.path)))
            tables += tablesIn(folder).value_or(QList<TableRef>{ folder.named });
    }
    return tables;
}

} // namespace tidemark
