#pragma once

#include "secretstore.h"

#include <QHash>
#include <QMutex>

namespace tidemark {

/// Passwords for as long as the program runs, where there is no keychain. Thread-safe.
class SessionSecretStore : public SecretStore {
public:
    [[nodiscard]] Result<std::optional<Secret>> read(const QString &name) override;
    [[nodiscard]] Status write(const QString &name, const Secret &secret) override;
    [[nodiscard]] Status remove(const QString &name) override;
    bool isLasting() const override { return false; }

private:
    QMutex m_mutex;
    QHash<QString, Secret> m_secrets;
};

} // namespace tidemark
