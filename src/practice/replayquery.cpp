#include "replayquery.h"

#include "sessioncore.h"
#include "sessionschema.h"
#include "translatedquery.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The only thing that a made-up table can answer.
const ast::SelectCore *plainSelect(const ast::Select &select)
{
    if (select.cores.size() != 1 || !select.with.empty() || !select.orderBy.empty() || select.offset)
        return nullptr;
    const ast::SelectCore &core = select.cores.front();
    if (core.distinct || core.top || core.where || !core.groupBy.empty() || core.having
        || core.from.size() != 1)
        return nullptr;
    return &core;
}

const ast::ObjectName *replayName(const ast::Select &select)
{
    for (const ast::SelectCore &core : select.cores) {
        for (const ast::SourcePtr &source : core.from) {
            if (source->kind == ast::Source::Kind::Table
                && source->table.schema.compare(u"replay"_s, Qt::CaseInsensitive) == 0)
                return &source->table;
        }
    }
    return nullptr;
}

} // namespace

ReplayQuery::ReplayQuery(SessionCore &core) : m_core(core) { }

std::optional<SqlStatus> ReplayQuery::run(const ast::SelectStatement &statement)
{
    const ast::ObjectName *name = replayName(statement.select);
    if (!name)
        return std::nullopt;
    const SqlResult<SessionSchema::Found> found = SessionSchema(m_core).find(*name);
    if (!found || !found->table->replay)
        return std::nullopt;
    const ast::SelectCore *plain = plainSelect(statement.select);
    const SqlResult<QList<int>> columns = plain
        ? columnsOf(*plain, *found->table)
        : sqlError(50000,
            u"The made-up table '%1' can only be read whole: SELECT columns FROM %1, without anything else."_s
                .arg(name->written()));
    if (!columns)
        return sqlError(columns.error());
    if (SqlStatus ok = checkReads(m_core, { TableRead{ found->table->view, false, *columns, name->at } });
        !ok)
        return ok;
    ReplayTable table = *m_core.server().replays().table(*found->table, *columns);
    table.rows = std::min(table.rows, m_core.rowLimit);
    m_core.rowCount = table.rows;
    m_core.sink->replay(table);
    return SqlStatus();
}

SqlResult<QList<int>> ReplayQuery::columnsOf(const ast::SelectCore &core, const CatalogTable &table) const
{
    QList<int> columns;
    for (const ast::SelectItem &item : core.items) {
        if (!item.expression) {
            for (int i = 0; i < table.columns.size(); ++i)
                columns += i;
            continue;
        }
        if (item.expression->kind != ast::Expression::Kind::Column)
            return sqlError(50000,
                u"The made-up table '%1' gives its columns as they are, nothing computed."_s.arg(table.name),
                item.at.line);
        const int index = table.columnIndex(item.expression->name, SessionSchema(m_core).collation());
        if (index < 0)
            return sqlError(207, u"Invalid column name '%1'."_s.arg(item.expression->name), item.at.line);
        columns += index;
    }
    return columns;
}

} // namespace tidemark::practice
