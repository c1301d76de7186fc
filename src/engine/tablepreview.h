#pragma once

#include "changeversion.h"
#include "syncerror.h"
#include "syncmode.h"
#include "tableref.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

#include <optional>

namespace tidemark {

enum class PreviewAction { Full, Incremental, NothingNew, Skipped, Failed };

/// "full", "incremental", "nothing-new", "skipped", "error": the words of JSON lines.
QString previewActionName(PreviewAction action);

/// What a sync of one table would do now. Values only.
struct TablePreview {
    TableRef table;
    SyncMode mode = SyncMode::FullIncremental; // asked
    PreviewAction action = PreviewAction::Skipped;
    bool reload = false; // whole although there is a watermark; `reason` says why
    QString reason; // why whole, why nothing, why skipped
    QStringList warnings;
    std::optional<ChangeVersion> sinceVersion;
    std::optional<ChangeVersion> currentVersion; // the counts are up to it
    qint64 inserts = 0; // the counts are those of changes; a full load has rows alone
    qint64 updates = 0;
    qint64 deletes = 0;
    std::optional<qint64> rows; // to write; of a full load the catalog's estimate
    std::optional<qint64> bytes; // estimates; none when nothing is known to make one from
    std::optional<double> seconds;
    std::optional<SyncError> error;
};

/// Sums over the tables of a preview.
struct PreviewTotals {
    int running = 0; // tables that would be read
    int failing = 0;
    qint64 inserts = 0;
    qint64 updates = 0;
    qint64 deletes = 0;
    qint64 rows = 0; // what is known
    qint64 bytes = 0;
    double seconds = 0; // with so many tables at a time
    bool rowsKnown = true; // of all tables that would be read
    bool bytesKnown = true;
    bool secondsKnown = true;
};

PreviewTotals totalsOf(const QList<TablePreview> &tables, int workers);

} // namespace tidemark

Q_DECLARE_METATYPE(tidemark::TablePreview)
