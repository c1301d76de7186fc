#pragma once

#include <QString>

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

/// `port` comes before one that is written in the server's name.
ServerAddress parseServerAddress(const QString &server, std::optional<int> port);

} // namespace tidemark
