#include "selectrunner.h"

#include "faultstrike.h"
#include "replayquery.h"
#include "replaytable.h"
#include "sessioncore.h"
#include "sessionschema.h"
#include "translator.h"

#include <algorithm>
#include <limits>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

// Outside a snapshot a scan looks at so many rows at a time, so that changes in between can be seen.
constexpr int rowsInAChunk = 500;

} // namespace

SelectRunner::SelectRunner(SessionCore &core) : m_core(core) { }

SqlStatus SelectRunner::run(const ast::SelectStatement &statement)
{
    if (const auto replayed = ReplayQuery(m_core).table(statement)) {
        if (!*replayed)
            return sqlError(replayed->error());
        return m_core.formatOnly ? describe((**replayed)->columns) : replay(***replayed);
    }
    const SessionSchema schema(m_core);
    for (bool again = false;; again = true) {
        const SqlResult<TranslatedSelect> select =
            Translator(schema, m_core.variableTypes()).select(statement);
        if (!select)
            return sqlError(select.error());
        const bool assigns = !select->assigns.isEmpty();
        if (m_core.formatOnly)
            return describe(assigns ? QList<ResultColumn>() : select->columns);
        SqlStatus result = assigns ? assign(*select) : send(*select);
        // Between the look at the catalog and the read a table may have changed its shape: look again.
        if (result || result.error().number != 823 || m_begun || again)
            return result;
        m_core.beginStatement();
    }
}

SqlStatus SelectRunner::replay(ReplayTable table)
{
    table.rows = std::min(table.rows, m_core.rowLimit);
    m_core.rowCount = table.rows;
    m_core.sink->replay(table);
    return {};
}

SqlStatus SelectRunner::describe(const QList<ResultColumn> &columns)
{
    m_core.rowCount = 0;
    if (!columns.isEmpty() && m_core.sink->columns(columns))
        m_core.sink->done(CommandKind::Select, 0, false);
    return {};
}

SqlStatus SelectRunner::assign(const TranslatedSelect &select)
{
    SqlResult<TranslatedQuery> query = TranslatedQuery::open(m_core, select);
    if (!query)
        return sqlError(query.error());
    SqlRow last;
    m_core.rowCount = 0;
    SqlResult<bool> more = query->step();
    for (; more && *more && m_core.rowCount < m_core.rowLimit; more = query->step()) {
        last = query->row();
        ++m_core.rowCount;
    }
    if (!more)
        return sqlError(more.error());
    for (std::size_t i = 0; i < last.size(); ++i)
        m_core.variables[select.assigns[qsizetype(i)]].value = last[i];
    return {};
}

SqlStatus SelectRunner::send(const TranslatedSelect &select)
{
    SqlResult<TranslatedQuery> query = TranslatedQuery::open(m_core, select);
    if (!query)
        return sqlError(query.error());
    if (SqlStatus ok = strikeBeforeRow(m_core, 0); !ok)
        return ok;
    // The first step before the columns: most errors then come alone, as from a server.
    const bool torn = select.chunks && !m_core.transaction().isFrozen();
    if (torn) {
        m_begun = true;
        if (!m_core.sink->columns(select.columns))
            return {};
        if (SqlStatus ok = sendChunks(*query, select.chunks->storage); !ok)
            return ok;
    } else {
        const SqlResult<bool> first = query->step();
        if (!first)
            return sqlError(first.error());
        m_begun = true;
        if (!m_core.sink->columns(select.columns))
            return {};
        if (*first) {
            if (const SqlResult<bool> sent = sendRows(*query); !sent)
                return sqlError(sent.error());
        }
    }
    m_core.rowCount = m_rows;
    if (!m_stopped)
        m_core.sink->done(CommandKind::Select, m_rows, false);
    return {};
}

/// Sends the row at which the query stands and all that follow; false when there have been enough.
SqlResult<bool> SelectRunner::sendRows(TranslatedQuery &query)
{
    SqlResult<bool> more = true;
    for (; more && *more; more = query.step()) {
        if (m_rows == m_core.rowLimit)
            return false;
        if (SqlStatus ok = strikeBeforeRow(m_core, ++m_rows); !ok)
            return sqlError(ok.error());
        if (m_core.sink->cancelled() || !m_core.sink->row(query.row())) {
            m_stopped = true;
            return false;
        }
    }
    if (!more)
        return sqlError(more.error());
    return true;
}

SqlStatus SelectRunner::sendChunks(TranslatedQuery &query, const QString &storage)
{
    const QString endOfChunk =
        u"SELECT max(r) FROM (SELECT rowid AS r FROM %1 WHERE rowid > %2 ORDER BY rowid "
        "LIMIT %3)"_s.arg(storage, u"%1"_s, QString::number(rowsInAChunk));
    qint64 from = std::numeric_limits<qint64>::min();
    while (true) {
        const SqlResult<std::optional<qint64>> to = m_core.connection().integer(endOfChunk.arg(from));
        if (!to)
            return sqlError(to.error());
        if (!*to)
            return {};
        query.restart(from, **to);
        const SqlResult<bool> first = query.step();
        if (!first)
            return sqlError(first.error());
        if (*first) {
            const SqlResult<bool> sent = sendRows(query);
            if (!sent)
                return sqlError(sent.error());
            if (!*sent)
                return {};
        }
        query.restart(from, from); // lets SQLite's read transaction go
        from = **to;
    }
}

} // namespace tidemark::practice
