#pragma once

#include "console.h"
#include "stopsignals.h"

#include "syncjob.h"

namespace tidemark {

/// Runs a job: reports as JSON lines on standard output in the job's order, progress on standard error. The
/// exit code. Needs a QCoreApplication whose event loop is not running.
int runSync(const SyncJob &job, Console &console, StopSignals &stop);

} // namespace tidemark
