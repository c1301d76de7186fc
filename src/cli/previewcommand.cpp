#include "previewcommand.h"

#include "futurewait.h"
#include "previewlines.h"
#include "reportlines.h"

#include "appservices.h"

#include <QCoreApplication>

namespace tidemark {

namespace {

struct PreviewCommandText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::PreviewCommand)
};

/// That of the sync, as far as it is known now.
int exitCodeOf(const QList<TablePreview> &tables)
{
    QList<TableReport> reports;
    for (const TablePreview &table : tables) {
        TableReport report;
        report.status = table.error ? TableStatus::Failed : TableStatus::Done;
        report.error = table.error;
        reports += report;
    }
    return exitCodeOf(reports);
}

} // namespace

int runPreview(const CommandLine &line, const SyncJob &job, Console &console, StopSignals &stop)
{
    if (job.tables.isEmpty()) {
        console.error(PreviewCommandText::tr(
            "The job names no tables. Add some under \"tables\"; tidemark list shows what there is."));
        return 2;
    }
    AppServices services;
    const auto tables = waitFor(services.preview(job), stop);
    if (!tables)
        return stop.exitCode(1);
    const bool written = console.write(line.json ? previewJson(*tables) : previewText(*tables));
    console.info(previewSummary(*tables, job.maxWorkers));
    const int code = exitCodeOf(*tables);
    return code == 0 && !written ? 1 : code;
}

} // namespace tidemark
