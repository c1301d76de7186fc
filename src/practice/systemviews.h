#pragma once

#include "schemaview.h"
#include "sqlresult.h"
#include "systemviewrows.h"
#include "translatedselect.h"

#include <vector>

namespace tidemark::practice {

/// The views of sys and INFORMATION_SCHEMA. For each statement that reads one, a temporary table is filled
/// with what the session's user may see at that moment.
class SystemViews {
public:
    explicit SystemViews(SessionCore &core);

    static const std::vector<TableViewPtr> &all();
    /// Null when there is no such view.
    static TableViewPtr view(const ast::ObjectName &name);

    SqlStatus fill(const std::vector<TableRead> &reads);

private:
    SqlStatus fill(const TableView &view);
    SqlStatus checkRight(const SystemViewDefinition &definition, const SystemViewContext &context) const;

    SessionCore &m_core;
};

} // namespace tidemark::practice
