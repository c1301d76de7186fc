#pragma once

#include "syncerror.h"

namespace tidemark {

/// The one error of everything that stops because its token was cancelled.
SyncError cancelledError(const QString &context = {});

} // namespace tidemark
