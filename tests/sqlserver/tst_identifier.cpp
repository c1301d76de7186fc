#include "identifier.h"

#include <QtTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class IdentifierTest : public QObject {
    Q_OBJECT

private slots:
    void quotesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << u"orders"_s << u"[orders]"_s;
        QTest::newRow("bracket") << u"a]b"_s << u"[a]]b]"_s;
        QTest::newRow("brackets") << u"[x]]"_s << u"[[x]]]]]"_s;
        QTest::newRow("apostrophe, dot, blank") << u"it's a. b "_s << u"[it's a. b ]"_s;
        QTest::newRow("emoji") << u"\U0001F600"_s << u"[\U0001F600]"_s;
        QTest::newRow("128 characters") << QString(128, u']') << u'[' + QString(256, u']') + u']';
        QTest::newRow("place marker") << u"100%1"_s << u"[100%1]"_s;
    }
    void quotesNames()
    {
        QFETCH(QString, name);
        QTEST(quoteName(name), "quoted");
    }

    void quotesTables() { QCOMPARE(quoteTable({ u"db"_s, u"a.b"_s, u"c]d"_s }), u"[a.b].[c]]d]"_s); }

    void writesLiterals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("literal");
        QTest::newRow("plain") << u"orders"_s << u"N'orders'"_s;
        QTest::newRow("empty") << u""_s << u"N''"_s;
        QTest::newRow("apostrophes") << u"it''s '"_s << u"N'it''''s '''"_s;
        QTest::newRow("bracket") << u"a]b"_s << u"N'a]b'"_s;
        QTest::newRow("emoji") << u"\U0001F600"_s << u"N'\U0001F600'"_s;
        QTest::newRow("backslash") << u"a\\b"_s << u"N'a\\b'"_s;
        QTest::newRow("backslash before a line end") << u"a\\\nb"_s << u"N'a\\' + N'\nb'"_s;
        QTest::newRow("backslash before CR LF") << u"a\\\r\nb"_s << u"N'a\\' + N'\r\nb'"_s;
    }
    void writesLiterals()
    {
        QFETCH(QString, text);
        QTEST(textLiteral(text), "literal");
    }
};

QTEST_GUILESS_MAIN(IdentifierTest)
#include "tst_identifier.moc"
