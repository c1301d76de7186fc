#pragma once

#include "ast.h"
#include "sqlresult.h"
#include "translatedquery.h"

namespace tidemark::practice {

class SessionCore;

/// Runs SELECT statements: results to the sink, or values into variables.
class SelectRunner {
public:
    explicit SelectRunner(SessionCore &core);

    /// After SET FMTONLY ON: the columns, and no row.
    SqlStatus run(const ast::SelectStatement &statement);

private:
    SqlStatus replay(ReplayTable table);
    SqlStatus describe(const QList<ResultColumn> &columns);
    SqlStatus assign(const TranslatedSelect &select);
    SqlStatus send(const TranslatedSelect &select);
    SqlResult<bool> sendRows(TranslatedQuery &query);
    SqlStatus sendChunks(TranslatedQuery &query, const QString &storage);

    SessionCore &m_core;
    qint64 m_rows = 0;
    bool m_stopped = false; // the client wants no more
    bool m_begun = false; // columns are sent
};

} // namespace tidemark::practice
