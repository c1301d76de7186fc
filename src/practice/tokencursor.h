#pragma once

#include "sqllexer.h"

#include <QStringView>

#include <optional>

namespace tidemark::practice {

/// A place in the tokens of a batch. The first error is kept and moves the place to the end, where nothing
/// matches any more: so a parser goes on without asking and comes out of all its loops.
class TokenCursor {
public:
    TokenCursor(const QString &text, std::vector<Token> tokens);

    bool failed() const { return m_error.has_value(); }
    ServerMessage error() const { return *m_error; }
    bool atEnd() const { return peek().kind == Token::Kind::End; }
    void expectEnd();

protected:
    const Token &peek(int ahead = 0) const;
    Token take();
    ast::Position position() const { return peek().at; }

    bool isWord(QStringView upper, int ahead = 0) const;
    bool isSymbol(QStringView symbol, int ahead = 0) const;
    bool isName(int ahead = 0) const; // a quoted name, or a word that is not reserved
    bool acceptWord(QStringView upper);
    bool acceptSymbol(QStringView symbol);
    bool acceptWords(QStringView first, QStringView second);
    void expectWord(QStringView upper);
    void expectSymbol(QStringView symbol);
    QString expectName();
    QString expectVariable();
    QString expectText();
    qint64 expectInteger(); // with a sign
    ast::ObjectName expectObjectName();
    QStringList expectNameList(); // in brackets

    /// Error 102 or 156 at the token that is next.
    void fail();
    void fail(const Token &token);
    void fail(int number, const QString &text, const ast::Position &at, int severity = 15);

    /// The text of the batch from `start` to what has been taken.
    QString textSince(int start) const;

    /// Counts nested constructs while it lives; too many are error 191.
    class Nesting {
    public:
        explicit Nesting(TokenCursor &cursor);
        ~Nesting() { --m_cursor.m_depth; }
        Q_DISABLE_COPY_MOVE(Nesting)

    private:
        TokenCursor &m_cursor;
    };

private:
    const QString &m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::optional<ServerMessage> m_error;
};

} // namespace tidemark::practice
