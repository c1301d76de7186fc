#pragma once

#include "jobfile.h"
#include "syncjob.h"

namespace tidemark {

/// What the window writes into a job file.
struct JobToSave {
    QString path;
    QString basePath; // the file that the job was opened from; empty: a new job
    SyncJob before; // as it was opened; a default one for a new job
    SyncJob after;
    TableRequest defaultsBefore; // options of tables without options of their own
    TableRequest defaultsAfter;
};

/// The file with what differs between the jobs before and after. What a person has not touched stays as the
/// file says it, also where the value comes from somewhere else. Pure.
JobFile updatedJobFile(JobFile file, const JobToSave &job);

} // namespace tidemark
