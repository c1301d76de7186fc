#pragma once

#include "canceltoken.h"
#include "readinessreport.h"
#include "syncjob.h"

namespace tidemark {

/// The readiness of a job: its connection, databases and tables, step by step. Blocks.
[[nodiscard]] ReadinessReport checkJob(const SyncJob &job, const CancelToken &cancel);

} // namespace tidemark
