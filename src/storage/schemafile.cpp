#include "schemafile.h"

#include "dialectjson.h"
#include "jsonfile.h"
#include "manifest.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int format = 1;

struct SchemaText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::SchemaFile)
};

QJsonObject columnToJson(const ColumnInfo &column)
{
    return {
        { u"name"_s, column.name },
        { u"type"_s, column.declaration() }, // for people; the rest is what is read back
        { u"sql_type"_s, column.sqlType },
        { u"max_length"_s, column.maxLength },
        { u"precision"_s, column.precision },
        { u"scale"_s, column.scale },
        { u"nullable"_s, column.nullable },
        { u"computed"_s, column.computed },
        { u"key_ordinal"_s, column.keyOrdinal },
        { u"collation"_s, column.collation },
    };
}

ColumnInfo columnFromJson(const QJsonObject &object)
{
    ColumnInfo column;
    column.name = object[u"name"].toString();
    column.sqlType = object[u"sql_type"].toString();
    column.maxLength = object[u"max_length"].toInt();
    column.precision = object[u"precision"].toInt();
    column.scale = object[u"scale"].toInt();
    column.nullable = object[u"nullable"].toBool(true);
    column.computed = object[u"computed"].toBool();
    column.keyOrdinal = object[u"key_ordinal"].toInt();
    column.collation = object[u"collation"].toString();
    return column;
}

QJsonObject entryToJson(const SchemaEntry &entry)
{
    QJsonArray columns;
    for (const ColumnInfo &column : entry.schema.columns)
        columns += columnToJson(column);
    return { { u"id"_s, entry.id }, { u"run"_s, entry.run }, { u"fingerprint"_s, entry.schema.fingerprint() },
        { u"columns"_s, columns }, { u"dialect"_s, dialectToJson(entry.dialect) } };
}

SchemaEntry entryFromJson(const QJsonObject &object)
{
    SchemaEntry entry;
    entry.id = object[u"id"].toInt();
    entry.run = object[u"run"].toString();
    for (const auto &column : object[u"columns"].toArray())
        entry.schema.columns += columnFromJson(column.toObject());
    entry.dialect = dialectFromJson(object[u"dialect"].toObject());
    return entry;
}

} // namespace

QString SchemaFile::pathIn(const QString &folder)
{
    return folder + u"/schema.json"_s;
}

Result<SchemaFile> SchemaFile::read(const QString &folder)
{
    SchemaFile file;
    const QString path = pathIn(folder);
    const Result<std::optional<QJsonObject>> object = readJsonFile(path);
    if (!object)
        return fail(object.error());
    if (!*object)
        return file;
    if (object->value()[u"format"].toInt() != format) {
        return fail(ErrorKind::Storage,
            SchemaText::tr(
                "The file %1 has a format that this Tidemark does not know. Use the newer Tidemark that "
                "wrote it, or choose another output folder.")
                .arg(path),
            path);
    }
    for (const auto &each : object->value()[u"schemas"].toArray()) {
        file.m_entries += entryFromJson(each.toObject());
        if (file.m_entries.constLast().id != file.m_entries.size())
            return fail(jsonError(path, 0, SchemaText::tr("its schemas are not numbered from 1")));
    }
    return file;
}

std::optional<SchemaEntry> SchemaFile::find(int id) const
{
    return id >= 1 && id <= m_entries.size() ? std::optional(m_entries[id - 1]) : std::nullopt;
}

int SchemaFile::idFor(const TableSchema &schema, const CsvDialect &dialect, const QString &run)
{
    for (const SchemaEntry &entry : std::as_const(m_entries)) {
        if (entry.schema == schema && entry.dialect == dialect)
            return entry.id;
    }
    m_entries += SchemaEntry{ int(m_entries.size()) + 1, run, schema, dialect };
    return m_entries.constLast().id;
}

QJsonObject SchemaFile::toJson(const TableRef &table) const
{
    QJsonArray list;
    for (const SchemaEntry &entry : m_entries)
        list += entryToJson(entry);
    return { { u"format"_s, format }, { u"table"_s, tableToJson(table) }, { u"schemas"_s, list } };
}

} // namespace tidemark
