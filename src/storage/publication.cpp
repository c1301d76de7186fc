#include "publication.h"

#include "historyfile.h"
#include "jsonfile.h"
#include "manifest.h"
#include "schemafile.h"
#include "sha256.h"
#include "undofile.h"
#include "watermarkfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PublicationText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Publication)
};

QString dayOf(const QString &path)
{
    return path.section(u'/', 0, 0);
}

/// True when the file has the part's size and content.
Result<bool> isPart(const QString &path, const PendingPart &part)
{
    const QFileInfo info(path);
    if (!info.isFile() || info.size() != part.bytes)
        return false;
    const Result<QString> hash = Sha256::ofFile(path);
    if (!hash)
        return fail(hash.error());
    return *hash == part.sha256;
}

} // namespace

QString Publication::pathIn(const QString &watermarkFolder)
{
    return watermarkFolder + u"/pending.json"_s;
}

Result<std::optional<Publication>> Publication::read(const QString &watermarkFolder)
{
    return readJsonFile<Publication>(pathIn(watermarkFolder), fromJson);
}

Result<Publication> Publication::fromJson(const QJsonObject &json, const QString &path)
{
    Publication publication;
    publication.run = json[u"run"].toString();
    publication.table = tableFromJson(json[u"table"].toObject());
    publication.outputFolder = json[u"output_folder"].toString();
    publication.manifest = json[u"manifest"].toObject();
    publication.schema = json[u"schema"].toObject();
    publication.watermark = json[u"watermark"].toObject();
    publication.history = json[u"history"].toObject();
    publication.undo = json[u"undo"].toObject();
    const bool namesFiles = !json[u"parts"].toArray().isEmpty();
    bool good = !publication.table.table.isEmpty() && !publication.outputFolder.isEmpty()
        && json[u"watermark"].isObject() && (!publication.manifest.isEmpty() || !namesFiles);
    for (const auto &each : json[u"parts"].toArray()) {
        publication.parts +=
            { each[u"path"].toString(), each[u"bytes"].toInteger(), each[u"sha256"].toString() };
        good = good && isFileOfTable(publication.parts.constLast().path);
    }
    for (const auto &each : json[u"retired"].toArray()) {
        publication.retired += each.toString();
        good = good && isFileOfTable(publication.retired.constLast());
    }
    if (!good)
        return fail(jsonError(path, 0, PublicationText::tr("it does not say what to publish")));
    return publication;
}

QJsonObject Publication::toJson() const
{
    QJsonArray list;
    for (const PendingPart &part : parts) {
        list +=
            QJsonObject{ { u"path"_s, part.path }, { u"bytes"_s, part.bytes }, { u"sha256"_s, part.sha256 } };
    }
    return {
        { u"run"_s, run },
        { u"table"_s, tableToJson(table) },
        { u"output_folder"_s, outputFolder },
        { u"parts"_s, list },
        { u"manifest"_s, manifest },
        { u"schema"_s, schema },
        { u"watermark"_s, watermark },
        { u"history"_s, history },
        { u"undo"_s, undo },
        { u"retired"_s, QJsonArray::fromStringList(retired) },
    };
}

Status Publication::commit(FileOps &files, const QString &watermarkFolder) const
{
    if (Status written = files.replace(pathIn(watermarkFolder), jsonText(toJson())); !written)
        return written;
    return files.syncFolder(watermarkFolder);
}

bool Publication::withdraw(FileOps &files, const QString &watermarkFolder)
{
    if (!QFileInfo::exists(pathIn(watermarkFolder)))
        return true;
    return files.remove(pathIn(watermarkFolder)) && files.syncFolder(watermarkFolder);
}

Status Publication::apply(FileOps &files, const QString &watermarkFolder, Parts known) const
{
    if (Status placed = placeParts(files, watermarkFolder, known); !placed)
        return placed;
    if (Status placed = placeRecords(files, watermarkFolder); !placed)
        return placed;
    if (Status removed = retireFiles(files); !removed)
        return removed;
    if (Status synced = files.syncFolder(watermarkFolder); !synced)
        return synced;
    return files.remove(pathIn(watermarkFolder));
}

Status Publication::placePart(
    FileOps &files, const QString &watermarkFolder, const PendingPart &part, Parts known) const
{
    const QString path = outputFolder + u'/' + part.path;
    const QString temporary = path + FileOps::temporarySuffix();
    const bool waits = QFileInfo::exists(temporary);
    if (!waits || known == Parts::Unknown) {
        const Result<bool> isWhole = isPart(waits ? temporary : path, part);
        if (!isWhole)
            return fail(isWhole.error());
        if (!*isWhole) {
            return fail(ErrorKind::Storage,
                PublicationText::tr(
                    "The run %1 was committed, but its file %2 is missing or not what was written, so its "
                    "publication cannot be finished. Restore the file; or move %3 away to give that run up: "
                    "then "
                    "the next sync brings its rows again.")
                    .arg(run, path, pathIn(watermarkFolder)),
                path);
        }
    }
    return waits ? files.rename(temporary, path) : Status();
}

Status Publication::placeParts(FileOps &files, const QString &watermarkFolder, Parts known) const
{
    QSet<QString> days;
    for (const PendingPart &part : parts) {
        if (Status placed = placePart(files, watermarkFolder, part, known); !placed)
            return placed;
        days += dayOf(part.path);
    }
    for (const QString &day : std::as_const(days)) {
        if (Status synced = files.syncFolder(outputFolder + u'/' + day); !synced)
            return synced;
    }
    return {};
}

Status Publication::placeRecords(FileOps &files, const QString &watermarkFolder) const
{
    // The schemas first, since a manifest names them.
    if (!schema.isEmpty()) {
        if (Status written = files.replace(SchemaFile::pathIn(outputFolder), jsonText(schema)); !written)
            return written;
    }
    if (!manifest.isEmpty()) {
        if (Status written = files.replace(Manifest::pathIn(outputFolder), jsonText(manifest)); !written)
            return written;
        if (Status synced = files.syncFolder(outputFolder); !synced)
            return synced;
    }
    Result<WatermarkFile> watermarks = WatermarkFile::read(watermarkFolder);
    if (!watermarks)
        return fail(watermarks.error());
    if (!watermark.isEmpty() || !watermarks->isEmpty()) {
        if (Status written = watermarks->write(files, table, watermark); !written)
            return written;
    }
    if (!history.isEmpty()) {
        if (Status appended = HistoryFile(watermarkFolder).append(files, history); !appended)
            return appended;
    }
    const QString undoPath = UndoRecord::pathIn(watermarkFolder);
    return undo.isEmpty() ? files.remove(undoPath) : files.replace(undoPath, jsonText(undo));
}

Status Publication::retireFiles(FileOps &files) const
{
    QSet<QString> days;
    for (const QString &path : retired) {
        if (Status removed = files.remove(outputFolder + u'/' + path); !removed)
            return removed;
        days += dayOf(path);
    }
    for (const QString &day : std::as_const(days)) {
        const QString folder = outputFolder + u'/' + day;
        if (!QFileInfo::exists(folder))
            continue;
        if (Status synced = files.syncFolder(folder); !synced)
            return synced;
        if (Status removed = files.removeIfEmpty(folder); !removed)
            return removed;
    }
    return days.isEmpty() ? Status() : files.syncFolder(outputFolder);
}

} // namespace tidemark
