#pragma once

#include "changeversion.h"
#include "syncmode.h"
#include "tableref.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// A file of an earlier run. Sizes and hash are those of the manifest, which forgets files that a later full
/// load replaced.
struct HistoryFileEntry {
    QString path; // absolute
    bool isCurrent = false; // the manifest still names it
    qint64 rows = 0;
    qint64 bytes = 0;
    QString sha256;

    bool operator==(const HistoryFileEntry &) const = default;
};

/// One line of a history: a publication, by Tidemark or the older tool. Values only.
struct HistoryRun {
    TableRef table;
    QString runId; // empty for the older tool
    QDateTime syncedAt; // UTC
    SyncMode mode = SyncMode::Full; // Full or Incremental
    bool isReload = false; // whole again although it had been loaded before; `reason` says why
    std::optional<ChangeVersion> sinceVersion;
    std::optional<ChangeVersion> version;
    qint64 rows = 0;
    std::optional<qint64> bytes; // when the manifest still names all its files
    double durationSeconds = 0;
    QString reason;
    QStringList warnings;
    QList<HistoryFileEntry> files;

    bool operator==(const HistoryRun &) const = default;
};

/// True for two readings of the same line, whatever else is known of its files now.
inline bool isSameRun(const HistoryRun &a, const HistoryRun &b)
{
    return a.syncedAt == b.syncedAt && a.version == b.version && a.table == b.table && a.runId == b.runId;
}

/// All runs below a watermark folder, the newest first, and what of it could not be read.
struct SyncHistory {
    QList<HistoryRun> runs;
    QStringList problems; // sentences

    bool operator==(const SyncHistory &) const = default;
};

} // namespace tidemark

Q_DECLARE_METATYPE(tidemark::SyncHistory)
