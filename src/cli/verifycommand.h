#pragma once

#include "commandline.h"
#include "console.h"
#include "stopsignals.h"

#include "watermarkstate.h"

namespace tidemark {

/// Compares files with their manifests, a line a table on standard output; 5 when something is wrong. Needs a
/// QCoreApplication whose event loop is not running.
int runVerify(const CommandLine &line, const StorePlace &place, Console &console, StopSignals &stop);

} // namespace tidemark
