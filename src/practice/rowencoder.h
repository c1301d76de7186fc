#pragma once

#include "resultsink.h"
#include "tdswriter.h"

#include <QByteArray>

#include <vector>

namespace tidemark::practice {

/// COLMETADATA of a result.
void writeColumns(TdsWriter &out, const QList<ResultColumn> &columns);
/// One ROW token, or NBCROW where that is shorter. Values that the row lacks are NULL.
void writeRow(TdsWriter &out, const QList<ResultColumn> &columns, const SqlRow &row);
/// Rows as tokens, for ReplayTable::encodedRows.
QByteArray encodeRows(const QList<ResultColumn> &columns, const std::vector<SqlRow> &rows);

/// Finds the ends of rows in what encodeRows() made.
class EncodedRows {
public:
    EncodedRows(const QList<ResultColumn> &columns, QByteArrayView rows);
    /// Bytes of the first `count` rows.
    qsizetype sizeOf(qint64 count) const;
    /// The first end of a row at or after `offset`.
    qsizetype endAfter(qsizetype offset) const;

private:
    /// The end of the row that begins at `offset`.
    qsizetype endOfRow(qsizetype offset) const;

    QList<ResultColumn> m_columns;
    QByteArrayView m_rows;
};

} // namespace tidemark::practice
