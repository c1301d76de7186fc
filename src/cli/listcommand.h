#pragma once

#include "commandline.h"
#include "console.h"
#include "stopsignals.h"

#include "syncjob.h"

namespace tidemark {

/// Lists the tables of one database, of a job's databases, or of all databases, on standard output. The exit
/// code. Needs a QCoreApplication whose event loop is not running.
int runList(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop);

} // namespace tidemark
