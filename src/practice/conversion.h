#pragma once

#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

namespace tidemark::practice {

enum class ConversionKind {
    Cast, // CAST, CONVERT, and what an expression converts by itself: long text is cut
    Assign, // into a column: long text is error 2628 or 8152
    Variable, // into a variable or parameter: long text is cut
};

/// Converts a value as SQL Server does, or answers 220, 241, 242, 245, 248, 295, 529, 2628, 8114, 8115, 8152,
/// 8169 ... `style` as in CONVERT.
[[nodiscard]] SqlResult<SqlValue> convertValue(const SqlValue &value, const SqlType &from, const SqlType &to,
    int style = 0, ConversionKind kind = ConversionKind::Cast);

/// Whether any conversion exists (error 529) and whether it needs CONVERT (257).
enum class Convertibility { Implicit, Explicit, Never };
Convertibility convertibility(const SqlType &from, const SqlType &to);

} // namespace tidemark::practice
