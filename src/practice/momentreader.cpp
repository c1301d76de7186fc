#include "momentreader.h"

#include "conversionerrors.h"
#include "momentconversion.h"
#include "sqlmoments.h"
#include "sqltypetext.h"

#include <QDate>
#include <QStringList>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t ticksPerSecond = 10'000'000;
constexpr std::int64_t ticksPerHour = 36'000'000'000;
constexpr qint64 julianDayOfYearOne = 1721426; // of 0001-01-01
constexpr int firstShortYearOf1900 = 50; // 49 is 2049, 50 is 1950
constexpr int largestOffset = 14 * 60;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isOld(TypeId id)
{
    return id == TypeId::DateTime || id == TypeId::SmallDateTime;
}

} // namespace

MomentReader::MomentReader(QStringView text, const SqlType &from, const SqlType &to, int style)
    : m_text(text.trimmed()), m_from(from), m_to(to), m_style(style % 100), m_value{ dayOf1900, 0, 0 }
{
}

SqlResult<SqlValue> MomentReader::read()
{
    bool good = m_text.isEmpty();
    if (!good) {
        const bool timeOnly = isTimeOnly();
        good = timeOnly ? time() : date();
        if (good && !timeOnly && !m_text.isEmpty()) {
            const bool iso = accept(u'T') || accept(u't');
            skipBlanks();
            good = (m_text.isEmpty() && !iso) || time();
        }
        skipBlanks();
        good = good && (m_text.isEmpty() || offset()) && m_text.isEmpty();
    }
    const bool tooFine = m_fractionDigits > (isOld(m_to.id) ? 3 : 7);
    if (m_outOfRange && isOld(m_to.id))
        return momentRangeError(m_from, m_to);
    if (!good || tooFine || m_outOfRange || (m_hasOffset && m_value.offsetMinutes != 0 && isOld(m_to.id)))
        return momentTextError(m_to);
    return toMoment(m_value, { TypeId::DateTimeOffset, 0, 0, 7 }, m_to);
}

/// "3:04..." or "3 PM".
bool MomentReader::isTimeOnly() const
{
    qsizetype digits = 0;
    while (digits < m_text.size() && digits < 3 && isDigit(m_text[digits]))
        ++digits;
    const QStringView rest = m_text.sliced(digits).trimmed();
    return (digits == 1 || digits == 2)
        && (rest.startsWith(u':') || rest.compare(u"AM"_s, Qt::CaseInsensitive) == 0
            || rest.compare(u"PM"_s, Qt::CaseInsensitive) == 0);
}

bool MomentReader::number(int &value, qsizetype &digits)
{
    digits = 0;
    value = 0;
    while (digits < m_text.size() && digits < 9 && isDigit(m_text[digits]))
        value = value * 10 + (m_text[digits++].unicode() - u'0');
    m_text = m_text.sliced(digits);
    return digits > 0;
}

bool MomentReader::accept(QChar c)
{
    if (!m_text.startsWith(c))
        return false;
    m_text = m_text.sliced(1);
    return true;
}

void MomentReader::skipBlanks()
{
    while (m_text.startsWith(u' '))
        m_text = m_text.sliced(1);
}

int MomentReader::fullYear(int year, qsizetype digits) const
{
    if (digits > 2)
        return year;
    return year + (year < firstShortYearOf1900 ? 2000 : 1900);
}

bool MomentReader::isDate(int year, int month, int day)
{
    const QDate date(year, month, day);
    m_outOfRange = !date.isValid() || year < 1;
    if (!m_outOfRange)
        m_value.days = std::int32_t(date.toJulianDay() - julianDayOfYearOne);
    return true;
}

bool MomentReader::date()
{
    if (m_text.front().isLetter())
        return namedDate();
    int first = 0;
    qsizetype digits = 0;
    if (!number(first, digits))
        return false;
    if (m_text.isEmpty() || !(m_text.front() == u'-' || m_text.front() == u'/' || m_text.front() == u'.')) {
        if (digits > 2)
            return compactDate(first, digits);
        skipBlanks(); // 2 Jan 2026
        int month = 0;
        int year = 0;
        if (!monthName(month))
            return false;
        skipBlanks();
        accept(u',');
        skipBlanks();
        return number(year, digits) && isDate(fullYear(year, digits), month, first);
    }
    return numericDate(first, digits);
}

bool MomentReader::compactDate(int value, qsizetype digits)
{
    if (digits == 8)
        return isDate(value / 10000, value / 100 % 100, value % 100);
    if (digits == 6)
        return isDate(fullYear(value / 10000, 2), value / 100 % 100, value % 100);
    return digits == 4 && isDate(value, 1, 1);
}

bool MomentReader::numericDate(int first, qsizetype digits)
{
    const QChar separator = m_text.front();
    m_text = m_text.sliced(1);
    int second = 0;
    int third = 0;
    qsizetype secondDigits = 0;
    qsizetype thirdDigits = 0;
    if (!number(second, secondDigits) || !accept(separator) || !number(third, thirdDigits))
        return false;
    if (digits == 4)
        return isDate(first, second, third);
    const int year = fullYear(third, thirdDigits);
    const bool dayFirst = m_style == 3 || m_style == 4 || m_style == 5;
    if (m_style == 2 || m_style == 11)
        return isDate(fullYear(first, digits), second, third);
    return dayFirst ? isDate(year, second, first) : isDate(year, first, second);
}

bool MomentReader::namedDate()
{
    int month = 0;
    int day = 0;
    int year = 0;
    qsizetype digits = 0;
    if (!monthName(month))
        return false;
    skipBlanks();
    if (!number(day, digits))
        return false;
    skipBlanks();
    accept(u',');
    skipBlanks();
    return number(year, digits) && isDate(fullYear(year, digits), month, day);
}

bool MomentReader::monthName(int &month)
{
    static const QStringList names = { u"january"_s, u"february"_s, u"march"_s, u"april"_s, u"may"_s,
        u"june"_s, u"july"_s, u"august"_s, u"september"_s, u"october"_s, u"november"_s, u"december"_s };
    qsizetype letters = 0;
    while (letters < m_text.size() && m_text[letters].isLetter())
        ++letters;
    const QString word = m_text.first(letters).toString().toLower();
    for (month = 1; month <= names.size(); ++month) {
        if (word == names.at(month - 1) || word == names.at(month - 1).left(3)) {
            m_text = m_text.sliced(letters);
            return true;
        }
    }
    return false;
}

bool MomentReader::time()
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    qsizetype digits = 0;
    if (!number(hour, digits) || digits > 2)
        return false;
    const bool minutes = accept(u':');
    if (minutes && (!number(minute, digits) || digits > 2))
        return false;
    if (minutes && accept(u':') && (!number(second, digits) || digits > 2))
        return false;
    m_value.ticks = hour * ticksPerHour + minute * ticksPerMinute + second * ticksPerSecond;
    m_outOfRange = m_outOfRange || hour > 23 || minute > 59 || second > 59;
    if ((m_text.startsWith(u'.') || m_text.startsWith(u':')) && !fraction())
        return false;
    skipBlanks();
    const bool twelve =
        m_text.startsWith(u'A', Qt::CaseInsensitive) || m_text.startsWith(u'P', Qt::CaseInsensitive);
    return twelve ? halfDay() : minutes;
}

/// Behind a point the digits of a fraction, behind a colon a number of milliseconds.
bool MomentReader::fraction()
{
    const bool point = m_text.front() == u'.';
    m_text = m_text.sliced(1);
    int value = 0;
    qsizetype digits = 0;
    if (!number(value, digits))
        return false;
    m_fractionDigits = int(digits);
    if (!point) {
        m_value.ticks += value * (ticksPerSecond / 1000);
        return digits <= 3;
    }
    std::int64_t ticks = value;
    for (; digits < 7; ++digits)
        ticks *= 10;
    m_value.ticks += m_fractionDigits > 7 ? 0 : ticks;
    return true;
}

bool MomentReader::halfDay()
{
    const bool afternoon = m_text.startsWith(u'P', Qt::CaseInsensitive);
    m_text = m_text.sliced(1);
    if (!accept(u'M') && !accept(u'm'))
        return false;
    const std::int64_t hour = m_value.ticks / ticksPerHour;
    if (afternoon && hour < 12)
        m_value.ticks += 12 * ticksPerHour;
    if (!afternoon && hour == 12)
        m_value.ticks -= 12 * ticksPerHour;
    return hour <= 12 || afternoon;
}

bool MomentReader::offset()
{
    m_hasOffset = true;
    if (accept(u'Z') || accept(u'z'))
        return true;
    const bool negative = accept(u'-');
    int hours = 0;
    int minutes = 0;
    qsizetype digits = 0;
    if ((!negative && !accept(u'+')) || !number(hours, digits) || digits > 2 || !accept(u':')
        || !number(minutes, digits) || digits != 2 || minutes > 59)
        return false;
    const int total = hours * 60 + minutes;
    m_value.offsetMinutes = std::int16_t(negative ? -total : total);
    return total <= largestOffset;
}

} // namespace tidemark::practice
