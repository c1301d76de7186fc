#pragma once

#include "runports.h"
#include "sqlserversource.h"
#include "syncjob.h"

#include <memory>

namespace tidemark {

/// The concrete backends of one job, shared by the threads that work for it.
struct Backend {
    explicit Backend(const SyncJob &job);

    std::shared_ptr<SqlServerSource> source;
    RunPorts ports;
};

} // namespace tidemark
