#pragma once

#include "csvdialect.h"
#include "result.h"

namespace tidemark {

/// Fails (Configuration) when what the dialect writes could not be told apart again, e.g. when the delimiter
/// is the quote. Writers and readers take checked dialects only.
[[nodiscard]] Status checkDialect(const CsvDialect &dialect);

} // namespace tidemark
