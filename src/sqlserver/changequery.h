#pragma once

#include "changesource.h"
#include "result.h"
#include "rowblock.h"

#include <QList>
#include <QString>

namespace tidemark {

/// A column of a file and its place in the SELECT list, counted from 1. Long columns stand last there.
struct SelectedColumn {
    BlockColumn column;
    int selectOrdinal = 0;

    bool operator==(const SelectedColumn &) const = default;
};

/// A statement and the columns of its rows in file order.
struct RowQuery {
    QString sql;
    QList<SelectedColumn> columns;
};

/// All rows of a table.
[[nodiscard]] Result<RowQuery> fullLoadQuery(const ReadSpec &spec);

/// The changes with since < version <= upTo, one row a key: the version, the version of its insert, the
/// operation, then the columns. An insert or update whose row is gone meanwhile is a delete; a delete has its
/// key alone, even when the key has come back meanwhile. Key columns are spelled as the table has them.
[[nodiscard]] Result<RowQuery> changesQuery(const ReadSpec &spec, ChangeVersion since, ChangeVersion upTo);

/// One batch: for each question, in order, a result set of one row (0 or 1), then one result set with the
/// minimum valid version of each question's table as it is after all those reads. A table that is not tracked
/// or not there fails the whole batch.
QString haveChangesBatch(const QList<ChangeQuestion> &questions);

/// The same with result sets of up to three rows: how many keys have changes with since < version <= upTo, by
/// operation. Only the change table is read.
QString countChangesBatch(const QList<CountQuestion> &questions);

} // namespace tidemark
