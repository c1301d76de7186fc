#include "sqllexer.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

using Kind = Token::Kind;

class TestSqlLexer : public QObject {
    Q_OBJECT

private slots:
    void cutsTokens_data();
    void cutsTokens();
    void tellsPositions();
    void refuses_data();
    void refuses();
    void knowsReservedWords();
};

void TestSqlLexer::cutsTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("token");

    QTest::newRow("word") << u"Select"_s << int(Kind::Word) << u"Select"_s;
    QTest::newRow("word of other letters") << u"größe_1"_s << int(Kind::Word) << u"größe_1"_s;
    QTest::newRow("brackets") << u"[a]]b]"_s << int(Kind::QuotedName) << u"a]b"_s;
    QTest::newRow("double quotes") << u"\"a\"\"b\""_s << int(Kind::QuotedName) << u"a\"b"_s;
    QTest::newRow("text") << u"'it''s'"_s << int(Kind::Text) << u"it's"_s;
    QTest::newRow("empty text") << u"''"_s << int(Kind::Text) << QString();
    QTest::newRow("national text") << u"N'\xD83D\xDE00'"_s << int(Kind::NationalText) << u"\xD83D\xDE00"_s;
    QTest::newRow("integer") << u"42"_s << int(Kind::Integer) << u"42"_s;
    QTest::newRow("decimal") << u".50"_s << int(Kind::Decimal) << u".50"_s;
    QTest::newRow("float") << u"1.5E-3"_s << int(Kind::Float) << u"1.5E-3"_s;
    QTest::newRow("money") << u"$1.25"_s << int(Kind::Money) << u"1.25"_s;
    QTest::newRow("binary") << u"0x0aFF"_s << int(Kind::Binary) << u"0aFF"_s;
    QTest::newRow("empty binary") << u"0x"_s << int(Kind::Binary) << QString();
    QTest::newRow("variable") << u"@since1"_s << int(Kind::Variable) << u"@since1"_s;
    QTest::newRow("system variable") << u"@@SPID"_s << int(Kind::Variable) << u"@@SPID"_s;
    QTest::newRow("two characters") << u"<>"_s << int(Kind::Symbol) << u"<>"_s;
    QTest::newRow("behind a line comment") << u"-- a ' b\nx"_s << int(Kind::Word) << u"x"_s;
    QTest::newRow("behind nested comments") << u"/* a /* b */ ' */ x"_s << int(Kind::Word) << u"x"_s;
    QTest::newRow("text with a comment in it") << u"'/* -- '"_s << int(Kind::Text) << u"/* -- "_s;
}

void TestSqlLexer::cutsTokens()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, token);
    const auto tokens = tokenize(text);
    QVERIFY(tokens);
    QCOMPARE(tokens->size(), std::size_t(2));
    QCOMPARE(int(tokens->front().kind), kind);
    QCOMPARE(tokens->front().text, token);
    QCOMPARE(int(tokens->back().kind), int(Kind::End));
}

void TestSqlLexer::tellsPositions()
{
    const auto tokens = tokenize(u"a\n /* x\n */ 'b\nc' d"_s);
    QVERIFY(tokens);
    QCOMPARE(tokens->size(), std::size_t(4));
    QCOMPARE((*tokens)[0].at.line, 1);
    QCOMPARE((*tokens)[1].at.line, 3);
    QCOMPARE((*tokens)[1].at.offset, 12);
    QCOMPARE((*tokens)[2].at.line, 4);
    QCOMPARE((*tokens)[1].end, 17);
}

void TestSqlLexer::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("line");

    QTest::newRow("open text") << u"a\n'b"_s << 105 << 2;
    QTest::newRow("open name") << u"[b"_s << 105 << 1;
    QTest::newRow("open comment") << u"a\n\n/* /* */"_s << 113 << 3;
    QTest::newRow("strange character") << u"a ? b"_s << 102 << 1;
    QTest::newRow("long name") << QString(129, u'a') << 103 << 1;
    QTest::newRow("long quoted name") << u'[' + QString(129, u'a') + u']' << 103 << 1;
}

void TestSqlLexer::refuses()
{
    QFETCH(QString, text);
    QFETCH(int, number);
    QFETCH(int, line);
    const auto tokens = tokenize(text);
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().number, number);
    QCOMPARE(tokens.error().line, line);
}

void TestSqlLexer::knowsReservedWords()
{
    QVERIFY(isReservedWord(u"SELECT"_s));
    QVERIFY(isReservedWord(u"WRITETEXT"_s));
    QVERIFY(!isReservedWord(u"CHANGETABLE"_s));
    QVERIFY(!isReservedWord(u"OFFSET"_s));
}

QTEST_GUILESS_MAIN(TestSqlLexer)
#include "tst_sqllexer.moc"
