#pragma once

#include "historyrun.h"

namespace tidemark {

enum class HistoryKind { All, Changes, Whole, Reloaded, Warned };

/// Which runs of a history a person wants to see. Values only.
struct HistoryFilter {
    QString text; // in the table's name, the reason or a warning
    QDateTime since; // not valid: from all times
    HistoryKind kind = HistoryKind::All;

    bool accepts(const HistoryRun &run) const;
};

} // namespace tidemark
