#pragma once

#include "syncjob.h"

#include <QList>

namespace tidemark {

/// The job again for some tables of its last run, each with the options of the entry that it came from and
/// everything else the same. What no entry of the job names is left out.
SyncJob retryJob(const SyncJob &job, const QList<TableRef> &tables);

} // namespace tidemark
