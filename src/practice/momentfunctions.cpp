#include "functiontable.h"

#include "conversion.h"
#include "momentconversion.h"
#include "sqlmoments.h"
#include "sqltypetext.h"

#include <QDate>
#include <QHash>

#include <limits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Outcome = SqlResult<SqlValue>;
using Types = std::vector<SqlType>;
using Kind = ParameterKind;

constexpr qint64 julianDayOfYearOne = 1721426; // of 0001-01-01
constexpr qint64 ticksPerSecond = 10'000'000;

enum class Part {
    Year,
    Quarter,
    Month,
    DayOfYear,
    Day,
    Week,
    WeekDay,
    IsoWeek,
    Hour,
    Minute,
    Second,
    Millisecond,
    Microsecond,
    Nanosecond,
    Offset,
};

std::optional<Part> partByName(const QString &name)
{
    static const QHash<QString, Part> parts = { { u"year"_s, Part::Year }, { u"yy"_s, Part::Year },
        { u"yyyy"_s, Part::Year }, { u"quarter"_s, Part::Quarter }, { u"qq"_s, Part::Quarter },
        { u"q"_s, Part::Quarter }, { u"month"_s, Part::Month }, { u"mm"_s, Part::Month },
        { u"m"_s, Part::Month }, { u"dayofyear"_s, Part::DayOfYear }, { u"dy"_s, Part::DayOfYear },
        { u"y"_s, Part::DayOfYear }, { u"day"_s, Part::Day }, { u"dd"_s, Part::Day }, { u"d"_s, Part::Day },
        { u"week"_s, Part::Week }, { u"wk"_s, Part::Week }, { u"ww"_s, Part::Week },
        { u"weekday"_s, Part::WeekDay }, { u"dw"_s, Part::WeekDay }, { u"iso_week"_s, Part::IsoWeek },
        { u"isowk"_s, Part::IsoWeek }, { u"isoww"_s, Part::IsoWeek }, { u"hour"_s, Part::Hour },
        { u"hh"_s, Part::Hour }, { u"minute"_s, Part::Minute }, { u"mi"_s, Part::Minute },
        { u"n"_s, Part::Minute }, { u"second"_s, Part::Second }, { u"ss"_s, Part::Second },
        { u"s"_s, Part::Second }, { u"millisecond"_s, Part::Millisecond }, { u"ms"_s, Part::Millisecond },
        { u"microsecond"_s, Part::Microsecond }, { u"mcs"_s, Part::Microsecond },
        { u"nanosecond"_s, Part::Nanosecond }, { u"ns"_s, Part::Nanosecond }, { u"tzoffset"_s, Part::Offset },
        { u"tz"_s, Part::Offset } };
    const auto part = parts.constFind(name.toLower());
    return part == parts.cend() ? std::nullopt : std::optional(*part);
}

tl::unexpected<ServerMessage> unknownPart(const FunctionCall &call, const SqlRow &values)
{
    return sqlError(155,
        u"'%1' is not a recognized %2 option."_s.arg(std::get<QString>(values[0]), call.name.toLower()), 1,
        15);
}

QDate dateOf(const MomentValue &value)
{
    return QDate::fromJulianDay(julianDayOfYearOne + value.days);
}

std::int32_t daysOf(const QDate &date)
{
    return std::int32_t(date.toJulianDay() - julianDayOfYearOne);
}

/// Ticks of the parts that have a fixed length; 0 for the others.
qint64 ticksOf(Part part)
{
    switch (part) {
    case Part::Week:
        return 7 * ticksPerDay;
    case Part::DayOfYear:
    case Part::Day:
    case Part::WeekDay:
        return ticksPerDay;
    case Part::Hour:
        return 60 * ticksPerMinute;
    case Part::Minute:
        return ticksPerMinute;
    case Part::Second:
        return ticksPerSecond;
    case Part::Millisecond:
        return ticksPerSecond / 1000;
    case Part::Microsecond:
        return 10;
    default:
        return 0;
    }
}

int monthsOf(Part part)
{
    return part == Part::Year ? 12 : part == Part::Quarter ? 3 : part == Part::Month ? 1 : 0;
}

Outcome dateAdd(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const std::optional<Part> part = partByName(std::get<QString>(values[0]));
    if (!part || *part == Part::IsoWeek || *part == Part::Offset)
        return unknownPart(call, values);
    const auto number = qint64(qint32(std::get<qint64>(values[1])));
    MomentValue value = std::get<MomentValue>(values[2]);
    std::optional<MomentValue> result;
    if (const int months = monthsOf(*part); months != 0) {
        const QDate date = dateOf(value);
        const qint64 total = date.year() * 12LL + date.month() - 1 + number * months;
        if (total >= 12 && total < 10000 * 12LL) {
            const QDate first(int(total / 12), int(total % 12) + 1, 1);
            value.days = daysOf(first.addDays(std::min(date.day(), first.daysInMonth()) - 1));
            result = value;
        }
    } else {
        const qint64 ticks = *part == Part::Nanosecond ? number / 100 : number * ticksOf(*part);
        if (call.result.id == TypeId::Time) // goes round the clock
            return toMoment({ 0, ((value.ticks + ticks) % ticksPerDay + ticksPerDay) % ticksPerDay, 0 },
                { TypeId::Time, 0, 0, 7 }, call.result);
        result = momentOfTicks(absoluteTicks(value) + ticks, value.offsetMinutes);
    }
    const Outcome fitted =
        result ? toMoment(*result, { TypeId::DateTimeOffset, 0, 0, 7 }, call.result) : Outcome(SqlValue());
    if (!result || !fitted)
        return sqlError(
            517, u"Adding a value to a '%1' column caused an overflow."_s.arg(typeName(call.result.id)));
    return fitted;
}

/// Counts the borders of the part between the two; Sunday begins a week.
qint64 borders(Part part, const MomentValue &from, const MomentValue &to)
{
    if (const int months = monthsOf(part); months != 0) {
        const QDate a = dateOf(from);
        const QDate b = dateOf(to);
        return (b.year() * 12 + b.month() - 1) / months - (a.year() * 12 + a.month() - 1) / months;
    }
    const auto floorDiv = [](qint64 value, qint64 unit) { return value / unit - (value % unit < 0 ? 1 : 0); };
    if (part == Part::Week || part == Part::IsoWeek)
        return floorDiv(to.days + 1, 7) - floorDiv(from.days + 1, 7);
    if (part == Part::Nanosecond)
        return (absoluteTicks(to) - absoluteTicks(from)) * 100;
    const qint64 unit = ticksOf(part);
    return floorDiv(absoluteTicks(to), unit) - floorDiv(absoluteTicks(from), unit);
}

Outcome dateDiff(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const std::optional<Part> part = partByName(std::get<QString>(values[0]));
    if (!part || *part == Part::Offset)
        return unknownPart(call, values);
    const qint64 count =
        borders(*part, toUtc(std::get<MomentValue>(values[1])), toUtc(std::get<MomentValue>(values[2])));
    const bool fits = call.result.id == TypeId::BigInt
        || (count >= std::numeric_limits<qint32>::min() && count <= std::numeric_limits<qint32>::max());
    if (!fits)
        return sqlError(535,
            u"The datediff function resulted in an overflow. The number of dateparts separating two "
            u"date/time "
            "instances is too large. Try to use datediff with a less precise datepart."_s);
    return count;
}

qint64 partOf(Part part, const MomentValue &value)
{
    const QDate date = dateOf(value);
    const qint64 second = value.ticks / ticksPerSecond;
    switch (part) {
    case Part::Year:
        return date.year();
    case Part::Quarter:
        return (date.month() + 2) / 3;
    case Part::Month:
        return date.month();
    case Part::DayOfYear:
        return date.dayOfYear();
    case Part::Day:
        return date.day();
    case Part::Week:
        return (date.dayOfYear() - 1 + QDate(date.year(), 1, 1).dayOfWeek() % 7) / 7 + 1;
    case Part::WeekDay:
        return date.dayOfWeek() % 7 + 1;
    case Part::IsoWeek:
        return date.weekNumber();
    case Part::Hour:
        return second / 3600;
    case Part::Minute:
        return second / 60 % 60;
    case Part::Second:
        return second % 60;
    case Part::Millisecond:
        return value.ticks % ticksPerSecond / 10000;
    case Part::Microsecond:
        return value.ticks % ticksPerSecond / 10;
    case Part::Nanosecond:
        return value.ticks % ticksPerSecond * 100;
    case Part::Offset:
        break;
    }
    return value.offsetMinutes;
}

Outcome datePart(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const std::optional<Part> part = partByName(std::get<QString>(values[0]));
    return part ? Outcome(partOf(*part, std::get<MomentValue>(values[1]))) : unknownPart(call, values);
}

Outcome dateName(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    static const QStringList months = { u"January"_s, u"February"_s, u"March"_s, u"April"_s, u"May"_s,
        u"June"_s, u"July"_s, u"August"_s, u"September"_s, u"October"_s, u"November"_s, u"December"_s };
    static const QStringList days = { u"Sunday"_s, u"Monday"_s, u"Tuesday"_s, u"Wednesday"_s, u"Thursday"_s,
        u"Friday"_s, u"Saturday"_s };
    const std::optional<Part> part = partByName(std::get<QString>(values[0]));
    if (!part)
        return unknownPart(call, values);
    const qint64 number = partOf(*part, std::get<MomentValue>(values[1]));
    if (*part == Part::Month)
        return months.at(number - 1);
    return *part == Part::WeekDay ? days.at(number - 1) : QString::number(number);
}

template <Part part>
Outcome onePart(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    return partOf(part, std::get<MomentValue>(values[0]));
}

Outcome now(const FunctionCall &call, const SqlRow &, FunctionContext &context)
{
    return toMoment(context.session->now(), { TypeId::DateTimeOffset, 0, 0, 7 }, call.result);
}

Outcome endOfMonth(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    const QDate date = dateOf(std::get<MomentValue>(values[0]));
    return MomentValue{ daysOf(QDate(date.year(), date.month(), date.daysInMonth())), 0, 0 };
}

Outcome dateFromParts(const FunctionCall &, const SqlRow &values, FunctionContext &)
{
    const QDate date(
        int(std::get<qint64>(values[0])), int(std::get<qint64>(values[1])), int(std::get<qint64>(values[2])));
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return sqlError(289,
            u"Cannot construct data type date, some of the arguments have values which are not valid."_s);
    return MomentValue{ daysOf(date), 0, 0 };
}

std::optional<int> offsetOf(const SqlValue &value)
{
    const SqlType offset{ TypeId::DateTimeOffset, 0, 0, 7 };
    const Outcome moment =
        convertValue(u"2000-01-01 00:00 "_s + std::get<QString>(value), { TypeId::NVarChar, 100 }, offset);
    return moment ? std::optional(int(std::get<MomentValue>(*moment).offsetMinutes)) : std::nullopt;
}

Outcome switchOffset(const FunctionCall &call, const SqlRow &values, FunctionContext &)
{
    const std::optional<int> offset = offsetOf(values[1]);
    if (!offset)
        return sqlError(
            9812, u"The timezone provided to builtin function %1 is invalid."_s.arg(call.name.toLower()));
    MomentValue value = std::get<MomentValue>(values[0]);
    if (call.name == u"SWITCHOFFSET")
        return fromUtc(toUtc(value), *offset);
    value.offsetMinutes = std::int16_t(*offset);
    return value;
}

SqlType asInt(const Types &)
{
    return { TypeId::Int };
}

SqlType asBigInt(const Types &)
{
    return { TypeId::BigInt };
}

SqlType asThird(const Types &types)
{
    return types[2];
}

SqlType asName(const Types &)
{
    return { TypeId::NVarChar, 30 };
}

SqlType asDate(const Types &)
{
    return { TypeId::Date };
}

SqlType asDateTime(const Types &)
{
    return { TypeId::DateTime };
}

SqlType asDateTime2(const Types &)
{
    return { TypeId::DateTime2, 0, 0, 7 };
}

SqlType asDateTimeOffset(const Types &)
{
    return { TypeId::DateTimeOffset, 0, 0, 7 };
}

} // namespace

std::vector<FunctionEntry> momentFunctions()
{
    return {
        { u"DATEADD"_s, 3, 3, { Kind::Name, Kind::Int, Kind::OldMoment }, asThird, { dateAdd }, false, {} },
        { u"DATEDIFF"_s, 3, 3, { Kind::Name, Kind::Moment, Kind::Moment }, asInt, { dateDiff }, false, {} },
        { u"DATEDIFF_BIG"_s, 3, 3, { Kind::Name, Kind::Moment, Kind::Moment }, asBigInt, { dateDiff }, false,
            {} },
        { u"DATEPART"_s, 2, 2, { Kind::Name, Kind::Moment }, asInt, { datePart }, false, {} },
        { u"DATENAME"_s, 2, 2, { Kind::Name, Kind::Moment }, asName, { dateName }, false, {} },
        { u"YEAR"_s, 1, 1, { Kind::Moment }, asInt, { onePart<Part::Year> }, false, {} },
        { u"MONTH"_s, 1, 1, { Kind::Moment }, asInt, { onePart<Part::Month> }, false, {} },
        { u"DAY"_s, 1, 1, { Kind::Moment }, asInt, { onePart<Part::Day> }, false, {} },
        { u"EOMONTH"_s, 1, 1, { Kind::Moment }, asDate, { endOfMonth }, false, {} },
        { u"DATEFROMPARTS"_s, 3, 3, { Kind::Int }, asDate, { dateFromParts }, false, {} },
        { u"SWITCHOFFSET"_s, 2, 2, { Kind::Offset, Kind::Name }, asDateTimeOffset, { switchOffset }, false,
            {} },
        { u"TODATETIMEOFFSET"_s, 2, 2, { Kind::Offset, Kind::Name }, asDateTimeOffset, { switchOffset },
            false, {} },
        { u"GETDATE"_s, 0, 0, {}, asDateTime, { now }, true, {} },
        { u"GETUTCDATE"_s, 0, 0, {}, asDateTime, { now }, true, {} },
        { u"CURRENT_TIMESTAMP"_s, 0, 0, {}, asDateTime, { now }, true, {} },
        { u"SYSDATETIME"_s, 0, 0, {}, asDateTime2, { now }, true, {} },
        { u"SYSUTCDATETIME"_s, 0, 0, {}, asDateTime2, { now }, true, {} },
        { u"SYSDATETIMEOFFSET"_s, 0, 0, {}, asDateTimeOffset, { now }, true, {} },
    };
}

} // namespace tidemark::practice
