#include "tablealteration.h"

#include "sessioncore.h"
#include "sessionschema.h"
#include "sqlparser.h"
#include "tablecommands.h"
#include "tabledefinition.h"
#include "translator.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Calls `visit` for each CHECK and FOREIGN KEY.
template <typename Visit>
void eachRule(CatalogTable &table, Visit visit)
{
    std::for_each(table.checks.begin(), table.checks.end(), visit);
    std::for_each(table.foreignKeys.begin(), table.foreignKeys.end(), visit);
}

} // namespace

TableAlteration::TableAlteration(SessionCore &core) : m_core(core) { }

SqlStatus TableAlteration::run(const ast::AlterTable &statement)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core, statement.table.database);
    if (!scope)
        return sqlError(scope.error());
    if (SqlStatus ok = alter(*scope, statement); !ok)
        return ok;
    return scope->finish();
}

SqlStatus TableAlteration::alter(DdlScope &scope, const ast::AlterTable &statement)
{
    const CatalogTablePtr found = tableToDefine(scope, statement.table);
    if (!found || (found->replay && !std::holds_alternative<ast::DropFromTable>(statement.action)))
        return sqlError(4902,
            u"Cannot find the object \"%1\" because it does not exist or you do not have permissions."_s.arg(
                statement.table.written()),
            statement.table.at.line);
    CatalogTable table = *found;
    SqlStatus done =
        std::visit([&](const auto &action) { return apply(scope, table, action); }, statement.action);
    if (!done)
        return done;
    return scope.define(table);
}

SqlResult<bool> TableAlteration::isEmpty(const CatalogTable &table)
{
    const auto any = m_core.connection().integer(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(table.view->storage));
    if (!any)
        return sqlError(any.error());
    return !any->has_value();
}

SqlStatus TableAlteration::apply(DdlScope &scope, CatalogTable &table, const ast::AddToTable &action)
{
    TableDefinition definition(m_core, scope, table);
    const qsizetype columnsBefore = table.columns.size();
    const qsizetype indexesBefore = table.indexes.size();
    QSet<int> before;
    eachRule(table, [&](const auto &rule) { before += rule.objectId; });
    for (const ast::ColumnDefinition &column : action.columns) {
        if (SqlStatus ok = definition.addColumn(column); !ok)
            return ok;
    }
    if (SqlStatus ok = definition.resolveComputed(); !ok)
        return ok;
    for (std::size_t i = 0; i < action.columns.size(); ++i) {
        const CatalogColumn column = table.columns[columnsBefore + qsizetype(i)];
        if (SqlStatus ok = fillColumn(scope, table, column, action.columns[i]); !ok)
            return ok;
    }
    for (const ast::TableConstraint &constraint : action.constraints) {
        if (SqlStatus ok = definition.addConstraint(constraint); !ok)
            return ok;
    }
    for (qsizetype i = indexesBefore; i < table.indexes.size(); ++i) {
        if (SqlStatus ok = definition.makeIndex(table.indexes[i]); !ok)
            return ok;
    }
    QSet<int> added;
    eachRule(table, [&](auto &rule) {
        if (before.contains(rule.objectId))
            return;
        added += rule.objectId;
        rule.trusted = action.checked;
    });
    return action.checked ? definition.checkRows(added) : SqlStatus();
}

/// Rows that are there already get NULL, the default when NULL is not allowed, or numbers. No event tells
/// change tracking.
SqlStatus TableAlteration::fillColumn(DdlScope &scope, const CatalogTable &table, const CatalogColumn &column,
    const ast::ColumnDefinition &definition)
{
    if (column.storage.isEmpty())
        return {};
    if (SqlStatus ok = scope.run(u"ALTER TABLE %1 ADD COLUMN %2"_s.arg(
            table.view->storage, TableDefinition::storageColumn(column)));
        !ok)
        return ok;
    const SqlResult<bool> empty = isEmpty(table);
    if (!empty)
        return sqlError(empty.error());
    if (*empty)
        return {};
    if (column.identity || column.type.id == TypeId::RowVersion)
        return numberRows(scope, table, column);
    if (column.nullable)
        return {};
    if (!definition.defaultValue)
        return sqlError(4901,
            u"ALTER TABLE only allows columns to be added that can contain nulls, or have a DEFAULT "
            u"definition "
            "specified, or the column being added is an identity or timestamp column. Column '%1' cannot be "
            "added to non-empty table '%2'."_s.arg(column.name, table.name),
            definition.at.line);
    const SessionSchema schema(m_core);
    const SqlResult<QString> value =
        Translator(schema).storedExpression(*definition.defaultValue, column.type);
    if (!value)
        return sqlError(value.error());
    return scope.run(u"UPDATE "_s + table.view->storage + u" SET "_s + column.storage + u" = "_s + *value);
}

SqlStatus TableAlteration::numberRows(DdlScope &scope, const CatalogTable &table, const CatalogColumn &column)
{
    SqlResult<SqliteStatement> rows =
        m_core.connection().prepare(u"SELECT rowid FROM %1 ORDER BY rowid"_s.arg(table.view->storage));
    SqlResult<SqliteStatement> update = m_core.connection().prepare(
        u"UPDATE %1 SET %2 = ? WHERE rowid = ?"_s.arg(table.view->storage, column.storage));
    if (!rows || !update)
        return sqlError(rows ? update.error() : rows.error());
    QList<qint64> ids;
    while (rows->step() == SqliteStatement::Step::Row)
        ids += rows->integer(0);
    const QString counters = scope.prefix() + u".sys_counters"_s;
    const auto version = m_core.connection().integer(u"SELECT row_version FROM "_s + counters);
    if (!version)
        return sqlError(version.error());
    scope.database()->load(0, version->value_or(0));
    qint64 number = column.identity ? column.identity->seed - column.identity->increment : 0;
    for (const qint64 id : std::as_const(ids)) {
        number = column.identity ? number + column.identity->increment : scope.database()->advance(0, 1);
        if (column.identity)
            update->bind(1, number);
        else
            update->bindBlob(1, rowVersionBytes(number));
        update->bind(2, id);
        if (!update->run())
            return sqlError(m_core.connection().failure());
    }
    if (!column.identity)
        return scope.run(u"UPDATE %1 SET row_version = %2"_s.arg(counters, QString::number(number)));
    return scope.run(u"UPDATE %1.sys_rowcounts SET identity = %2 WHERE object_id = %3"_s.arg(
        scope.prefix(), QString::number(number), QString::number(table.objectId)));
}

SqlStatus TableAlteration::checkFree(
    const CatalogTable &table, const CatalogColumn &column, const QString &verb) const
{
    const auto refuse = [&](const QString &object) {
        return sqlError(5074,
            u"The object '%1' is dependent on column '%2'. ALTER TABLE %3 %2 failed because one or more "
            "objects access this column."_s.arg(object, column.name, verb),
            1, 16);
    };
    for (const CatalogIndex &index : table.indexes) {
        if (index.columns.contains(column.id))
            return refuse(index.name);
    }
    for (const CatalogForeignKey &key : table.foreignKeys) {
        if (key.columns.contains(column.id))
            return refuse(key.name);
    }
    const int index = table.columnIndex(column.id);
    const SessionSchema schema(m_core);
    for (const CatalogCheck &check : table.checks) {
        const SqlResult<ast::ExpressionPtr> condition = parseCondition(check.text);
        if (!condition)
            return sqlError(condition.error());
        const auto translated = Translator(schema).check(table.view, **condition);
        if (!translated)
            return sqlError(translated.error());
        if (translated->reads.front().columns.contains(index))
            return refuse(check.name);
    }
    return {};
}

SqlStatus TableAlteration::apply(DdlScope &scope, CatalogTable &table, const ast::AlterColumn &action)
{
    const ast::ColumnDefinition &wanted = action.column;
    const int index = table.columnIndex(wanted.name, scope.catalog().collation());
    if (index < 0)
        return sqlError(4924,
            u"ALTER TABLE ALTER COLUMN failed because column '%1' does not exist in table '%2'."_s.arg(
                wanted.name, table.name),
            wanted.at.line);
    CatalogColumn changed = table.columns[index];
    if (changed.storage.isEmpty() || changed.identity || changed.type.id == TypeId::RowVersion)
        return sqlError(4928,
            u"Cannot alter column '%1' because it is 'COMPUTED', 'IDENTITY' or 'timestamp'."_s.arg(
                wanted.name),
            wanted.at.line);
    if (SqlStatus ok = checkFree(table, changed, u"ALTER COLUMN"_s); !ok)
        return ok;
    const SessionSchema schema(m_core);
    const ColumnView before = table.view->columns[std::size_t(index)];
    if (SqlStatus ok = TableDefinition(m_core, scope, table).setType(changed, wanted); !ok)
        return ok;
    changed.nullable = wanted.nullable.value_or(true);
    const QString converted = Translator(schema).convertColumn(*table.view, before, changed.type);
    // A new column in SQLite, because collations cannot be changed there.
    changed.storage = u"c%1_%2"_s.arg(changed.id).arg(++table.lastStorage);
    const QString storage = table.view->storage;
    if (SqlStatus ok = scope.run(
            u"ALTER TABLE %1 ADD COLUMN %2"_s.arg(storage, TableDefinition::storageColumn(changed)));
        !ok)
        return ok;
    if (SqlStatus ok =
            scope.run(u"UPDATE "_s + storage + u" SET "_s + changed.storage + u" = "_s + converted);
        !ok)
        return ok;
    if (!changed.nullable) {
        const auto found = m_core.connection().integer(
            u"SELECT 1 FROM %1 WHERE %2 IS NULL LIMIT 1"_s.arg(storage, changed.storage));
        if (!found)
            return sqlError(found.error());
        if (*found)
            return sqlError(515,
                u"Cannot insert the value NULL into column '%1', table '%2.%3.%4'; column does not allow "
                "nulls. UPDATE fails."_s.arg(
                    changed.name, scope.database()->name(), table.view->schema, table.name),
                wanted.at.line, 16, 2);
    }
    if (SqlStatus ok = scope.run(u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(storage, before.storage)); !ok)
        return ok;
    table.columns[index] = changed;
    return {};
}

SqlStatus TableAlteration::apply(DdlScope &scope, CatalogTable &table, const ast::DropFromTable &action)
{
    for (const QString &name : action.constraints) {
        SqlStatus dropped = dropConstraint(scope, table, name);
        if (!dropped && !(action.ifExists && dropped.error().number == 3728))
            return dropped;
    }
    for (const QString &name : action.columns) {
        SqlStatus dropped = dropColumn(scope, table, name);
        if (!dropped && !(action.ifExists && dropped.error().number == 4924))
            return dropped;
    }
    return {};
}

SqlStatus TableAlteration::dropColumn(DdlScope &scope, CatalogTable &table, const QString &name)
{
    const int index = table.columnIndex(name, scope.catalog().collation());
    if (index < 0)
        return sqlError(4924,
            u"ALTER TABLE DROP COLUMN failed because column '%1' does not exist in table '%2'."_s.arg(
                name, table.name));
    const CatalogColumn column = table.columns[index];
    if (SqlStatus ok = checkFree(table, column, u"DROP COLUMN"_s); !ok)
        return ok;
    if (column.defaultId != 0)
        return sqlError(5074,
            u"The object '%1' is dependent on column '%2'. ALTER TABLE DROP COLUMN %2 failed because one or "
            "more objects access this column."_s.arg(column.defaultName, column.name));
    if (!column.storage.isEmpty()) {
        if (SqlStatus ok =
                scope.run(u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(table.view->storage, column.storage));
            !ok)
            return ok;
    }
    table.columns.removeAt(index);
    // What computes with the column now fails here, not at the next read.
    return TableDefinition(m_core, scope, table).resolveComputed();
}

SqlStatus TableAlteration::checkUnreferenced(
    const DatabaseCatalog &catalog, const CatalogTable &table, const CatalogIndex &index)
{
    const auto keys = std::count_if(table.indexes.cbegin(), table.indexes.cend(),
        [&](const CatalogIndex &other) { return other.unique && other.columns == index.columns; });
    if (keys > 1)
        return {}; // the foreign keys hold to the other one
    const QList<CatalogTablePtr> children = catalog.childrenOf(table.objectId);
    for (const CatalogTablePtr &child : children) {
        for (const CatalogForeignKey &key : child->foreignKeys) {
            if (key.references == table.objectId && key.referencedColumns == index.columns)
                return sqlError(3725,
                    u"The constraint '%1' is being referenced by table '%2', foreign key constraint '%3'."_s
                        .arg(index.name, child->name, key.name),
                    1, 16, 0);
        }
    }
    return {};
}

SqlStatus TableAlteration::dropConstraint(DdlScope &scope, CatalogTable &table, const QString &name)
{
    const auto same = [&](const auto &object) {
        return object.objectId != 0 && compareText(object.name, name, scope.catalog().collation()) == 0;
    };
    const auto index = std::find_if(table.indexes.begin(), table.indexes.end(), same);
    if (index != table.indexes.end()) {
        if (index->primaryKey && table.tracking)
            return sqlError(3735,
                u"The primary key constraint '%1' on table '%2' cannot be dropped because change tracking is "
                "enabled on the table. Change tracking requires a primary key constraint on the table. "
                "Disable "
                "change tracking before dropping the constraint."_s.arg(index->name, table.name));
        if (SqlStatus ok = checkUnreferenced(scope.catalog(), table, *index); !ok)
            return ok;
        if (SqlStatus ok = scope.run(u"DROP INDEX %1.%2"_s.arg(scope.prefix(), table.indexStorage(*index)));
            !ok)
            return ok;
        table.indexes.erase(index);
        return {};
    }
    if (table.checks.removeIf(same) > 0 || table.foreignKeys.removeIf(same) > 0)
        return {};
    for (CatalogColumn &column : table.columns) {
        if (column.defaultId == 0 || compareText(column.defaultName, name, scope.catalog().collation()) != 0)
            continue;
        column.defaultId = 0;
        column.defaultName.clear();
        column.defaultText.clear();
        return {};
    }
    return sqlError(3728, u"'%1' is not a constraint."_s.arg(name));
}

SqlStatus TableAlteration::apply(DdlScope &scope, CatalogTable &table, const ast::SwitchConstraints &action)
{
    QSet<int> meant;
    for (const QString &name : action.names) {
        bool found = false;
        const auto isMeant = [&](const auto &object) {
            return compareText(object.name, name, scope.catalog().collation()) == 0;
        };
        eachRule(table, [&](const auto &rule) {
            if (!isMeant(rule))
                return;
            found = true;
            meant += rule.objectId;
        });
        if (!found && std::any_of(table.indexes.cbegin(), table.indexes.cend(), isMeant))
            return sqlError(11415,
                u"Object '%1' cannot be disabled or enabled. This action applies only to foreign key and "
                "check constraints."_s.arg(name));
        if (!found)
            return sqlError(4917, u"Constraint '%1' does not exist."_s.arg(name), 1, 16, 0);
    }
    eachRule(table, [&](auto &rule) {
        if (!action.names.isEmpty() && !meant.contains(rule.objectId))
            return;
        meant += rule.objectId;
        rule.disabled = !action.on;
        rule.trusted = action.on && (action.checked || rule.trusted);
    });
    const bool looks = action.on && action.checked;
    return looks ? TableDefinition(m_core, scope, table).checkRows(meant) : SqlStatus();
}

SqlStatus TableAlteration::apply(DdlScope &scope, CatalogTable &table, const ast::TableTracking &action)
{
    if (action.enable)
        return enable(scope, table, action);
    if (!table.tracking)
        return sqlError(4998, u"Change tracking is not enabled on table '%1'."_s.arg(table.name));
    table.tracking.reset();
    return scope.run(u"DROP TABLE %1.%2"_s.arg(scope.prefix(), table.changeStorage()));
}

SqlStatus TableAlteration::enable(DdlScope &scope, CatalogTable &table, const ast::TableTracking &action)
{
    if (!scope.database()->settings().tracking)
        return sqlError(1718,
            u"Change tracking must be enabled on database '%1' before it can be enabled on table '%2'."_s.arg(
                scope.database()->name(), table.name));
    if (table.tracking)
        return sqlError(4996, u"Change tracking is already enabled for table '%1'."_s.arg(table.name));
    const CatalogIndex *key = table.primaryKey();
    if (!key)
        return sqlError(4997,
            u"Cannot enable change tracking on table '%1'. Change tracking requires a primary key on the "
            "table. Create a primary key on the table before enabling change tracking."_s.arg(table.name));
    QStringList columns{ u"v"_s, u"op"_s, u"cols"_s, u"ctx"_s };
    QStringList keys;
    for (int i = 0; i < key->columns.size(); ++i) {
        CatalogColumn column = table.columns[table.columnIndex(key->columns[i])];
        if (column.type.id == TypeId::RowVersion)
            return sqlError(4999,
                u"Cannot enable change tracking on table '%1'. The primary key constraint on a table "
                u"contains "
                "a column of type timestamp."_s.arg(table.name));
        column.storage = u'k' + QString::number(i + 1);
        columns += TableDefinition::storageColumn(column);
        keys += column.storage;
    }
    if (SqlStatus ok = scope.run(uR"(CREATE TABLE %1.%2 (%3);
CREATE INDEX %1.%2_versions ON %2 (v);
CREATE INDEX %1.%2_keys ON %2 (%4);)"_s.arg(
            scope.prefix(), table.changeStorage(), columns.join(u", "_s), keys.join(u", "_s)));
        !ok)
        return ok;
    const auto version =
        m_core.connection().integer(u"SELECT current_version FROM %1.sys_counters"_s.arg(scope.prefix()));
    if (!version)
        return sqlError(version.error());
    const qint64 now = version->value_or(0);
    table.tracking = CatalogTracking{ action.columnsUpdated.value_or(false), now, 0, now };
    return {};
}

} // namespace tidemark::practice
