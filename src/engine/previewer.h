#pragma once

#include "runports.h"
#include "tablepreview.h"

#include "canceltoken.h"
#include "tablerequest.h"

#include <QList>

#include <optional>

namespace tidemark {

/// What a run of these tables would do, in their order. For each database one session and two round trips:
/// the survey, then the numbers of changes. Nothing is locked, written or read of the tables themselves, so a
/// table that another run holds is previewed as if it were free. Blocks; a session that cannot be opened
/// fails the tables of its database.
[[nodiscard]] QList<TablePreview> previewTables(
    const RunPorts &ports, const QList<TableRequest> &requests, const CancelToken &cancel);

/// How long a run takes by what the table's earlier ones took: none when there are none. The largest tells
/// the rate, the shortest what a run costs however little it writes.
std::optional<double> estimateSeconds(const QList<PastRun> &runs, qint64 rows);

} // namespace tidemark
