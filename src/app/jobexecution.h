#pragma once

#include "backend.h"
#include "runcancel.h"
#include "syncjob.h"

#include "tablereport.h"

#include <QList>

#include <functional>

namespace tidemark {

/// How a job tells what happens, from threads of the run, one call at a time. They must not block.
struct JobListener {
    std::function<void(const QString &)> noted; // a retry before the tables are known
    std::function<void(const QList<TableRef> &)> started; // the tables in the order of the reports
    std::function<void(const TableProgress &)> progressed;
    std::function<void(int index, const TableReport &)> tableFinished;
};

/// Runs a job in the calling thread: matches patterns, syncs the tables, tells. Ends within two seconds after
/// the run was cancelled.
[[nodiscard]] RunReport executeJob(
    const SyncJob &job, const Backend &backend, const JobListener &listener, const RunCancel &cancel);

} // namespace tidemark
