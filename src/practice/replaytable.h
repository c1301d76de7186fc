#pragma once

#include "resultsink.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tidemark::practice {

/// A made-up result: a few distinct rows, encoded once as TDS ROW tokens, sent again and again up to `rows`.
struct ReplayTable {
    QString name;
    QList<ResultColumn> columns;
    QByteArray encodedRows; // ROW tokens of one round
    qint64 rowsPerRound = 0;
    qint64 rows = 0;
};

} // namespace tidemark::practice
