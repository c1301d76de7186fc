#pragma once

#include "commandline.h"
#include "console.h"
#include "stopsignals.h"

#include "syncjob.h"

namespace tidemark {

/// Checks connection, change tracking and rights, step by step on standard output; 5 when something is wrong.
/// Needs a QCoreApplication whose event loop is not running.
int runCheck(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop);

} // namespace tidemark
