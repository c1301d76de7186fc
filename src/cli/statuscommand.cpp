#include "statuscommand.h"

#include "futurewait.h"
#include "statuslines.h"

#include "appservices.h"

#include <algorithm>

namespace tidemark {

int runStatus(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop)
{
    AppServices services;
    const auto report = waitFor(services.freshness(job), stop);
    if (!report)
        return stop.exitCode(1);
    for (const QString &note : report->notes)
        console.error(note);
    const bool written = console.write(line.json ? statusJson(report->tables) : statusText(report->tables));
    console.info(statusSummary(*report));
    if (report->attentionCount() > 0)
        return 5;
    const bool isComplete = std::ranges::all_of(
        report->tables, [](const TableFreshness &table) { return table.asked || !table.inJob; });
    if (!isComplete && !report->notes.isEmpty())
        return 3;
    return written ? 0 : 1;
}

} // namespace tidemark
