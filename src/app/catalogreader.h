#pragma once

#include "backend.h"
#include "jobexpansion.h"

#include "canceltoken.h"

#include <functional>
#include <optional>

namespace tidemark {

/// Asks the server for what the patterns of a job need; nothing is asked when it has none. Transient errors
/// are tried again, which `note` tells. None when it was cancelled.
[[nodiscard]] std::optional<JobCatalog> readCatalog(const SyncJob &job, const Backend &backend,
    const CancelToken &cancel, const std::function<void(const QString &)> &note);

} // namespace tidemark
