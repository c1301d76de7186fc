#pragma once

#include "changesource.h"
#include "tablerequest.h"
#include "tablestore.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace tidemark {

/// The most urgent first.
enum class FreshnessState {
    Expired, // changes since the watermark cannot be had any more
    ExpiresSoon, // less than a quarter of the retention is left
    Problem, // the next sync would fail
    Failed, // the last one did; nothing is known against the next
    NeverSynced,
    NoWatermark, // synced before; the next sync begins anew
    Behind, // the database has moved on since
    Synced, // the server was not asked whether it has
    Fresh,
};

/// "expired", "expires-soon", "problem", "failed", "never-synced", "no-watermark", "behind", "synced",
/// "fresh": the words of JSON lines.
QString freshnessStateName(FreshnessState state);

/// How up to date one table is, and how long its changes are kept for it. Values only.
struct TableFreshness {
    TableRef table;
    bool inJob = true; // false: only the watermark folder knows it
    bool asked = false; // the server was; otherwise all is from the watermark
    FreshnessState state = FreshnessState::NeverSynced;
    QDateTime lastSync; // UTC; invalid: never, or not known
    std::optional<ChangeVersion> version; // of the watermark
    std::optional<qint64> versionsBehind;
    QDateTime deadline; // UTC: its changes are kept at least until then; invalid: not known, or for ever
    std::optional<double> secondsLeft; // until then, 0 when it has passed
    QString note; // why, and what to do
    std::optional<FailedRun> lastFailure; // when no run has gone well since
    double secondsSinceFailure = 0;

    /// A person should do something about it.
    bool needsAttention() const { return inJob && state <= FreshnessState::Failed; }
};

/// What is known of many tables.
struct FreshnessReport {
    QDateTime at; // UTC
    QList<TableFreshness> tables;
    QStringList notes; // what of it is from watermarks alone, and why

    int attentionCount() const;
};

/// What is known of one table.
struct FreshnessInput {
    TableRequest request;
    bool inJob = true;
    StoredTable stored;
    std::optional<DatabaseState> database; // none: the server was not asked
    TableState table;
    QDateTime now;
};

/// Pure. The deadline is told so that it errs on the early side: a cleanup forgets versions by the time of
/// their commit, and all versions after the watermark were committed after it was read, which was not earlier
/// than the moment that the watermark notes; an older tool's notes the start of its run. When the database
/// has not moved since, they are not committed even now. This machine's clock is taken for the server's.
TableFreshness freshnessOf(const FreshnessInput &input);

bool isMoreUrgent(const TableFreshness &a, const TableFreshness &b);

} // namespace tidemark

Q_DECLARE_METATYPE(tidemark::TableFreshness)
