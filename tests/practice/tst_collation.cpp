#include "collation.h"
#include "likepattern.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tidemark::practice;

class TestCollation : public QObject {
    Q_OBJECT

private slots:
    void knowsNames_data();
    void knowsNames();
    void compares_data();
    void compares();
    void matchesPatterns_data();
    void matchesPatterns();
};

void TestCollation::knowsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sqlite");
    QTest::newRow("default") << u"SQL_Latin1_General_CP1_CI_AS"_s << u"ts_ci_as"_s;
    QTest::newRow("case") << u"latin1_general_100_cs_as"_s << u"ts_cs_as"_s;
    QTest::newRow("accents") << u"Latin1_General_CI_AI"_s << u"ts_ci_ai"_s;
    QTest::newRow("binary") << u"Latin1_General_100_BIN2"_s << u"ts_bin"_s;
    QTest::newRow("utf8") << u"Latin1_General_100_CI_AS_SC_UTF8"_s << u"ts_ci_as"_s;
    QTest::newRow("unknown") << u"Klingon_CI_AS"_s << QString();
    QTest::newRow("no rule") << u"Latin1_General"_s << QString();
}

void TestCollation::knowsNames()
{
    QFETCH(QString, name);
    QFETCH(QString, sqlite);
    const auto collation = collationByName(name);
    QCOMPARE(collation.has_value(), !sqlite.isEmpty());
    if (!collation)
        return;
    QCOMPARE(sqliteCollation(*collation), sqlite);
    QCOMPARE(collation->utf8, name.endsWith(u"UTF8"_s));
    QVERIFY(collationByName(collationName(*collation)) == collation);
}

void TestCollation::compares_data()
{
    QTest::addColumn<QString>("collation");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<int>("order");
    const QString plain = u"Latin1_General_CI_AS"_s;
    const QString cased = u"Latin1_General_CS_AS"_s;
    QTest::newRow("case") << plain << u"aBÄ"_s << u"AbÄ"_s << 0;
    QTest::newRow("case counts") << cased << u"a"_s << u"A"_s << 1;
    QTest::newRow("trailing blanks") << plain << u"a  "_s << u"a"_s << 0;
    QTest::newRow("leading blanks") << plain << u" a"_s << u"a"_s << -1;
    QTest::newRow("shorter") << plain << u"a"_s << u"ab"_s << -1;
    QTest::newRow("below a blank") << plain << u"a\t"_s << u"a"_s << -1;
    QTest::newRow("accent") << plain << u"e"_s << u"é"_s << -1;
    QTest::newRow("accent does not count") << u"Latin1_General_CI_AI"_s << u"École"_s << u"ecole"_s << 0;
    QTest::newRow("binary") << u"Latin1_General_BIN2"_s << u"B"_s << u"a"_s << -1;
    QTest::newRow("four bytes") << plain << u"\xFFFD"_s << u"\xD83D\xDE00"_s << -1;
}

void TestCollation::compares()
{
    QFETCH(QString, collation);
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(int, order);
    QCOMPARE(compareText(left, right, *collationByName(collation)), order);
    QCOMPARE(compareText(right, left, *collationByName(collation)), -order);
}

void TestCollation::matchesPatterns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("matches");
    QTest::newRow("equal") << u"abc"_s << u"ABC"_s << true;
    QTest::newRow("any run") << u"abcabd"_s << u"a%bd"_s << true;
    QTest::newRow("any run at the end") << u"abc"_s << u"ab%"_s << true;
    QTest::newRow("empty") << QString() << u"%"_s << true;
    QTest::newRow("one character") << u"abc"_s << u"a_c"_s << true;
    QTest::newRow("too short") << u"ab"_s << u"a_c"_s << false;
    QTest::newRow("range") << u"b5"_s << u"[a-c][0-9]"_s << true;
    QTest::newRow("not in range") << u"d"_s << u"[^a-c]"_s << true;
    QTest::newRow("bracket as character") << u"a[b"_s << u"a[[]b"_s << true;
    QTest::newRow("escape") << u"5%"_s << u"5!%"_s << true;
    QTest::newRow("escape is needed") << u"5x"_s << u"5!%"_s << false;
    QTest::newRow("open bracket") << u"a"_s << u"[a"_s << false;
    QTest::newRow("trailing blank in the pattern") << u"a"_s << u"a "_s << false;
}

void TestCollation::matchesPatterns()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QFETCH(bool, matches);
    QCOMPARE(matchesLike(text, pattern, u'!', Collation()), matches);
}

QTEST_GUILESS_MAIN(TestCollation)
#include "tst_collation.moc"
