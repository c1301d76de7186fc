#include "tokencursor.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deepestNesting = 60;

} // namespace

TokenCursor::TokenCursor(const QString &text, std::vector<Token> tokens)
    : m_text(text), m_tokens(std::move(tokens))
{
}

const Token &TokenCursor::peek(int ahead) const
{
    return m_tokens[std::min(m_at + std::size_t(ahead), m_tokens.size() - 1)];
}

Token TokenCursor::take()
{
    Token token = peek();
    if (m_at + 1 < m_tokens.size())
        ++m_at;
    return token;
}

bool TokenCursor::isWord(QStringView upper, int ahead) const
{
    const Token &token = peek(ahead);
    return token.kind == Token::Kind::Word && token.upper == upper;
}

bool TokenCursor::isSymbol(QStringView symbol, int ahead) const
{
    const Token &token = peek(ahead);
    return token.kind == Token::Kind::Symbol && token.text == symbol;
}

bool TokenCursor::isName(int ahead) const
{
    const Token &token = peek(ahead);
    return token.kind == Token::Kind::QuotedName
        || (token.kind == Token::Kind::Word && !isReservedWord(token.upper));
}

bool TokenCursor::acceptWord(QStringView upper)
{
    if (!isWord(upper))
        return false;
    take();
    return true;
}

bool TokenCursor::acceptSymbol(QStringView symbol)
{
    if (!isSymbol(symbol))
        return false;
    take();
    return true;
}

bool TokenCursor::acceptWords(QStringView first, QStringView second)
{
    if (!isWord(first) || !isWord(second, 1))
        return false;
    take();
    take();
    return true;
}

void TokenCursor::expectWord(QStringView upper)
{
    if (!acceptWord(upper))
        fail();
}

void TokenCursor::expectSymbol(QStringView symbol)
{
    if (!acceptSymbol(symbol))
        fail();
}

QString TokenCursor::expectName()
{
    if (isName())
        return take().text;
    fail();
    return {};
}

QString TokenCursor::expectVariable()
{
    if (peek().kind == Token::Kind::Variable && !peek().text.startsWith(u"@@"_s))
        return take().text;
    fail();
    return {};
}

QString TokenCursor::expectText()
{
    if (peek().kind == Token::Kind::Text || peek().kind == Token::Kind::NationalText)
        return take().text;
    fail();
    return {};
}

qint64 TokenCursor::expectInteger()
{
    const bool negative = acceptSymbol(u"-");
    bool ok = false;
    const qint64 value = peek().kind == Token::Kind::Integer ? peek().text.toLongLong(&ok) : 0;
    if (!ok) {
        fail();
        return 0;
    }
    take();
    return negative ? -value : value;
}

ast::ObjectName TokenCursor::expectObjectName()
{
    ast::ObjectName result;
    result.at = position();
    QStringList parts{ isSymbol(u".") ? QString() : expectName() };
    while (acceptSymbol(u".")) {
        // db..t leaves the schema out, ..t the database too
        parts += isSymbol(u".") ? QString() : expectName();
    }
    if (parts.size() > 3 && !parts.first().isEmpty())
        fail(7202,
            u"Could not find server '%1' in sys.servers. Verify that the correct server name was specified."_s
                .arg(parts.first()),
            result.at, 11);
    result.name = parts.takeLast();
    result.schema = parts.isEmpty() ? QString() : parts.takeLast();
    result.database = parts.isEmpty() ? QString() : parts.takeLast();
    return result;
}

QStringList TokenCursor::expectNameList()
{
    QStringList names;
    expectSymbol(u"(");
    do {
        names += expectName();
    } while (acceptSymbol(u","));
    expectSymbol(u")");
    return names;
}

void TokenCursor::expectEnd()
{
    if (!atEnd())
        fail();
}

void TokenCursor::fail()
{
    // The end itself has no word: the one before it is at fault.
    fail(atEnd() && m_at > 0 ? m_tokens[m_at - 1] : peek());
}

void TokenCursor::fail(const Token &token)
{
    const QString text = token.kind == Token::Kind::Money ? u'$' + token.text : token.text;
    if (token.kind == Token::Kind::Word && isReservedWord(token.upper))
        fail(156, u"Incorrect syntax near the keyword '%1'."_s.arg(text), token.at);
    else
        fail(102, u"Incorrect syntax near '%1'."_s.arg(text), token.at);
}

void TokenCursor::fail(int number, const QString &text, const ast::Position &at, int severity)
{
    if (!m_error)
        m_error = ServerMessage{ number, severity, 1, text, at.line, {} };
    m_at = m_tokens.size() - 1;
}

QString TokenCursor::textSince(int start) const
{
    return m_at == 0 ? QString() : m_text.mid(start, m_tokens[m_at - 1].end - start);
}

TokenCursor::Nesting::Nesting(TokenCursor &cursor) : m_cursor(cursor)
{
    if (++m_cursor.m_depth > deepestNesting)
        m_cursor.fail(191,
            u"Some part of your SQL statement is nested too deeply. Rewrite the query or break it up into "
            u"smaller "
            "queries."_s,
            m_cursor.position());
}

} // namespace tidemark::practice
