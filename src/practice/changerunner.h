#pragma once

#include "ast.h"
#include "sessionschema.h"
#include "sqlresult.h"
#include "translatedselect.h"

namespace tidemark::practice {

class SessionCore;

/// Runs INSERT, UPDATE and DELETE: takes their rows, then hands them to a RowWriter. One statement is done
/// whole or not at all.
class ChangeRunner {
public:
    explicit ChangeRunner(SessionCore &core);

    SqlStatus run(const ast::Insert &statement);
    SqlStatus run(const ast::Update &statement);
    SqlStatus run(const ast::Delete &statement);

private:
    SqlStatus begin(const ast::ObjectName &target);
    SqlStatus apply(const SqlResult<TranslatedChange> &change, CommandKind kind);
    SqlStatus checkRights(const TranslatedChange &change, const SessionSchema::Found &found) const;
    SqlResult<std::optional<QByteArray>> changeContext(const TranslatedChange &change);
    SqlStatus takeRows(const TranslatedChange &change, const CatalogTable &table);

    SessionCore &m_core;
};

} // namespace tidemark::practice
