#pragma once

#include "changeversion.h"
#include "syncerror.h"
#include "tableref.h"
#include "watermark.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>

#include <optional>

namespace tidemark {

/// The two roots of a store. Values only.
struct StorePlace {
    QString outputDir;
    QString watermarkDir;

    bool operator==(const StorePlace &) const = default;
};

/// The end of a file set in the manifest: a version to which a watermark can be set back.
struct WatermarkBoundary {
    ChangeVersion version;
    QDateTime writtenAt; // UTC
    qint64 rows = 0;
    bool isFullLoad = false;

    bool operator==(const WatermarkBoundary &) const = default;
};

/// A table's watermark and what may be done with it by hand. Values only.
struct WatermarkState {
    TableRef table;
    QString folder; // of the watermark, absolute
    std::optional<Watermark> mark; // none after a reset, or when it cannot be read
    QList<WatermarkBoundary> boundaries; // below the watermark, the latest first
    std::optional<ChangeVersion> undoVersion; // what an undo puts back
    QDateTime changedAt; // UTC; of the change by hand that can be undone
    std::optional<SyncError> problem; // the records cannot be read, or an interrupted run not be finished
};

/// What a person wants of a watermark.
struct WatermarkChange {
    enum class Kind { Reset, SetBack, Undo };

    Kind kind = Kind::Reset;
    ChangeVersion version; // SetBack
    bool rehearse = false; // only find out whether it can be done
};

} // namespace tidemark

Q_DECLARE_METATYPE(tidemark::WatermarkState)
