#pragma once

#include "result.h"

#include <QString>

#include <memory>

namespace tidemark {

/// A SHA-256 in the making, by libcrypto, which uses the processor's own instructions. One thread.
class Sha256 {
public:
    Sha256();
    ~Sha256();

    void add(const char *data, qint64 size);
    /// 64 hex digits; ends the hash.
    [[nodiscard]] Result<QString> finish();

    /// Of a whole file.
    [[nodiscard]] static Result<QString> ofFile(const QString &path);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tidemark
