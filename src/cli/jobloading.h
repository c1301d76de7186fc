#pragma once

#include "commandline.h"

#include "console.h"

#include "result.h"
#include "syncjob.h"
#include "watermarkstate.h"

namespace tidemark {

/// The job that a command line leads to: job file, environment and options merged, the password found or
/// asked for. Tells warnings. May block; called in the main thread before any other is started.
[[nodiscard]] Result<SyncJob> loadJob(const CommandLine &line, Console &console);

/// The folders that a command line leads to, for what needs no server.
[[nodiscard]] Result<StorePlace> loadPlace(const CommandLine &line, Console &console);

} // namespace tidemark
