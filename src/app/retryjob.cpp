#include "retryjob.h"

#include "namepattern.h"

#include <algorithm>
#include <optional>

namespace tidemark {

namespace {

/// A plain entry counts before a pattern, as when the job is run.
std::optional<TableRequest> requestOf(const SyncJob &job, const TableRef &table)
{
    for (const bool pattern : { false, true }) {
        const auto found =
            std::find_if(job.tables.cbegin(), job.tables.cend(), [&](const TableRequest &request) {
                return isPattern(request.table) == pattern && matchesPattern(request.table, table);
            });
        if (found != job.tables.cend())
            return *found;
    }
    return std::nullopt;
}

} // namespace

SyncJob retryJob(const SyncJob &job, const QList<TableRef> &tables)
{
    SyncJob again = job;
    again.tables.clear();
    again.only.clear(); // what is run again has passed them
    for (const TableRef &table : tables) {
        if (auto request = requestOf(job, table)) {
            request->table = table;
            again.tables += *request;
        }
    }
    return again;
}

} // namespace tidemark
