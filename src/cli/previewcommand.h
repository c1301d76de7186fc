#pragma once

#include "commandline.h"
#include "console.h"
#include "stopsignals.h"

#include "syncjob.h"

namespace tidemark {

/// Tells on standard output what a sync of the job would do, table by table. The exit code that such a sync
/// would have by what is known now. Needs a QCoreApplication whose event loop is not running.
int runPreview(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop);

} // namespace tidemark
