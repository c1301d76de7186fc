#include "tablefolders.h"

#include "fileops.h"
#include "pathlayout.h"
#include "publication.h"
#include "undofile.h"
#include "watermarkfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tidemark {

Result<QList<TableFolderPlace>> tableFoldersBelow(const QString &root)
{
    constexpr int levels = 3; // database, schema, table
    QStringList folders{ QDir::cleanPath(QDir(root).absolutePath()) };
    for (int level = 0; level < levels; ++level) {
        QStringList next;
        for (const QString &folder : std::as_const(folders)) {
            Result<QStringList> names = FileOps::list(folder);
            if (!names)
                return fail(names.error());
            names->sort();
            for (const QString &name : std::as_const(*names)) {
                const QString path = folder + u'/' + name;
                if (QFileInfo(path).isDir())
                    next += path;
            }
        }
        folders = next;
    }
    QList<TableFolderPlace> places;
    for (const QString &folder : std::as_const(folders)) {
        places += TableFolderPlace{ folder,
            { nameOfFolder(folder.section(u'/', -3, -3)), nameOfFolder(folder.section(u'/', -2, -2)),
                nameOfFolder(folder.section(u'/', -1)) } };
    }
    return places;
}

TableRef tableOfKey(const TableFolderPlace &folder, const QString &key)
{
    const QString &schema = folder.named.schema;
    const bool isOfSchema = key.startsWith(schema + u'.');
    const qsizetype dot = isOfSchema ? schema.size() : key.indexOf(u'.');
    return { folder.named.database, key.left(dot), key.mid(dot + 1) };
}

Result<QList<TableRef>> tablesIn(const TableFolderPlace &watermarkFolder)
{
    QList<TableRef> tables;
    const auto add = [&](const TableRef &table) {
        if (!tables.contains(table))
            tables += table;
    };
    const auto pending = Publication::read(watermarkFolder.path);
    if (!pending)
        return fail(pending.error());
    if (*pending)
        add((*pending)->table);
    const auto undo = UndoRecord::read(watermarkFolder.path);
    if (!undo)
        return fail(undo.error());
    if (*undo)
        add((*undo)->table);
    const Result<WatermarkFile> watermarks = WatermarkFile::read(watermarkFolder.path);
    if (!watermarks)
        return fail(watermarks.error());
    for (const QString &key : watermarks->keys()) {
        TableRef table = tableOfKey(watermarkFolder, key);
        const auto entry = watermarks->entry(table);
        if (!entry)
            return fail(entry.error());
        if (*entry && !(*entry)->mark.source.database.isEmpty())
            table.database = (*entry)->mark.source.database;
        add(table);
    }
    std::sort(tables.begin(), tables.end(),
        [](const TableRef &a, const TableRef &b) { return a.display() < b.display(); });
    return tables;
}

} // namespace tidemark
