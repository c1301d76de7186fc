#pragma once

#include "catalogentry.h"

#include "serveraddress.h"

#include <QList>

#include <chrono>

namespace tidemark {

/// Looks the name up and opens a TCP connection: the two steps that a driver's connect hides. The last step
/// is Bad when it failed. Blocks; for worker threads.
QList<CheckStep> probeServer(const ServerAddress &address, std::chrono::milliseconds timeout);

} // namespace tidemark
