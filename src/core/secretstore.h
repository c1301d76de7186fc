#pragma once

#include "connectionspec.h"
#include "result.h"

#include <optional>

namespace tidemark {

/// Where passwords rest: the OS keychain, or nowhere. May block; called outside the GUI thread.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// None when nothing is stored under the name.
    [[nodiscard]] virtual Result<std::optional<Secret>> read(const QString &name) = 0;
    [[nodiscard]] virtual Status write(const QString &name, const Secret &secret) = 0;
    [[nodiscard]] virtual Status remove(const QString &name) = 0;
    /// False when what is written is forgotten as the program ends.
    virtual bool isLasting() const { return true; }
};

} // namespace tidemark
