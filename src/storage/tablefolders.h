#pragma once

#include "result.h"
#include "tableref.h"

#include <QList>
#include <QString>
#include <QStringList>

// Which tables a folder tree holds, found without knowing their names.
namespace tidemark {

/// A folder <root>/<database>/<schema>/<table>; the names are those of the folders, as far as they tell.
struct TableFolderPlace {
    QString path; // absolute
    TableRef named;
};

/// All folders three levels below the root, in the order of their names. None when there is no root.
[[nodiscard]] Result<QList<TableFolderPlace>> tableFoldersBelow(const QString &root);

/// The tables that have a watermark, a publication or an undo in a watermark folder, in the order of their
/// names. Fails when a record is broken.
[[nodiscard]] Result<QList<TableRef>> tablesIn(const TableFolderPlace &watermarkFolder);

/// The table of a "schema.table" in a folder's record.
TableRef tableOfKey(const TableFolderPlace &folder, const QString &key);

} // namespace tidemark
