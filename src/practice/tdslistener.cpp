#include "tdslistener.h"

#include <QString>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <new>
#include <system_error>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tidemark::practice {

namespace {

constexpr std::size_t mostClients = 1024;
constexpr int acceptPause = 50; // ms

/// A bound and listening socket, or -1 with errno.
int listenOn(quint16 port, quint16 &bound)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    const int on = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof address;
    if (bind(descriptor, generic, size) != 0 || listen(descriptor, SOMAXCONN) != 0
        || getsockname(descriptor, generic, &size) != 0) {
        const int error = errno;
        close(descriptor);
        errno = error;
        return -1;
    }
    bound = ntohs(address.sin_port);
    return descriptor;
}

/// A write to a client that is gone must be an error, not a signal for the whole program.
void blockBrokenPipe()
{
    sigset_t brokenPipe;
    sigemptyset(&brokenPipe);
    sigaddset(&brokenPipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
}

} // namespace

Result<std::unique_ptr<TdsListener>> TdsListener::start(quint16 port, const ServerParts &parts)
{
    quint16 bound = 0;
    const int listening = listenOn(port, bound);
    int wake[2]{ -1, -1 };
    if (listening < 0 || pipe2(wake, O_CLOEXEC) != 0) {
        const QString reason = QString::fromLocal8Bit(std::strerror(errno));
        if (listening >= 0)
            close(listening);
        return fail(ErrorKind::Connection,
            tr("The practice server cannot listen on 127.0.0.1, port %1: %2. Choose another port, or 0 for "
               "any "
               "free one.")
                .arg(port)
                .arg(reason));
    }
    return std::unique_ptr<TdsListener>(new TdsListener(parts, listening, wake[0], wake[1], bound));
}

TdsListener::TdsListener(const ServerParts &parts, int listening, int wake, int wakeUp, quint16 port)
    : m_parts(parts), m_listening(listening), m_wake(wake), m_wakeUp(wakeUp), m_port(port),
      m_thread([this] { acceptClients(); })
{
}

TdsListener::~TdsListener()
{
    close(m_wakeUp); // the read end sees its end
    m_thread.join();
    close(m_wake);
}

void TdsListener::acceptClients()
{
    pollfd pollers[2]{ { m_listening, POLLIN, 0 }, { m_wake, POLLIN, 0 } };
    while (true) {
        const int ready = poll(pollers, 2, -1);
        if (ready < 0 && errno != EINTR)
            break;
        if (pollers[1].revents != 0)
            break;
        if (ready > 0 && pollers[0].revents != 0)
            addClient(accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC));
        reap();
    }
    close(m_listening);
    for (Client &client : m_clients)
        client.socket.interrupt();
    for (Client &client : m_clients)
        client.thread.join();
    m_clients.clear();
}

void TdsListener::addClient(int descriptor)
{
    if (descriptor < 0) { // out of descriptors, perhaps: wait a little for one
        pollfd stopping{ m_wake, POLLIN, 0 };
        poll(&stopping, 1, acceptPause);
        return;
    }
    if (m_clients.size() >= mostClients) {
        close(descriptor);
        return;
    }
    Client &client = m_clients.emplace_back(descriptor);
    try {
        client.thread = std::thread([this, &client] { serve(client); });
    } catch (const std::system_error &) { // no more threads: this client is turned away
        m_clients.pop_back();
    }
}

void TdsListener::serve(Client &client)
{
    blockBrokenPipe();
    ++m_connections;
    try {
        TdsConnection(m_parts, client.socket).run();
    } catch (const std::bad_alloc &) { // its request was too large: the others go on
    }
    --m_connections;
    client.socket.close();
    client.ended = true;
}

void TdsListener::reap()
{
    for (auto client = m_clients.begin(); client != m_clients.end();) {
        if (client->ended) {
            client->thread.join();
            client = m_clients.erase(client);
        } else {
            ++client;
        }
    }
}

} // namespace tidemark::practice
