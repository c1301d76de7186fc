#pragma once

#include "sqlvalue.h"

#include <QStringView>

namespace tidemark::practice {

constexpr std::int32_t dayOf1900 = 693595; // days from 0001-01-01 to 1900-01-01
constexpr std::int64_t ticksPerMinute = 600'000'000;
constexpr std::int64_t ticksPerDay = 1440 * ticksPerMinute;

/// 100 ns ticks in one unit of a time of this scale.
quint64 ticksPerUnit(int scale);
/// The day and time in UTC of a datetimeoffset, and back.
MomentValue toUtc(const MomentValue &local);
MomentValue fromUtc(const MomentValue &utc, int offsetMinutes);
/// The 1/300 s of a datetime, and its ticks.
quint32 threeHundredths(std::int64_t ticks);
std::int64_t ticksOfThreeHundredths(quint32 count);
/// The same number at another scale; digits that do not fit are rounded half up, or lost at the top.
DecimalValue rescaled(DecimalValue value, int scale);
/// Bytes of a text in UTF-8; an unpaired surrogate counts as U+FFFD.
qsizetype utf8Size(QStringView text);

} // namespace tidemark::practice
