#pragma once

#include "sqlitestatement.h"
#include "sqlresult.h"
#include "translatedselect.h"

namespace tidemark::practice {

class SessionCore;

/// A translated SELECT, ready to step: rights checked, system views filled, CHANGETABLEs taken into their
/// temporary tables, variables bound. `select` must outlive it.
class TranslatedQuery {
public:
    [[nodiscard]] static SqlResult<TranslatedQuery> open(SessionCore &core, const TranslatedSelect &select);
    TranslatedQuery(TranslatedQuery &&) noexcept = default;
    ~TranslatedQuery();

    /// True for a row, false at the end.
    SqlResult<bool> step();
    SqlRow row() const;
    /// The stored form, only until the next step.
    sqlite3_value *value(int column) const { return m_statement.value(column); }
    /// Begins again with the rows of one chunk: from < rowid <= to.
    void restart(qint64 from, qint64 to);

private:
    TranslatedQuery(SessionCore &core, const TranslatedSelect &select);
    SqlStatus takeChanges();
    SqlStatus prepare();

    SessionCore *m_core;
    const TranslatedSelect *m_select;
    SqliteStatement m_statement;
    std::vector<QString> m_made; // temporary tables
};

/// Binds the variables of a translated statement, as its names say.
void bindVariables(SqliteStatement &statement, const QStringList &names, SessionCore &core);
/// 229 or 230 for what the session's user may not read.
[[nodiscard]] SqlStatus checkReads(SessionCore &core, const std::vector<TableRead> &reads);
/// The value of a SELECT of one row and column, if it could be translated.
[[nodiscard]] SqlResult<SqlValue> singleValue(SessionCore &core, const SqlResult<TranslatedSelect> &select);
/// The value of an expression, converted to `type` as by an assignment.
[[nodiscard]] SqlResult<SqlValue> valueOf(
    SessionCore &core, const ast::Expression &expression, const SqlType &type);

} // namespace tidemark::practice
