#pragma once

#include "rowblock.h"

#include <QString>

namespace tidemark::test {

/// What a short cell holds, as plain as can be: "NULL", numbers in their own spelling, "1-2-3 4:5:6.7 +8:9"
/// for dates and times with nanoseconds, hex for bytes, floats with 17 digits.
QString cellText(const RowBlock &block, int column, int row);

} // namespace tidemark::test
