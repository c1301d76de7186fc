#pragma once

#include "changesource.h"
#include "result.h"
#include "tablerequest.h"
#include "watermark.h"

#include <optional>

namespace tidemark {

/// Everything a plan depends on.
struct PlanInput {
    TableRequest request;
    DatabaseState database;
    TableState table;
    std::optional<Watermark> watermark;
    std::optional<TableSchema> publishedSchema; // of the newest file set, when it is known
    bool canAppend = true; // a manifest is there to append changes to
};

enum class PlanAction { Full, Incremental, MoveWatermark };

/// What to do with one table. Values only.
struct Plan {
    PlanAction action = PlanAction::Full;
    ChangeVersion since; // Incremental and MoveWatermark
    TableSchema schema; // columns of the file, in table order
    bool tracked = false; // version columns can be filled
    bool keepWatermark = false; // false: no later run can start from here
    bool watermarkStale = false; // MoveWatermark: it must be written even when its version stays
    bool reload = false; // Full in place of changes that cannot be had
    QString reason; // why it is whole
    QString cause; // of a reload: the same as a clause
    QStringList warnings;
};

/// Decides what to do with a table. Pure: no clock, no files, no server.
///
/// `database.currentVersion` must have been read before or with `table`, never after it.
[[nodiscard]] Result<Plan> planTable(const PlanInput &input);

/// The watermark after a run that brought the table up to `version`: what later plans compare with.
[[nodiscard]] Watermark watermarkAfter(
    const Plan &plan, const DatabaseState &database, const TableState &table, ChangeVersion version);

} // namespace tidemark
