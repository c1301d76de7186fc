#include "momentconversion.h"

#include "conversionerrors.h"
#include "sqlmoments.h"
#include "sqltypetext.h"

#include <cmath>

namespace tidemark::practice {

namespace {

constexpr std::int32_t lastDay = 3652058; // 9999-12-31
constexpr std::int32_t firstDateTime = 639905; // 1753-01-01
constexpr std::int32_t lastSmallDateTime = 759130; // 2079-06-06

/// Ticks at the precision of the type; a whole day is carried over by the caller.
std::int64_t roundedTicks(std::int64_t ticks, const SqlType &type)
{
    if (type.id == TypeId::DateTime) {
        constexpr std::int64_t ticksPerSecond = 10'000'000;
        const std::int64_t count = (ticks * 300 + ticksPerSecond / 2) / ticksPerSecond;
        return count >= 86400 * 300 ? ticksPerDay : ticksOfThreeHundredths(quint32(count));
    }
    const auto unit =
        type.id == TypeId::SmallDateTime ? ticksPerMinute : std::int64_t(ticksPerUnit(type.scale));
    // 29.998 seconds are rounded down, as datetime has it
    const std::int64_t half = type.id == TypeId::SmallDateTime ? unit / 2 + 10'000 : unit / 2;
    return (ticks + half) / unit * unit;
}

SqlResult<SqlValue> inRange(const MomentValue &value, const SqlType &from, const SqlType &to)
{
    const bool good = to.id == TypeId::DateTime ? value.days >= firstDateTime && value.days <= lastDay
        : to.id == TypeId::SmallDateTime        ? value.days >= dayOf1900 && value.days <= lastSmallDateTime
                                                : value.days >= 0 && value.days <= lastDay;
    if (!good)
        return momentRangeError(from, to);
    return value;
}

} // namespace

SqlResult<SqlValue> toMoment(const MomentValue &value, const SqlType &from, const SqlType &to)
{
    MomentValue result = value;
    if (from.id == TypeId::Time)
        result.days = dayOf1900;
    if (from.id == TypeId::Date)
        result.ticks = 0;
    if (to.id != TypeId::DateTimeOffset)
        result.offsetMinutes = 0;
    if (to.id == TypeId::Date) {
        result.ticks = 0;
        return result;
    }
    if (to.id == TypeId::Time) {
        result.days = 0;
        result.ticks = roundedTicks(result.ticks, to) % ticksPerDay;
        return result;
    }
    result.ticks = roundedTicks(result.ticks, to);
    if (result.ticks >= ticksPerDay) {
        if (result.days == lastDay) { // the last moment is not rounded into the year 10000
            result.ticks = ticksPerDay - std::int64_t(ticksPerUnit(to.scale));
        } else {
            result.ticks -= ticksPerDay;
            ++result.days;
        }
    }
    return inRange(result, from, to);
}

SqlResult<SqlValue> momentOfDays(double days, const SqlType &from, const SqlType &to)
{
    const double whole = std::floor(days);
    if (!(whole >= double(firstDateTime - dayOf1900) && whole <= double(lastDay - dayOf1900)))
        return overflowError(from, to);
    MomentValue value{ dayOf1900 + std::int32_t(whole), std::int64_t((days - whole) * double(ticksPerDay)),
        0 };
    return toMoment(value, { TypeId::DateTime2, 0, 0, 7 }, to);
}

qint64 absoluteTicks(const MomentValue &value)
{
    return value.days * ticksPerDay + value.ticks;
}

std::optional<MomentValue> momentOfTicks(qint64 ticks, int offsetMinutes)
{
    if (ticks < 0 || ticks >= (qint64(lastDay) + 1) * ticksPerDay)
        return std::nullopt;
    return MomentValue{ std::int32_t(ticks / ticksPerDay), ticks % ticksPerDay, std::int16_t(offsetMinutes) };
}

} // namespace tidemark::practice
