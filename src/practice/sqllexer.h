#pragma once

#include "ast.h"
#include "sqlresult.h"

#include <QString>

#include <vector>

namespace tidemark::practice {

struct Token {
    enum class Kind {
        Word, // a name without quotes, or a keyword
        QuotedName, // [a] or "a"; text without the quotes
        Integer,
        Decimal, // 1.5
        Float, // 1e5
        Money, // $1.5; text without the sign
        Text, // 'a'; text without the quotes
        NationalText, // N'a'
        Binary, // 0x0A; text without 0x
        Variable, // @a, @@a
        Symbol, // ( ) , . ; = <> <= + ...
        End,
    };
    Kind kind = Kind::End;
    QString text;
    QString upper; // of words: for comparison with keywords
    ast::Position at;
    int end = 0; // offset behind it
};

/// Cuts a batch into tokens, the last of which is End. Errors: 102, 103, 105, 113.
[[nodiscard]] SqlResult<std::vector<Token>> tokenize(const QString &text);

/// Whether T-SQL reserves the word (given in upper case): it is no name without quotes.
bool isReservedWord(const QString &upper);

} // namespace tidemark::practice
