#pragma once

#include "folderresolver.h"
#include "tablestore.h"

namespace tidemark {

/// A table's records as TableStore::look() tells them: read without lock, nothing made or changed.
[[nodiscard]] Result<StoredTable> lookAtTable(
    const TableRef &table, const SourceIdentity &source, FolderResolver &output, FolderResolver &watermarks);

/// The folder that open() would keep the table's watermark in; it may not be there yet.
[[nodiscard]] Result<QString> watermarkFolderOf(const TableRef &table, FolderResolver &watermarks);

/// The tables with a watermark below the root folder. A folder whose file cannot be read counts as the table
/// that its name tells, so that looking at it names the fault.
[[nodiscard]] Result<QList<TableRef>> tablesWithWatermark(const QString &root);

} // namespace tidemark
