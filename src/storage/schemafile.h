#pragma once

#include "csvdialect.h"
#include "result.h"
#include "tableref.h"
#include "tableschema.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace tidemark {

/// The columns and the dialect that file sets were written with.
struct SchemaEntry {
    int id = 0; // what a manifest's files name
    QString run; // the first one with it
    TableSchema schema;
    CsvDialect dialect;

    bool operator==(const SchemaEntry &) const = default;
};

/// schema.json: every combination of columns and dialect that the table ever had, append-only. Values only.
class SchemaFile {
public:
    /// Empty when there is no file.
    [[nodiscard]] static Result<SchemaFile> read(const QString &folder);
    static QString pathIn(const QString &folder);

    const QList<SchemaEntry> &entries() const { return m_entries; }
    std::optional<SchemaEntry> find(int id) const;
    /// The id of the combination, appended when it is new.
    int idFor(const TableSchema &schema, const CsvDialect &dialect, const QString &run);

    QJsonObject toJson(const TableRef &table) const;

private:
    QList<SchemaEntry> m_entries;
};

} // namespace tidemark
