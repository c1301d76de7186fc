#pragma once

#include "connectionspec.h"

#include <QMap>
#include <QString>

#include <optional>

namespace tidemark {

/// What one source (a job file, the command line, the environment) says of a ConnectionSpec. What it does not
/// say is empty, so that sources can be laid over each other. Values only.
struct ConnectionSettings {
    std::optional<QString> driver;
    std::optional<QString> server;
    std::optional<int> port;
    std::optional<QString> database;
    std::optional<SignIn> signIn;
    std::optional<QString> user;
    std::optional<Encryption> encrypt;
    std::optional<bool> trustServerCertificate;
    std::optional<QString> hostNameInCertificate;
    std::optional<QString> caFile;
    std::optional<bool> readOnlyIntent;
    std::optional<int> loginTimeoutSeconds;
    std::optional<int> queryTimeoutSeconds;
    std::optional<int> packetSize;
    std::optional<QMap<QString, QString>> extra;

    bool operator==(const ConnectionSettings &) const = default;

    /// What differs from the defaults.
    static ConnectionSettings of(const ConnectionSpec &spec);
    /// Replaces in `spec` what is said here.
    void applyTo(ConnectionSpec &spec) const;
};

} // namespace tidemark
