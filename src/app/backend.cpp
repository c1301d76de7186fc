#include "backend.h"

#include "filetablestore.h"

namespace tidemark {

Backend::Backend(const SyncJob &job)
    : source(std::make_shared<SqlServerSource>(job.connection, job.password)), ports{ source, nullptr,
          std::make_shared<SystemTime>() }
{
    ports.store = std::make_shared<FileTableStore>(job.outputDir, job.watermarkDir, *ports.time);
}

} // namespace tidemark
