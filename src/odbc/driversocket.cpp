#include "driversocket.h"

#include <QDir>
#include <QList>
#include <QStringList>

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Address {
    sockaddr_storage storage{};
    socklen_t size = sizeof(sockaddr_storage);

    sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
    QByteArray bytes() const { return { reinterpret_cast<const char *>(&storage), qsizetype(size) }; }
    int port() const
    {
        if (storage.ss_family == AF_INET)
            return ntohs(reinterpret_cast<const sockaddr_in &>(storage).sin_port);
        if (storage.ss_family == AF_INET6)
            return ntohs(reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port);
        return 0;
    }
};

QList<int> openDescriptors()
{
    QList<int> descriptors;
    for (const QString &name : QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System)) {
        bool isNumber = false;
        const int descriptor = name.toInt(&isNumber);
        if (isNumber)
            descriptors += descriptor;
    }
    return descriptors;
}

} // namespace

std::optional<DriverSocket> DriverSocket::fromDescriptor(int descriptor)
{
    Address peer;
    Address own;
    if (getpeername(descriptor, peer.get(), &peer.size) != 0
        || getsockname(descriptor, own.get(), &own.size) != 0 || peer.port() == 0)
        return std::nullopt;
    return DriverSocket(descriptor, own.bytes() + peer.bytes(), peer.port());
}

QSet<QByteArray> DriverSocket::openConnections()
{
    QSet<QByteArray> found;
    for (const int descriptor : openDescriptors()) {
        if (const auto socket = fromDescriptor(descriptor))
            found += socket->m_identity;
    }
    return found;
}

std::optional<DriverSocket> DriverSocket::findNew(const QSet<QByteArray> &before, std::optional<int> port)
{
    QList<DriverSocket> fresh;
    QList<DriverSocket> toPort;
    for (const int descriptor : openDescriptors()) {
        const auto socket = fromDescriptor(descriptor);
        if (!socket || before.contains(socket->m_identity))
            continue;
        fresh += *socket;
        if (port && socket->m_peerPort == *port)
            toPort += *socket;
    }
    if (toPort.size() == 1)
        return toPort.first();
    return toPort.isEmpty() && fresh.size() == 1 ? std::optional(fresh.first()) : std::nullopt;
}

bool DriverSocket::isStillOurs() const
{
    const auto now = fromDescriptor(m_descriptor);
    return now && now->m_identity == m_identity;
}

void DriverSocket::shutDown() const
{
    if (isStillOurs())
        shutdown(m_descriptor, SHUT_RDWR);
}

std::chrono::milliseconds DriverSocket::silence() const
{
    tcp_info info{};
    socklen_t size = sizeof(info);
    if (!isStillOurs() || getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return std::chrono::milliseconds(0);
    return std::chrono::milliseconds(info.tcpi_last_data_recv);
}

} // namespace tidemark
