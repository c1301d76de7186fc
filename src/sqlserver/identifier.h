#pragma once

#include "tableref.h"

#include <QString>

namespace tidemark {

/// "[na]]me]": a name as T-SQL reads it back exactly, whatever characters it holds.
QString quoteName(const QString &name);

/// "[schema].[table]", for statements in the table's own database.
QString quoteTable(const TableRef &table);

/// "N'it''s'": a Unicode literal. A backslash before a line end, which T-SQL would swallow, splits it in two.
QString textLiteral(const QString &text);

} // namespace tidemark
