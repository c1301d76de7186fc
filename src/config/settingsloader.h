#pragma once

#include "profilestore.h"
#include "resolvedsettings.h"
#include "result.h"
#include "variables.h"

#include <QString>

namespace tidemark {

/// Reads the sources and merges them: the job file (`jobPath` empty: none), the profile that the call or the
/// job names, both .env files. `environment` and `workingFolder` are handed in, so that tests decide them.
[[nodiscard]] Result<ResolvedSettings> loadSettings(const CallSettings &call, const QString &jobPath,
    const ProfileStore &profiles, const Variables &environment, const QString &workingFolder);

} // namespace tidemark
