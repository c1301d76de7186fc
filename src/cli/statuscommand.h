#pragma once

#include "commandline.h"
#include "console.h"
#include "stopsignals.h"

#include "syncjob.h"

namespace tidemark {

/// Tells on standard output how fresh the tables of a job and its watermark folder are, the most urgent
/// first: 5 when one of the job needs attention, else 3 when the server could not be asked. Needs a
/// QCoreApplication whose event loop is not running.
int runStatus(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop);

} // namespace tidemark
