#include "tablerecords.h"

#include "historyfile.h"
#include "jsonfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OwnerText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TableRecords)
};

/// Host and instance names have no case. What is not known fits everything.
bool isSameServer(const SourceIdentity &a, const SourceIdentity &b)
{
    if (a.server.isEmpty() || b.server.isEmpty())
        return true;
    return a.server.compare(b.server, Qt::CaseInsensitive) == 0 && a.database == b.database;
}

bool isSameFolder(const QString &a, const QString &b)
{
    return a.isEmpty() || a == b || QFileInfo(a) == QFileInfo(b);
}

QString nameOf(const SourceIdentity &source)
{
    return OwnerText::tr("the database %1 on the server %2").arg(source.database, source.server);
}

/// Output and watermark folder that were moved together still name each other's last run.
Result<bool> moveTogether(const TableRecords &records)
{
    if (records.belongTogether())
        return true;
    const Result<QString> run = HistoryFile(records.watermarkFolder).lastRun();
    if (!run)
        return fail(run.error());
    return !run->isEmpty() && *run == records.manifest->lastRun();
}

} // namespace

Result<TableRecords> TableRecords::read(const TableRef &table, const QString &outputFolder,
    std::optional<Manifest> manifest, const QString &watermarkFolder)
{
    TableRecords records{ table, outputFolder, watermarkFolder, std::move(manifest), {}, {}, {} };
    const Result<WatermarkFile> watermarks = WatermarkFile::read(watermarkFolder);
    if (!watermarks)
        return fail(watermarks.error());
    auto entry = watermarks->entry(table);
    if (!entry)
        return fail(entry.error());
    records.watermark = std::move(*entry);
    auto undo = UndoRecord::read(watermarkFolder);
    if (!undo)
        return fail(undo.error());
    if (*undo && (*undo)->table == table)
        records.undo = std::move(*undo);
    auto schemas = SchemaFile::read(outputFolder);
    if (!schemas)
        return fail(schemas.error());
    records.schemas = std::move(*schemas);
    if (records.manifest) {
        for (const ManifestFile &file : std::as_const(records.manifest->files)) {
            if (file.schema && !records.schemas.find(*file.schema)) {
                return fail(jsonError(SchemaFile::pathIn(outputFolder), 0,
                    OwnerText::tr("it lacks the schema %1, which the manifest names").arg(*file.schema)));
            }
        }
    }
    return records;
}

bool TableRecords::belongTogether() const
{
    return manifest && watermark && !watermark->manifestId.isEmpty() && watermark->manifestId == manifest->id
        && manifest->lastVersion() <= std::optional(watermark->mark.version);
}

bool TableRecords::isOfOlderTool() const
{
    return watermark && !manifest && watermark->manifestId.isEmpty();
}

std::optional<TableSchema> TableRecords::publishedSchema() const
{
    if (!manifest || manifest->files.isEmpty() || !manifest->files.constLast().schema)
        return std::nullopt;
    const std::optional<SchemaEntry> entry = schemas.find(*manifest->files.constLast().schema);
    return entry ? std::optional(entry->schema) : std::nullopt;
}

QStringList TableRecords::setAside() const
{
    QStringList paths;
    if (undo) {
        for (const ManifestFile &file : undo->manifest.files)
            paths += file.path;
    }
    if (manifest) {
        for (const ManifestFile &file : manifest->files)
            paths.removeAll(file.path);
    }
    return paths;
}

Status checkOwner(const TableRecords &records, const SourceIdentity &source)
{
    const QString &folder = records.outputFolder;
    if (records.manifest && !isSameServer(records.manifest->source, source)) {
        return failWithAdvice(ErrorKind::ForeignFolder,
            OwnerText::tr("The folder %1 holds files of %2, but this job syncs %3.")
                .arg(folder, nameOf(records.manifest->source), nameOf(source)),
            OwnerText::tr("Choose another output folder for this job, or move that folder away."), folder);
    }
    if (records.watermark && !isSameServer(records.watermark->mark.source, source)) {
        return failWithAdvice(ErrorKind::ForeignFolder,
            OwnerText::tr("The watermarks in %1 belong to %2, but this job syncs %3.")
                .arg(records.watermarkFolder, nameOf(records.watermark->mark.source), nameOf(source)),
            OwnerText::tr("Choose another watermark folder for this job, or move that folder away."),
            records.watermarkFolder);
    }
    if (!records.manifest || isSameFolder(records.manifest->watermarkFolder, records.watermarkFolder))
        return {};
    const Result<bool> moved = moveTogether(records);
    if (!moved)
        return fail(moved.error());
    if (*moved)
        return {};
    return failWithAdvice(ErrorKind::ForeignFolder,
        OwnerText::tr("The files in %1 are kept up to date with the watermarks in %2, but this job keeps its "
                      "watermarks in %3.")
            .arg(folder, records.manifest->watermarkFolder, records.watermarkFolder),
        OwnerText::tr("Use that watermark folder, choose another output folder, or move the folder with the "
                      "files away."),
        folder);
}

} // namespace tidemark
