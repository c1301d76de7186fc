#include "sha256.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

#include <openssl/evp.h>

namespace tidemark {

namespace {

struct HashText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Sha256)
};

struct FreeContext {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

} // namespace

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, FreeContext> context{ EVP_MD_CTX_new() };
    bool good = false;
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    m_state->good = m_state->context && EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr) == 1;
}

Sha256::~Sha256() = default;

void Sha256::add(const char *data, qint64 size)
{
    m_state->good = m_state->good && EVP_DigestUpdate(m_state->context.get(), data, size_t(size)) == 1;
}

Result<QString> Sha256::finish()
{
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    m_state->good = m_state->good
        && EVP_DigestFinal_ex(m_state->context.get(), reinterpret_cast<unsigned char *>(digest.data()), &size)
            == 1;
    if (!m_state->good) {
        return fail(ErrorKind::Internal,
            HashText::tr("The SHA-256 of a file cannot be computed; the system's libcrypto refuses it."));
    }
    return QString::fromLatin1(digest.left(size).toHex());
}

Result<QString> Sha256::ofFile(const QString &path)
{
    constexpr qint64 step = 1024LL * 1024;
    QFile file(path);
    Sha256 hash;
    QByteArray piece(step, Qt::Uninitialized);
    qint64 count = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? 1 : -1;
    while (count > 0) {
        count = file.read(piece.data(), piece.size());
        if (count > 0)
            hash.add(piece.constData(), count);
    }
    if (count < 0) {
        return fail(ErrorKind::Storage,
            HashText::tr("The file %1 cannot be read: %2. Check its rights and the disk.")
                .arg(path, file.errorString()),
            path);
    }
    return hash.finish();
}

} // namespace tidemark
