#pragma once

#include "changeversion.h"
#include "syncerror.h"
#include "syncmode.h"
#include "tableref.h"
#include "timesplit.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

#include <optional>

namespace tidemark {

enum class TableStage { Waiting, Connecting, Planning, Reading, Publishing, Retrying, Finished };

/// How far a table is. A value; at most ten a second for a table.
struct TableProgress {
    int index = 0; // place in the job
    TableRef table;
    TableStage stage = TableStage::Waiting;
    qint64 rows = 0;
    qint64 bytes = 0;
    std::optional<qint64> expectedRows; // an estimate
    double seconds = 0;
    TimeSplit time;
    QString note; // e.g. why it waits or tries again
};

enum class TableStatus { Done, NothingNew, Failed, Cancelled, Skipped };

/// "done", "nothing-new", "error", "cancelled", "skipped": the words of JSON reports.
QString tableStatusName(TableStatus status);

/// What became of one table. Values only.
struct TableReport {
    TableRef table;
    TableStatus status = TableStatus::Skipped;
    SyncMode mode =
        SyncMode::FullIncremental; // what was done: Full or Incremental; what was asked when failed
    std::optional<ChangeVersion> sinceVersion;
    std::optional<ChangeVersion> currentVersion;
    qint64 rowsWritten = 0;
    qint64 bytesWritten = 0;
    QStringList files; // absolute paths
    double durationSeconds = 0;
    TimeSplit time;
    QStringList primaryKey;
    bool reloaded = false; // loaded whole again although there was a watermark; `reason` says why
    QString reason; // why it was a reload, why nothing was done
    QStringList warnings; // everything else that must not be silent
    int retries = 0;
    bool snapshot = false;
    std::optional<SyncError> error;
};

/// What became of a run, in the order of the job.
struct RunReport {
    QString runId;
    QList<TableReport> tables;
    double durationSeconds = 0;
};

} // namespace tidemark

Q_DECLARE_METATYPE(tidemark::TableProgress)
Q_DECLARE_METATYPE(tidemark::TableReport)
