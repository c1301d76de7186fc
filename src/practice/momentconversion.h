#pragma once

#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

#include <optional>

namespace tidemark::practice {

/// A date or time as another of these types: the parts that are missing are 1900-01-01 and midnight, the
/// fraction is rounded. Error 242 outside the range of the type.
[[nodiscard]] SqlResult<SqlValue> toMoment(const MomentValue &value, const SqlType &from, const SqlType &to);

/// Days since 1900 with their fraction, for datetime and smalldatetime.
[[nodiscard]] SqlResult<SqlValue> momentOfDays(double days, const SqlType &from, const SqlType &to);

/// Ticks since 0001-01-01 and back; nothing outside the years 1 to 9999.
qint64 absoluteTicks(const MomentValue &value);
std::optional<MomentValue> momentOfTicks(qint64 ticks, int offsetMinutes = 0);

} // namespace tidemark::practice
