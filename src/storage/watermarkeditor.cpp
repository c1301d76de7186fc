#include "watermarkeditor.h"

#include "folderlock.h"
#include "pathlayout.h"
#include "tableaccess.h"
#include "tablefolders.h"

#include <QFileInfo>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The ends of the manifest's file sets, the latest first.
QList<WatermarkBoundary> boundariesOf(const Manifest &manifest, ChangeVersion below)
{
    QList<WatermarkBoundary> boundaries;
    for (const ManifestFile &file : manifest.files) {
        if (!file.toVersion || *file.toVersion >= below)
            continue;
        if (boundaries.isEmpty() || boundaries.constFirst().version != *file.toVersion) {
            boundaries.prepend({ *file.toVersion, stampOfFile(file.path).value_or(QDateTime()), 0,
                file.mode == SyncMode::Full });
        }
        boundaries.first().rows += file.rows;
    }
    return boundaries;
}

WatermarkState stateOf(const TableRecords &records)
{
    WatermarkState state;
    state.table = records.table;
    state.folder = records.watermarkFolder;
    if (records.watermark)
        state.mark = records.watermark->mark;
    if (records.belongTogether())
        state.boundaries = boundariesOf(*records.manifest, state.mark->version);
    if (records.undo) {
        state.undoVersion = ChangeVersion(records.undo->watermark[u"version"].toInteger());
        state.changedAt = records.undo->changedAt;
    }
    return state;
}

WatermarkState problemState(const TableFolderPlace &folder, const SyncError &error)
{
    WatermarkState state;
    state.table = folder.named;
    state.folder = folder.path;
    state.problem = error;
    return state;
}

/// The watermark as the run left it that ended the manifest's last set.
Watermark markAt(const TableRecords &records, const Manifest &manifest)
{
    Watermark mark = records.watermark->mark;
    const ManifestFile &last = manifest.files.constLast();
    mark.version = *last.toVersion;
    mark.sinceVersion = last.fromVersion;
    mark.mode = last.mode;
    mark.runId = last.run;
    mark.rowsSynced = 0;
    mark.files.clear();
    for (const ManifestFile &file : manifest.files) {
        if (file.toVersion != last.toVersion)
            continue;
        mark.rowsSynced += file.rows;
        mark.files += records.outputFolder + u'/' + file.path;
    }
    mark.durationSeconds = 0;
    mark.syncedAt = stampOfFile(last.path).value_or(mark.syncedAt);
    mark.versionAt = {};
    mark.warnings.clear();
    const std::optional<SchemaEntry> schema = last.schema ? records.schemas.find(*last.schema) : std::nullopt;
    if (schema)
        mark.schemaFingerprint = schema->schema.fingerprint();
    return mark;
}

} // namespace

WatermarkEditor::WatermarkEditor(
    const StorePlace &place, const TimeSource &time, std::shared_ptr<FileOps> files)
    : m_time(time), m_files(std::move(files)), m_output(place.outputDir), m_watermarks(place.watermarkDir)
{
}

Result<QList<WatermarkState>> WatermarkEditor::all()
{
    const Result<QList<TableFolderPlace>> folders = tableFoldersBelow(m_watermarks.root());
    if (!folders)
        return fail(folders.error());
    QList<WatermarkState> states;
    for (const TableFolderPlace &folder : *folders) {
        const Status finished = lockAndFinishPending(m_output, *m_files, folder.path);
        const Result<QList<TableRef>> tables = tablesIn(folder);
        if (!tables) {
            states += problemState(folder, tables.error());
            continue;
        }
        for (const TableRef &table : *tables) {
            const Result<FoundRecords> found = findRecords(m_output, table, folder.path);
            states += found ? stateOf(found->records) : problemState({ folder.path, table }, found.error());
            if (found && !finished)
                states.last().problem = finished.error();
        }
    }
    return states;
}

Result<WatermarkState> WatermarkEditor::change(const TableRef &table, const WatermarkChange &change)
{
    const Result<QString> folder = m_watermarks.find(table);
    if (!folder)
        return fail(folder.error());
    const SyncError missing{ ErrorKind::NotFound,
        tr("There is no watermark of this table below %1. Check the watermark folder.")
            .arg(m_watermarks.root()),
        {}, 0, false, table.display(), 0 };
    if (!QFileInfo(*folder).isDir())
        return fail(missing);
    const Result<FolderLock> lock = FolderLock::take(*folder);
    if (!lock)
        return fail(lock.error());
    const Result<QString> finished = finishPending(m_output, *m_files, *folder);
    if (!finished)
        return fail(finished.error());
    const Result<FoundRecords> found = findRecords(m_output, table, *folder);
    if (!found)
        return fail(found.error());
    const TableRecords &records = found->records;
    if (!records.watermark && !records.undo)
        return fail(missing);
    const Result<Publication> publication = publicationOf(records, change);
    if (!publication)
        return fail(publication.error());
    if (change.rehearse)
        return stateOf(records);
    if (const Status published = publish(*publication, *folder); !published)
        return fail(published.error());
    const Result<FoundRecords> now = findRecords(m_output, table, *folder);
    return now ? Result<WatermarkState>(stateOf(now->records)) : fail(now.error());
}

Result<Publication> WatermarkEditor::publicationOf(
    const TableRecords &records, const WatermarkChange &change) const
{
    Publication publication;
    publication.table = records.table;
    publication.outputFolder = records.outputFolder;
    if (change.kind != WatermarkChange::Kind::Undo && !records.watermark) {
        return fail(ErrorKind::NoWatermark,
            tr("The watermark of this table was removed already; the next sync loads it whole. An undo "
               "brings the watermark back."),
            records.table.display());
    }
    Status done;
    switch (change.kind) {
    case WatermarkChange::Kind::Reset: // neither record nor manifest: the next load replaces the files
        publication.undo = undoOf(records).toJson();
        break;
    case WatermarkChange::Kind::SetBack:
        done = setBack(records, change.version, publication);
        break;
    case WatermarkChange::Kind::Undo:
        done = undo(records, publication);
        break;
    }
    return done ? Result<Publication>(publication) : fail(done.error());
}

/// What the last sync left, however many changes by hand have followed.
UndoRecord WatermarkEditor::undoOf(const TableRecords &records) const
{
    UndoRecord undo;
    if (records.undo)
        undo = *records.undo;
    else
        undo = { records.table, {}, records.watermark->record, records.manifest.value_or(Manifest()) };
    if (undo.watermark.isEmpty()) // a bare version
        undo.watermark[u"version"] = records.watermark->mark.version.value();
    undo.changedAt = m_time.nowUtc();
    return undo;
}

Status WatermarkEditor::setBack(
    const TableRecords &records, ChangeVersion version, Publication &publication) const
{
    const QString table = records.table.display();
    const ChangeVersion present = records.watermark->mark.version;
    if (version >= present) {
        return fail(ErrorKind::Configuration,
            tr("The watermark stands at version %1 and can only be set to an earlier one; setting it forward "
               "would lose the changes between.")
                .arg(present.value()),
            table);
    }
    if (!records.belongTogether()) {
        return fail(ErrorKind::Storage,
            tr("The watermark and the manifest in %1 do not belong together, so it is not known where file "
               "sets end. The next sync loads the table whole; or name the output folder of this table.")
                .arg(records.outputFolder),
            table);
    }
    if (Status owned = checkOwner(records, records.watermark->mark.source); !owned)
        return owned;
    QStringList ends;
    bool isEnd = false;
    for (const WatermarkBoundary &boundary : boundariesOf(*records.manifest, present)) {
        ends += QString::number(boundary.version.value());
        isEnd = isEnd || boundary.version == version;
    }
    if (!isEnd) {
        return fail(ErrorKind::Configuration,
            ends.isEmpty()
                ? tr("There is no earlier version to set the watermark to: the files hold one load only. A "
                     "reset makes the next sync load the table whole.")
                : tr("The watermark can be set to a version at which a set of files ends: %1. Version %2 is "
                     "none of them, and files cannot be cut in the middle.")
                      .arg(ends.join(u", "_s), QString::number(version.value())),
            table);
    }
    Manifest manifest = *records.manifest;
    manifest.files.removeIf(
        [&](const ManifestFile &file) { return file.toVersion > std::optional(version); });
    Watermark mark = markAt(records, manifest);
    mark.reason = tr("Set back by hand from version %1.").arg(present.value());
    publication.manifest = manifest.toJson();
    publication.watermark = watermarkRecord(mark, manifest.id, records.watermark->record);
    publication.undo = undoOf(records).toJson();
    return {};
}

Status WatermarkEditor::undo(const TableRecords &records, Publication &publication) const
{
    const QString table = records.table.display();
    if (!records.undo) {
        return fail(ErrorKind::NotFound,
            tr("There is nothing to undo: the watermark was not changed by hand since the last sync."),
            table);
    }
    const QStringList setAside = records.setAside();
    for (const ManifestFile &file : records.undo->manifest.files) {
        const QFileInfo info(records.outputFolder + u'/' + file.path);
        if (!setAside.contains(file.path))
            continue;
        if (!info.isFile() || info.size() != file.bytes) {
            return fail(ErrorKind::Storage,
                tr("The change cannot be undone, since the file %1 is missing or not what it was. Restore "
                   "it, or let the next sync bring its rows again.")
                    .arg(info.filePath()),
                table);
        }
    }
    if (!records.undo->manifest.id.isEmpty())
        publication.manifest = records.undo->manifest.toJson();
    publication.watermark = records.undo->watermark;
    return {};
}

Status WatermarkEditor::publish(const Publication &publication, const QString &watermarkFolder)
{
    Status done = publication.commit(*m_files, watermarkFolder);
    const bool committed = bool(done);
    if (committed)
        done = publication.apply(*m_files, watermarkFolder, Publication::Parts::Known);
    if (done || (!committed && Publication::withdraw(*m_files, watermarkFolder)))
        return done;
    SyncError error = done.error();
    error.text += u' ' + tr("The change may be half done; whoever reads the folder next finishes it.");
    return fail(error);
}

} // namespace tidemark
