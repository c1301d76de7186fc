#pragma once

#include "commandline.h"
#include "console.h"
#include "stopsignals.h"

#include "practiceservice.h"

namespace tidemark {

/// `stop` ends also the start.
PracticeSettings practiceSettings(const PracticeCommand &command, StopSignals &stop);

/// Runs a practice server until a signal comes, which is its normal end once it runs: exit code 0. Tells how
/// to reach it by one JSON line. Needs a QCoreApplication whose event loop is not running.
int runPractice(const CommandLine &line, Console &console, StopSignals &stop);

} // namespace tidemark
