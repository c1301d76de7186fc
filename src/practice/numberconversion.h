#pragma once

#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

namespace tidemark::practice {

/// Conversions to bit, the integers, decimal, money and float from every type that has one (conversion.cpp
/// has asked that). `value` is not NULL and no sql_variant.
[[nodiscard]] SqlResult<SqlValue> toNumber(const SqlValue &value, const SqlType &from, const SqlType &to);

/// A whole number that must lie in the range of an integer type; else 220 or 8115.
[[nodiscard]] SqlResult<SqlValue> checkedInteger(qint64 value, const SqlType &to);
/// The same for a real.
[[nodiscard]] SqlResult<SqlValue> checkedReal(double value, const SqlType &to);

} // namespace tidemark::practice
