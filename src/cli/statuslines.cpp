#include "statuslines.h"

#include "jsonline.h"
#include "texttable.h"

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue failureValue(const std::optional<FailedRun> &failure)
{
    if (!failure)
        return {};
    return QJsonObject{ { u"at"_s, orNull(failure->at) }, { u"run"_s, failure->runId },
        { u"mode"_s, syncModeName(failure->mode) }, { u"error"_s, describe(failure->error) },
        { u"kind"_s, errorKindName(failure->error.kind) } };
}

QJsonObject objectOf(const TableFreshness &table)
{
    return { { u"database"_s, table.table.database }, { u"table"_s, table.table.watermarkKey() },
        { u"in_job"_s, table.inJob }, { u"state"_s, freshnessStateName(table.state) },
        { u"attention"_s, table.needsAttention() }, { u"last_sync"_s, orNull(table.lastSync) },
        { u"version"_s, orNull(table.version) }, { u"versions_behind"_s, orNull(table.versionsBehind) },
        { u"deadline"_s, orNull(table.deadline) }, { u"seconds_left"_s, orNull(table.secondsLeft) },
        { u"asked"_s, table.asked }, { u"note"_s, table.note },
        { u"last_failure"_s, failureValue(table.lastFailure) } };
}

QString noteText(const TableFreshness &table)
{
    if (!table.lastFailure)
        return table.note;
    const QString failed = u"Failed %1 ago: %2"_s.arg(
        durationText(table.secondsSinceFailure), describe(table.lastFailure->error));
    return table.note.isEmpty() ? failed : failed + u' ' + table.note;
}

QString stateText(FreshnessState state)
{
    return freshnessStateName(state).replace(u'-', u' ');
}

} // namespace

QByteArray statusJson(const QList<TableFreshness> &tables)
{
    QByteArray lines;
    for (const TableFreshness &table : tables)
        lines += jsonLine(objectOf(table));
    return lines;
}

QByteArray statusText(const QList<TableFreshness> &tables)
{
    if (tables.isEmpty())
        return {};
    TextTable text(
        { Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Left, Align::Left });
    text.add(
        { u"TABLE"_s, u"STATE"_s, u"LEFT"_s, u"BEHIND"_s, u"VERSION"_s, u"LAST SYNC (UTC)"_s, u"NOTE"_s });
    for (const TableFreshness &table : tables) {
        text.add({ table.table.display(), stateText(table.state),
            table.secondsLeft ? durationText(*table.secondsLeft) : u"-"_s,
            table.versionsBehind ? groupedNumber(*table.versionsBehind) : u"-"_s,
            table.version ? QString::number(table.version->value()) : u"-"_s,
            table.lastSync.isValid() ? table.lastSync.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"-"_s,
            noteText(table) });
    }
    return text.text().toUtf8();
}

QString statusSummary(const FreshnessReport &report)
{
    QStringList counts;
    for (int state = 0; state <= int(FreshnessState::Fresh); ++state) {
        const auto count = std::ranges::count(report.tables, FreshnessState(state), &TableFreshness::state);
        if (count > 0)
            counts += groupedNumber(count) + u' ' + stateText(FreshnessState(state));
    }
    return countText(report.tables.size(), u"table"_s, u"tables"_s)
        + (counts.isEmpty() ? QString() : u": "_s + counts.join(u", "_s));
}

} // namespace tidemark
