#pragma once

#include "canceltoken.h"
#include "syncjob.h"
#include "tablepreview.h"

#include <QList>

namespace tidemark {

/// What a run of the job would do, table by table in the order of its reports. Blocks; empty when cancelled.
[[nodiscard]] QList<TablePreview> previewJob(const SyncJob &job, const CancelToken &cancel);

} // namespace tidemark
