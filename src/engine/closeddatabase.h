#pragma once

#include "syncerror.h"

namespace tidemark {

/// The login itself was fine, but not for this database: 4060 it cannot be opened, 916 the login has no user.
inline bool isClosedDatabase(const SyncError &error)
{
    return error.nativeCode == 4060 || error.nativeCode == 916;
}

} // namespace tidemark
