#include "texttable.h"

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString TextTable::text(int indent) const
{
    QList<qsizetype> widths(m_columns.size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < std::min(row.size(), widths.size()); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line(indent, u' ');
        for (qsizetype i = 0; i < row.size() && i < widths.size(); ++i) {
            if (i > 0)
                line += u"  "_s;
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

} // namespace tidemark
