#pragma once

#include "sqlresult.h"

#include <QString>

namespace tidemark::practice {

class SessionCore;

/// SET name value. Options that change nothing here are taken in silence, as far as drivers send them; one
/// that would change results and is not there is an error.
[[nodiscard]] SqlStatus setSessionOption(SessionCore &core, const QString &name, const QString &value);

} // namespace tidemark::practice
