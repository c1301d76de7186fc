#pragma once

#include "sqlresult.h"

namespace tidemark::practice {

class SessionCore;

/// What the faults of the running batch do before it begins.
[[nodiscard]] SqlStatus strikeBeforeBatch(SessionCore &core);
/// What they do before row `row` (from 1) of a result is sent, or before the first at 0.
[[nodiscard]] SqlStatus strikeBeforeRow(SessionCore &core, qint64 row);

} // namespace tidemark::practice
