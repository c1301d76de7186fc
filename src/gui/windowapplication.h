#pragma once

#include <QString>

namespace tidemark {

/// Opens the window on a job file (empty: on what was left last time) and stays until it is closed; the
/// program's exit code. Needs a QApplication and its main thread.
int runWindow(const QString &jobFile);

} // namespace tidemark
