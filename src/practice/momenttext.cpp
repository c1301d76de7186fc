#include "momenttext.h"

#include "momentreader.h"
#include "sqlmoments.h"
#include "sqltypetext.h"

#include <QDate>
#include <QHash>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t ticksPerSecond = 10'000'000;
constexpr qint64 julianDayOfYearOne = 1721426; // of 0001-01-01

/// How a style writes the two halves: d, m two digits, D a day with a blank for zero, M a month's name, y two
/// digits, Y four; H two digits, h twelve hours with a blank for zero, i, s; f a point and a fraction, c the
/// same behind a colon for the old types, z a fraction only when it is not zero; A is AM or PM.
struct StylePattern {
    QString date;
    QString separator;
    QString time;
};

const QHash<int, StylePattern> &patterns()
{
    static const QHash<int, StylePattern> all = {
        { 0, { u"M D Y"_s, u" "_s, u"h:iA"_s } },
        { 100, { u"M D Y"_s, u" "_s, u"h:iA"_s } },
        { 1, { u"m/d/y"_s, {}, {} } },
        { 101, { u"m/d/Y"_s, {}, {} } },
        { 2, { u"y.m.d"_s, {}, {} } },
        { 102, { u"Y.m.d"_s, {}, {} } },
        { 3, { u"d/m/y"_s, {}, {} } },
        { 103, { u"d/m/Y"_s, {}, {} } },
        { 4, { u"d.m.y"_s, {}, {} } },
        { 104, { u"d.m.Y"_s, {}, {} } },
        { 5, { u"d-m-y"_s, {}, {} } },
        { 105, { u"d-m-Y"_s, {}, {} } },
        { 6, { u"d M y"_s, {}, {} } },
        { 106, { u"d M Y"_s, {}, {} } },
        { 7, { u"M d, y"_s, {}, {} } },
        { 107, { u"M d, Y"_s, {}, {} } },
        { 8, { {}, {}, u"H:i:s"_s } },
        { 24, { {}, {}, u"H:i:s"_s } },
        { 108, { {}, {}, u"H:i:s"_s } },
        { 9, { u"M D Y"_s, u" "_s, u"h:i:scA"_s } },
        { 109, { u"M D Y"_s, u" "_s, u"h:i:scA"_s } },
        { 10, { u"m-d-y"_s, {}, {} } },
        { 110, { u"m-d-Y"_s, {}, {} } },
        { 11, { u"y/m/d"_s, {}, {} } },
        { 111, { u"Y/m/d"_s, {}, {} } },
        { 12, { u"ymd"_s, {}, {} } },
        { 112, { u"Ymd"_s, {}, {} } },
        { 13, { u"d M Y"_s, u" "_s, u"H:i:sc"_s } },
        { 113, { u"d M Y"_s, u" "_s, u"H:i:sc"_s } },
        { 14, { {}, {}, u"H:i:sc"_s } },
        { 114, { {}, {}, u"H:i:sc"_s } },
        { 20, { u"Y-m-d"_s, u" "_s, u"H:i:s"_s } },
        { 120, { u"Y-m-d"_s, u" "_s, u"H:i:s"_s } },
        { 21, { u"Y-m-d"_s, u" "_s, u"H:i:sf"_s } },
        { 25, { u"Y-m-d"_s, u" "_s, u"H:i:sf"_s } },
        { 121, { u"Y-m-d"_s, u" "_s, u"H:i:sf"_s } },
        { 22, { u"m/d/y"_s, u" "_s, u"h:i:s A"_s } },
        { 23, { u"Y-m-d"_s, {}, {} } },
        { 126, { u"Y-m-d"_s, u"T"_s, u"H:i:sz"_s } },
        { 127, { u"Y-m-d"_s, u"T"_s, u"H:i:sz"_s } },
    };
    return all;
}

QString padded(qint64 number, int width, QChar fill = u'0')
{
    return QString::number(number).rightJustified(width, fill);
}

/// Digits of the fraction of a second: three for the old types, else as declared.
QString fraction(const MomentValue &value, const SqlType &type)
{
    const int digits = type.id == TypeId::DateTime || type.id == TypeId::SmallDateTime ? 3 : type.scale;
    std::int64_t ticks = value.ticks % ticksPerSecond;
    if (type.id == TypeId::DateTime) // its thirds of a millisecond are rounded
        ticks = (ticks + 5000) / 10000 * 10000;
    return padded(ticks, 7).left(digits);
}

QString part(QChar token, const MomentValue &value, const SqlType &type, const QDate &date)
{
    static const QStringList months = { u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s, u"Jul"_s,
        u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s };
    const std::int64_t seconds = value.ticks / ticksPerSecond;
    const std::int64_t hour = seconds / 3600;
    switch (token.unicode()) {
    case u'd':
        return padded(date.day(), 2);
    case u'D':
        return padded(date.day(), 2, u' ');
    case u'm':
        return padded(date.month(), 2);
    case u'M':
        return months.at(date.month() - 1);
    case u'y':
        return padded(date.year() % 100, 2);
    case u'Y':
        return padded(date.year(), 4);
    case u'H':
        return padded(hour, 2);
    case u'h':
        return padded(hour % 12 == 0 ? 12 : hour % 12, 2, u' ');
    case u'i':
        return padded(seconds / 60 % 60, 2);
    case u's':
        return padded(seconds % 60, 2);
    case u'A':
        return hour < 12 ? u"AM"_s : u"PM"_s;
    case u'f':
    case u'c':
    case u'z': {
        const QString digits = fraction(value, type);
        if (digits.isEmpty() || (token == u'z' && value.ticks % ticksPerSecond == 0))
            return {};
        const bool old = type.id == TypeId::DateTime || type.id == TypeId::SmallDateTime;
        return (token == u'c' && old ? u':' : u'.') + digits;
    }
    default:
        return QString(token);
    }
}

QString filled(const QString &pattern, const MomentValue &value, const SqlType &type)
{
    const QDate date = QDate::fromJulianDay(julianDayOfYearOne + value.days);
    QString text;
    for (const QChar token : pattern)
        text += part(token, value, type, date);
    return text;
}

int resolvedStyle(const SqlType &type, int style)
{
    if (style != defaultStyle)
        return style;
    return type.id == TypeId::DateTime || type.id == TypeId::SmallDateTime ? 0 : 121;
}

} // namespace

SqlResult<QString> momentText(const MomentValue &value, const SqlType &type, int style)
{
    const int number = resolvedStyle(type, style);
    const auto pattern = patterns().constFind(number);
    const auto invalid = [&] {
        return sqlError(281,
            u"%1 is not a valid style number when converting from %2 to a character string."_s.arg(
                QString::number(style), typeName(type.id)));
    };
    if (pattern == patterns().cend())
        return invalid();
    if (type.id == TypeId::Date)
        return pattern->date.isEmpty() ? invalid() : SqlResult<QString>(filled(pattern->date, value, type));
    if (type.id == TypeId::Time)
        return pattern->time.isEmpty() ? invalid() : SqlResult<QString>(filled(pattern->time, value, type));
    if (type.id != TypeId::DateTimeOffset)
        return filled(pattern->date + pattern->separator + pattern->time, value, type);
    if (number == 127)
        return filled(pattern->date + pattern->separator + pattern->time, toUtc(value), type) + u'Z';
    QString text = filled(pattern->date + pattern->separator + pattern->time, value, type);
    if (pattern->time.isEmpty())
        return text;
    const int minutes = std::abs(value.offsetMinutes);
    text += (number == 126 ? u""_s : u" "_s) + (value.offsetMinutes < 0 ? u'-' : u'+')
        + padded(minutes / 60, 2) + u':' + padded(minutes % 60, 2);
    return text;
}

SqlResult<SqlValue> momentOfText(const QString &text, const SqlType &from, const SqlType &to, int style)
{
    return MomentReader(text, from, to, style).read();
}

} // namespace tidemark::practice
