#include "namepattern.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidemark {

namespace {

struct PatternText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::NamePattern)
};

} // namespace

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

bool matchesFilters(const QStringList &filters, const TableRef &table)
{
    return filters.isEmpty()
        || std::ranges::any_of(filters, [&](const QString &filter) { return matchesFilter(filter, table); });
}

QStringList unmatchedFilters(const QStringList &filters, const QList<TableRef> &tables)
{
    QStringList unmatched = filters;
    unmatched.removeIf([&](const QString &filter) {
        return std::ranges::any_of(
            tables, [&](const TableRef &table) { return matchesFilter(filter, table); });
    });
    unmatched.removeDuplicates();
    return unmatched;
}

TableRef tableOfFilter(const QString &filter)
{
    return { filter.section(u'.', 0, -3), filter.section(u'.', -2, -2), filter.section(u'.', -1) };
}

SyncError unmatchedError(const QString &filter, const QString &sentence)
{
    const QString hint =
        PatternText::tr("A filter is written table, schema.table or database.schema.table, with * and ?.");
    return { ErrorKind::Configuration, sentence + u' ' + hint, {}, 0, false, filter, 0 };
}

} // namespace tidemark
