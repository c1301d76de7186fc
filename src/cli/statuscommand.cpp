#include "statuscommand.h"

#include "filtercheck.h"
#include "futurewait.h"
#include "statuslines.h"

#include "appservices.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidemark {

namespace {

struct StatusText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::StatusCommand)
};

} // namespace

int runStatus(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop)
{
    AppServices services;
    const auto report = waitFor(services.freshness(job), stop);
    if (!report)
        return stop.exitCode(1);
    for (const QString &note : report->notes)
        console.error(note);
    const bool allFit = checkFilters(
        line.tables, report->tables, StatusText::tr("of the job or of its watermark folder"), console);
    QList<TableFreshness> told = report->tables;
    if (line.quiet)
        told.removeIf([](const TableFreshness &table) { return !table.needsAttention(); });
    const bool written = console.write(line.json ? statusJson(report->tables) : statusText(told));
    console.info(statusSummary(*report));
    if (report->attentionCount() > 0)
        return 5;
    if (!allFit)
        return 2;
    const bool isComplete = std::ranges::all_of(
        report->tables, [](const TableFreshness &table) { return table.asked || !table.inJob; });
    if (!isComplete && !report->notes.isEmpty())
        return 3;
    return written ? 0 : 1;
}

} // namespace tidemark
