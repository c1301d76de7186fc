#include "constraintcheck.h"

#include "sessioncore.h"
#include "sessionschema.h"
#include "sqlparser.h"
#include "translator.h"

#include <algorithm>
#include <utility>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

QString foreignKeyMatch(const CatalogTable &child, const CatalogForeignKey &key, const CatalogTable &parent,
    const QString &childAlias, const QString &parentAlias)
{
    QStringList equal;
    for (int i = 0; i < key.columns.size(); ++i)
        equal += u"%1.%2 = %3.%4"_s.arg(childAlias, child.columns[child.columnIndex(key.columns[i])].storage,
            parentAlias, parent.columns[parent.columnIndex(key.referencedColumns[i])].storage);
    return equal.join(u" AND "_s);
}

ConstraintCheck::ConstraintCheck(
    SessionCore &core, const DatabaseCatalog &catalog, QString database, QString verb)
    : m_core(core), m_catalog(catalog), m_database(std::move(database)), m_verb(std::move(verb))
{
}

SqlStatus ConstraintCheck::check(const CatalogTable &table, const TableViewPtr &view,
    const CatalogCheck &check, const QString &rows, const QList<int> &changed)
{
    const SqlResult<ast::ExpressionPtr> condition = parseCondition(check.text);
    if (!condition)
        return sqlError(condition.error());
    const SessionSchema schema(m_core);
    const SqlResult<TranslatedSelect> translated = Translator(schema).check(view, **condition);
    if (!translated)
        return sqlError(translated.error());
    const QList<int> columns = translated->reads.front().columns;
    const bool touched = std::any_of(columns.cbegin(), columns.cend(),
        [&](int column) { return changed.contains(column) || table.columns[column].storage.isEmpty(); });
    if (!changed.isEmpty() && !touched)
        return {};
    QList<int> ids;
    for (const int column : columns)
        ids += table.columns[column].id;
    // NULL is no violation.
    return refuseAny(rows + u" AND NOT (%1)"_s.arg(translated->sql), u"CHECK"_s, check.name, table, ids);
}

SqlStatus ConstraintCheck::check(const CatalogTable &table, const CatalogForeignKey &key, const QString &rows)
{
    const bool itself = key.references == table.objectId;
    const CatalogTablePtr other = itself ? nullptr : m_catalog.table(key.references);
    const CatalogTable &parent = itself ? table : *other;
    QString wrong = rows;
    for (const int id : key.columns)
        wrong += u" AND t.%1 IS NOT NULL"_s.arg(table.columns[table.columnIndex(id)].storage);
    wrong += u" AND NOT EXISTS (SELECT 1 FROM %1 AS p WHERE %2)"_s.arg(
        parent.view->storage, foreignKeyMatch(table, key, parent, u"t"_s, u"p"_s));
    return refuseAny(wrong, itself ? u"FOREIGN KEY SAME TABLE"_s : u"FOREIGN KEY"_s, key.name, parent,
        key.referencedColumns);
}

SqlStatus ConstraintCheck::checkGone(
    const CatalogTable &child, const CatalogForeignKey &key, const CatalogTable &parent, const QString &keys)
{
    const QString rows =
        u"%1 AS t JOIN %2 AS o ON %3 WHERE NOT EXISTS (SELECT 1 FROM %4 AS p WHERE %5)"_s.arg(
            child.view->storage, keys, foreignKeyMatch(child, key, parent, u"t"_s, u"o"_s),
            parent.view->storage, foreignKeyMatch(child, key, parent, u"t"_s, u"p"_s));
    const bool itself = child.objectId == parent.objectId;
    return refuseAny(rows, itself ? u"SAME TABLE REFERENCE"_s : u"REFERENCE"_s, key.name, child, key.columns);
}

SqlStatus ConstraintCheck::refuseAny(const QString &rows, const QString &kind, const QString &name,
    const CatalogTable &place, const QList<int> &columns)
{
    const auto found = m_core.connection().integer(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(rows));
    if (!found)
        return sqlError(found.error());
    if (!*found)
        return {};
    const QString column = columns.size() == 1
        ? u", column '%1'"_s.arg(place.columns[place.columnIndex(columns.front())].name)
        : QString();
    const QString table = m_catalog.schemas().value(place.schemaId).name + u'.' + place.name;
    return sqlError(547,
        u"The %1 statement conflicted with the %2 constraint \"%3\". The conflict occurred in database "
        "\"%4\", table \"%5\"%6."_s.arg(m_verb, kind, name, m_database, table, column),
        1, 16, 0);
}

} // namespace tidemark::practice
