#pragma once

#include "conversion.h"
#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

namespace tidemark::practice {

/// Conversions to the binary types, image and rowversion. Style 1 reads a text as 0x and hex digits, style 2
/// as hex digits; without one its characters are the bytes.
[[nodiscard]] SqlResult<SqlValue> toBinary(
    const SqlValue &value, const SqlType &from, const SqlType &to, int style, ConversionKind kind);

/// Conversions to uniqueidentifier. Errors 8169, 8114.
[[nodiscard]] SqlResult<SqlValue> toGuid(const SqlValue &value, const SqlType &from, const SqlType &to);

} // namespace tidemark::practice
