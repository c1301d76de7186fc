#include "tabledefinition.h"

#include "constraintcheck.h"
#include "foreignkeyrules.h"
#include "sessioncore.h"
#include "sessionschema.h"
#include "sqlparser.h"
#include "sqltypetext.h"
#include "translator.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

bool canBeKey(const SqlType &type)
{
    switch (type.id) {
    case TypeId::Text:
    case TypeId::NText:
    case TypeId::Image:
    case TypeId::Xml:
    case TypeId::Geometry:
    case TypeId::Geography:
        return false;
    default:
        return !type.isMax();
    }
}

bool canBeIdentity(const SqlType &type)
{
    return (isInteger(type.id) && type.id != TypeId::Bit);
}

/// In a unique index NULL is a value like others, so it needs one that no other is: the stored forms of text
/// and binary are no numbers, those of all else are no text.
QString uniqueNull(const CatalogColumn &column)
{
    const TypeId id = column.type.id;
    const bool bytes = isText(id) || isBinary(id) || isClr(id) || id == TypeId::UniqueIdentifier
        || id == TypeId::DateTimeOffset || isDecimal(id);
    return bytes && !(isDecimal(id) && column.type.precision <= 18) ? u"0"_s : u"''"_s;
}

ServerMessage noSuchColumn(const QString &name)
{
    return { .number = 1911,
        .text = u"Column name '%1' does not exist in the target table or view."_s.arg(name) };
}

} // namespace

TableDefinition::TableDefinition(SessionCore &core, DdlScope &scope, CatalogTable &table)
    : m_core(core), m_scope(scope), m_table(table)
{
}

QString TableDefinition::constraintName(const QString &kind, const QString &given, int objectId) const
{
    if (!given.isEmpty())
        return given;
    return u"%1__%2__%3"_s.arg(
        kind, m_table.name.left(9), QString::number(objectId, 16).toUpper().rightJustified(8, u'0'));
}

SqlStatus TableDefinition::checkName(const QString &name) const
{
    const bool own = std::any_of(m_table.indexes.cbegin(), m_table.indexes.cend(),
        [&](const CatalogIndex &index) { return index.objectId != 0 && index.name == name; });
    if (own || m_scope.catalog().objectId(m_table.schemaId, name) != 0)
        return sqlError(
            2714, u"There is already an object named '%1' in the database."_s.arg(name), 1, 16, 5);
    return {};
}

SqlStatus TableDefinition::setType(CatalogColumn &column, const ast::ColumnDefinition &definition) const
{
    column.type = definition.type;
    column.collation.clear();
    if (!isText(column.type.id))
        return {};
    const QString wanted = definition.collation.value_or(QString());
    column.collation = wanted.isEmpty() || wanted.compare(u"DATABASE_DEFAULT"_s, Qt::CaseInsensitive) == 0
        ? m_scope.catalog().collationName()
        : wanted;
    const std::optional<Collation> collation = collationByName(column.collation);
    if (!collation)
        return sqlError(448, u"Invalid collation '%1'."_s.arg(wanted), definition.at.line);
    column.type.utf8 = collation->utf8 && !isUnicode(column.type.id);
    return {};
}

SqlStatus TableDefinition::addColumn(const ast::ColumnDefinition &definition)
{
    if (m_table.columnIndex(definition.name, m_scope.catalog().collation()) >= 0)
        return sqlError(2705,
            u"Column names in each table must be unique. Column name '%1' in table '%2' is specified more "
            u"than "
            "once."_s.arg(definition.name, m_table.name),
            definition.at.line, 16, 3);
    CatalogColumn column;
    column.id = ++m_table.lastColumnId;
    column.name = definition.name;
    if (SqlStatus ok = setType(column, definition); !ok)
        return ok;
    column.identity = definition.identity;
    column.nullable =
        definition.nullable.value_or(!definition.identity && definition.type.id != TypeId::RowVersion);
    column.computedText = definition.computedText;
    column.persisted = definition.persisted;
    if (!definition.computed)
        column.storage = u'c' + QString::number(column.id);
    if (column.identity && (!canBeIdentity(column.type) || column.nullable))
        return sqlError(2749,
            u"Identity column '%1' must be of data type int, bigint, smallint, tinyint, or decimal or "
            u"numeric "
            "with a scale of 0, unencrypted, and constrained to be nonnullable."_s.arg(column.name),
            definition.at.line);
    if (column.identity && m_table.identityColumn())
        return sqlError(2744,
            u"Multiple identity columns specified for table '%1'. Only one identity column per table is "
            "allowed."_s.arg(m_table.name),
            definition.at.line);
    if (column.type.id == TypeId::RowVersion && m_table.rowVersionColumn())
        return sqlError(2738,
            u"A table can only have one timestamp column. Because table '%1' already has one, the column "
            u"'%2' "
            "cannot be added."_s.arg(m_table.name, column.name),
            definition.at.line);
    if (definition.defaultValue) {
        if (SqlStatus ok =
                setDefault(column, *definition.defaultValue, definition.defaultText, definition.defaultName);
            !ok)
            return ok;
    }
    m_table.columns += column;
    return {};
}

SqlStatus TableDefinition::setDefault(
    CatalogColumn &column, const ast::Expression &value, const QString &text, const QString &name)
{
    const SessionSchema schema(m_core);
    if (const auto checked = Translator(schema).value(value, column.type); !checked)
        return sqlError(checked.error());
    column.defaultId = m_scope.catalog().newObjectId();
    column.defaultName = constraintName(u"DF"_s, name, column.defaultId);
    column.defaultText = text;
    return checkName(column.defaultName);
}

TableViewPtr TableDefinition::viewSoFar() const
{
    return makeTableView(m_table, m_scope.database()->name(), QString(), m_scope.prefix());
}

SqlStatus TableDefinition::resolveComputed()
{
    const TableViewPtr view = viewSoFar();
    const SessionSchema schema(m_core);
    for (CatalogColumn &column : m_table.columns) {
        if (column.computedText.isEmpty())
            continue;
        const SqlResult<ast::ExpressionPtr> expression = parseExpression(column.computedText);
        if (!expression)
            return sqlError(expression.error());
        const SqlResult<SqlType> type = Translator(schema).computedType(*view, **expression);
        if (!type)
            return sqlError(type.error());
        column.type = *type;
        column.collation = isText(type->id) ? m_scope.catalog().collationName() : QString();
    }
    return {};
}

SqlStatus TableDefinition::addConstraint(const ast::TableConstraint &constraint)
{
    switch (constraint.kind) {
    case ast::TableConstraint::Kind::PrimaryKey:
    case ast::TableConstraint::Kind::Unique:
        return addKey(constraint);
    case ast::TableConstraint::Kind::ForeignKey:
        return addForeignKey(constraint);
    case ast::TableConstraint::Kind::Check:
        return addCheck(constraint);
    case ast::TableConstraint::Kind::Default:
        break;
    }
    const auto ids = columnIds(m_table, constraint.columns);
    if (!ids)
        return sqlError(noSuchColumn(ids.error()));
    CatalogColumn &column = m_table.columns[m_table.columnIndex(ids->first())];
    if (column.defaultId != 0)
        return sqlError(1781, u"Column already has a DEFAULT bound to it."_s, constraint.at.line);
    return setDefault(column, *constraint.expression, constraint.expressionText, constraint.name);
}

tl::expected<QList<int>, QString> TableDefinition::columnIds(
    const CatalogTable &table, const QStringList &names) const
{
    QList<int> ids;
    for (const QString &name : names) {
        const int index = table.columnIndex(name, m_scope.catalog().collation());
        if (index < 0)
            return tl::unexpected(name);
        ids += table.columns[index].id;
    }
    return ids;
}

SqlResult<CatalogIndex> TableDefinition::index(
    const QString &name, const QStringList &columns, bool unique) const
{
    CatalogIndex index;
    const auto ids = columnIds(m_table, columns);
    if (!ids)
        return sqlError(noSuchColumn(ids.error()));
    for (const int id : *ids) {
        const CatalogColumn &column = m_table.columns[m_table.columnIndex(id)];
        if (ids->count(id) > 1)
            return sqlError(1909,
                u"Cannot use duplicate column names in index. Column name '%1' listed more than once."_s.arg(
                    column.name));
        if (!canBeKey(column.type) || column.storage.isEmpty())
            return sqlError(1919,
                u"Column '%1' in table '%2' is of a type that is invalid for use as a key column in an index."_s
                    .arg(column.name, m_table.name));
    }
    index.name = name;
    index.columns = *ids;
    index.unique = unique;
    index.id = 1; // 1 is kept for a clustered one
    for (const CatalogIndex &other : m_table.indexes)
        index.id = std::max(index.id, other.id);
    ++index.id;
    return index;
}

SqlStatus TableDefinition::addKey(const ast::TableConstraint &constraint)
{
    const bool primary = constraint.kind == ast::TableConstraint::Kind::PrimaryKey;
    if (primary && m_table.primaryKey())
        return sqlError(1779, u"Table '%1' already has a primary key defined on it."_s.arg(m_table.name),
            constraint.at.line);
    SqlResult<CatalogIndex> key = index({}, constraint.columns, true);
    if (!key)
        return sqlError(key.error());
    key->objectId = m_scope.catalog().newObjectId();
    key->name = constraintName(primary ? u"PK"_s : u"UQ"_s, constraint.name, key->objectId);
    key->primaryKey = primary;
    const bool hasClustered = std::any_of(m_table.indexes.cbegin(), m_table.indexes.cend(),
        [](const CatalogIndex &other) { return other.clustered; });
    key->clustered = primary && constraint.clustered && !hasClustered;
    if (key->clustered)
        key->id = 1;
    if (SqlStatus ok = checkName(key->name); !ok)
        return ok;
    if (primary) {
        for (const int id : std::as_const(key->columns)) {
            if (m_table.columns[m_table.columnIndex(id)].nullable)
                return sqlError(8111,
                    u"Cannot define PRIMARY KEY constraint on nullable column in table '%1'."_s.arg(
                        m_table.name),
                    constraint.at.line);
        }
    }
    m_table.indexes += *key;
    return {};
}

SqlStatus TableDefinition::addCheck(const ast::TableConstraint &constraint)
{
    const int id = m_scope.catalog().newObjectId();
    const CatalogCheck check{ id, constraintName(u"CK"_s, constraint.name, id), constraint.expressionText };
    const SessionSchema schema(m_core);
    if (const auto checked = Translator(schema).check(viewSoFar(), *constraint.expression); !checked)
        return sqlError(checked.error());
    if (SqlStatus ok = checkName(check.name); !ok)
        return ok;
    m_table.checks += check;
    return {};
}

SqlStatus TableDefinition::addForeignKey(const ast::TableConstraint &constraint)
{
    const ast::ObjectName &name = constraint.references;
    const QString schema = name.schema.isEmpty() ? u"dbo"_s : name.schema;
    CatalogTablePtr parent = m_scope.catalog().table(schema, name.name);
    const bool itself = !parent && m_table.name.compare(name.name, Qt::CaseInsensitive) == 0;
    const int id = m_scope.catalog().newObjectId();
    const QString keyName = constraintName(u"FK"_s, constraint.name, id);
    const auto refuse = [&](int number, const QString &text) {
        return sqlError(number, text, constraint.at.line, 16, 0);
    };
    if (!parent && !itself)
        return refuse(
            1767, u"Foreign key '%1' references invalid table '%2'."_s.arg(keyName, name.written()));
    const CatalogTable &other = itself ? m_table : *parent;
    const QString invalid = u"Foreign key '%1' references invalid column '%2' in %3 table '%4'."_s;
    const auto own = columnIds(m_table, constraint.columns);
    if (!own)
        return refuse(1769, invalid.arg(keyName, own.error(), u"referencing"_s, m_table.name));
    const auto named = columnIds(other, constraint.referencedColumns);
    if (!named)
        return refuse(1770, invalid.arg(keyName, named.error(), u"referenced"_s, name.written()));
    const QList<int> theirs = named->isEmpty() && other.primaryKey() ? other.primaryKey()->columns : *named;
    const bool unique = std::any_of(other.indexes.cbegin(), other.indexes.cend(),
        [&](const CatalogIndex &index) { return index.unique && index.columns == theirs; });
    if (!unique || own->size() != theirs.size())
        return refuse(1776,
            u"There are no primary or candidate keys in the referenced table '%1' that match the referencing "
            "column list in the foreign key '%2'."_s.arg(name.written(), keyName));
    const CatalogForeignKey key{ id, keyName, *own, other.objectId, theirs, constraint.onDelete,
        constraint.onUpdate };
    DatabaseCatalog known = m_scope.catalog();
    known.put(m_table); // with the keys before this one
    if (SqlStatus ok = checkForeignKey(known, m_table, other, key); !ok)
        return ok;
    if (SqlStatus ok = checkName(key.name); !ok)
        return ok;
    m_table.foreignKeys += key;
    return {};
}

SqlStatus TableDefinition::checkRows(const QSet<int> &constraints) const
{
    ConstraintCheck check(m_core, m_scope.catalog(), m_scope.database()->name(), u"ALTER TABLE"_s);
    const TableViewPtr view = viewSoFar();
    const QString rows = view->storage + u" AS t WHERE true"_s;
    SqlStatus ok;
    for (const CatalogCheck &each : m_table.checks) {
        if (ok && constraints.contains(each.objectId))
            ok = check.check(m_table, view, each, rows);
    }
    for (const CatalogForeignKey &key : m_table.foreignKeys) {
        if (ok && constraints.contains(key.objectId))
            ok = check.check(m_table, key, rows);
    }
    return ok;
}

QString TableDefinition::storageColumn(const CatalogColumn &column)
{
    if (column.collation.isEmpty())
        return column.storage;
    return column.storage + u" COLLATE "_s
        + sqliteCollation(collationByName(column.collation).value_or(Collation()));
}

SqlStatus TableDefinition::makeIndex(const CatalogIndex &index) const
{
    QStringList columns;
    for (const int id : index.columns) {
        const CatalogColumn &column = m_table.columns[m_table.columnIndex(id)];
        columns += index.unique && column.nullable
            ? u"ifnull(%1, %2)"_s.arg(column.storage, uniqueNull(column))
                + storageColumn(column).mid(column.storage.size())
            : column.storage;
    }
    SqlStatus made =
        m_scope.run(u"CREATE %1INDEX %2.%3 ON %4 (%5)"_s.arg(index.unique ? u"UNIQUE "_s : QString(),
            m_scope.prefix(), m_table.indexStorage(index), m_table.storage(), columns.join(u", "_s)));
    if (!made && m_core.connection().failedOnUniqueIndex())
        return sqlError(1505,
            u"The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object "
            "name '%1' and the index name '%2'."_s.arg(m_table.name, index.name));
    return made;
}

} // namespace tidemark::practice
