#pragma once

#include "catalogentry.h"

#include "serveraddress.h"

#include <QList>

#include <chrono>

namespace tidemark {

struct ProbeOptions {
    std::chrono::milliseconds timeout{ 15000 };
    bool asksFirst = true; // the server answers before encryption begins: not so where that is strict
};

/// Looks the name up, opens a TCP connection and asks who is there: the steps that a driver's connect hides.
/// The last step is Bad when it failed. Blocks; for worker threads.
QList<CheckStep> probeServer(const ServerAddress &address, const ProbeOptions &options);

} // namespace tidemark
