#pragma once

#include "runports.h"

#include "syncerror.h"
#include "tablerequest.h"

#include <QStringList>

namespace tidemark {

/// Leaves word beside the table's watermark that its run failed, for whoever asks later how the tables are.
/// What a person ended is no failure, and who holds the lock or owns the folder tells its own. The warnings
/// for the report: that the word could not be left makes nothing worse.
[[nodiscard]] QStringList noteFailure(
    const RunPorts &ports, const QString &runId, const TableRequest &request, const SyncError &error);

} // namespace tidemark
