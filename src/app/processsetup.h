#pragma once

namespace tidemark {

/// Sets what ODBC drivers read from the process's environment. The first thing in a program: changing the
/// environment beside threads is not safe. Later calls do nothing.
void prepareProcess();

} // namespace tidemark
