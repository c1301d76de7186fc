#include "namepattern.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestNamePattern : public QObject {
    Q_OBJECT

private slots:
    void textMatches_data();
    void textMatches();
    void filterMatches_data();
    void filterMatches();
    void anyFilterWillDo();
    void unmatchedFiltersAreSpelledAsTyped();
};

void TestNamePattern::textMatches_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("same") << u"orders"_s << u"orders"_s << true;
    QTest::newRow("case") << u"ORDERS"_s << u"Orders"_s << true;
    QTest::newRow("other") << u"orders"_s << u"orders2"_s << false;
    QTest::newRow("star alone") << u"*"_s << u"anything"_s << true;
    QTest::newRow("star takes nothing") << u"orders*"_s << u"orders"_s << true;
    QTest::newRow("star inside") << u"o*s"_s << u"orders"_s << true;
    QTest::newRow("star goes back") << u"*ab"_s << u"aab aab"_s << true;
    QTest::newRow("two stars") << u"*d*r*"_s << u"orders"_s << true;
    QTest::newRow("two stars in the other order") << u"*r*d*d*"_s << u"orders"_s << false;
    QTest::newRow("question mark") << u"t?"_s << u"t1"_s << true;
    QTest::newRow("question mark needs one") << u"t?"_s << u"t"_s << false;
    QTest::newRow("brackets are plain") << u"[a]*"_s << u"[a] b"_s << true;
    QTest::newRow("brackets are no set") << u"[ab]"_s << u"a"_s << false;
    QTest::newRow("backslash is plain") << u"a\\*"_s << u"a\\b"_s << true;
    QTest::newRow("sharp s") << u"STRASSE"_s << u"stra\u00dfe"_s << false;
    QTest::newRow("umlaut") << u"\u00c4*"_s << u"\u00e4rger"_s << true;
    QTest::newRow("empty text") << u"*"_s << QString() << true;
    QTest::newRow("empty pattern") << QString() << u"a"_s << false;
}

void TestNamePattern::textMatches()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QCOMPARE(matchesPattern(pattern, text), matches);
}

void TestNamePattern::filterMatches_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("matches");
    QTest::newRow("table") << u"Line.Items"_s << true;
    QTest::newRow("schema and table") << u"dbo.line.items"_s << true;
    QTest::newRow("all three") << u"shop.dbo.line.items"_s << true;
    QTest::newRow("schema and star") << u"dbo.*"_s << true;
    QTest::newRow("other schema") << u"sales.*"_s << false;
    QTest::newRow("a part of the name") << u"items"_s << false;
}

void TestNamePattern::filterMatches()
{
    QFETCH(QString, filter);
    QFETCH(bool, matches);
    QCOMPARE(matchesFilter(filter, { u"shop"_s, u"dbo"_s, u"line.items"_s }), matches);
}

void TestNamePattern::anyFilterWillDo()
{
    const TableRef orders{ u"shop"_s, u"dbo"_s, u"orders"_s };
    QVERIFY(matchesFilters({}, orders));
    QVERIFY(matchesFilters({ u"sales.*"_s, u"ORDERS"_s }, orders));
    QVERIFY(!matchesFilters({ u"sales.*"_s, u"dbo.order"_s }, orders));
}

void TestNamePattern::unmatchedFiltersAreSpelledAsTyped()
{
    const QList<TableRef> tables{ { u"shop"_s, u"dbo"_s, u"orders"_s } };
    const QStringList typed{ u"oders"_s, u"dbo.oders"_s, u"shop.dbo.oders"_s, u"*.oders"_s, u"a.b.dbo.t"_s };
    QCOMPARE(unmatchedFilters(typed + QStringList{ u"orders"_s, u"oders"_s }, tables), typed);
    for (const QString &filter : typed) {
        QCOMPARE(tableOfFilter(filter).display(), filter);
        const SyncError error = unmatchedError(filter, u"No table fits \"%1\"."_s.arg(filter));
        QVERIFY2(describe(error).startsWith(u"No table fits"_s), qPrintable(describe(error)));
    }
}

QTEST_APPLESS_MAIN(TestNamePattern)
#include "tst_namepattern.moc"
