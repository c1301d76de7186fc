#include "sqllexer.h"

#include <QSet>

#include <array>
#include <string_view>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestName = 128;

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'#' || c.isSurrogate();
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || c.isDigit() || c == u'@' || c == u'$' || c.isMark();
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(QChar c)
{
    return isDigit(c) || (c.toUpper() >= u'A' && c.toUpper() <= u'F');
}

class Lexer {
public:
    explicit Lexer(const QString &text) : m_text(text) { }

    SqlResult<std::vector<Token>> run()
    {
        std::vector<Token> tokens;
        while (true) {
            if (const SqlStatus ok = skipBlanks(); !ok)
                return sqlError(ok.error());
            SqlResult<Token> token = next();
            if (!token)
                return sqlError(token.error());
            token->end = m_at;
            tokens.push_back(std::move(*token));
            if (tokens.back().kind == Token::Kind::End)
                return tokens;
        }
    }

private:
    QChar peek(int ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }

    bool atEnd() const { return m_at >= m_text.size(); }

    void step()
    {
        if (m_text[m_at] == u'\n')
            ++m_line;
        ++m_at;
    }

    SqlStatus skipBlanks()
    {
        while (!atEnd()) {
            if (peek() == u'-' && peek(1) == u'-') {
                while (!atEnd() && peek() != u'\n')
                    step();
            } else if (peek() == u'/' && peek(1) == u'*') {
                if (SqlStatus ok = skipComment(); !ok)
                    return ok;
            } else if (peek().isSpace() || peek() == QChar::ByteOrderMark) {
                step();
            } else {
                return {};
            }
        }
        return {};
    }

    SqlStatus skipComment()
    {
        const int line = m_line;
        int depth = 0; // comments nest
        do {
            if (atEnd())
                return sqlError(113, u"Missing end comment mark '*/'."_s, line, 15);
            const int change = peek() == u'/' && peek(1) == u'*' ? 1
                : peek() == u'*' && peek(1) == u'/'              ? -1
                                                                 : 0;
            depth += change;
            if (change != 0)
                step();
            step();
        } while (depth > 0);
        return {};
    }

    Token token(Token::Kind kind) const { return { kind, {}, {}, { m_line, m_at }, m_at }; }

    SqlResult<Token> next()
    {
        if (atEnd())
            return token(Token::Kind::End);
        const QChar c = peek();
        if ((c == u'N' || c == u'n') && peek(1) == u'\'') {
            Token national = token(Token::Kind::NationalText);
            step();
            return quoted(std::move(national), u'\'');
        }
        if (c == u'\'')
            return quoted(token(Token::Kind::Text), u'\'');
        if (c == u'[')
            return quoted(token(Token::Kind::QuotedName), u']');
        if (c == u'"')
            return quoted(token(Token::Kind::QuotedName), u'"');
        if (c == u'0' && (peek(1) == u'x' || peek(1) == u'X'))
            return binary();
        if (isDigit(c) || (c == u'.' && isDigit(peek(1))))
            return number(token(Token::Kind::Integer));
        if (c == u'$' && (isDigit(peek(1)) || peek(1) == u'.')) {
            Token money = token(Token::Kind::Money);
            step();
            return number(std::move(money));
        }
        if (c == u'@' || isNameStart(c))
            return word();
        return symbol();
    }

    SqlResult<Token> quoted(Token result, QChar close)
    {
        const int start = m_at;
        step();
        while (!atEnd()) {
            if (peek() == close) {
                if (peek(1) != close)
                    break;
                step();
            }
            result.text += peek();
            step();
        }
        if (atEnd())
            return sqlError(105,
                u"Unclosed quotation mark after the character string '%1'."_s.arg(
                    m_text.mid(start + 1, longestName)),
                result.at.line, 15);
        step();
        if (result.kind == Token::Kind::QuotedName) {
            if (const SqlStatus ok = checkName(result); !ok)
                return sqlError(ok.error());
        }
        return result;
    }

    SqlResult<Token> binary()
    {
        Token result = token(Token::Kind::Binary);
        m_at += 2;
        while (isHexDigit(peek())) {
            result.text += peek();
            step();
        }
        return result;
    }

    /// Digits, a point, an exponent. A money literal takes only the first two.
    SqlResult<Token> number(Token result)
    {
        const int start = m_at;
        const bool money = result.kind == Token::Kind::Money;
        while (isDigit(peek()))
            step();
        if (peek() == u'.') {
            step();
            result.kind = money ? Token::Kind::Money : Token::Kind::Decimal;
            while (isDigit(peek()))
                step();
        }
        if (!money && (peek() == u'e' || peek() == u'E')) {
            result.kind = Token::Kind::Float;
            step();
            if (peek() == u'+' || peek() == u'-')
                step();
            while (isDigit(peek()))
                step();
        }
        result.text = m_text.mid(start, m_at - start);
        return result;
    }

    SqlResult<Token> word()
    {
        Token result = token(peek() == u'@' ? Token::Kind::Variable : Token::Kind::Word);
        const int start = m_at;
        step();
        while (!atEnd() && isNamePart(peek()))
            step();
        result.text = m_text.mid(start, m_at - start);
        result.upper = result.text.toUpper();
        if (const SqlStatus ok = checkName(result); !ok)
            return sqlError(ok.error());
        return result;
    }

    static SqlStatus checkName(const Token &name)
    {
        if (name.text.size() > longestName)
            return sqlError(103,
                u"The identifier that starts with '%1' is too long. Maximum length is 128."_s.arg(
                    name.text.left(longestName)),
                name.at.line, 15);
        return {};
    }

    SqlResult<Token> symbol()
    {
        static constexpr std::array<std::u16string_view, 16> pairs{ u"<>", u"<=", u">=", u"!=", u"!<", u"!>",
            u"::", u"+=", u"-=", u"*=", u"/=", u"%=", u"&=", u"|=", u"^=", u"||" };
        Token result = token(Token::Kind::Symbol);
        const QStringView two = QStringView(m_text).mid(m_at, 2);
        for (const std::u16string_view pair : pairs) {
            if (two == QStringView(pair.data(), qsizetype(pair.size()))) {
                result.text = two.toString();
                m_at += 2;
                return result;
            }
        }
        static const QString single = u"(),.;=<>+-*/%&|^~:{}"_s;
        result.text = peek();
        if (!single.contains(peek()))
            return sqlError(102, u"Incorrect syntax near '%1'."_s.arg(peek()), m_line, 15);
        step();
        return result;
    }

    const QString &m_text;
    int m_at = 0;
    int m_line = 1;
};

} // namespace

SqlResult<std::vector<Token>> tokenize(const QString &text)
{
    return Lexer(text).run();
}

/// Those of the documentation but PRECISION, which stands bare in its own samples as a column of sys.columns.
bool isReservedWord(const QString &upper)
{
    static const QStringList words =
        uR"(ADD ALL ALTER AND ANY AS ASC AUTHORIZATION BACKUP BEGIN BETWEEN BREAK BROWSE BULK BY CASCADE CASE
CHECK CHECKPOINT CLOSE CLUSTERED COALESCE COLLATE COLUMN COMMIT COMPUTE CONSTRAINT CONTAINS CONTAINSTABLE
CONTINUE CONVERT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURSOR DATABASE
DBCC DEALLOCATE DECLARE DEFAULT DELETE DENY DESC DISK DISTINCT DISTRIBUTED DOUBLE DROP DUMP ELSE END ERRLVL
ESCAPE EXCEPT EXEC EXECUTE EXISTS EXIT EXTERNAL FETCH FILE FILLFACTOR FOR FOREIGN FREETEXT FREETEXTTABLE FROM
FULL FUNCTION GOTO GRANT GROUP HAVING HOLDLOCK IDENTITY IDENTITY_INSERT IDENTITYCOL IF IN INDEX INNER INSERT
INTERSECT INTO IS JOIN KEY KILL LEFT LIKE LINENO LOAD MERGE NATIONAL NOCHECK NONCLUSTERED NOT NULL NULLIF OF OFF
OFFSETS ON OPEN OPENDATASOURCE OPENQUERY OPENROWSET OPENXML OPTION OR ORDER OUTER OVER PERCENT PIVOT PLAN
PRIMARY PRINT PROC PROCEDURE PUBLIC RAISERROR READ READTEXT RECONFIGURE REFERENCES REPLICATION RESTORE
RESTRICT RETURN REVERT REVOKE RIGHT ROLLBACK ROWCOUNT ROWGUIDCOL RULE SAVE SCHEMA SECURITYAUDIT SELECT
SEMANTICKEYPHRASETABLE SEMANTICSIMILARITYDETAILSTABLE SEMANTICSIMILARITYTABLE SESSION_USER SET SETUSER SHUTDOWN
SOME STATISTICS SYSTEM_USER TABLE TABLESAMPLE TEXTSIZE THEN TO TOP TRAN TRANSACTION TRIGGER TRUNCATE TRY_CONVERT
TSEQUAL UNION UNIQUE UNPIVOT UPDATE UPDATETEXT USE USER VALUES VARYING VIEW WAITFOR WHEN WHERE WHILE WITH
WRITETEXT)"_s.simplified()
            .split(u' ');
    static const QSet<QString> set(words.cbegin(), words.cend());
    return set.contains(upper);
}

} // namespace tidemark::practice
