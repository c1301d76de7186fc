#pragma once

#include "changelog.h"
#include "sessionschema.h"

#include <QStringList>

#include <optional>

namespace tidemark::practice {

class SessionCore;

/// Applies the rows that an INSERT, UPDATE or DELETE has taken into temp.taken_rows (r, c1, c2, ...): checks,
/// identity, rowversion, the table itself, its log of changes, the counters. Lives for one statement.
class RowWriter {
public:
    RowWriter(SessionCore &core, const SessionSchema::Found &found, std::optional<QByteArray> context);

    /// An empty temp.taken_rows of the table's shape.
    static SqlStatus makeTakenRows(SessionCore &core, const CatalogTable &table);

    /// `given` are indexes of the table's columns, filled in temp.taken_rows.
    SqlResult<qint64> insertAll(const QList<int> &given);
    SqlResult<qint64> updateAll(const QList<int> &given);
    SqlResult<qint64> deleteAll();

private:
    SqlResult<qint64> takenRows();
    SqlStatus giveIdentity(qint64 rows);
    SqlStatus noteIdentity(const QString &column);
    SqlStatus giveRowVersions();
    SqlStatus checkNulls(const QList<int> &columns, const QString &verb);
    SqlStatus updateInPlace(const QList<int> &given);
    SqlStatus moveRows(const QList<int> &given);
    /// Runs a statement that may meet a key twice: 2627 or 2601.
    SqlStatus runUnique(const QString &sql);
    ServerMessage duplicate();
    SqlResult<std::optional<QString>> duplicateIn(const CatalogIndex &index);
    SqlStatus run(const QString &sql);
    SqlStatus countRows(qint64 more);
    bool touches(const QList<int> &given, const QList<int> &columnIds) const;
    bool touchesUniqueIndex(const QList<int> &given) const;
    QStringList storages(const QList<int> &columnIds, const QString &before = {}) const;
    QStringList allStorages() const;
    QString qualifiedName() const;

    SessionCore &m_core;
    SessionSchema::Found m_found;
    const CatalogTable &m_table;
    const QString m_storage;
    QStringList m_key; // storage names of the primary key
    ChangeLog m_log;
};

} // namespace tidemark::practice
