#include "stopsignals.h"

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace tidemark {

namespace {

int signalPipe[2] = { -1, -1 };

// Async-signal-safe: one write to a pipe. SA_RESETHAND gives the second signal its usual effect.
void onSignal(int number)
{
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const ssize_t written = write(signalPipe[1], &byte, 1);
}

} // namespace

StopSignals::StopSignals(QObject *parent) : QObject(parent)
{
    if (pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &StopSignals::readPipe);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

StopSignals::~StopSignals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (int &end : signalPipe) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

int StopSignals::received()
{
    readPipe();
    return m_received;
}

int StopSignals::exitCode(int otherwise)
{
    return received() == 0 ? otherwise : 128 + m_received;
}

void StopSignals::readPipe()
{
    unsigned char byte = 0;
    while (read(signalPipe[0], &byte, 1) == 1) {
        if (m_received == 0)
            m_received = byte;
        Q_EMIT stopRequested();
    }
}

} // namespace tidemark
