#include "passwordprompt.h"

#include <QTest>

#include <algorithm>
#include <thread>

#include <pty.h>
#include <termios.h>
#include <unistd.h>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

/// The prompt on a terminal of its own, in the place of the standard streams.
class TestPasswordPrompt : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void passwordIsReadAndNotShown();
    void endOfInputIsAnError();
    void withoutTerminalNobodyIsAsked();

private:
    QByteArray shown();

    int m_master = -1;
    int m_slave = -1;
    int m_input = -1; // the standard streams before
    int m_errors = -1;
};

void TestPasswordPrompt::init()
{
    QCOMPARE(openpty(&m_master, &m_slave, nullptr, nullptr, nullptr), 0);
    m_input = dup(STDIN_FILENO);
    m_errors = dup(STDERR_FILENO);
    QCOMPARE(dup2(m_slave, STDIN_FILENO), STDIN_FILENO);
    QCOMPARE(dup2(m_slave, STDERR_FILENO), STDERR_FILENO);
}

void TestPasswordPrompt::cleanup()
{
    dup2(m_input, STDIN_FILENO);
    dup2(m_errors, STDERR_FILENO);
    for (int *descriptor : { &m_master, &m_slave, &m_input, &m_errors }) {
        close(*descriptor);
        *descriptor = -1;
    }
}

/// What the terminal has shown so far; at least the question.
QByteArray TestPasswordPrompt::shown()
{
    QByteArray text(4096, '\0');
    text.resize(qsizetype(std::max<ssize_t>(0, read(m_master, text.data(), size_t(text.size())))));
    return text;
}

void TestPasswordPrompt::passwordIsReadAndNotShown()
{
    QVERIFY(canPrompt());
    std::thread person([this] {
        QByteArray seen;
        while (!seen.contains("Password: "))
            seen += shown();
        const QByteArray typed = "pässword }; 1\n";
        QCOMPARE(write(m_master, typed.constData(), size_t(typed.size())), typed.size());
    });
    const Result<Secret> password = promptPassword(u"Password: "_s);
    person.join();
    QVERIFY2(password, password ? "" : qPrintable(password.error().text));
    QCOMPARE(password->reveal(), u"pässword }; 1"_s);
    const QByteArray after = shown();
    QVERIFY2(!after.contains("ssword }; 1"), after.constData());
    termios restored{};
    QCOMPARE(tcgetattr(m_slave, &restored), 0);
    QVERIFY((restored.c_lflag & ECHO) != 0);
}

void TestPasswordPrompt::endOfInputIsAnError()
{
    std::thread person([this] {
        QByteArray seen;
        while (!seen.contains("Password: "))
            seen += shown();
        QCOMPARE(write(m_master, "\x04", 1), 1); // Ctrl+D
    });
    const Result<Secret> password = promptPassword(u"Password: "_s);
    person.join();
    QVERIFY(!password);
    QCOMPARE(password.error().kind, ErrorKind::Configuration);
}

void TestPasswordPrompt::withoutTerminalNobodyIsAsked()
{
    int ends[2] = { -1, -1 };
    QCOMPARE(pipe(ends), 0);
    QCOMPARE(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    QVERIFY(!canPrompt());
    const Result<Secret> password = promptPassword(u"Password: "_s);
    close(ends[0]);
    close(ends[1]);
    QVERIFY(!password);
    QVERIFY2(password.error().text.contains(u"--password-fd"_s), qPrintable(password.error().text));
}

QTEST_APPLESS_MAIN(TestPasswordPrompt)
#include "tst_passwordprompt.moc"
