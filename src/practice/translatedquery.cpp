#include "translatedquery.h"

#include "changetable.h"
#include "sessioncore.h"
#include "sessionschema.h"
#include "storedvalue.h"
#include "systemviews.h"
#include "translator.h"

#include <sqlite3.h>

#include <limits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

void bindNamed(SqliteStatement &statement, const char *name, qint64 value)
{
    if (const int index = sqlite3_bind_parameter_index(statement.raw(), name); index > 0)
        statement.bind(index, value);
}

tl::unexpected<ServerMessage> denied(const QString &permission, const TableView &table, ast::Position at)
{
    return sqlError(229,
        u"The %1 permission was denied on the object '%2', database '%3', schema '%4'."_s.arg(
            permission, table.name, table.database, table.schema),
        at.line, 14, 5);
}

SqlStatus checkColumns(
    const Rights &rights, const CatalogTable &table, const QList<int> &columns, const TableRead &read)
{
    const QString select = u"SELECT"_s;
    if (columns.isEmpty()) {
        for (const CatalogColumn &column : table.columns) {
            if (rights.onTable(table, select, column.id))
                return {};
        }
        return denied(select, *read.table, read.at);
    }
    QStringList missing;
    for (const int index : columns) {
        if (!rights.onTable(table, select, table.columns[index].id))
            missing += table.columns[index].name;
    }
    if (missing.isEmpty())
        return {};
    if (missing.size() == columns.size())
        return denied(select, *read.table, read.at);
    return sqlError(230,
        u"The SELECT permission was denied on the column '%1' of the object '%2', database '%3', schema '%4'."_s
            .arg(missing.first(), read.table->name, read.table->database, read.table->schema),
        read.at.line, 14);
}

} // namespace

void bindVariables(SqliteStatement &statement, const QStringList &names, SessionCore &core)
{
    for (int i = 0; i < names.size(); ++i) {
        const QByteArray parameter = ":v" + QByteArray::number(i + 1);
        const int index = sqlite3_bind_parameter_index(statement.raw(), parameter.constData());
        if (index == 0)
            continue;
        const SessionVariable variable = core.variables.value(names[i]);
        bindStored(statement.raw(), index, variable.value, variable.type);
    }
}

SqlStatus checkReads(SessionCore &core, const std::vector<TableRead> &reads)
{
    const SessionSchema schema(core);
    for (const TableRead &read : reads) {
        if (!read.table->userTable)
            continue;
        const DatabasePtr database = core.server().database(read.table->database);
        const SqlResult<Rights> rights = core.rights(database);
        if (!rights)
            return sqlError(rights.error());
        if (rights->isOwner())
            continue;
        const SqlResult<SessionSchema::Found> found = schema.find(*read.table);
        if (!found)
            return sqlError(found.error());
        const QString changes = u"VIEW CHANGE TRACKING"_s;
        if (read.changes && !rights->onTable(*found->table, changes))
            return denied(changes, *read.table, read.at);
        const QList<int> columns = read.changes ? read.table->key : read.columns;
        if (SqlStatus ok = checkColumns(*rights, *found->table, columns, read); !ok)
            return ok;
    }
    return {};
}

TranslatedQuery::TranslatedQuery(SessionCore &core, const TranslatedSelect &select)
    : m_core(&core), m_select(&select)
{
}

TranslatedQuery::~TranslatedQuery()
{
    m_statement = SqliteStatement();
    for (const QString &table : m_made) {
        if (!m_core->connection().run(u"DROP TABLE IF EXISTS "_s + table))
            qWarning("A temporary table of the practice server could not be dropped.");
    }
}

SqlResult<TranslatedQuery> TranslatedQuery::open(SessionCore &core, const TranslatedSelect &select)
{
    TranslatedQuery query(core, select);
    if (SqlStatus ok = checkReads(core, select.reads); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = SystemViews(core).fill(select.reads); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = query.takeChanges(); !ok)
        return sqlError(ok.error());
    if (SqlStatus ok = query.prepare(); !ok)
        return sqlError(ok.error());
    return query;
}

SqlStatus TranslatedQuery::takeChanges()
{
    for (const ChangePart &part : m_select->changes) {
        m_made.push_back(part.storage);
        if (SqlStatus ok = ChangeTableReader(*m_core, part, m_select->variables).fill(); !ok)
            return ok;
    }
    return {};
}

SqlStatus TranslatedQuery::prepare()
{
    SqlResult<SqliteStatement> statement = m_core->connection().prepare(m_select->sql);
    if (!statement)
        return sqlError(statement.error());
    m_statement = std::move(*statement);
    bindVariables(m_statement, m_select->variables, *m_core);
    restart(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
    return {};
}

void TranslatedQuery::restart(qint64 from, qint64 to)
{
    m_statement.reset();
    bindNamed(m_statement, ":from_row", from);
    bindNamed(m_statement, ":to_row", to);
}

SqlResult<bool> TranslatedQuery::step()
{
    switch (m_statement.step()) {
    case SqliteStatement::Step::Row:
        return true;
    case SqliteStatement::Step::Done:
        return false;
    case SqliteStatement::Step::Failed:
        break;
    }
    return sqlError(m_core->connection().failure());
}

SqlRow TranslatedQuery::row() const
{
    SqlRow row;
    row.reserve(std::size_t(m_select->columns.size()));
    for (int i = 0; i < m_select->columns.size(); ++i)
        row.push_back(storedColumn(m_statement.raw(), i, m_select->columns[i].type));
    return row;
}

SqlResult<SqlValue> singleValue(SessionCore &core, const SqlResult<TranslatedSelect> &select)
{
    if (!select)
        return sqlError(select.error());
    SqlResult<TranslatedQuery> query = TranslatedQuery::open(core, *select);
    if (!query)
        return sqlError(query.error());
    const SqlResult<bool> found = query->step();
    if (!found)
        return sqlError(found.error());
    return *found ? query->row().front() : SqlValue();
}

SqlResult<SqlValue> valueOf(SessionCore &core, const ast::Expression &expression, const SqlType &type)
{
    const SessionSchema schema(core);
    return singleValue(core, Translator(schema, core.variableTypes()).value(expression, type));
}

} // namespace tidemark::practice
