#include "serverprobe.h"

#include "prelogin.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ServerProbeText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ServerProbeText)
};

constexpr int defaultPort = 1433;
constexpr std::chrono::milliseconds longestSilence = std::chrono::seconds(3); // a server answers at once

using AddressList = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

/// Closes a socket when it goes.
class Socket {
public:
    explicit Socket(int descriptor) : m_descriptor(descriptor) { }
    ~Socket()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Waits until the socket is ready; 0, or the errno that says why not.
int waitFor(const Socket &socket, short event, std::chrono::milliseconds timeout)
{
    pollfd waiting{ socket.get(), event, 0 };
    const int ready = poll(&waiting, 1, int(timeout.count()));
    if (ready == 0)
        return ETIMEDOUT;
    return ready < 0 ? errno : 0;
}

/// 0, or the errno that says why not.
int connectOnce(const Socket &socket, const addrinfo &target, std::chrono::milliseconds timeout)
{
    if (socket.get() < 0)
        return errno;
    if (connect(socket.get(), target.ai_addr, target.ai_addrlen) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    if (const int error = waitFor(socket, POLLOUT, timeout); error != 0)
        return error;
    int error = 0;
    socklen_t size = sizeof(error);
    if (getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        return errno;
    return error;
}

QString numericText(const addrinfo &target)
{
    char text[NI_MAXHOST] = {};
    const int code =
        getnameinfo(target.ai_addr, target.ai_addrlen, text, sizeof(text), nullptr, 0, NI_NUMERICHOST);
    return code == 0 ? QString::fromLatin1(text) : QString();
}

/// What the server answers to the first packet; empty when it is silent or closes the connection.
QByteArray askPrelogin(const Socket &socket, std::chrono::milliseconds timeout)
{
    const QByteArray request = preloginRequest();
    if (send(socket.get(), request.constData(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
        return {};
    QByteArray answer;
    while (answer.isEmpty() || packetLength(answer) > answer.size()) {
        if (waitFor(socket, POLLIN, timeout) != 0)
            break;
        std::array<char, 4096> piece{};
        const ssize_t count = recv(socket.get(), piece.data(), piece.size(), 0);
        if (count <= 0)
            break;
        answer.append(piece.data(), count);
    }
    return answer;
}

/// None when the server said nothing: then the driver's connect shows what is wrong.
std::optional<CheckStep> answerStep(const Socket &socket, std::chrono::milliseconds timeout)
{
    QElapsedTimer timer;
    timer.start();
    const QByteArray said = askPrelogin(socket, timeout);
    CheckStep step{ ServerProbeText::tr("answer"), CheckOutcome::Good, {}, {},
        double(timer.nsecsElapsed()) / 1e9 };
    if (said.isEmpty())
        return std::nullopt;
    const std::optional<PreloginAnswer> answer = decodePrelogin(said);
    if (!answer) {
        step.outcome = CheckOutcome::Bad;
        step.text = ServerProbeText::tr("Something answers there, but it is no SQL Server.");
        step.advice = ServerProbeText::tr("Check the port: another program listens on it.");
        return step;
    }
    step.text = answer->encrypts
        ? ServerProbeText::tr("SQL Server %1 answers and offers encryption.").arg(answer->version)
        : ServerProbeText::tr("SQL Server %1 answers, without encryption.").arg(answer->version);
    return step;
}

QList<CheckStep> connectSteps(
    const addrinfo *first, const ServerAddress &address, const ProbeOptions &options)
{
    const int port = *address.port;
    QElapsedTimer timer;
    timer.start();
    int error = 0;
    for (const addrinfo *target = first; target != nullptr; target = target->ai_next) {
        const Socket socket(::socket(
            target->ai_family, target->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, target->ai_protocol));
        error = connectOnce(socket, *target, options.timeout);
        if (error != 0)
            continue;
        QList<CheckStep> steps = { { ServerProbeText::tr("connect"), CheckOutcome::Good,
            ServerProbeText::tr("Port %1 of %2 answers.").arg(QString::number(port), numericText(*target)),
            {}, double(timer.nsecsElapsed()) / 1e9 } };
        if (options.asksFirst) {
            if (const auto answer = answerStep(socket, std::min(options.timeout, longestSilence)))
                steps += *answer;
        }
        return steps;
    }
    return { { ServerProbeText::tr("connect"), CheckOutcome::Bad,
        ServerProbeText::tr("Port %1 of %2 cannot be reached: %3.")
            .arg(QString::number(port), address.host, QString::fromLocal8Bit(std::strerror(error))),
        ServerProbeText::tr(
            "Check host and port, that the server runs and listens on TCP, and the firewalls between."),
        double(timer.nsecsElapsed()) / 1e9 } };
}

} // namespace

QList<CheckStep> probeServer(const ServerAddress &address, const ProbeOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const QByteArray port = QByteArray::number(address.port.value_or(defaultPort));
    const int code = getaddrinfo(address.host.toUtf8().constData(), port.constData(), &hints, &found);
    const AddressList list(found, &freeaddrinfo);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (code != 0)
        return { { ServerProbeText::tr("resolve"), CheckOutcome::Bad,
            ServerProbeText::tr("The name %1 has no address: %2.")
                .arg(address.host, QString::fromLocal8Bit(gai_strerror(code))),
            ServerProbeText::tr("Check the spelling of the server's name, and the network or VPN."),
            seconds } };
    QList<CheckStep> steps = { { ServerProbeText::tr("resolve"), CheckOutcome::Good,
        ServerProbeText::tr("%1 is %2.").arg(address.host, numericText(*list)), {}, seconds } };
    if (address.port) // else the driver asks the browser service
        steps += connectSteps(list.get(), address, options);
    return steps;
}

} // namespace tidemark
