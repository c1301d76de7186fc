#include "manifest.h"

#include "jsonfile.h"
#include "pathlayout.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int format = 1;

struct ManifestText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Manifest)
};

QJsonValue orNull(const std::optional<ChangeVersion> &version)
{
    return version ? QJsonValue(version->value()) : QJsonValue();
}

std::optional<ChangeVersion> versionOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(ChangeVersion(value.toInteger())) : std::nullopt;
}

QJsonObject fileToJson(const ManifestFile &file)
{
    return {
        { u"path"_s, file.path },
        { u"rows"_s, file.rows },
        { u"bytes"_s, file.bytes },
        { u"sha256"_s, file.sha256 },
        { u"mode"_s, syncModeName(file.mode) },
        { u"from_version"_s, orNull(file.fromVersion) },
        { u"to_version"_s, orNull(file.toVersion) },
        { u"run"_s, file.run },
        { u"schema"_s, file.schema ? QJsonValue(*file.schema) : QJsonValue() },
    };
}

std::optional<ManifestFile> fileFromJson(const QJsonObject &object)
{
    ManifestFile file;
    file.path = object[u"path"].toString();
    const std::optional<SyncMode> mode = syncModeFromName(object[u"mode"].toString());
    if (!isFileOfTable(file.path) || !mode)
        return std::nullopt;
    file.mode = *mode;
    file.rows = object[u"rows"].toInteger();
    file.bytes = object[u"bytes"].toInteger();
    file.sha256 = object[u"sha256"].toString();
    file.fromVersion = versionOf(object[u"from_version"]);
    file.toVersion = versionOf(object[u"to_version"]);
    file.run = object[u"run"].toString();
    if (object[u"schema"].isDouble())
        file.schema = object[u"schema"].toInt();
    return file;
}

} // namespace

bool isFileOfTable(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.size() == 2 && isDayFolder(parts[0]) && !parts[1].isEmpty() && parts[1] != u"."
        && parts[1] != u"..";
}

QJsonObject tableToJson(const TableRef &table)
{
    return { { u"database"_s, table.database }, { u"schema"_s, table.schema }, { u"table"_s, table.table } };
}

TableRef tableFromJson(const QJsonObject &object)
{
    return { object[u"database"].toString(), object[u"schema"].toString(), object[u"table"].toString() };
}

std::optional<ChangeVersion> Manifest::lastVersion() const
{
    std::optional<ChangeVersion> last;
    for (const ManifestFile &file : files)
        last = std::max(last, file.toVersion);
    return last;
}

std::optional<QDateTime> Manifest::lastStamp() const
{
    std::optional<QDateTime> last;
    for (const ManifestFile &file : files) {
        const std::optional<QDateTime> stamp = stampOfFile(file.path);
        if (stamp && (!last || *stamp > *last))
            last = stamp;
    }
    return last;
}

QString Manifest::pathIn(const QString &folder)
{
    return folder + u"/manifest.json"_s;
}

Result<std::optional<Manifest>> Manifest::read(const QString &folder)
{
    return readJsonFile<Manifest>(pathIn(folder), fromJson);
}

Result<Manifest> Manifest::fromJson(const QJsonObject &json, const QString &path)
{
    if (json[u"format"].toInt() != format) {
        return fail(ErrorKind::Storage,
            ManifestText::tr(
                "The file %1 has the format %2, and this Tidemark knows format %3 only. Use the newer "
                "Tidemark that wrote it, or choose another output folder.")
                .arg(path)
                .arg(json[u"format"].toInt())
                .arg(format),
            path);
    }
    Manifest manifest;
    manifest.id = json[u"id"].toString();
    manifest.table = tableFromJson(json[u"table"].toObject());
    const QJsonObject source = json[u"source"].toObject();
    manifest.source = { source[u"server"].toString(), source[u"database"].toString(),
        source[u"database_id"].toString() };
    manifest.watermarkFolder = json[u"watermark_folder"].toString();
    for (const auto &each : json[u"files"].toArray()) {
        const std::optional<ManifestFile> file = fileFromJson(each.toObject());
        if (!file) {
            return fail(jsonError(path, 0,
                ManifestText::tr("its file number %1 has no proper path or mode")
                    .arg(manifest.files.size() + 1)));
        }
        manifest.files += *file;
    }
    return manifest;
}

QJsonObject Manifest::toJson() const
{
    QJsonArray list;
    for (const ManifestFile &file : files)
        list += fileToJson(file);
    return {
        { u"format"_s, format },
        { u"id"_s, id },
        { u"table"_s, tableToJson(table) },
        { u"source"_s,
            QJsonObject{ { u"server"_s, source.server }, { u"database"_s, source.database },
                { u"database_id"_s, source.databaseId } } },
        { u"watermark_folder"_s, watermarkFolder },
        { u"files"_s, list },
    };
}

} // namespace tidemark
