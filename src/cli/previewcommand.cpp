#include "previewcommand.h"

#include "futurewait.h"
#include "previewlines.h"
#include "reportlines.h"

#include "appservices.h"

namespace tidemark {

namespace {

/// That of the sync, as far as it is known now.
int exitCodeOf(const QList<TablePreview> &tables)
{
    QList<int> codes;
    for (const TablePreview &table : tables)
        codes += table.error ? exitCodeOf(*table.error) : 0;
    return commonExitCode(codes);
}

} // namespace

int runPreview(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop)
{
    AppServices services;
    const auto tables = waitFor(services.preview(job), stop);
    if (!tables)
        return stop.exitCode(1);
    QList<TablePreview> told = *tables;
    if (line.quiet)
        told.removeIf([](const TablePreview &table) { return !table.error; });
    const bool written = console.write(line.json ? previewJson(*tables) : previewText(told));
    console.info(previewSummary(*tables, job.maxWorkers));
    const int code = exitCodeOf(*tables);
    return code == 0 && !written ? 1 : code;
}

} // namespace tidemark
