#pragma once

#include "secretstore.h"

#include <QCoreApplication>

#include <chrono>
#include <memory>

namespace tidemark {

/// Passwords in the keychain of the operating system, under the service "tidemark". Thread-safe. A call waits
/// for the keychain, so it is made outside the GUI thread. Needs a QCoreApplication.
class KeychainSecretStore : public SecretStore {
    Q_DECLARE_TR_FUNCTIONS(tidemark::KeychainSecretStore)

public:
    /// How long a person has to unlock the keychain.
    explicit KeychainSecretStore(std::chrono::milliseconds patience = std::chrono::minutes(2));

    [[nodiscard]] Result<std::optional<Secret>> read(const QString &name) override;
    [[nodiscard]] Status write(const QString &name, const Secret &secret) override;
    [[nodiscard]] Status remove(const QString &name) override;

    /// True when there is a keychain that answers. May block as the others.
    bool isAvailable();

private:
    static QString reasonOf(int error, const QString &detail, bool timedOut);

    std::chrono::milliseconds m_patience;
};

/// The keychain, or a store for this session when there is none. May block.
std::unique_ptr<SecretStore> openSecretStore();

} // namespace tidemark
