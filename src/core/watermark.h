#pragma once

#include "changeversion.h"
#include "syncmode.h"
#include "timesplit.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace tidemark {

/// Which database on which server, as far as a reader can tell. A restored database differs in `databaseId`.
struct SourceIdentity {
    QString server; // as the server names itself, or the address when it does not
    QString database;
    QString databaseId; // create date and recovery fork, opaque

    bool operator==(const SourceIdentity &) const = default;
};

/// Up to which version a table has been published, and what the table was then. Values only.
struct Watermark {
    ChangeVersion version;
    std::optional<ChangeVersion> sinceVersion; // of the run that wrote it; none for a full load
    qint64 rowsSynced = 0;
    SyncMode mode = SyncMode::FullIncremental; // what that run did: Full or Incremental
    QStringList files;
    double durationSeconds = 0;
    QDateTime syncedAt; // UTC

    // Known only for watermarks that Tidemark wrote; the older tool's have none of these.
    std::optional<int> objectId;
    QDateTime versionAt; // UTC; every later version was committed after this moment
    std::optional<ChangeVersion> beginVersion;
    QStringList keyColumns;
    QString schemaFingerprint;
    std::optional<std::chrono::minutes> retention; // of changes in the database; none: unknown or for ever
    SourceIdentity source;
    QString runId;
    QString reason; // why that run was a reload
    TimeSplit time; // where the run's time went, up to publishing
    QStringList warnings; // what else must not be silent about that run

    bool operator==(const Watermark &) const = default;
};

} // namespace tidemark
