#pragma once

#include "resolvedsettings.h"
#include "syncjob.h"

namespace tidemark {

/// The job that settings describe, with a password found by findPassword() or asked of a person.
SyncJob jobFromSettings(const ResolvedSettings &settings, const Secret &password);

} // namespace tidemark
