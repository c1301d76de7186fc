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

    /// "database.schema.table", for people and logs; not quoted, not parsed back.
    QString display() const { return database + u'.' + schema + u'.' + table; }
    /// "schema.table", the key of a watermark file.
    QString watermarkKey() const { return schema + u'.' + table; }
};

inline size_t qHash(const TableRef &ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.database, ref.schema, ref.table);
}

} // namespace tidemark
