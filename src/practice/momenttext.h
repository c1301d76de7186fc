#pragma once

#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

#include <QString>

namespace tidemark::practice {

constexpr int defaultStyle = -1; // CONVERT without a style

/// A date or time as text in a style of CONVERT. Error 281 for a style that there is not.
[[nodiscard]] SqlResult<QString> momentText(const MomentValue &value, const SqlType &type, int style);

/// A text as date or time. Errors 241, 242, 295.
[[nodiscard]] SqlResult<SqlValue> momentOfText(
    const QString &text, const SqlType &from, const SqlType &to, int style);

} // namespace tidemark::practice
