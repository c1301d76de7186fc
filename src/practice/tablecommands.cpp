#include "tablecommands.h"

#include "sessioncore.h"
#include "tabledefinition.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

CatalogTablePtr tableToDefine(DdlScope &scope, const ast::ObjectName &name)
{
    CatalogTablePtr table = scope.catalog().table(name.schema.isEmpty() ? u"dbo"_s : name.schema, name.name);
    if (!table || !(scope.rights().mayDefine() || scope.rights().onTable(*table, u"ALTER"_s)))
        return nullptr;
    return table;
}

QList<CatalogTablePtr> referencingTables(const DatabaseCatalog &catalog, int objectId)
{
    QList<CatalogTablePtr> tables = catalog.childrenOf(objectId);
    tables.removeIf([objectId](const CatalogTablePtr &table) { return table->objectId == objectId; });
    return tables;
}

TableCommands::TableCommands(SessionCore &core) : m_core(core) { }

SqlStatus TableCommands::run(const ast::CreateTable &statement)
{
    if (statement.table.name.startsWith(u'#'))
        return sqlError(40510, u"The practice server has no temporary tables."_s, statement.table.at.line);
    SqlResult<DdlScope> scope = DdlScope::begin(m_core, statement.table.database);
    if (!scope)
        return sqlError(scope.error());
    if (SqlStatus ok = create(*scope, statement); !ok)
        return ok;
    return scope->finish();
}

SqlStatus TableCommands::create(DdlScope &scope, const ast::CreateTable &statement)
{
    if (!scope.rights().mayDefine())
        return sqlError(
            262, u"CREATE TABLE permission denied in database '%1'."_s.arg(scope.database()->name()), 1, 14);
    const QString schemaName = statement.table.schema.isEmpty() ? u"dbo"_s : statement.table.schema;
    const CatalogSchema *schema = scope.catalog().schema(schemaName);
    if (!schema)
        return sqlError(2760,
            u"The specified schema name \"%1\" either does not exist or you do not have permission to use it."_s
                .arg(schemaName),
            statement.table.at.line);
    CatalogTable table;
    table.schemaId = schema->id;
    table.name = statement.table.name;
    if (scope.catalog().objectId(schema->id, table.name) != 0)
        return sqlError(2714, u"There is already an object named '%1' in the database."_s.arg(table.name),
            statement.table.at.line, 16, 6);
    table.objectId = scope.catalog().newObjectId();
    table.created = m_core.statementTime;
    TableDefinition definition(m_core, scope, table);
    for (const ast::ColumnDefinition &column : statement.columns) {
        if (SqlStatus ok = definition.addColumn(column); !ok)
            return ok;
    }
    if (SqlStatus ok = definition.resolveComputed(); !ok)
        return ok;
    // A key makes its columns NOT NULL unless they say NULL.
    for (const ast::TableConstraint &constraint : statement.constraints) {
        if (constraint.kind == ast::TableConstraint::Kind::PrimaryKey)
            denyNulls(scope, table, constraint, statement);
    }
    for (const ast::TableConstraint &constraint : statement.constraints) {
        if (SqlStatus ok = definition.addConstraint(constraint); !ok)
            return ok;
    }
    if (SqlStatus ok = makeTable(scope, table); !ok)
        return ok;
    for (const CatalogIndex &index : std::as_const(table.indexes)) {
        if (SqlStatus ok = definition.makeIndex(index); !ok)
            return ok;
    }
    return scope.define(table);
}

void TableCommands::denyNulls(
    DdlScope &scope, CatalogTable &table, const ast::TableConstraint &key, const ast::CreateTable &statement)
{
    for (const QString &name : key.columns) {
        const int index = table.columnIndex(name, scope.catalog().collation());
        if (index >= 0 && !statement.columns[std::size_t(index)].nullable)
            table.columns[index].nullable = false;
    }
}

SqlStatus TableCommands::makeTable(DdlScope &scope, const CatalogTable &table)
{
    QStringList columns;
    for (const CatalogColumn &column : table.columns) {
        if (!column.storage.isEmpty())
            columns += TableDefinition::storageColumn(column);
    }
    if (columns.isEmpty())
        return sqlError(1752, u"The table '%1' has no column that holds anything."_s.arg(table.name));
    return scope.run(u"CREATE TABLE %1.%2 (%3); INSERT INTO %1.sys_rowcounts VALUES (%4, 0, NULL)"_s.arg(
        scope.prefix(), table.storage(), columns.join(u", "_s), QString::number(table.objectId)));
}

SqlStatus TableCommands::run(const ast::DropTable &statement)
{
    for (const ast::ObjectName &name : statement.tables) {
        if (SqlStatus ok = drop(name, statement.ifExists); !ok)
            return ok;
    }
    return {};
}

SqlStatus TableCommands::drop(const ast::ObjectName &name, bool ifExists)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core, name.database);
    if (!scope)
        return sqlError(scope.error());
    const CatalogTablePtr table = tableToDefine(*scope, name);
    if (!table && ifExists)
        return {};
    if (!table)
        return sqlError(3701,
            u"Cannot drop the table '%1', because it does not exist or you do not have permission."_s.arg(
                name.written()),
            name.at.line, 11, 5);
    if (!referencingTables(scope->catalog(), table->objectId).isEmpty())
        return sqlError(3726,
            u"Could not drop object '%1' because it is referenced by a FOREIGN KEY constraint."_s.arg(
                name.written()),
            name.at.line);
    QString sql = u"DELETE FROM %1.sys_rowcounts WHERE object_id = %2;"_s.arg(
        scope->prefix(), QString::number(table->objectId));
    if (!table->replay)
        sql += u"DROP TABLE %1;"_s.arg(table->view->storage);
    if (table->tracking)
        sql += u"DROP TABLE %1.%2;"_s.arg(scope->prefix(), table->changeStorage());
    if (SqlStatus ok = scope->run(sql); !ok)
        return ok;
    if (SqlStatus ok = scope->removeTable(table->objectId); !ok)
        return ok;
    scope->database()->forget(table->objectId);
    return scope->finish();
}

SqlStatus TableCommands::run(const ast::TruncateTable &statement)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core, statement.table.database);
    if (!scope)
        return sqlError(scope.error());
    const CatalogTablePtr table = tableToDefine(*scope, statement.table);
    if (!table || table->replay)
        return sqlError(4701,
            u"Cannot find the object \"%1\" because it does not exist or you do not have permissions."_s.arg(
                statement.table.written()),
            statement.table.at.line);
    if (!referencingTables(scope->catalog(), table->objectId).isEmpty())
        return sqlError(4712,
            u"Cannot truncate table '%1' because it is being referenced by a FOREIGN KEY constraint."_s.arg(
                statement.table.written()),
            statement.table.at.line);
    if (SqlStatus ok = scope->run(
            u"DELETE FROM %1; UPDATE %2.sys_rowcounts SET rows = 0, identity = NULL WHERE object_id = %3"_s
                .arg(table->view->storage, scope->prefix(), QString::number(table->objectId)));
        !ok)
        return ok;
    scope->database()->forget(table->objectId);
    CatalogTable changed = *table;
    // Not tracked, and what was tracked is gone: as if tracking were switched off and on.
    if (table->tracking) {
        const auto version = m_core.connection().integer(
            u"SELECT current_version FROM %1.sys_counters"_s.arg(scope->prefix()));
        if (!version)
            return sqlError(version.error());
        if (SqlStatus ok = scope->run(u"DELETE FROM %1.%2"_s.arg(scope->prefix(), table->changeStorage()));
            !ok)
            return ok;
        changed.tracking->beginVersion = version->value_or(0);
        changed.tracking->minValidVersion = version->value_or(0);
    }
    if (SqlStatus ok = scope->define(changed); !ok)
        return ok;
    return scope->finish();
}

SqlStatus TableCommands::run(const ast::CreateIndex &statement)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core, statement.table.database);
    if (!scope)
        return sqlError(scope.error());
    const CatalogTablePtr table = tableToDefine(*scope, statement.table);
    if (!table || table->replay)
        return sqlError(1088,
            u"Cannot find the object \"%1\" because it does not exist or you do not have permissions."_s.arg(
                statement.table.written()),
            statement.table.at.line, 16, 12);
    for (const CatalogIndex &index : table->indexes) {
        if (compareText(index.name, statement.name, scope->catalog().collation()) == 0)
            return sqlError(1913,
                u"The operation failed because an index or statistics with name '%1' already exists on table "
                "'%2'."_s.arg(statement.name, statement.table.written()));
    }
    CatalogTable changed = *table;
    TableDefinition definition(m_core, *scope, changed);
    const SqlResult<CatalogIndex> index =
        definition.index(statement.name, statement.columns, statement.unique);
    if (!index)
        return sqlError(index.error());
    if (SqlStatus ok = definition.makeIndex(*index); !ok)
        return ok;
    changed.indexes += *index;
    if (SqlStatus ok = scope->define(changed); !ok)
        return ok;
    return scope->finish();
}

SqlStatus TableCommands::run(const ast::DropIndex &statement)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core, statement.table.database);
    if (!scope)
        return sqlError(scope.error());
    const CatalogTablePtr table = tableToDefine(*scope, statement.table);
    const CatalogIndex *found = nullptr;
    if (table) {
        for (const CatalogIndex &index : table->indexes) {
            if (compareText(index.name, statement.name, scope->catalog().collation()) == 0)
                found = &index;
        }
    }
    if (!found && statement.ifExists)
        return {};
    if (!found)
        return sqlError(3701,
            u"Cannot drop the index '%1.%2', because it does not exist or you do not have permission."_s.arg(
                statement.table.written(), statement.name),
            statement.table.at.line, 11, 7);
    if (found->objectId != 0)
        return sqlError(3723,
            u"An explicit DROP INDEX is not allowed on index '%1.%2'. It is being used for %3 constraint "
            "enforcement."_s.arg(statement.table.written(), found->name,
                found->primaryKey ? u"PRIMARY KEY"_s : u"UNIQUE KEY"_s));
    if (SqlStatus ok = scope->run(u"DROP INDEX %1.%2"_s.arg(scope->prefix(), table->indexStorage(*found)));
        !ok)
        return ok;
    CatalogTable changed = *table;
    changed.indexes.removeIf([id = found->id](const CatalogIndex &index) { return index.id == id; });
    if (SqlStatus ok = scope->define(changed); !ok)
        return ok;
    return scope->finish();
}

SqlStatus TableCommands::run(const ast::CreateSchema &statement)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core);
    if (!scope)
        return sqlError(scope.error());
    if (!scope->rights().mayDefine())
        return sqlError(262,
            u"CREATE SCHEMA permission denied in database '%1'."_s.arg(scope->database()->name()), 1, 14);
    if (scope->catalog().schema(statement.name))
        return sqlError(
            2714, u"There is already an object named '%1' in the database."_s.arg(statement.name), 1, 16, 6);
    int id = 4; // those below are built in
    for (const CatalogSchema &schema : scope->catalog().schemas())
        id = std::max(id, schema.id);
    const CatalogPrincipal *owner =
        statement.owner.isEmpty() ? nullptr : scope->catalog().principal(statement.owner);
    if (SqlStatus ok = scope->put(
            CatalogSchema{ id + 1, statement.name, owner ? owner->id : int(DatabaseCatalog::dbo) });
        !ok)
        return ok;
    return scope->finish();
}

SqlStatus TableCommands::run(const ast::DropSchema &statement)
{
    SqlResult<DdlScope> scope = DdlScope::begin(m_core);
    if (!scope)
        return sqlError(scope.error());
    const CatalogSchema *schema = scope->catalog().schema(statement.name);
    if (!schema && statement.ifExists)
        return {};
    if (!schema || !scope->rights().mayDefine() || schema->id <= 4)
        return sqlError(3701,
            u"Cannot drop the schema '%1', because it does not exist or you do not have permission."_s.arg(
                statement.name),
            1, 11);
    for (const CatalogTablePtr &table : scope->catalog().tables()) {
        if (table->schemaId == schema->id)
            return sqlError(3729,
                u"Cannot drop schema '%1' because it is being referenced by object '%2'."_s.arg(
                    statement.name, table->name));
    }
    if (SqlStatus ok = scope->removeSchema(schema->id); !ok)
        return ok;
    return scope->finish();
}

} // namespace tidemark::practice
