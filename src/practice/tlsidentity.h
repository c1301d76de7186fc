#pragma once

#include "result.h"

#include <QByteArray>
#include <QCoreApplication>

#include <array>
#include <memory>

using SSL_CTX = struct ssl_ctx_st;

namespace tidemark::practice {

/// The server's side of TLS: up to 1.2, as TDS 7.4 needs, unless a connection asks for more, with a
/// certificate for localhost and 127.0.0.1 made here. Shared by all connections, immutable; the key never
/// leaves the process.
class TlsIdentity {
    Q_DECLARE_TR_FUNCTIONS(tidemark::practice::TlsIdentity)

public:
    /// Beside the good one those that a client must refuse: both signed by the good one, one for another
    /// name, one out of date.
    enum class Certificate { Good, WrongName, Expired };

    [[nodiscard]] static Result<std::unique_ptr<TlsIdentity>> create();
    ~TlsIdentity();
    Q_DISABLE_COPY_MOVE(TlsIdentity)

    SSL_CTX *context(Certificate which = Certificate::Good) const
    {
        return m_contexts[static_cast<std::size_t>(which)];
    }
    QByteArray certificate() const { return m_certificate; } // PEM

private:
    using Contexts = std::array<SSL_CTX *, 3>; // by Certificate

    TlsIdentity(const Contexts &contexts, QByteArray certificate);

    Contexts m_contexts;
    QByteArray m_certificate;
};

} // namespace tidemark::practice
