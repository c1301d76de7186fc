#include "clientsocket.h"

#include <algorithm>
#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace tidemark::practice {

namespace {

constexpr qsizetype mostPieces = 1024; // IOV_MAX

} // namespace

ClientSocket::ClientSocket(int descriptor) : m_descriptor(descriptor)
{
    const int on = 1;
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

ClientSocket::~ClientSocket()
{
    close();
}

qsizetype ClientSocket::read(char *data, qsizetype size)
{
    while (true) {
        const ssize_t got = recv(m_descriptor, data, static_cast<std::size_t>(size), 0);
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

bool ClientSocket::readExactly(char *data, qsizetype size)
{
    while (size > 0) {
        const qsizetype got = read(data, size);
        if (got <= 0)
            return false;
        data += got;
        size -= got;
    }
    return true;
}

int ClientSocket::peek() const
{
    while (true) {
        quint8 byte = 0;
        const ssize_t got = recv(m_descriptor, &byte, 1, MSG_PEEK);
        if (got >= 0 || errno != EINTR)
            return got == 1 ? byte : -1;
    }
}

bool ClientSocket::write(iovec *pieces, qsizetype count)
{
    while (count > 0) {
        msghdr message{};
        message.msg_iov = pieces;
        message.msg_iovlen = static_cast<decltype(message.msg_iovlen)>(std::min(count, mostPieces));
        ssize_t sent = sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        while (count > 0 && sent >= static_cast<ssize_t>(pieces->iov_len)) {
            sent -= static_cast<ssize_t>(pieces->iov_len);
            ++pieces;
            --count;
        }
        if (count > 0) {
            pieces->iov_base = static_cast<char *>(pieces->iov_base) + sent;
            pieces->iov_len -= static_cast<std::size_t>(sent);
        }
    }
    return true;
}

bool ClientSocket::readable() const
{
    pollfd poller{ m_descriptor, POLLIN, 0 };
    return poll(&poller, 1, 0) > 0;
}

void ClientSocket::interrupt()
{
    const std::lock_guard lock(m_mutex);
    if (m_descriptor >= 0)
        shutdown(m_descriptor, SHUT_RDWR);
}

void ClientSocket::close()
{
    const std::lock_guard lock(m_mutex);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void ClientSocket::reset()
{
    const linger rightAway{ 1, 0 };
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &rightAway, sizeof rightAway);
    close();
}

} // namespace tidemark::practice
