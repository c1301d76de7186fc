#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace tidemark::practice {

/// One logged change of a row.
struct ChangeEntry {
    qint64 version = 0;
    char operation = 'U'; // I, U or D
    std::optional<QByteArray> columns; // mask of an update; none: all, or columns are not tracked
    std::optional<QByteArray> context;
};

/// What CHANGETABLE(CHANGES) tells of a row.
struct FoldedChange {
    qint64 version = 0;
    std::optional<qint64> creationVersion;
    char operation = 'U';
    std::optional<QByteArray> columns;
    std::optional<QByteArray> context;
};

/// Folds the changes of one key since a version into one, in the order in which they were made:
/// the row that was not there before and is there now is an insert, the other way round a delete, a row that
/// came and went is a delete too, all else an update.
class ChangeFold {
public:
    void add(const ChangeEntry &entry);
    bool isEmpty() const { return m_empty; }
    FoldedChange result() const;

private:
    bool m_empty = true;
    bool m_existedBefore = false;
    bool m_allColumns = false;
    std::optional<qint64> m_created;
    QList<quint32> m_columns;
    ChangeEntry m_last;
};

/// SYS_CHANGE_COLUMNS as SQL Server writes it: four zero bytes, then the column ids, little-endian.
QByteArray columnMask(const QList<quint32> &columnIds);
QList<quint32> columnsInMask(const QByteArray &mask);

} // namespace tidemark::practice
