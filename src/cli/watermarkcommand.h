#pragma once

#include "commandline.h"
#include "console.h"
#include "stopsignals.h"

#include "watermarkstate.h"

namespace tidemark {

/// Shows watermarks, or changes one; without --yes it only says what a reset or a setting back
/// would do, and gives 2. Needs a
/// QCoreApplication whose event loop is not running.
int runWatermark(const CommandLine &line, const StorePlace &place, Console &console, StopSignals &stop);

} // namespace tidemark
