#pragma once

#include <QHashFunctions>
#include <QString>

namespace tidemark {

/// A table by the catalog's own spelling, compared exactly. What a person typed is matched against the
/// catalog without case and must be unique there before it becomes the TableRef of a run.
struct TableRef {
    QString database;
    QString schema;
    QString table;

    bool operator==(const TableRef &) const = default;

    /// "database.schema.table", for people and logs; not quoted, not parsed back. What a person typed may
    /// lack the parts in front.
    QString display() const { return database.isEmpty() ? watermarkKey() : database + u'.' + watermarkKey(); }
    /// "schema.table", the key of a watermark file.
    QString watermarkKey() const { return schema.isEmpty() ? table : schema + u'.' + table; }
};

inline size_t qHash(const TableRef &ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.database, ref.schema, ref.table);
}

} // namespace tidemark
