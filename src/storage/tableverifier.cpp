#include "tableverifier.h"

#include "csvreader.h"
#include "folderlock.h"
#include "partreader.h"
#include "pathlayout.h"
#include "publication.h"
#include "tableaccess.h"
#include "tablefolders.h"
#include "takeover.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <optional>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDataFolder(const QString &folder)
{
    const Result<QStringList> names = FileOps::list(folder);
    return !names || std::ranges::any_of(*names, [](const QString &name) {
        return isDayFolder(name) || name == u"manifest.json";
    });
}

/// None when the folder is not there, is nobody's, or this user may only read it and nothing is pending.
Result<std::optional<FolderLock>> lockOf(const QString &watermarkFolder)
{
    if (watermarkFolder.isEmpty())
        return std::nullopt;
    Result<FolderLock> lock = FolderLock::take(watermarkFolder);
    if (lock)
        return std::optional(std::move(*lock));
    const bool isPending = QFileInfo::exists(Publication::pathIn(watermarkFolder));
    if (lock.error().kind == ErrorKind::Locked || isPending)
        return fail(lock.error());
    return std::nullopt;
}

/// Rows of a file, once it was read to its end.
Result<qint64> countRows(PartReader &reader, const CsvDialect &dialect)
{
    CsvReader csv(reader, dialect);
    CsvRow row;
    qint64 rows = dialect.header ? -1 : 0;
    Result<bool> more = csv.read(row);
    for (; more && *more; more = csv.read(row))
        ++rows;
    if (reader.error())
        return fail(*reader.error());
    return more ? Result<qint64>(std::max<qint64>(0, rows)) : fail(more.error());
}

bool names(const Manifest &manifest, const ManifestFile &file)
{
    return std::ranges::any_of(manifest.files,
        [&](const ManifestFile &each) { return each.path == file.path && each.sha256 == file.sha256; });
}

} // namespace

TableVerifier::TableVerifier(const StorePlace &place, std::shared_ptr<FileOps> files)
    : m_files(std::move(files)), m_output(place.outputDir), m_watermarks(place.watermarkDir),
      m_hasWatermarks(!place.watermarkDir.isEmpty())
{
}

Result<QList<DataFolder>> TableVerifier::folders()
{
    if (m_hasWatermarks) { // what cannot be finished is told with its table
        const Result<QList<TableFolderPlace>> marks = tableFoldersBelow(m_watermarks.root());
        for (const TableFolderPlace &place : marks.value_or(QList<TableFolderPlace>()))
            (void)lockAndFinishPending(m_output, *m_files, place.path);
    }
    const Result<QList<TableFolderPlace>> places = tableFoldersBelow(m_output.root());
    if (!places)
        return fail(places.error());
    QList<DataFolder> folders;
    for (const TableFolderPlace &place : *places) {
        if (!isDataFolder(place.path))
            continue;
        DataFolder folder{ place.path, place.named, {}, 0 };
        const auto manifest = Manifest::read(place.path);
        if (manifest && *manifest) {
            folder.named = (*manifest)->table;
            folder.watermarkFolder = watermarkFolderOf(**manifest);
            for (const ManifestFile &file : (*manifest)->files)
                folder.bytes += file.bytes;
        }
        folders += folder;
    }
    return folders;
}

QString TableVerifier::watermarkFolderOf(const Manifest &manifest)
{
    if (m_hasWatermarks) {
        const Result<QString> folder = m_watermarks.find(manifest.table);
        if (folder && QFileInfo(*folder).isDir())
            return *folder;
    }
    return QFileInfo(manifest.watermarkFolder).isDir() ? manifest.watermarkFolder : QString();
}

/// The records and the files that no record names, as they stand under the lock.
Status TableVerifier::readRecords(const DataFolder &folder, VerifiedTable &table, TableRecords &records)
{
    const Result<std::optional<FolderLock>> lock = lockOf(folder.watermarkFolder);
    if (!lock)
        return fail(lock.error());
    if (*lock) {
        const Result<QString> note = finishPending(m_output, *m_files, folder.watermarkFolder);
        if (!note)
            return fail(note.error());
        if (!note->isEmpty())
            table.notes += *note;
    }
    auto manifest = Manifest::read(table.folder);
    if (!manifest)
        return fail(manifest.error());
    if (!*manifest) {
        return fail(ErrorKind::Storage,
            tr("There is no manifest, so nothing tells which files are the table. The next sync takes over "
               "the files of the older tool, or loads the table whole."),
            table.folder);
    }
    table.table = (*manifest)->table;
    Result<TableRecords> read =
        TableRecords::read(table.table, table.folder, std::move(*manifest), folder.watermarkFolder);
    if (!read)
        return fail(read.error());
    records = std::move(*read);
    return addStrays(table, records);
}

Status TableVerifier::addStrays(VerifiedTable &table, const TableRecords &records)
{
    QSet<QString> known;
    for (const ManifestFile &file : records.manifest->files)
        known += file.path;
    const QStringList setAside = records.setAside();
    Result<QStringList> days = FileOps::list(table.folder);
    if (!days)
        return fail(days.error());
    days->sort();
    for (const QString &day : std::as_const(*days)) {
        if (!isDayFolder(day))
            continue;
        Result<QStringList> entries = FileOps::list(table.folder + u'/' + day);
        if (!entries)
            return fail(entries.error());
        entries->sort();
        for (const QString &entry : std::as_const(*entries)) {
            const QString path = day + u'/' + entry;
            if (known.contains(path))
                continue;
            VerifiedFile stray;
            stray.path = table.folder + u'/' + path;
            stray.bytes = QFileInfo(stray.path).size();
            if (setAside.contains(path)) {
                stray.state = FileState::SetAside;
                stray.problem = tr("kept for an undo of the watermark until the next sync");
            } else if (entry.endsWith(FileOps::temporarySuffix())) {
                stray.state = FileState::Leftover;
                stray.problem = tr("left by a run that was interrupted; the next sync removes it");
            } else {
                stray.state = FileState::Unnamed;
                stray.problem = tr("not part of the table: no manifest names it");
            }
            table.files += stray;
        }
    }
    return {};
}

/// Fails when it was cancelled.
Result<VerifiedFile> TableVerifier::check(
    const TableRecords &records, const ManifestFile &file, const Progress &progress)
{
    VerifiedFile result{ records.outputFolder + u'/' + file.path, FileState::Good, file.rows, file.bytes,
        {} };
    const auto damaged = [&](const QString &problem) {
        result.state = FileState::Damaged;
        result.problem = problem;
        return result;
    };
    const QFileInfo info(result.path);
    if (!info.isFile()) {
        result.state = FileState::Missing;
        result.problem = tr("it is not there");
        return result;
    }
    if (info.size() != file.bytes)
        return damaged(tr("it has %1 bytes instead of %2").arg(info.size()).arg(file.bytes));
    PartReader reader(result.path, progress);
    if (const Status opened = reader.openFile(); !opened)
        return damaged(opened.error().text);
    const CsvDialect dialect =
        file.schema ? records.schemas.find(*file.schema)->dialect : olderDialect(result.path);
    const Result<qint64> rows = countRows(reader, dialect);
    const Result<QString> hash = reader.finishHash();
    if (reader.error() && reader.error()->kind == ErrorKind::Cancelled)
        return fail(*reader.error());
    if (hash && *hash != file.sha256)
        return damaged(tr("its content is not what was written: the SHA-256 differs"));
    if (!rows)
        return damaged(rows.error().text);
    if (!hash)
        return damaged(hash.error().text);
    if (*rows != file.rows)
        return damaged(tr("it holds %1 rows instead of %2").arg(*rows).arg(file.rows));
    return result;
}

VerifiedTable TableVerifier::verify(
    const DataFolder &folder, const QStringList &only, const Progress &progress)
{
    VerifiedTable table;
    table.table = folder.named;
    table.folder = folder.path;
    TableRecords records;
    if (const Status read = readRecords(folder, table, records); !read) {
        table.error = read.error();
        return table;
    }
    QList<VerifiedFile> checked;
    for (const ManifestFile &file : std::as_const(records.manifest->files)) {
        if (!only.isEmpty() && !only.contains(records.outputFolder + u'/' + file.path))
            continue;
        Result<VerifiedFile> result = check(records, file, progress);
        if (!result) {
            table.error = result.error();
            break;
        }
        if (result->state != FileState::Good) {
            const auto now = Manifest::read(table.folder);
            if (now && *now && !names(**now, file)) {
                result->state = FileState::Replaced;
                result->problem = tr("a sync replaced it meanwhile");
            }
        }
        checked += *result;
    }
    table.files = only.isEmpty() ? checked + table.files : checked;
    return table;
}

} // namespace tidemark
