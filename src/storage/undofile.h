#pragma once

#include "manifest.h"
#include "result.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace tidemark {

/// undo.json beside a watermark that was changed by hand: what the last sync had left. It goes with the next
/// publication, so what it names can be put back for as long as it is there. Values only.
struct UndoRecord {
    TableRef table;
    QDateTime changedAt; // UTC
    QJsonObject watermark; // the record as it stood in watermarks.json
    Manifest manifest; // without an id when there was none

    static QString pathIn(const QString &watermarkFolder);
    /// None when there is nothing to undo.
    [[nodiscard]] static Result<std::optional<UndoRecord>> read(const QString &watermarkFolder);
    QJsonObject toJson() const;

private:
    [[nodiscard]] static Result<UndoRecord> fromJson(const QJsonObject &json, const QString &path);
};

} // namespace tidemark
