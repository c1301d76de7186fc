#include "tlsidentity.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <utility>

namespace tidemark::practice {

namespace {

constexpr long day = 24L * 60 * 60;
constexpr long validity = 365 * day;

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, Deleter<X509_free>>;
using ContextPtr = std::unique_ptr<SSL_CTX, Deleter<SSL_CTX_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;
using BioPtr = std::unique_ptr<BIO, Deleter<BIO_free>>;

bool addExtension(X509 *certificate, int id, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, id, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    quint64 serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) != 1)
        return false;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1;
}

struct CertificateText {
    const char *name;
    const char *names; // that it is valid for
    long from; // seconds from now
    long until;
};

/// Signed by `issuer`. Without one it is self-signed and its own authority: a client that is given it can
/// verify the server.
CertificatePtr makeCertificate(EVP_PKEY *key, const CertificateText &text, X509 *issuer)
{
    CertificatePtr certificate(X509_new());
    if (!certificate)
        return {};
    X509 *cert = certificate.get();
    X509_NAME *name = X509_get_subject_name(cert);
    const auto *common = reinterpret_cast<const unsigned char *>(text.name);
    const bool named = X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common, -1, -1, 0) == 1
        && X509_set_issuer_name(cert, issuer ? X509_get_subject_name(issuer) : name) == 1;
    const bool made = named && X509_set_version(cert, 2) == 1 && setSerial(cert)
        && X509_gmtime_adj(X509_getm_notBefore(cert), text.from) != nullptr
        && X509_gmtime_adj(X509_getm_notAfter(cert), text.until) != nullptr && X509_set_pubkey(cert, key) == 1
        && addExtension(cert, NID_basic_constraints, issuer ? "critical,CA:FALSE" : "critical,CA:TRUE")
        && addExtension(cert, NID_key_usage,
            issuer ? "critical,digitalSignature" : "critical,digitalSignature,keyCertSign")
        && addExtension(cert, NID_ext_key_usage, "serverAuth")
        && addExtension(cert, NID_subject_alt_name, text.names)
        && addExtension(cert, NID_subject_key_identifier, "hash") && X509_sign(cert, key, EVP_sha256()) > 0;
    return made ? std::move(certificate) : CertificatePtr();
}

QByteArray pemOf(X509 *certificate)
{
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (!memory || PEM_write_bio_X509(memory.get(), certificate) != 1)
        return {};
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return { text, size };
}

/// Clients of TDS 8 say so in the handshake; others name no protocol.
int selectProtocol(SSL * /*tls*/, const unsigned char **selected, unsigned char *size,
    const unsigned char *offered, unsigned int offeredSize, void * /*argument*/)
{
    static constexpr unsigned char known[] = "\x07tds/8.0";
    unsigned char *found = nullptr;
    if (SSL_select_next_proto(&found, size, known, sizeof known - 1, offered, offeredSize)
        != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *selected = found;
    return SSL_TLSEXT_ERR_OK;
}

ContextPtr makeContext(X509 *certificate, EVP_PKEY *key)
{
    ContextPtr context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return {};
    SSL_CTX *ctx = context.get();
    // Clients wait for ever for TLS 1.3 inside prelogin packets.
    const bool ready = certificate && SSL_CTX_set_max_proto_version(ctx, TLS1_2_VERSION) == 1
        && SSL_CTX_use_certificate(ctx, certificate) == 1 && SSL_CTX_use_PrivateKey(ctx, key) == 1;
    SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(ctx, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_num_tickets(ctx, 0);
    SSL_CTX_set_mode(ctx, SSL_MODE_AUTO_RETRY);
    SSL_CTX_set_alpn_select_cb(ctx, selectProtocol, nullptr);
    return ready ? std::move(context) : ContextPtr();
}

} // namespace

Result<std::unique_ptr<TlsIdentity>> TlsIdentity::create()
{
    constexpr CertificateText good{ "localhost", "DNS:localhost,IP:127.0.0.1", -day, validity };
    constexpr CertificateText wrongName{ "elsewhere.invalid", "DNS:elsewhere.invalid", -day, validity };
    constexpr CertificateText expired{ "expired", "DNS:localhost,IP:127.0.0.1", -2 * day, -day };
    const KeyPtr key(EVP_EC_gen("P-256"));
    const CertificatePtr own = key ? makeCertificate(key.get(), good, nullptr) : CertificatePtr();
    QByteArray pem = own ? pemOf(own.get()) : QByteArray();
    std::array<ContextPtr, 3> contexts;
    if (!pem.isEmpty()) {
        contexts[0] = makeContext(own.get(), key.get());
        contexts[1] = makeContext(makeCertificate(key.get(), wrongName, own.get()).get(), key.get());
        contexts[2] = makeContext(makeCertificate(key.get(), expired, own.get()).get(), key.get());
    }
    if (!contexts[0] || !contexts[1] || !contexts[2])
        return fail(ErrorKind::Internal,
            tr("OpenSSL could not make a certificate for the practice server. Start it without TLS, or "
               "look at the OpenSSL installation of this machine."));
    return std::unique_ptr<TlsIdentity>(new TlsIdentity(
        { contexts[0].release(), contexts[1].release(), contexts[2].release() }, std::move(pem)));
}

TlsIdentity::TlsIdentity(const Contexts &contexts, QByteArray certificate)
    : m_contexts(contexts), m_certificate(std::move(certificate))
{
}

TlsIdentity::~TlsIdentity()
{
    for (SSL_CTX *context : m_contexts)
        SSL_CTX_free(context);
}

} // namespace tidemark::practice
