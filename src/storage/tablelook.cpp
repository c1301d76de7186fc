#include "tablelook.h"

#include "historyfile.h"
#include "pathlayout.h"
#include "publication.h"
#include "tablerecords.h"
#include "watermarkfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

namespace tidemark {

namespace {

struct LookText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::TableLook)
};

constexpr qsizetype runsKept = 20;

/// The folder that open() would keep the table's watermark in.
Result<QString> watermarkFolderOf(const TableRef &table, FolderResolver &watermarks)
{
    Result<QString> folder = watermarks.find(table);
    if (!folder)
        return folder;
    const Result<WatermarkFile> file = WatermarkFile::read(*folder);
    if (!file)
        return fail(file.error());
    const auto own = file->entry(table);
    if (own && !*own && !file->otherSpelling(table).isEmpty())
        return besideFolder(*folder, table);
    return folder;
}

std::optional<double> bytesPerRowOf(const std::optional<Manifest> &manifest)
{
    qint64 rows = 0;
    qint64 bytes = 0;
    for (const ManifestFile &file : manifest.value_or(Manifest()).files) {
        if (file.mode != SyncMode::Full)
            continue;
        rows += file.rows;
        bytes += file.bytes;
    }
    return rows > 0 ? std::optional(double(bytes) / double(rows)) : std::nullopt;
}

QStringList notesOf(const TableRecords &records)
{
    if (QFileInfo::exists(Publication::pathIn(records.watermarkFolder))) {
        return { LookText::tr("An earlier run was interrupted while it published. The next run finishes that "
                              "first, so less may be left to do.") };
    }
    if (records.watermark && !records.manifest && records.watermark->manifestId.isEmpty()) {
        return { LookText::tr("The files of the older tool are taken over first. If they are not all there, "
                              "the table is loaded again.") };
    }
    return {};
}

/// Splits "schema.table" so that the schema fits its folder's name, since both may hold dots.
TableRef tableOf(const QString &key, const QString &database, const QString &schemaFolder)
{
    for (qsizetype dot = key.indexOf(u'.'); dot >= 0; dot = key.indexOf(u'.', dot + 1)) {
        const QString schema = key.left(dot);
        if (folderNameFor(schema) == schemaFolder || distinctFolderNameFor(schema) == schemaFolder)
            return { database, schema, key.mid(dot + 1) };
    }
    return { database, key.section(u'.', 0, 0), key.section(u'.', 1) };
}

/// A name as the folder spells it: exact but for names that were cut.
QString nameOf(const QString &folder)
{
    return QUrl::fromPercentEncoding(folder.toUtf8());
}

QList<TableRef> tablesIn(const QString &folder, const TableRef &byFolder, const QString &schemaFolder)
{
    const Result<WatermarkFile> file = WatermarkFile::read(folder);
    if (!file)
        return { byFolder };
    QList<TableRef> tables;
    const QStringList keys = file->keys();
    for (const QString &key : keys) {
        TableRef table = tableOf(key, byFolder.database, schemaFolder);
        const auto entry = file->entry(table);
        if (entry && *entry && !(*entry)->mark.source.database.isEmpty())
            table.database = (*entry)->mark.source.database;
        tables += table;
    }
    return tables;
}

} // namespace

Result<StoredTable> lookAtTable(
    const TableRef &table, const SourceIdentity &source, FolderResolver &output, FolderResolver &watermarks)
{
    const Result<QString> folder = watermarkFolderOf(table, watermarks);
    if (!folder)
        return fail(folder.error());
    Result<TableRecords> records = TableRecords::find(table, output, *folder);
    if (records && records->watermark && !records->belongTogether())
        records = TableRecords::find(table, output, *folder); // a run may have published between two files
    if (!records)
        return fail(records.error());
    if (const Status owned = checkOwner(*records, source); !owned)
        return fail(owned.error());
    const auto lines = HistoryFile(*folder).recentLinesOf(table);
    if (!lines)
        return fail(lines.error());

    StoredTable stored;
    if (records->watermark)
        stored.watermark = records->watermark->mark;
    stored.publishedSchema = records->publishedSchema();
    const bool ofOlderTool =
        records->watermark && !records->manifest && records->watermark->manifestId.isEmpty();
    stored.canAppend = records->belongTogether() || ofOlderTool;
    stored.bytesPerRow = bytesPerRowOf(records->manifest);
    for (const QJsonObject &line : lines->mid(std::max<qsizetype>(0, lines->size() - runsKept)))
        stored.runs += pastRunOf(line);
    stored.notes = notesOf(*records);
    return stored;
}

Result<QList<TableRef>> tablesWithWatermark(const QString &root)
{
    QList<TableRef> tables;
    const Result<QStringList> databases = FileOps::list(root);
    if (!databases)
        return fail(databases.error());
    for (const QString &database : *databases) {
        const QString databasePath = root + u'/' + database;
        const Result<QStringList> schemas = FileOps::list(databasePath);
        for (const QString &schema : schemas.value_or(QStringList())) {
            const QString schemaPath = databasePath + u'/' + schema;
            const Result<QStringList> names = FileOps::list(schemaPath);
            for (const QString &name : names.value_or(QStringList())) {
                const QString folder = schemaPath + u'/' + name;
                if (QFileInfo::exists(WatermarkFile::pathIn(folder)))
                    tables += tablesIn(folder, { nameOf(database), nameOf(schema), nameOf(name) }, schema);
            }
        }
    }
    return tables;
}

} // namespace tidemark
