#include "reportlines.h"

#include "jsonline.h"

#include <QJsonArray>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject timeObject(const TimeSplit &time)
{
    QJsonObject object;
    for (const TimePart part : timeParts)
        object.insert(timePartName(part), time[part]);
    return object;
}

int exitCodeOf(const TableReport &report)
{
    switch (report.status) {
    case TableStatus::Done:
    case TableStatus::NothingNew:
    case TableStatus::Skipped:
        return 0;
    case TableStatus::Failed:
        return report.error ? exitCodeOf(*report.error) : 1;
    case TableStatus::Cancelled:
        break;
    }
    return 1;
}

} // namespace

QJsonObject reportObject(const TableReport &report)
{
    QJsonObject object{
        { u"database"_s, report.table.database },
        { u"table"_s, report.table.watermarkKey() },
        { u"mode"_s, syncModeName(report.mode) },
        { u"status"_s, tableStatusName(report.status) },
        { u"since_version"_s, orNull(report.sinceVersion) },
        { u"current_version"_s, orNull(report.currentVersion) },
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
    return jsonLine(reportObject(report));
}

int exitCodeOf(const SyncError &error)
{
    switch (error.kind) {
    case ErrorKind::Configuration:
        return 2;
    case ErrorKind::Connection:
    case ErrorKind::Login:
    case ErrorKind::Driver:
        return 3;
    case ErrorKind::Locked:
        return 4;
    default:
        return 1;
    }
}

int commonExitCode(const QList<int> &codes)
{
    const bool areAlike = std::ranges::count(codes, codes.value(0)) == codes.size();
    return areAlike ? codes.value(0) : 1;
}

int exitCodeOf(const QList<TableReport> &reports)
{
    QList<int> codes;
    for (const TableReport &report : reports)
        codes += exitCodeOf(report);
    return commonExitCode(codes);
}

} // namespace tidemark
