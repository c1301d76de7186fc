#include "historyreader.h"

#include "fileops.h"
#include "historyfile.h"
#include "manifest.h"
#include "tableaccess.h"
#include "watermarkfile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

/// What the manifest of a table names.
struct HistoryReader::Files {
    QString folder;
    QHash<QString, ManifestFile> named; // by their paths below the folder
};

namespace {

std::optional<ChangeVersion> versionOf(const QJsonObject &line)
{
    return line[u"version"].isDouble() ? std::optional(ChangeVersion(line[u"version"].toInteger()))
                                       : std::nullopt;
}

} // namespace

HistoryReader::HistoryReader(const StorePlace &place)
    : m_output(place.outputDir), m_watermarks(place.watermarkDir)
{
}

Result<SyncHistory> HistoryReader::read(const CancelToken &cancel)
{
    const Result<QList<TableFolderPlace>> folders = tableFoldersBelow(m_watermarks.root());
    if (!folders)
        return fail(folders.error());
    for (const TableFolderPlace &folder : *folders)
        readFolder(folder, cancel);
    if (cancel.isCancelled())
        return fail(ErrorKind::Cancelled, tr("Reading the history was cancelled."));
    std::stable_sort(m_history.runs.begin(), m_history.runs.end(),
        [](const HistoryRun &a, const HistoryRun &b) { return a.syncedAt < b.syncedAt; });
    QSet<TableRef> known;
    for (HistoryRun &run : m_history.runs) {
        run.isReload = run.mode == SyncMode::Full && !run.reason.isEmpty() && known.contains(run.table);
        known += run.table;
    }
    std::reverse(m_history.runs.begin(), m_history.runs.end());
    return m_history;
}

void HistoryReader::readFolder(const TableFolderPlace &folder, const CancelToken &cancel)
{
    FileOps files;
    if (const Status finished = lockAndFinishPending(m_output, files, folder.path); !finished)
        m_history.problems += finished.error().text;
    const QString path = HistoryFile::pathIn(folder.path);
    const Result<std::optional<QByteArray>> text = FileOps::read(path);
    if (!text) {
        m_history.problems += text.error().text;
        return;
    }
    int broken = 0;
    const QByteArray content = text->value_or(QByteArray());
    qsizetype at = 0;
    while (at < content.size() && !cancel.isCancelled()) {
        const qsizetype end = content.indexOf('\n', at);
        const QByteArray line = content.mid(at, (end < 0 ? content.size() : end) - at);
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject())
            addLine(folder, document.object());
        else if (end >= 0 && !line.trimmed().isEmpty())
            ++broken;
        at = end < 0 ? content.size() : end + 1;
    }
    if (broken > 0)
        m_history.problems +=
            tr("%n lines of %1 cannot be read and are left out.", nullptr, broken).arg(path);
}

void HistoryReader::addLine(const TableFolderPlace &folder, const QJsonObject &line)
{
    const Watermark mark = watermarkEntry(line).mark;
    HistoryRun run;
    run.table = line.contains(u"table") ? tableOfKey(folder, line[u"table"].toString()) : folder.named;
    if (!mark.source.database.isEmpty())
        run.table.database = mark.source.database;
    run.runId = mark.runId;
    run.syncedAt = mark.syncedAt;
    const bool incremental = mark.sinceVersion && mark.mode != SyncMode::Full;
    run.mode = incremental ? SyncMode::Incremental : SyncMode::Full;
    run.sinceVersion = mark.sinceVersion;
    run.version = versionOf(line);
    run.rows = mark.rowsSynced;
    run.durationSeconds = mark.durationSeconds;
    run.reason = mark.reason;
    run.warnings = mark.warnings;
    const std::shared_ptr<const Files> files = filesOf(run.table);
    qint64 bytes = 0;
    bool allCurrent = !mark.files.isEmpty();
    for (QString path : mark.files) {
        const QString relative = path.replace(u'\\', u'/').section(u'/', -2);
        const auto named = files->named.constFind(relative);
        HistoryFileEntry file{ path, named != files->named.cend(), 0, 0, {} };
        if (file.isCurrent)
            file = { files->folder + u'/' + relative, true, named->rows, named->bytes, named->sha256 };
        allCurrent = allCurrent && file.isCurrent;
        bytes += file.bytes;
        run.files += file;
    }
    if (allCurrent)
        run.bytes = bytes;
    m_history.runs += run;
}

std::shared_ptr<const HistoryReader::Files> HistoryReader::filesOf(const TableRef &table)
{
    auto known = m_files.find(table);
    if (known != m_files.end())
        return *known;
    auto files = std::make_shared<Files>();
    const Result<QString> folder = m_output.find(table);
    const auto manifest = folder ? Manifest::read(*folder) : Result<std::optional<Manifest>>(std::nullopt);
    if (!manifest)
        m_history.problems += manifest.error().text;
    if (manifest && *manifest) {
        files->folder = *folder;
        for (const ManifestFile &file : (*manifest)->files)
            files->named.insert(file.path, file);
    }
    return *m_files.insert(table, files);
}

} // namespace tidemark
