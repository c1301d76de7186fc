#include "sqlmoments.h"

namespace tidemark::practice {

namespace {

constexpr std::int64_t ticksPerSecond = 10'000'000;

/// Adds minutes to a moment, across midnight either way.
MomentValue shifted(MomentValue moment, std::int64_t minutes)
{
    moment.ticks += minutes * ticksPerMinute;
    while (moment.ticks < 0) {
        moment.ticks += ticksPerDay;
        --moment.days;
    }
    while (moment.ticks >= ticksPerDay) {
        moment.ticks -= ticksPerDay;
        ++moment.days;
    }
    return moment;
}

} // namespace

quint64 ticksPerUnit(int scale)
{
    quint64 ticks = 1;
    for (int digits = scale; digits < 7; ++digits)
        ticks *= 10;
    return ticks;
}

MomentValue toUtc(const MomentValue &local)
{
    MomentValue utc = shifted(local, -local.offsetMinutes);
    utc.offsetMinutes = 0;
    return utc;
}

MomentValue fromUtc(const MomentValue &utc, int offsetMinutes)
{
    MomentValue local = shifted(utc, offsetMinutes);
    local.offsetMinutes = static_cast<std::int16_t>(offsetMinutes);
    return local;
}

quint32 threeHundredths(std::int64_t ticks)
{
    const auto count = (ticks * 300 + ticksPerSecond / 2) / ticksPerSecond;
    constexpr std::int64_t last = 86400 * 300 - 1;
    return static_cast<quint32>(count > last ? last : count);
}

std::int64_t ticksOfThreeHundredths(quint32 count)
{
    return (static_cast<std::int64_t>(count) * ticksPerSecond + 150) / 300;
}

DecimalValue rescaled(DecimalValue value, int scale)
{
    for (; value.scale < scale; ++value.scale)
        value.magnitude *= 10;
    for (; value.scale > scale; --value.scale) {
        const bool up = value.scale == scale + 1 && value.magnitude % 10 >= 5;
        value.magnitude = value.magnitude / 10 + (up ? 1 : 0);
    }
    return value;
}

qsizetype utf8Size(QStringView text)
{
    qsizetype size = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit < 0x80) {
            size += 1;
        } else if (unit < 0x800) {
            size += 2;
        } else if (!QChar::isSurrogate(unit)) {
            size += 3;
        } else if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            size += 4;
            ++i;
        } else {
            size += QStringView(u"\xD800").toUtf8().size(); // what QString makes of an unpaired one
        }
    }
    return size;
}

} // namespace tidemark::practice
