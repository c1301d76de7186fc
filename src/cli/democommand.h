#pragma once

#include "commandline.h"
#include "console.h"
#include "stopsignals.h"

namespace tidemark {

/// Shows on standard output what Tidemark does: a practice server, a first sync, changes, a second sync with
/// what its files hold, and a third with nothing new. Needs a QCoreApplication whose event loop is not
/// running.
int runDemo(const CommandLine &line, Console &console, StopSignals &stop);

} // namespace tidemark
