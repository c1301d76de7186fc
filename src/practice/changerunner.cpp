#include "changerunner.h"

#include "constrainedchange.h"
#include "rowwriter.h"
#include "sessioncore.h"
#include "storedvalue.h"
#include "translatedquery.h"
#include "translator.h"

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

ChangeRunner::ChangeRunner(SessionCore &core) : m_core(core) { }

SqlStatus ChangeRunner::run(const ast::Insert &statement)
{
    if (SqlStatus ok = begin(statement.table); !ok)
        return ok;
    const SessionSchema schema(m_core);
    const SqlResult<SessionSchema::Found> found = schema.find(statement.table);
    if (!found)
        return sqlError(found.error());
    const bool identityInsert = m_core.identityInsert == found->table->objectId;
    return apply(
        Translator(schema, m_core.variableTypes()).insert(statement, identityInsert), CommandKind::Insert);
}

SqlStatus ChangeRunner::run(const ast::Update &statement)
{
    if (SqlStatus ok = begin(statement.target); !ok)
        return ok;
    const SessionSchema schema(m_core);
    return apply(Translator(schema, m_core.variableTypes()).update(statement), CommandKind::Update);
}

SqlStatus ChangeRunner::run(const ast::Delete &statement)
{
    if (SqlStatus ok = begin(statement.target); !ok)
        return ok;
    const SessionSchema schema(m_core);
    return apply(Translator(schema, m_core.variableTypes()).remove(statement), CommandKind::Delete);
}

/// Writers take turns, so the turn comes first: what the statement then reads stays as it is.
SqlStatus ChangeRunner::begin(const ast::ObjectName &target)
{
    const DatabasePtr database =
        target.database.isEmpty() ? m_core.database() : m_core.server().database(target.database);
    if (!database)
        return sqlError(208, u"Invalid object name '%1'."_s.arg(target.written()), target.at.line);
    if (SqlStatus ok = m_core.checkWritable(*database); !ok)
        return ok;
    if (m_core.rowLimit != std::numeric_limits<qint64>::max())
        return sqlError(
            40517, u"The practice server supports SET ROWCOUNT for SELECT alone, not for changes."_s);
    if (SqlStatus ok = m_core.attach(*database); !ok)
        return ok;
    if (SqlStatus ok = m_core.transaction().beforeWrite(database); !ok)
        return ok;
    return m_core.transaction().markStatement();
}

SqlStatus ChangeRunner::apply(const SqlResult<TranslatedChange> &change, CommandKind kind)
{
    if (!change)
        return sqlError(change.error());
    const SqlResult<SessionSchema::Found> found = SessionSchema(m_core).find(*change->table);
    if (!found)
        return sqlError(found.error());
    if (found->table->replay)
        return sqlError(3906, u"The made-up table '%1' cannot be changed."_s.arg(found->table->name));
    if (SqlStatus ok = m_core.transaction().beforeWrite(found->database); !ok)
        return ok;
    if (SqlStatus ok = checkRights(*change, *found); !ok)
        return ok;
    const SqlResult<std::optional<QByteArray>> context = changeContext(*change);
    if (!context)
        return sqlError(context.error());
    if (SqlStatus ok = takeRows(*change, *found->table); !ok)
        return ok;
    const SqlResult<qint64> rows =
        ConstrainedChange(m_core, *found, change->kind, *context).run(change->columns);
    if (!rows)
        return sqlError(rows.error());
    m_core.rowCount = *rows;
    if (SqlStatus ok = m_core.transaction().endStatement(false); !ok)
        return ok;
    m_core.sink->done(kind, m_core.noCount ? std::nullopt : std::optional(*rows), false);
    return {};
}

SqlStatus ChangeRunner::checkRights(const TranslatedChange &change, const SessionSchema::Found &found) const
{
    const SqlResult<Rights> rights = m_core.rights(found.database);
    if (!rights)
        return sqlError(rights.error());
    const QString permission = change.kind == TranslatedChange::Kind::Insert ? u"INSERT"_s
        : change.kind == TranslatedChange::Kind::Update                      ? u"UPDATE"_s
                                                                             : u"DELETE"_s;
    if (rights->onTable(*found.table, permission))
        return {};
    return sqlError(229,
        u"The %1 permission was denied on the object '%2', database '%3', schema '%4'."_s.arg(
            permission, change.table->name, change.table->database, change.table->schema),
        1, 14, 5);
}

SqlResult<std::optional<QByteArray>> ChangeRunner::changeContext(const TranslatedChange &change)
{
    if (change.contextSql.isEmpty())
        return std::nullopt;
    SqlResult<SqliteStatement> statement = m_core.connection().prepare(u"SELECT "_s + change.contextSql);
    if (!statement)
        return sqlError(statement.error());
    bindVariables(*statement, change.rows.variables, m_core);
    if (statement->step() != SqliteStatement::Step::Row)
        return sqlError(m_core.connection().failure());
    return statement->isNull(0) ? std::nullopt : std::optional(statement->blob(0));
}

SqlStatus ChangeRunner::takeRows(const TranslatedChange &change, const CatalogTable &table)
{
    if (SqlStatus ok = RowWriter::makeTakenRows(m_core, table); !ok)
        return ok;
    QStringList columns;
    if (change.kind != TranslatedChange::Kind::Insert)
        columns += u"r"_s;
    for (const int index : change.columns)
        columns += table.columns[index].storage;
    // A row that FROM meets twice is changed once.
    TranslatedSelect taking = change.rows;
    taking.sql = columns.isEmpty()
        ? u"INSERT INTO temp.taken_rows DEFAULT VALUES"_s
        : u"INSERT OR IGNORE INTO temp.taken_rows (%1) "_s.arg(columns.join(u", "_s)) + change.rows.sql;
    SqlResult<TranslatedQuery> query = TranslatedQuery::open(m_core, taking);
    if (!query)
        return sqlError(query.error());
    const SqlResult<bool> more = query->step();
    return more ? SqlStatus() : sqlError(more.error());
}

} // namespace tidemark::practice
