#pragma once

#include "collation.h"

#include <QString>

namespace tidemark::practice {

/// Whether a text matches a pattern of LIKE: % _ [a-z] [^a], compared by the collation. `escape` may be 0.
bool matchesLike(const QString &text, const QString &pattern, QChar escape, const Collation &collation);

} // namespace tidemark::practice
