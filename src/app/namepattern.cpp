#include "namepattern.h"

namespace tidemark {

bool isPattern(const QString &text)
{
    return text.contains(u'*') || text.contains(u'?');
}

bool isPattern(const TableRef &ref)
{
    return isPattern(ref.database) || isPattern(ref.schema) || isPattern(ref.table);
}

bool matchesPattern(const QString &pattern, const QString &text)
{
    const QString wanted = pattern.toCaseFolded();
    const QString found = text.toCaseFolded();
    qsizetype w = 0;
    qsizetype f = 0;
    qsizetype star = -1; // the last * met, and where its characters end so far
    qsizetype starEnd = 0;
    while (f < found.size()) {
        if (w < wanted.size() && wanted[w] == u'*') {
            star = w++;
            starEnd = f;
        } else if (w < wanted.size() && (wanted[w] == u'?' || wanted[w] == found[f])) {
            ++w;
            ++f;
        } else if (star >= 0) {
            w = star + 1;
            f = ++starEnd;
        } else {
            return false;
        }
    }
    while (w < wanted.size() && wanted[w] == u'*')
        ++w;
    return w == wanted.size();
}

bool matchesPattern(const TableRef &pattern, const TableRef &table)
{
    return matchesPattern(pattern.database, table.database) && matchesPattern(pattern.schema, table.schema)
        && matchesPattern(pattern.table, table.table);
}

bool matchesFilter(const QString &filter, const TableRef &table)
{
    return matchesPattern(filter, table.table) || matchesPattern(filter, table.watermarkKey())
        || matchesPattern(filter, table.display());
}

} // namespace tidemark
