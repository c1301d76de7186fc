#pragma once

#include "resolvedsettings.h"
#include "result.h"
#include "syncjob.h"

namespace tidemark {

/// The job that settings describe, with a password found by findPassword() or asked of a person. Fails with
/// Configuration when the CSV options of a table do not fit together.
[[nodiscard]] Result<SyncJob> jobFromSettings(const ResolvedSettings &settings, const Secret &password);

} // namespace tidemark
