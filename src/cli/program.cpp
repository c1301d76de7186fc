#include "program.h"

#include "checkcommand.h"
#include "console.h"
#include "democommand.h"
#include "jobloading.h"
#include "listcommand.h"
#include "practicecommand.h"
#include "previewcommand.h"
#include "statuscommand.h"
#include "stopsignals.h"
#include "synccommand.h"
#include "verifycommand.h"
#include "watermarkcommand.h"

#include <QCoreApplication>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProgramText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::Program)
};

Verbosity verbosityOf(const CommandLine &line)
{
    if (line.quiet)
        return Verbosity::Quiet;
    return line.verbose ? Verbosity::Verbose : Verbosity::Normal;
}

QString versionText()
{
    return u"tidemark %1 (Qt %2)\n"_s.arg(
        QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()));
}

/// Qt's own remarks are for those who look for a fault; an error is told by us, with what to do.
void quietQt(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", text.toUtf8().constData());
}

int runWithJob(const CommandLine &line, Console &console, StopSignals &stop)
{
    const Result<SyncJob> job = loadJob(line, console);
    if (!job) {
        console.error(describe(job.error()));
        return stop.exitCode(2);
    }
    const bool needsTables = line.verb == Verb::Sync || line.verb == Verb::Preview;
    if (needsTables && job->tables.isEmpty()) {
        console.error(
            ProgramText::tr("The job names no tables. Add some under \"tables\"; tidemark list shows "
                            "what there is."));
        return 2;
    }
    switch (line.verb) {
    case Verb::List:
        return runList(line, *job, console, stop);
    case Verb::Check:
        return runCheck(line, *job, console, stop);
    case Verb::Preview:
        return runPreview(line, *job, console, stop);
    case Verb::Freshness:
        return runStatus(line, *job, console, stop);
    default:
        return runSync(*job, console, stop);
    }
}

int runInFolders(const CommandLine &line, Console &console, StopSignals &stop)
{
    const Result<StorePlace> place = loadPlace(line, console);
    if (!place) {
        console.error(describe(place.error()));
        return stop.exitCode(2);
    }
    return line.verb == Verb::Verify ? runVerify(line, *place, console, stop)
                                     : runWatermark(line, *place, console, stop);
}

} // namespace

int runProgram(const Result<CommandLine> &line)
{
    if (!line) {
        Console(Verbosity::Normal).error(line.error().text);
        return 2;
    }
    Console console(verbosityOf(*line));
    if (!line->verbose)
        qInstallMessageHandler(quietQt);
    StopSignals stop;
    switch (line->verb) {
    case Verb::Help:
        return console.write(line->helpText.toUtf8()) ? 0 : 1;
    case Verb::Version:
        return console.write(versionText().toUtf8()) ? 0 : 1;
    case Verb::Window:
        console.error(ProgramText::tr("There is no display for the window, or this build has none. To sync "
                                      "without it: tidemark --config job.json. To see all verbs: tidemark "
                                      "--help. To try it with made-up data: tidemark demo."));
        return 2;
    case Verb::Practice:
        return runPractice(*line, console, stop);
    case Verb::Demo:
        return runDemo(*line, console, stop);
    case Verb::Verify:
    case Verb::Watermark:
        return runInFolders(*line, console, stop);
    case Verb::Sync:
    case Verb::List:
    case Verb::Check:
    case Verb::Preview:
    case Verb::Freshness:
        break;
    }
    return runWithJob(*line, console, stop);
}

} // namespace tidemark
