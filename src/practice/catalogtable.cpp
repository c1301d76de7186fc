#include "catalogtable.h"

#include "sqlparser.h"
#include "sqltypetext.h"

#include <QtEndian>

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// An expression that was accepted when the table was made.
std::shared_ptr<const ast::Expression> expressionOf(const QString &text)
{
    if (text.isEmpty())
        return nullptr;
    SqlResult<ast::ExpressionPtr> expression = parseExpression(text);
    if (!expression)
        return nullptr;
    return std::shared_ptr<const ast::Expression>(std::move(*expression));
}

template <typename Predicate>
const CatalogColumn *findColumn(const QList<CatalogColumn> &columns, Predicate predicate)
{
    const auto found = std::find_if(columns.cbegin(), columns.cend(), predicate);
    return found == columns.cend() ? nullptr : &*found;
}

} // namespace

int CatalogTable::columnIndex(int columnId) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns[i].id == columnId)
            return i;
    }
    return -1;
}

int CatalogTable::columnIndex(const QString &columnName, const Collation &collation) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (compareText(columns[i].name, columnName, collation) == 0)
            return i;
    }
    return -1;
}

const CatalogColumn *CatalogTable::identityColumn() const
{
    return findColumn(columns, [](const CatalogColumn &column) { return column.identity.has_value(); });
}

const CatalogColumn *CatalogTable::rowVersionColumn() const
{
    return findColumn(columns, [](const CatalogColumn &c) { return c.type.id == TypeId::RowVersion; });
}

const CatalogIndex *CatalogTable::primaryKey() const
{
    const auto found = std::find_if(
        indexes.cbegin(), indexes.cend(), [](const CatalogIndex &index) { return index.primaryKey; });
    return found == indexes.cend() ? nullptr : &*found;
}

QString CatalogTable::storage() const
{
    return u't' + QString::number(objectId);
}

QString CatalogTable::changeStorage() const
{
    return u"ct"_s + QString::number(objectId);
}

QString CatalogTable::indexStorage(const CatalogIndex &index) const
{
    return u"i%1_%2"_s.arg(objectId).arg(index.id);
}

QByteArray rowVersionBytes(qint64 number)
{
    QByteArray bytes(8, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

TableViewPtr makeTableView(
    const CatalogTable &table, const QString &database, const QString &schema, const QString &prefix)
{
    auto view = std::make_shared<TableView>();
    view->objectId = table.objectId;
    view->database = database;
    view->schema = schema;
    view->name = table.name;
    view->storage = prefix + u'.' + table.storage();
    for (const CatalogColumn &column : table.columns) {
        ColumnView out;
        out.name = column.name;
        out.type = column.type;
        out.collation = collationByName(column.collation).value_or(Collation());
        out.nullable = column.nullable;
        out.identity = column.identity.has_value();
        out.storage = column.storage;
        out.defaultValue = expressionOf(column.defaultText);
        out.computed = expressionOf(column.computedText);
        view->columns.push_back(std::move(out));
    }
    if (const CatalogIndex *key = table.primaryKey()) {
        for (const int id : key->columns)
            view->key += table.columnIndex(id);
    }
    return view;
}

} // namespace tidemark::practice
