#include "jobpreview.h"

#include "catalogreader.h"

#include "previewer.h"

namespace tidemark {

namespace {

/// A table that needs no run, as it stands in the reports of a run.
TablePreview settledPreview(const TableReport &report)
{
    TablePreview preview;
    preview.table = report.table;
    preview.mode = report.mode;
    preview.reason = report.reason;
    preview.error = report.error;
    preview.action = report.error ? PreviewAction::Failed : PreviewAction::Skipped;
    return preview;
}

} // namespace

QList<TablePreview> previewJob(const SyncJob &job, const CancelToken &cancel)
{
    const Backend backend(job);
    const auto catalog = readCatalog(job, backend, cancel, [](const QString &) {});
    if (!catalog)
        return {};
    QList<TablePreview> previews;
    QList<TableRequest> requests;
    QList<qsizetype> places;
    for (const JobEntry &entry : JobExpansion(job).entries(*catalog)) {
        if (!entry.settled) {
            requests += entry.request;
            places += previews.size();
        }
        previews += settledPreview(entry.settled.value_or(TableReport()));
    }
    const QList<TablePreview> asked = previewTables(backend.ports, requests, cancel);
    for (qsizetype i = 0; i < places.size(); ++i)
        previews[places[i]] = asked[i];
    return previews;
}

} // namespace tidemark
