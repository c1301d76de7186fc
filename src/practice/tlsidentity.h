#pragma once

#include "result.h"

#include <QByteArray>
#include <QCoreApplication>

#include <memory>

using SSL_CTX = struct ssl_ctx_st;

namespace tidemark::practice {

/// The server's side of TLS: up to 1.2, as TDS 7.4 needs, unless a connection asks for more, with a
/// certificate for localhost and 127.0.0.1 made here. Shared by all connections, immutable; the key never
/// leaves the process.
class TlsIdentity {
    Q_DECLARE_TR_FUNCTIONS(tidemark::practice::TlsIdentity)

public:
    [[nodiscard]] static Result<std::unique_ptr<TlsIdentity>> create();
    ~TlsIdentity();
    Q_DISABLE_COPY_MOVE(TlsIdentity)

    SSL_CTX *context() const { return m_context; }
    QByteArray certificate() const { return m_certificate; } // PEM

private:
    TlsIdentity(SSL_CTX *context, QByteArray certificate);

    SSL_CTX *m_context;
    QByteArray m_certificate;
};

} // namespace tidemark::practice
