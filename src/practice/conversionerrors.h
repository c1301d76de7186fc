#pragma once

#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

#include <QString>

namespace tidemark::practice {

/// The messages of conversions that fail, in SQL Server's words.
tl::unexpected<ServerMessage> overflowError(const SqlType &from, const SqlType &to); // 8115
tl::unexpected<ServerMessage> overflowError(const SqlType &to); // 8115, of an expression
tl::unexpected<ServerMessage> smallOverflowError(const SqlType &to, const QString &value); // 220
tl::unexpected<ServerMessage> textValueError(
    const QString &text, const SqlType &from, const SqlType &to); // 245
tl::unexpected<ServerMessage> typeValueError(const SqlType &from, const SqlType &to); // 8114
tl::unexpected<ServerMessage> momentTextError(const SqlType &to); // 241, 295
tl::unexpected<ServerMessage> momentRangeError(const SqlType &from, const SqlType &to); // 242

} // namespace tidemark::practice
