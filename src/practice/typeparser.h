#pragma once

#include "tokencursor.h"

namespace tidemark::practice {

/// The grammar of declared types.
class TypeParser : public TokenCursor {
public:
    using TokenCursor::TokenCursor;

    /// A type; `ordinal` is the number of the column or variable for error texts, 0 inside CAST, where a text
    /// without length has 30 characters instead of 1.
    SqlType type(int ordinal);

private:
    QString typeWord();
    void length(SqlType &type, int ordinal);
    void precision(SqlType &type, int ordinal);
    void fraction(SqlType &type);
    void floatDigits(SqlType &type);
};

} // namespace tidemark::practice
