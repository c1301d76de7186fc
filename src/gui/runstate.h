#pragma once

#include "paletteicon.h"
#include "tablereport.h"

#include <QIcon>
#include <QString>

namespace tidemark {

/// What a table of a run is doing or has become: one word, one shape and one tone each, the same everywhere.
enum class RunState {
    Waiting,
    Connecting,
    Planning,
    Reading,
    Writing,
    Retrying,
    Done,
    NothingNew,
    Reloaded,
    Failed,
    Cancelled,
    Skipped,
};

RunState runState(const TableProgress &progress);
RunState runState(const TableReport &report);
QString runStateText(RunState state);
/// All of them.
QStringList runStateTexts();
QIcon runStateIcon(RunState state);

} // namespace tidemark
