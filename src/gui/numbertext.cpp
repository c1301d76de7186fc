#include "numbertext.h"

#include "timeadvice.h"

#include <QCoreApplication>
#include <QLocale>

namespace tidemark {

namespace {

struct NumberText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::NumberText)
};

} // namespace

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString roughCountText(qint64 count)
{
    constexpr double million = 1e6;
    return count < qint64(million)
        ? QLocale().toString(count)
        : NumberText::tr("%1 M").arg(QLocale().toString(double(count) / million, 'f', 1));
}

QString secondsText(double seconds)
{
    if (seconds < 60)
        return NumberText::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    const auto whole = qint64(seconds);
    if (whole < 3600)
        return NumberText::tr("%1 min %2 s").arg(QString::number(whole / 60), QString::number(whole % 60));
    return NumberText::tr("%1 h %2 min")
        .arg(QLocale().toString(whole / 3600), QString::number(whole % 3600 / 60));
}

QString longTimeText(double seconds)
{
    const QLocale locale;
    const auto minutes = qint64(seconds / 60);
    if (minutes < 60)
        return NumberText::tr("%1 min").arg(locale.toString(minutes));
    const qint64 hours = minutes / 60;
    if (hours < 24)
        return NumberText::tr("%1 h %2 min").arg(locale.toString(hours), QString::number(minutes % 60));
    const QString days =
        hours < 48 ? NumberText::tr("1 day") : NumberText::tr("%1 days").arg(locale.toString(hours / 24));
    return hours % 24 == 0 ? days : days + u' ' + NumberText::tr("%1 h").arg(QString::number(hours % 24));
}

QString localTimeText(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : QString();
}

QString clockText(qint64 seconds)
{
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return QString::number(minutes) + u':' + two(seconds % 60);
    return QString::number(minutes / 60) + u':' + two(minutes % 60) + u':' + two(seconds % 60);
}

QString timeSplitText(const TimeSplit &time)
{
    QStringList parts;
    for (const TimePart part : timeParts)
        parts += timePartText(part) + u' ' + secondsText(time[part]);
    const QString advice = timeAdvice(time);
    return parts.join(QStringLiteral(", ")) + (advice.isEmpty() ? advice : u'\n' + advice);
}

} // namespace tidemark
