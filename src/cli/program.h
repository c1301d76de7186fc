#pragma once

#include "commandline.h"

namespace tidemark {

/// Carries out what was typed, without a window. The exit code. Needs a QCoreApplication whose event loop is
/// not running.
int runProgram(const Result<CommandLine> &line);

} // namespace tidemark
