#include "tablepreview.h"

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString previewActionName(PreviewAction action)
{
    switch (action) {
    case PreviewAction::Full:
        return u"full"_s;
    case PreviewAction::Incremental:
        return u"incremental"_s;
    case PreviewAction::NothingNew:
        return u"nothing-new"_s;
    case PreviewAction::Skipped:
        return u"skipped"_s;
    case PreviewAction::Failed:
        break;
    }
    return u"error"_s;
}

PreviewTotals totalsOf(const QList<TablePreview> &tables, int workers)
{
    PreviewTotals totals;
    double longest = 0;
    for (const TablePreview &table : tables) {
        totals.failing += table.action == PreviewAction::Failed ? 1 : 0;
        if (table.action != PreviewAction::Full && table.action != PreviewAction::Incremental)
            continue;
        ++totals.running;
        totals.inserts += table.inserts;
        totals.updates += table.updates;
        totals.deletes += table.deletes;
        totals.rows += table.rows.value_or(0);
        totals.bytes += table.bytes.value_or(0);
        totals.seconds += table.seconds.value_or(0);
        longest = std::max(longest, table.seconds.value_or(0));
        totals.rowsKnown = totals.rowsKnown && table.rows;
        totals.bytesKnown = totals.bytesKnown && table.bytes;
        totals.secondsKnown = totals.secondsKnown && table.seconds;
    }
    totals.seconds = std::max(longest, totals.seconds / std::max(1, workers));
    return totals;
}

} // namespace tidemark
