#include "texttable.h"

#include <algorithm>
#include <numeric>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView gap = u"  "; // between two columns

QString cutInTheMiddle(const QString &text, qsizetype size)
{
    if (text.size() <= size)
        return text;
    QString head = text.left(size / 2);
    QString tail = text.right(size - size / 2 - 1);
    if (head.back().isHighSurrogate())
        head.chop(1);
    if (tail.front().isLowSurrogate())
        tail.remove(0, 1);
    return head + u'\u2026' + tail;
}

} // namespace

QList<qsizetype> TextTable::widths() const
{
    QList<qsizetype> widths(m_columns.size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < std::min(row.size(), widths.size()); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    return widths;
}

void TextTable::fit(qsizetype column, qsizetype width)
{
    constexpr qsizetype least = 12; // so much of a cell stays, however narrow the terminal
    const QList<qsizetype> now = widths();
    const qsizetype others =
        std::accumulate(now.cbegin(), now.cend(), gap.size() * (now.size() - 1)) - now[column];
    for (QStringList &row : m_rows)
        row[column] = cutInTheMiddle(row[column], std::max(least, width - others));
}

QString TextTable::text(int indent) const
{
    const QList<qsizetype> widths = this->widths();
    QString text;
    for (const QStringList &row : m_rows) {
        QString line(indent, u' ');
        for (qsizetype i = 0; i < row.size() && i < widths.size(); ++i) {
            if (i > 0)
                line += gap;
            line += m_columns[i] == Align::Right ? row[i].rightJustified(widths[i])
                                                 : row[i].leftJustified(widths[i]);
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString groupedNumber(qint64 number)
{
    QString text = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype place = text.size() - 3; place > first; place -= 3)
        text.insert(place, u',');
    return text;
}

QString countText(qint64 count, const QString &one, const QString &many)
{
    return groupedNumber(count) + u' ' + (count == 1 ? one : many);
}

QString sizeText(qint64 bytes)
{
    const QStringList units{ u"B"_s, u"kB"_s, u"MB"_s, u"GB"_s, u"TB"_s };
    auto value = double(bytes);
    qsizetype unit = 0;
    while (value >= (unit < 2 ? 999.5 : 999.95) && unit + 1 < units.size()) {
        value /= 1000.0;
        ++unit;
    }
    return QString::number(value, 'f', unit < 2 ? 0 : 1) + u' ' + units[unit];
}

QString durationText(double seconds)
{
    if (seconds < 60)
        return QString::number(seconds, 'f', 1) + u" s"_s;
    const auto whole = qint64(seconds);
    const auto text = [](qint64 large, const QString &unit, qint64 small, const QString &smallUnit) {
        return u"%1 %2 %3 %4"_s.arg(QString::number(large), unit, QString::number(small), smallUnit);
    };
    if (whole < 3600)
        return text(whole / 60, u"min"_s, whole % 60, u"s"_s);
    if (whole < 86400)
        return text(whole / 3600, u"h"_s, whole % 3600 / 60, u"min"_s);
    return text(whole / 86400, u"d"_s, whole % 86400 / 3600, u"h"_s);
}

} // namespace tidemark
