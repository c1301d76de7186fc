#include "watermarkfile.h"

#include "jsonfile.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WatermarkText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::WatermarkFile)
};

/// A version as JSON has it: a whole number that is not negative.
std::optional<ChangeVersion> versionOf(const QJsonValue &value)
{
    const qint64 version = value.toInteger(-1);
    return version < 0 ? std::nullopt : std::optional(ChangeVersion(version));
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &each : value.toArray())
        texts += each.toString();
    return texts;
}

/// The older tool writes an offset or none at all, and microseconds.
QDateTime timeOf(const QJsonValue &value)
{
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

QString textOf(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue orNull(const std::optional<ChangeVersion> &version)
{
    return version ? QJsonValue(version->value()) : QJsonValue();
}

/// The members that only Tidemark writes.
void readOwn(const QJsonObject &own, WatermarkEntry &entry)
{
    Watermark &mark = entry.mark;
    if (own[u"object_id"].isDouble())
        mark.objectId = own[u"object_id"].toInt();
    mark.versionAt = timeOf(own[u"version_at"]);
    mark.beginVersion = versionOf(own[u"begin_version"]);
    mark.keyColumns = textsOf(own[u"key"]);
    mark.schemaFingerprint = own[u"schema"].toString();
    if (own[u"retention_minutes"].isDouble())
        mark.retention = std::chrono::minutes(own[u"retention_minutes"].toInteger());
    mark.source = { own[u"server"].toString(), own[u"database"].toString(), own[u"database_id"].toString() };
    mark.runId = own[u"run"].toString();
    mark.reason = own[u"reason"].toString();
    mark.warnings = textsOf(own[u"warnings"]);
    const QJsonObject time = own[u"time_seconds"].toObject();
    for (const TimePart part : timeParts)
        mark.time[part] = time[timePartName(part)].toDouble();
    entry.manifestId = own[u"manifest"].toString();
}

} // namespace

QString WatermarkFile::pathIn(const QString &folder)
{
    return folder + u"/watermarks.json"_s;
}

Result<WatermarkFile> WatermarkFile::read(const QString &folder)
{
    WatermarkFile file;
    file.m_path = pathIn(folder);
    const Result<std::optional<QByteArray>> text = FileOps::read(file.m_path);
    if (!text)
        return fail(text.error());
    if (!*text)
        return file;
    const Result<QJsonObject> records = parseJson(**text, file.m_path);
    if (!records)
        return fail(records.error());
    file.m_text = **text;
    file.m_records = *records;
    return file;
}

Result<std::optional<WatermarkEntry>> WatermarkFile::entry(const TableRef &table) const
{
    const QString key = table.watermarkKey();
    const QJsonValue value = m_records[key];
    if (value.isUndefined())
        return std::nullopt;
    WatermarkEntry entry = watermarkEntry(value.toObject());
    const std::optional<ChangeVersion> version = versionOf(value.isObject() ? value[u"version"] : value);
    if (!version) {
        return fail(jsonError(m_path, lineHolding(m_text, '"' + key.toUtf8() + '"'),
            WatermarkText::tr("the version of %1 must be a whole number, 0 or above").arg(key)));
    }
    entry.mark.version = *version;
    return entry;
}

WatermarkEntry watermarkEntry(const QJsonObject &record)
{
    WatermarkEntry entry;
    entry.record = record;
    Watermark &mark = entry.mark;
    mark.version = versionOf(record[u"version"]).value_or(ChangeVersion());
    mark.sinceVersion = versionOf(record[u"since_version"]);
    mark.rowsSynced = record[u"rows_synced"].toInteger();
    mark.mode = syncModeFromName(record[u"mode"].toString()).value_or(SyncMode::FullIncremental);
    mark.files = textsOf(record[u"files"]);
    mark.durationSeconds = record[u"duration_seconds"].toDouble();
    mark.syncedAt = timeOf(record[u"synced_at"]);
    readOwn(record[u"tidemark"].toObject(), entry);
    return entry;
}

QString WatermarkFile::otherSpelling(const TableRef &table) const
{
    const QString key = table.watermarkKey();
    const QStringList keys = m_records.keys();
    for (const QString &other : keys) {
        if (other != key && other.compare(key, Qt::CaseInsensitive) == 0)
            return other;
    }
    return {};
}

Status WatermarkFile::write(FileOps &files, const TableRef &table, const QJsonObject &record)
{
    if (record.isEmpty())
        m_records.remove(table.watermarkKey());
    else
        m_records[table.watermarkKey()] = record;
    m_text = jsonText(m_records);
    return files.replace(m_path, m_text);
}

QJsonObject watermarkRecord(const Watermark &mark, const QString &manifestId, const QJsonObject &before)
{
    QJsonObject own = before[u"tidemark"].toObject();
    own[u"object_id"] = mark.objectId ? QJsonValue(*mark.objectId) : QJsonValue();
    own[u"version_at"] = textOf(mark.versionAt);
    own[u"begin_version"] = orNull(mark.beginVersion);
    own[u"key"] = QJsonArray::fromStringList(mark.keyColumns);
    own[u"schema"] = mark.schemaFingerprint;
    own[u"retention_minutes"] = mark.retention ? QJsonValue(qint64(mark.retention->count())) : QJsonValue();
    own[u"server"] = mark.source.server;
    own[u"database"] = mark.source.database;
    own[u"database_id"] = mark.source.databaseId;
    own[u"run"] = mark.runId;
    own[u"manifest"] = manifestId;
    own[u"reason"] = mark.reason;
    own[u"warnings"] = QJsonArray::fromStringList(mark.warnings);
    QJsonObject time;
    for (const TimePart part : timeParts)
        time[timePartName(part)] = mark.time[part];
    own[u"time_seconds"] = time;

    QJsonObject record = before;
    record[u"version"] = mark.version.value();
    record[u"since_version"] = orNull(mark.sinceVersion);
    record[u"rows_synced"] = mark.rowsSynced;
    record[u"mode"] = syncModeName(mark.mode);
    record[u"files"] = QJsonArray::fromStringList(mark.files);
    record[u"duration_seconds"] = mark.durationSeconds;
    record[u"synced_at"] = textOf(mark.syncedAt);
    record[u"tidemark"] = own;
    return record;
}

} // namespace tidemark
