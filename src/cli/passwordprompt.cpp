#include "passwordprompt.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <termios.h>
#include <unistd.h>

namespace tidemark {

namespace {

struct PromptText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::PasswordPrompt)
};

/// Switches the terminal's echo off for as long as it lives.
class NoEcho {
public:
    NoEcho()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~NoEcho()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;
    bool isOn() const { return m_changed; }

private:
    termios m_before{};
    bool m_changed = false;
};

/// The bytes of one line; an error when it ended by a signal or by the end of the input.
Result<QByteArray> readLine()
{
    QByteArray line;
    char byte = 0;
    while (true) {
        const ssize_t count = read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR)
            return fail(ErrorKind::Cancelled, PromptText::tr("Stopped before a password was given."));
        if (count <= 0)
            return fail(ErrorKind::Configuration, PromptText::tr("No password was given."));
        if (byte == '\n')
            return line;
        line += byte;
    }
}

} // namespace

bool canPrompt()
{
    return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

Result<Secret> promptPassword(const QString &question)
{
    const NoEcho noEcho;
    if (!noEcho.isOn())
        return fail(ErrorKind::Configuration,
            PromptText::tr("The terminal cannot hide what is typed, so no password is asked for. Use "
                           "--password-fd or TIDEMARK_PASSWORD."));
    std::fputs(question.toUtf8().constData(), stderr);
    std::fflush(stderr);
    const Result<QByteArray> line = readLine();
    std::fputs("\n", stderr);
    std::fflush(stderr);
    if (!line)
        return fail(line.error());
    return Secret(QString::fromUtf8(*line));
}

} // namespace tidemark
