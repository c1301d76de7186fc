#pragma once

#include "syncerror.h"
#include "syncmode.h"
#include "tableref.h"

#include <QDateTime>

namespace tidemark {

/// The last run of a table, which failed. Values only.
struct FailedRun {
    TableRef table;
    QDateTime at; // UTC
    QString runId;
    SyncMode mode = SyncMode::FullIncremental; // what was asked
    SyncError error;
};

} // namespace tidemark
