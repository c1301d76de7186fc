#pragma once

#include "fileops.h"
#include "result.h"
#include "tableref.h"
#include "watermark.h"

#include <QJsonObject>

#include <optional>

namespace tidemark {

/// One table's record in watermarks.json.
struct WatermarkEntry {
    Watermark mark;
    QString manifestId; // of the manifest that the record moves with; empty when another program wrote it
    QJsonObject record; // as it stands in the file, with keys that are not ours
};

/// watermarks.json of one folder, readable by and from the older tool: a map from "schema.table" to a record,
/// or to a bare version. Values only; the table's lock must be held to write.
class WatermarkFile {
public:
    /// An empty map when there is no file. A file that cannot be understood is an error with the line.
    [[nodiscard]] static Result<WatermarkFile> read(const QString &folder);

    /// None when the table has no record.
    [[nodiscard]] Result<std::optional<WatermarkEntry>> entry(const TableRef &table) const;
    /// A key that is the table's but for its case, as another table's would be; empty when there is none.
    QString otherSpelling(const TableRef &table) const;
    /// Of all tables with a record.
    QStringList keys() const { return m_records.keys(); }
    bool isEmpty() const { return m_records.isEmpty(); }

    /// Replaces the file. An empty record removes the table's own; other tables' are kept.
    [[nodiscard]] Status write(FileOps &files, const TableRef &table, const QJsonObject &record);

    static QString pathIn(const QString &folder);

private:
    QString m_path;
    QByteArray m_text;
    QJsonObject m_records;
};

/// What a record, or a line of the history, says. Version 0 when it names none.
WatermarkEntry watermarkEntry(const QJsonObject &record);

/// The record to write: unknown keys of `before` are kept.
QJsonObject watermarkRecord(const Watermark &mark, const QString &manifestId, const QJsonObject &before);

} // namespace tidemark
