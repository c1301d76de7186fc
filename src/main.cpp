#include "commandline.h"
#include "processsetup.h"
#include "program.h"

#ifdef TIDEMARK_GUI
#include "stopsignals.h"
#include "windowapplication.h"

#include <QApplication>
#endif

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace {

#ifdef TIDEMARK_GUI
bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}
#endif

void nameProgram()
{
    QCoreApplication::setApplicationName(u"tidemark"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TIDEMARK_VERSION));
}

/// Ends without the destructors of statics: a thread that hangs in a driver's connect may still use them.
[[noreturn]] void leave(int code)
{
    std::fflush(nullptr);
    std::_Exit(code);
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that is gone is an error of the write, told there
    tidemark::prepareProcess();
    nameProgram();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const auto line = tidemark::parseCommandLine(arguments);

    int code = 0;
#ifdef TIDEMARK_GUI
    if (line && line->verb == tidemark::Verb::Window && hasDisplay()) {
        {
            const QApplication application(argc, argv);
            tidemark::StopSignals stop;
            // Asks nobody: runs are cancelled, and what lies about is cleared away, as the window goes.
            QObject::connect(
                &stop, &tidemark::StopSignals::stopRequested, &application, [] { QCoreApplication::exit(); });
            code = stop.exitCode(tidemark::runWindow(line->config));
        }
        leave(code);
    }
#endif
    {
        const QCoreApplication application(argc, argv);
        code = tidemark::runProgram(line);
    }
    leave(code);
}
