#include "sessionsecretstore.h"

#include <QMutexLocker>

namespace tidemark {

Result<std::optional<Secret>> SessionSecretStore::read(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_secrets.constFind(name);
    return found == m_secrets.cend() ? std::nullopt : std::optional(*found);
}

Status SessionSecretStore::write(const QString &name, const Secret &secret)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.insert(name, secret);
    return {};
}

Status SessionSecretStore::remove(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.remove(name);
    return {};
}

} // namespace tidemark
