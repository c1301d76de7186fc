#include "tableschema.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

QString lengthText(int bytes, int bytesPerUnit)
{
    return bytes < 0 ? u"(max)"_s : u'(' + QString::number(bytes / bytesPerUnit) + u')';
}

const ColumnInfo *findColumn(const TableSchema &schema, const QString &name)
{
    const auto it = std::find_if(
        schema.columns.cbegin(), schema.columns.cend(), [&](const ColumnInfo &c) { return c.name == name; });
    return it == schema.columns.cend() ? nullptr : &*it;
}

struct SchemaText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::SchemaText)
};

} // namespace

QString ColumnInfo::declaration() const
{
    if (sqlType == u"decimal" || sqlType == u"numeric")
        return sqlType + u'(' + QString::number(precision) + u',' + QString::number(scale) + u')';
    if (sqlType == u"time" || sqlType == u"datetime2" || sqlType == u"datetimeoffset")
        return sqlType + u'(' + QString::number(scale) + u')';
    if (sqlType == u"nchar" || sqlType == u"nvarchar")
        return sqlType + lengthText(maxLength, 2);
    if (sqlType == u"char" || sqlType == u"varchar" || sqlType == u"binary" || sqlType == u"varbinary")
        return sqlType + lengthText(maxLength, 1);
    return sqlType;
}

QStringList TableSchema::columnNames() const
{
    QStringList names;
    for (const ColumnInfo &column : columns)
        names += column.name;
    return names;
}

QStringList TableSchema::keyColumns() const
{
    QList<ColumnInfo> key;
    std::copy_if(columns.cbegin(), columns.cend(), std::back_inserter(key),
        [](const ColumnInfo &c) { return c.keyOrdinal > 0; });
    std::sort(key.begin(), key.end(),
        [](const ColumnInfo &a, const ColumnInfo &b) { return a.keyOrdinal < b.keyOrdinal; });
    QStringList names;
    for (const ColumnInfo &column : key)
        names += column.name;
    return names;
}

QString TableSchema::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ColumnInfo &column : columns) {
        // Unit separators keep two neighbouring fields from running together.
        hash.addData((column.name + u'\x1f' + column.declaration() + u'\x1f'
            + QString::number(column.nullable) + u'\x1f' + QString::number(column.keyOrdinal) + u'\x1e')
                         .toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

QString SchemaDiff::summary() const
{
    QStringList parts;
    for (const QString &name : added)
        parts += SchemaText::tr("column %1 added").arg(name);
    for (const QString &name : dropped)
        parts += SchemaText::tr("column %1 dropped").arg(name);
    for (const QString &change : retyped)
        parts += SchemaText::tr("column retyped, %1").arg(change);
    if (keyChanged)
        parts += SchemaText::tr("primary key changed");
    return parts.join(u", "_s);
}

SchemaDiff diffSchemas(const TableSchema &before, const TableSchema &after)
{
    SchemaDiff diff;
    for (const ColumnInfo &column : after.columns) {
        const ColumnInfo *old = findColumn(before, column.name);
        if (old == nullptr)
            diff.added += column.name;
        else if (old->declaration() != column.declaration())
            diff.retyped +=
                SchemaText::tr("%1: %2 to %3").arg(column.name, old->declaration(), column.declaration());
        else if (old->nullable != column.nullable)
            diff.retyped += column.nullable ? SchemaText::tr("%1: now nullable").arg(column.name)
                                            : SchemaText::tr("%1: no longer nullable").arg(column.name);
    }
    for (const ColumnInfo &column : before.columns) {
        if (findColumn(after, column.name) == nullptr)
            diff.dropped += column.name;
    }
    diff.keyChanged = before.keyColumns() != after.keyColumns();
    return diff;
}

} // namespace tidemark
