#pragma once

#include <QString>

namespace tidemark {

/// Makes the QApplication, opens the window on a job file (empty: on what was left last time) and stays until it
/// is closed. The program's exit code. Called from main() with no application object alive.
int runWindow(int &argc, char **argv, const QString &jobFile);

} // namespace tidemark
