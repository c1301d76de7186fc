#pragma once

#include "sqlresult.h"
#include "sqltype.h"
#include "sqlvalue.h"

namespace tidemark::practice {

enum class ConversionKind {
    Cast, // CAST, CONVERT, variables, and what an expression converts by itself: long text is cut
    Assign, // into a column: long text is error 8152 (2628 where the column is known)
};

/// Converts a value as SQL Server does, or answers 220, 241, 242, 244, 245, 248, 281, 295, 529, 8114, 8115,
/// 8152, 8169 ... `style` as in CONVERT, -1 for none.
[[nodiscard]] SqlResult<SqlValue> convertValue(const SqlValue &value, const SqlType &from, const SqlType &to,
    int style = -1, ConversionKind kind = ConversionKind::Cast);

/// Whether any conversion exists (else error 529 or 206) and whether it needs CONVERT (257).
enum class Convertibility { Implicit, Explicit, Never };
Convertibility convertibility(const SqlType &from, const SqlType &to);

} // namespace tidemark::practice
