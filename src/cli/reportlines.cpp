#include "reportlines.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue versionValue(const std::optional<ChangeVersion> &version)
{
    return version ? QJsonValue(version->value()) : QJsonValue(QJsonValue::Null);
}

QJsonObject timeObject(const TimeSplit &time)
{
    QJsonObject object;
    for (const TimePart part : timeParts)
        object.insert(timePartName(part), time[part]);
    return object;
}

bool hasKind(const TableReport &report, std::initializer_list<ErrorKind> kinds)
{
    return report.status == TableStatus::Failed && report.error
        && std::find(kinds.begin(), kinds.end(), report.error->kind) != kinds.end();
}

bool allOf(const QList<TableReport> &reports, std::initializer_list<ErrorKind> kinds)
{
    return std::all_of(
        reports.cbegin(), reports.cend(), [&](const TableReport &report) { return hasKind(report, kinds); });
}

} // namespace

QJsonObject reportObject(const TableReport &report)
{
    QJsonObject object{
        { u"database"_s, report.table.database },
        { u"table"_s, report.table.watermarkKey() },
        { u"mode"_s, syncModeName(report.mode) },
        { u"status"_s, tableStatusName(report.status) },
        { u"since_version"_s, versionValue(report.sinceVersion) },
        { u"current_version"_s, versionValue(report.currentVersion) },
        { u"rows_written"_s, report.rowsWritten },
        { u"files"_s, QJsonArray::fromStringList(report.files) },
        { u"duration_seconds"_s, report.durationSeconds },
        { u"time_seconds"_s, timeObject(report.time) },
        { u"primary_key"_s, QJsonArray::fromStringList(report.primaryKey) },
        { u"reason"_s, report.reason },
        { u"warnings"_s, QJsonArray::fromStringList(report.warnings) },
    };
    if (report.error) {
        object.insert(u"error"_s, describe(*report.error));
        object.insert(u"kind"_s, errorKindName(report.error->kind));
    }
    return object;
}

QByteArray reportLine(const TableReport &report)
{
    return QJsonDocument(reportObject(report)).toJson(QJsonDocument::Compact) + '\n';
}

int exitCodeOf(const QList<TableReport> &reports)
{
    const bool anyBad = std::any_of(reports.cbegin(), reports.cend(), [](const TableReport &report) {
        return report.status == TableStatus::Failed || report.status == TableStatus::Cancelled;
    });
    if (!anyBad)
        return 0;
    if (allOf(reports, { ErrorKind::Connection, ErrorKind::Login, ErrorKind::Driver }))
        return 3;
    if (allOf(reports, { ErrorKind::Locked }))
        return 4;
    if (allOf(reports, { ErrorKind::Configuration }))
        return 2;
    return 1;
}

} // namespace tidemark
