#pragma once

#include "manifest.h"
#include "result.h"
#include "schemafile.h"
#include "tableref.h"
#include "undofile.h"
#include "watermarkfile.h"

#include <QString>
#include <QStringList>

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
    std::optional<UndoRecord> undo;

    /// The others beside a manifest that was just read. Fails when a record is broken or names something that
    /// is not there.
    [[nodiscard]] static Result<TableRecords> read(const TableRef &table, const QString &outputFolder,
        std::optional<Manifest> manifest, const QString &watermarkFolder);

    /// True when watermark and manifest were written together, so that changes may be appended.
    bool belongTogether() const;
    /// True when the older tool wrote the watermark, and its files have not been taken over yet.
    bool isOfOlderTool() const;
    /// The schema of the newest file set; none when nothing is published or the older tool wrote it.
    std::optional<TableSchema> publishedSchema() const;
    /// Files that a change by hand took out of the manifest; they wait for an undo or the next publication.
    QStringList setAside() const;
};

/// Fails with ForeignFolder when another source or another watermark folder owns what is there.
[[nodiscard]] Status checkOwner(const TableRecords &records, const SourceIdentity &source);

} // namespace tidemark
