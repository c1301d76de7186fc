#include "jobsettings.h"

#include "dialectcheck.h"

namespace tidemark {

Result<SyncJob> jobFromSettings(const ResolvedSettings &settings, const Secret &password)
{
    for (const TableRequest &request : settings.tables) {
        if (const Status fits = checkDialect(request.dialect); !fits)
            return fail(ErrorKind::Configuration, fits.error().text, request.table.display());
    }
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
