#pragma once

#include "folderresolver.h"
#include "manifest.h"
#include "result.h"
#include "schemafile.h"
#include "tableref.h"
#include "watermarkfile.h"

#include <QString>

#include <optional>

namespace tidemark {

/// What the files beside a table's data say of it, read under its lock. Values only.
struct TableRecords {
    TableRef table;
    QString outputFolder; // absolute; may not be there yet
    QString watermarkFolder;
    std::optional<Manifest> manifest;
    SchemaFile schemas;
    std::optional<WatermarkEntry> watermark;
    bool distinct = false; // the usual output folder is another table's

    /// Fails when a record is broken or names something that is not there.
    [[nodiscard]] static Result<TableRecords> read(
        const TableRef &table, const QString &outputFolder, const QString &watermarkFolder);

    /// The same with the output folder looked for.
    [[nodiscard]] static Result<TableRecords> find(
        const TableRef &table, FolderResolver &output, const QString &watermarkFolder);

    /// True when watermark and manifest were written together, so that changes may be appended.
    bool belongTogether() const;
    /// The schema of the newest file set; none when nothing is published or the older tool wrote it.
    std::optional<TableSchema> publishedSchema() const;
};

/// Fails with ForeignFolder when another source or another watermark folder owns what is there.
[[nodiscard]] Status checkOwner(const TableRecords &records, const SourceIdentity &source);

} // namespace tidemark
