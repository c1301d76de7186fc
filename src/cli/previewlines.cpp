#include "previewlines.h"

#include "jsonline.h"
#include "texttable.h"

#include <QJsonArray>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject objectOf(const TablePreview &table)
{
    const bool counted =
        table.action == PreviewAction::Incremental || table.action == PreviewAction::NothingNew;
    const auto count = [counted](qint64 rows) { return counted ? QJsonValue(rows) : QJsonValue(); };
    QJsonObject object{ { u"database"_s, table.table.database }, { u"table"_s, table.table.watermarkKey() },
        { u"mode"_s, syncModeName(table.mode) }, { u"action"_s, previewActionName(table.action) },
        { u"reloaded"_s, table.reload }, { u"since_version"_s, orNull(table.sinceVersion) },
        { u"current_version"_s, orNull(table.currentVersion) }, { u"inserts"_s, count(table.inserts) },
        { u"updates"_s, count(table.updates) }, { u"deletes"_s, count(table.deletes) },
        { u"rows"_s, orNull(table.rows) }, { u"bytes"_s, orNull(table.bytes) },
        { u"seconds"_s, orNull(table.seconds) }, { u"reason"_s, table.reason },
        { u"warnings"_s, QJsonArray::fromStringList(table.warnings) } };
    if (table.error) {
        object.insert(u"error"_s, describe(*table.error));
        object.insert(u"kind"_s, errorKindName(table.error->kind));
    }
    return object;
}

/// Whole tables have rows, and a run that ends early has neither.
QStringList countsOf(const TablePreview &table)
{
    switch (table.action) {
    case PreviewAction::Full:
        return { u"-"_s, u"-"_s, u"-"_s, table.rows ? groupedNumber(*table.rows) : u"?"_s };
    case PreviewAction::Incremental:
        return { groupedNumber(table.inserts), groupedNumber(table.updates), groupedNumber(table.deletes),
            groupedNumber(table.rows.value_or(0)) };
    case PreviewAction::NothingNew:
        return { u"0"_s, u"0"_s, u"0"_s, u"0"_s };
    case PreviewAction::Skipped:
    case PreviewAction::Failed:
        break;
    }
    return { u"-"_s, u"-"_s, u"-"_s, u"-"_s };
}

QString actionText(const TablePreview &table)
{
    switch (table.action) {
    case PreviewAction::Full:
        return table.reload ? u"load again"_s : u"load whole"_s;
    case PreviewAction::Incremental:
        return u"changes"_s;
    case PreviewAction::NothingNew:
        return u"nothing new"_s;
    case PreviewAction::Skipped:
        return u"skip"_s;
    case PreviewAction::Failed:
        break;
    }
    return u"fail"_s;
}

QString noteText(const TablePreview &table)
{
    QStringList parts = table.warnings;
    if (!table.reason.isEmpty())
        parts.prepend(table.reason);
    if (table.error)
        parts.prepend(table.error->text);
    return parts.join(u' ');
}

} // namespace

QByteArray previewJson(const QList<TablePreview> &tables)
{
    QByteArray lines;
    for (const TablePreview &table : tables)
        lines += jsonLine(objectOf(table));
    return lines;
}

QByteArray previewText(const QList<TablePreview> &tables)
{
    if (tables.isEmpty())
        return {};
    TextTable text({ Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right,
        Align::Right, Align::Right, Align::Left });
    text.add({ u"TABLE"_s, u"WOULD"_s, u"INSERTS"_s, u"UPDATES"_s, u"DELETES"_s, u"ROWS"_s, u"SIZE"_s,
        u"TIME"_s, u"NOTE"_s });
    for (const TablePreview &table : tables) {
        const bool reads = table.action == PreviewAction::Full || table.action == PreviewAction::Incremental;
        const QStringList estimates{ reads && table.bytes ? u"~"_s + sizeText(*table.bytes) : u"-"_s,
            reads && table.seconds ? u"~"_s + durationText(*table.seconds) : u"-"_s };
        text.add(QStringList{ table.table.display(), actionText(table) } + countsOf(table) + estimates
            + QStringList{ noteText(table) });
    }
    return text.text().toUtf8();
}

QString previewSummary(const QList<TablePreview> &tables, int workers)
{
    const PreviewTotals totals = totalsOf(tables, workers);
    const auto unchanged = std::ranges::count(tables, PreviewAction::NothingNew, &TablePreview::action);
    const auto about = [](bool known, bool something, const QString &text, const QString &unknown) {
        return known ? u"about "_s + text : something ? u"at least "_s + text : unknown;
    };
    QStringList parts{ u"%1 to read, %2 with nothing new, %3 would fail"_s.arg(
        groupedNumber(totals.running), groupedNumber(unchanged), groupedNumber(totals.failing)) };
    if (totals.inserts + totals.updates + totals.deletes > 0) {
        parts += QStringList{ countText(totals.inserts, u"insert"_s, u"inserts"_s),
            countText(totals.updates, u"update"_s, u"updates"_s),
            countText(totals.deletes, u"delete"_s, u"deletes"_s) }
                     .join(u", "_s);
    }
    if (totals.running > 0) {
        parts += about(totals.rowsKnown, totals.rows > 0, countText(totals.rows, u"row"_s, u"rows"_s),
            u"rows not known"_s);
        parts += about(totals.bytesKnown, totals.bytes > 0, sizeText(totals.bytes), u"size not known"_s);
        parts +=
            about(totals.secondsKnown, totals.seconds > 0, durationText(totals.seconds), u"time not known"_s);
    }
    return countText(tables.size(), u"table"_s, u"tables"_s) + u": "_s + parts.join(u"; "_s);
}

} // namespace tidemark
