#pragma once

#include "ast.h"
#include "sqlresult.h"

#include <vector>

namespace tidemark::practice {

/// The kinds of made-up tables. "mixed": ten columns of the usual types, 1000 distinct rows, of whose texts
/// a fifth needs quotes in a CSV file. "long": a key and one nvarchar(max) of 64 MB, or "long5" of 5 MB.
class ReplayShape {
public:
    /// In table order; the first is the key. An error for an unknown shape.
    [[nodiscard]] static SqlResult<std::vector<ast::ColumnDefinition>> columns(const QString &shape);
    /// The distinct rows, the same every time.
    static std::vector<SqlRow> rows(const QString &shape);
};

} // namespace tidemark::practice
