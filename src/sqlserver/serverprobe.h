#pragma once

#include "catalogentry.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace tidemark {

/// The host and port of a server as a person writes it: "tcp:host,port", "host:port" is not one,
/// "host\instance".
struct ServerAddress {
    QString host;
    std::optional<int> port; // none with an instance: only its browser service knows
    QString instance;

    bool operator==(const ServerAddress &) const = default;
};

ServerAddress parseServerAddress(const QString &server, std::optional<int> port);

/// Looks the name up and opens a TCP connection: the two steps that a driver's connect hides. The last step
/// is Bad when it failed. Blocks; for worker threads.
QList<CheckStep> probeServer(const ServerAddress &address, std::chrono::milliseconds timeout);

} // namespace tidemark
