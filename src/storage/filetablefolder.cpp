#include "filetablefolder.h"

#include "dialectcheck.h"
#include "failurefile.h"
#include "historyfile.h"
#include "jsonfile.h"
#include "pathlayout.h"
#include "tableaccess.h"
#include "takeover.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSet>
#include <QUuid>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What moves with every run and says nothing of the table itself.
Watermark withoutRun(Watermark mark)
{
    mark.sinceVersion.reset();
    mark.rowsSynced = 0;
    mark.mode = SyncMode::Incremental;
    mark.files.clear();
    mark.durationSeconds = 0;
    mark.syncedAt = {};
    mark.versionAt = {};
    mark.runId.clear();
    mark.time = {};
    return mark;
}

/// The folder of the table's watermarks; another one when the usual folder turns out to be another table's.
Result<QString> makeWatermarkFolder(const FolderContext &context, const TableRef &table)
{
    Result<QString> folder = context.watermarks.make(table, context.files);
    if (!folder)
        return folder;
    const Result<bool> isAnothers = isWatermarkFolderOfAnother(*folder, table);
    if (!isAnothers)
        return fail(isAnothers.error());
    return *isAnothers ? context.watermarks.makeDistinct(table, context.files) : folder;
}

} // namespace

FileTableFolder::FileTableFolder(const FolderContext &context, const TableRef &table,
    const SourceIdentity &source, const QString &watermarkFolder, FolderLock lock)
    : m_context(context), m_source(source),
      m_lock(std::move(lock)), m_records{ table, {}, watermarkFolder, {}, {}, {}, {} }
{
}

Result<std::unique_ptr<TableFolder>> FileTableFolder::open(
    const FolderContext &context, const TableRef &table, const SourceIdentity &source)
{
    const Result<QString> watermarkFolder = makeWatermarkFolder(context, table);
    if (!watermarkFolder)
        return fail(watermarkFolder.error());
    Result<FolderLock> lock = FolderLock::take(*watermarkFolder);
    if (!lock)
        return fail(lock.error());
    std::unique_ptr<FileTableFolder> folder(
        new FileTableFolder(context, table, source, *watermarkFolder, std::move(*lock)));
    if (const Status prepared = folder->prepare(); !prepared)
        return fail(prepared.error());
    return folder;
}

Status FileTableFolder::prepare()
{
    if (Status finished = finishPending(); !finished)
        return finished;
    if (Status read = readRecords(); !read)
        return read;
    if (Status owned = checkOwner(m_records, m_source); !owned)
        return owned;
    if (m_lock.wasLeftBehind()) {
        const Result<int> swept = sweep();
        if (!swept)
            return fail(swept.error());
        if (*swept > 0)
            m_notes += tr("Removed %1 unfinished files of a run that was interrupted.").arg(*swept);
    }
    if (Status noted = noteWhatIsAmiss(); !noted)
        return noted;
    if (m_records.watermark)
        m_watermark = m_records.watermark->mark;
    return {};
}

Status FileTableFolder::finishPending()
{
    const Result<QString> note =
        tidemark::finishPending(m_context.output, m_context.files, m_records.watermarkFolder);
    if (!note)
        return fail(note.error());
    if (!note->isEmpty())
        m_notes += *note;
    return {};
}

Status FileTableFolder::readRecords()
{
    Result<FoundRecords> found = findRecords(m_context.output, m_records.table, m_records.watermarkFolder);
    if (!found)
        return fail(found.error());
    m_distinct = found->distinct;
    m_records = std::move(found->records);
    return {};
}

/// Takes over what the older tool left, or says why changes cannot be appended.
Status FileTableFolder::noteWhatIsAmiss()
{
    const bool hasManifest = m_records.manifest.has_value();
    if (m_records.belongTogether())
        return {};
    if (m_records.isOfOlderTool())
        return takeOverOldFiles();
    if (m_records.watermark && !hasManifest) {
        m_notes += tr("The manifest in %1 is missing, so the files of earlier runs are not known.")
                       .arg(m_records.outputFolder);
    } else if (m_records.watermark) {
        m_notes += tr("The watermark in %1 was changed by hand or by another program since the files were "
                      "published, so it does not fit them.")
                       .arg(m_records.watermarkFolder);
    } else if (!hasManifest) {
        const Result<QStringList> names = FileOps::list(m_records.outputFolder);
        if (!names)
            return fail(names.error());
        if (std::ranges::any_of(*names, isDayFolder)) {
            m_notes += tr(
                "The folder %1 already holds files that Tidemark has no record of. They are left alone and "
                "are not part of the table.")
                           .arg(m_records.outputFolder);
        }
    }
    return {};
}

Status FileTableFolder::takeOverOldFiles()
{
    const Result<TakeOver> result = takeOver(m_records, m_source);
    if (!result)
        return fail(result.error());
    if (!result->manifest) {
        m_notes += tr("The files of the older tool in %1 cannot be taken over: %2.")
                       .arg(m_records.outputFolder, result->problem);
        return {};
    }
    const Manifest &manifest = *result->manifest;
    QJsonObject record = m_records.watermark->record;
    record[u"version"] = m_records.watermark->mark.version.value();
    record[u"tidemark"] = QJsonObject{ { u"manifest"_s, manifest.id } };
    Publication publication;
    publication.table = m_records.table;
    publication.outputFolder = m_records.outputFolder;
    publication.manifest = manifest.toJson();
    publication.watermark = record;
    if (Status published = publishNow(publication, nullptr); !published)
        return published;
    m_notes += tr("Took over %1 files of the older tool, up to version %2.")
                   .arg(manifest.files.size())
                   .arg(m_records.watermark->mark.version.value());
    return readRecords();
}

Status FileTableFolder::checkUsable() const
{
    if (!m_unfinished)
        return {};
    return fail(ErrorKind::Internal,
        tr("The table's last publication is not finished, so the folder must be opened again before it is "
           "used."));
}

/// Removes temporary files below the table's folders; returns how many parts there were.
Result<int> FileTableFolder::sweep()
{
    m_swept = true;
    int count = 0;
    const Result<QStringList> names = FileOps::list(m_records.outputFolder);
    if (!names)
        return fail(names.error());
    for (const QString &name : *names) {
        if (!isDayFolder(name))
            continue;
        Result<int> swept = sweepDay(name);
        if (!swept)
            return swept;
        count += *swept;
    }
    for (const QString &path :
        { Manifest::pathIn(m_records.outputFolder), SchemaFile::pathIn(m_records.outputFolder),
            WatermarkFile::pathIn(m_records.watermarkFolder), Publication::pathIn(m_records.watermarkFolder),
            UndoRecord::pathIn(m_records.watermarkFolder), FailureFile::pathIn(m_records.watermarkFolder) }) {
        const QString temporary = path + FileOps::temporarySuffix();
        if (!QFileInfo::exists(temporary))
            continue;
        if (const Status removed = m_context.files.remove(temporary); !removed)
            return fail(removed.error());
    }
    return count;
}

Result<int> FileTableFolder::sweepDay(const QString &day)
{
    int count = 0;
    const QString folder = m_records.outputFolder + u'/' + day;
    const Result<QStringList> names = FileOps::list(folder);
    if (!names)
        return fail(names.error());
    const QString stem = fileStemFor(m_records.table) + u'_';
    for (const QString &name : *names) {
        if (!name.startsWith(stem) || !name.endsWith(FileOps::temporarySuffix()) || !stampOfFile(name))
            continue;
        if (const Status removed = m_context.files.remove(folder + u'/' + name); !removed)
            return fail(removed.error());
        ++count;
    }
    if (count > 0) {
        if (const Status removed = m_context.files.removeIfEmpty(folder); !removed)
            return fail(removed.error());
    }
    return count;
}

/// Later than every file that is known, and not the time of any file that is there.
Result<QDateTime> FileTableFolder::nextStamp() const
{
    QDateTime stamp = m_context.time.nowUtc().toUTC();
    if (m_records.manifest) {
        const std::optional<QDateTime> last = m_records.manifest->lastStamp();
        if (last && *last >= stamp)
            stamp = last->addMSecs(1);
    }
    QSet<QString> taken;
    QString day;
    while (true) {
        if (day != dayFolderFor(stamp)) {
            day = dayFolderFor(stamp);
            taken.clear();
            const Result<QStringList> names = FileOps::list(m_records.outputFolder + u'/' + day);
            if (!names)
                return fail(names.error());
            for (const QString &name : *names) {
                if (const std::optional<QDateTime> time = stampOfFile(name))
                    taken += stampText(*time);
            }
        }
        if (!taken.contains(stampText(stamp)))
            return stamp;
        stamp = stamp.addMSecs(1);
    }
}

Result<std::unique_ptr<TableSink>> FileTableFolder::newFiles(const FileSetSpec &spec)
{
    if (const Status usable = checkUsable(); !usable)
        return fail(usable.error());
    if (const Status checked = checkDialect(spec.dialect); !checked)
        return fail(checked.error());
    const Result<QString> folder = m_distinct
        ? m_context.output.makeDistinct(m_records.table, m_context.files)
        : m_context.output.make(m_records.table, m_context.files);
    if (!folder)
        return fail(folder.error());
    m_records.outputFolder = *folder;
    if (!m_swept) {
        const Result<int> swept = sweep();
        if (!swept)
            return fail(swept.error());
    }
    if (const Status space = PartFile::checkFreeSpace(m_context.files, *folder); !space)
        return fail(space.error());
    const Result<QDateTime> stamp = nextStamp();
    if (!stamp)
        return fail(stamp.error());
    return std::make_unique<PartSink>(
        m_context.files, PartPlace{ *folder, fileStemFor(m_records.table), *stamp }, spec);
}

/// What an earlier set left, for a full load to remove.
Result<QStringList> FileTableFolder::filesToRetire(const Manifest &next) const
{
    QStringList named;
    if (m_records.manifest) {
        for (const ManifestFile &file : m_records.manifest->files)
            named += file.path;
    } else { // the older tool's, or those of a manifest that was lost
        const auto lines = HistoryFile(m_records.watermarkFolder).linesOf(m_records.table);
        if (!lines)
            return fail(lines.error());
        for (const QJsonObject &line : *lines) {
            for (const auto &file : line[u"files"].toArray())
                named += namedFile(m_records.outputFolder, file.toString());
        }
    }
    if (m_records.watermark) {
        for (const QString &file : m_records.watermark->mark.files)
            named += namedFile(m_records.outputFolder, file);
    }
    for (const ManifestFile &file : next.files)
        named.removeAll(file.path);
    named.removeAll(QString());
    named.removeDuplicates();
    return named;
}

Result<Publication> FileTableFolder::publicationOf(
    const PartSink &sink, const Watermark &watermark, bool keepWatermark)
{
    const FileSetSpec &spec = sink.spec();
    const bool full = spec.mode == SyncMode::Full;
    Manifest next;
    if (full)
        next.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    else
        next = *m_records.manifest;
    next.table = m_records.table;
    next.source = m_source;
    next.watermarkFolder = m_records.watermarkFolder;
    const int schema = m_records.schemas.idFor(spec.schema, spec.dialect, watermark.runId);
    for (ManifestFile file : sink.manifestFiles()) {
        file.schema = schema;
        file.run = watermark.runId;
        file.fromVersion = full ? std::nullopt : watermark.sinceVersion;
        file.toVersion = full ? spec.loadVersion : std::optional(watermark.version);
        next.files += file;
    }

    Publication publication;
    publication.run = watermark.runId;
    publication.table = m_records.table;
    publication.outputFolder = m_records.outputFolder;
    publication.parts = sink.parts();
    publication.manifest = next.toJson();
    publication.schema = m_records.schemas.toJson(m_records.table);
    const QJsonObject before = m_records.watermark ? m_records.watermark->record : QJsonObject();
    const QJsonObject record = watermarkRecord(watermark, next.id, before);
    if (keepWatermark)
        publication.watermark = record;
    publication.history = record;
    publication.history[u"table"] = m_records.table.watermarkKey();
    if (full && !spec.loadVersion)
        publication.history[u"version"] = QJsonValue();
    if (full) {
        Result<QStringList> retired = filesToRetire(next);
        if (!retired)
            return fail(retired.error());
        publication.retired = std::move(*retired);
    }
    publication.retired += m_records.setAside();
    return publication;
}

Status FileTableFolder::publish(TableSink &sink, const Watermark &watermark, bool keepWatermark)
{
    if (Status usable = checkUsable(); !usable)
        return usable;
    auto *const parts = dynamic_cast<PartSink *>(&sink);
    if (parts == nullptr || !parts->isFinished())
        return fail(ErrorKind::Internal, tr("Only finished files of this folder can be published."));
    if (parts->spec().mode != SyncMode::Full && !canAppend())
        return fail(
            ErrorKind::Internal, tr("Changes cannot be published without the files that they follow."));
    const Result<Publication> publication = publicationOf(*parts, watermark, keepWatermark);
    if (!publication)
        return fail(publication.error());
    if (Status published = publishNow(*publication, parts); !published)
        return published;
    if (Status read = readRecords(); !read)
        return read;
    m_watermark = m_records.watermark ? std::optional(m_records.watermark->mark) : std::nullopt;
    return {};
}

Status FileTableFolder::publishNow(const Publication &publication, PartSink *sink)
{
    const QString &folder = m_records.watermarkFolder;
    if (sink != nullptr)
        sink->keep(true);
    if (Status committed = publication.commit(m_context.files, folder); !committed) {
        if (Publication::withdraw(m_context.files, folder)) {
            if (sink != nullptr)
                sink->keep(false);
            return committed;
        }
        m_unfinished = true;
        SyncError error = committed.error();
        error.text +=
            u' ' + tr("Whether the run counts is not certain; the next run finds out and finishes it.");
        return fail(error);
    }
    if (const Status applied = publication.apply(m_context.files, folder, Publication::Parts::Known);
        !applied) {
        m_unfinished = true;
        SyncError error = applied.error();
        error.text += u' '
            + tr("What was read is safe and committed, but not all of it is in its place; the next run "
                 "finishes "
                 "that first.");
        return fail(error);
    }
    return {};
}

Status FileTableFolder::moveWatermark(const Watermark &watermark)
{
    if (Status usable = checkUsable(); !usable)
        return usable;
    if (m_watermark && withoutRun(*m_watermark) == withoutRun(watermark))
        return {};
    const QJsonObject before = m_records.watermark ? m_records.watermark->record : QJsonObject();
    const QString manifestId = m_records.watermark ? m_records.watermark->manifestId : QString();
    Result<WatermarkFile> file = WatermarkFile::read(m_records.watermarkFolder);
    if (!file)
        return fail(file.error());
    const QJsonObject record = watermarkRecord(watermark, manifestId, before);
    if (Status written = file->write(m_context.files, m_records.table, record); !written)
        return written;
    m_records.watermark = WatermarkEntry{ watermark, manifestId, record };
    m_watermark = watermark;
    return {};
}

Status FileTableFolder::forgetFailure()
{
    return m_context.files.remove(FailureFile::pathIn(m_records.watermarkFolder));
}

} // namespace tidemark
