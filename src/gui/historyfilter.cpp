#include "historyfilter.h"

#include <algorithm>

namespace tidemark {

namespace {

bool isOfKind(const HistoryRun &run, HistoryKind kind)
{
    switch (kind) {
    case HistoryKind::Changes:
        return run.mode == SyncMode::Incremental;
    case HistoryKind::Whole:
        return run.mode != SyncMode::Incremental;
    case HistoryKind::Reloaded:
        return run.isReload;
    case HistoryKind::Warned:
        return !run.warnings.isEmpty();
    case HistoryKind::All:
        break;
    }
    return true;
}

bool hasText(const HistoryRun &run, const QString &text)
{
    const auto holds = [&](const QString &part) { return part.contains(text, Qt::CaseInsensitive); };
    return text.isEmpty() || holds(run.table.display()) || holds(run.reason)
        || std::ranges::any_of(run.warnings, holds);
}

} // namespace

bool HistoryFilter::accepts(const HistoryRun &run) const
{
    return isOfKind(run, kind) && (!since.isValid() || run.syncedAt >= since) && hasText(run, text.trimmed());
}

} // namespace tidemark
