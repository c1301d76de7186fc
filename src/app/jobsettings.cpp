#include "jobsettings.h"

namespace tidemark {

SyncJob jobFromSettings(const ResolvedSettings &settings, const Secret &password)
{
    SyncJob job;
    job.connection = settings.connection;
    job.password = password;
    job.outputDir = settings.outputDir;
    job.watermarkDir = settings.watermarkDir;
    job.maxWorkers = settings.maxWorkers;
    job.tables = settings.tables;
    job.excludes = settings.excludes;
    return job;
}

} // namespace tidemark
