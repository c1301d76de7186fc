#include "identifier.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString quoteName(const QString &name)
{
    QString quoted = name;
    quoted.replace(u']', u"]]"_s);
    return u'[' + quoted + u']';
}

QString quoteTable(const TableRef &table)
{
    return quoteName(table.schema) + u'.' + quoteName(table.table);
}

QString textLiteral(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\'', u"''"_s);
    // A backslash at the end of a line continues the literal on the next one: both would be lost.
    quoted.replace(u"\\\n"_s, u"\\' + N'\n"_s);
    quoted.replace(u"\\\r\n"_s, u"\\' + N'\r\n"_s);
    return u"N'"_s + quoted + u'\'';
}

} // namespace tidemark
