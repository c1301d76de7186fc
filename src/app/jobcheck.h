#pragma once

#include "canceltoken.h"
#include "catalogentry.h"
#include "syncjob.h"

#include <QList>

namespace tidemark {

/// The readiness of a job: its connection, databases and tables, step by step. Blocks.
[[nodiscard]] QList<CheckStep> checkJob(const SyncJob &job, const CancelToken &cancel);

} // namespace tidemark
