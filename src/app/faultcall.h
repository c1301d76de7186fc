#pragma once

#include "result.h"

#include <QString>

namespace tidemark {

/// The T-SQL that arms a fault of a practice server given as "kind=close row=100 statement=[orders]". A value
/// with blanks stands in double quotes. What the words mean the server decides.
[[nodiscard]] Result<QString> faultCall(const QString &fault);

} // namespace tidemark
