#pragma once

#include "console.h"

#include "namepattern.h"

#include <QCoreApplication>

namespace tidemark {

/// Tells of each filter that fits the table of no row; true when all fit one. `place` says where they were
/// looked for: "in shop".
template <typename Row>
bool checkFilters(const QStringList &filters, const QList<Row> &rows, const QString &place, Console &console)
{
    QList<TableRef> tables;
    for (const Row &row : rows)
        tables += row.table;
    const QStringList unmatched = unmatchedFilters(filters, tables);
    for (const QString &filter : unmatched) {
        const QString sentence =
            QCoreApplication::translate("tidemark::FilterCheck", "No table %1 fits \"%2\".")
                .arg(place, filter);
        console.error(unmatchedError(filter, sentence).text);
    }
    return unmatched.isEmpty();
}

} // namespace tidemark
