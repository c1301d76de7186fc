#pragma once

#include "canceltoken.h"
#include "syncjob.h"
#include "tablefreshness.h"

namespace tidemark {

/// The board of a job: its tables, and all others that its watermark folder knows, as far as the job's
/// filters fit them, the most urgent first. Patterns match what the server lists or, without it, what the
/// folder knows. A job without a server is told from the watermarks alone. Blocks.
[[nodiscard]] FreshnessReport findJobFreshness(const SyncJob &job, const CancelToken &cancel);

} // namespace tidemark
