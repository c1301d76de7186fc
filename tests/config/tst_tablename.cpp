#include "tablename.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestTableName : public QObject {
    Q_OBJECT

private slots:
    void isSplit_data();
    void isSplit();
    void wrongFormsAreExplained_data();
    void wrongFormsAreExplained();
    void singleNames_data();
    void singleNames();
    void joinedNamesSplitAgain_data();
    void joinedNamesSplitAgain();
};

void TestTableName::isSplit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("one") << u"orders"_s << QStringList{ u"orders"_s };
    QTest::newRow("two") << u"dbo.orders"_s << QStringList{ u"dbo"_s, u"orders"_s };
    QTest::newRow("three") << u"shop.dbo.orders"_s << QStringList{ u"shop"_s, u"dbo"_s, u"orders"_s };
    QTest::newRow("dots in brackets") << u"[a.b].[c]"_s << QStringList{ u"a.b"_s, u"c"_s };
    QTest::newRow("brackets once") << u"dbo.[order details]"_s << QStringList{ u"dbo"_s, u"order details"_s };
    QTest::newRow("closing bracket") << u"[odd ]] name].t"_s << QStringList{ u"odd ] name"_s, u"t"_s };
    QTest::newRow("blanks in brackets stay") << u"[ a ]. b "_s << QStringList{ u" a "_s, u"b"_s };
    QTest::newRow("quote") << u"dbo.o'neil"_s << QStringList{ u"dbo"_s, u"o'neil"_s };
    QTest::newRow("emoji") << u"dbo.😀"_s << QStringList{ u"dbo"_s, u"😀"_s };
    QTest::newRow("pattern") << u"dbo.ord?r*"_s << QStringList{ u"dbo"_s, u"ord?r*"_s };
    QTest::newRow("longest") << QString(128, u'x') << QStringList{ QString(128, u'x') };
}

void TestTableName::isSplit()
{
    QFETCH(QString, text);
    QFETCH(QStringList, parts);
    const auto split = splitTableName(text);
    QVERIFY2(split, split ? "" : qPrintable(split.error()));
    QCOMPARE(*split, parts);
}

void TestTableName::wrongFormsAreExplained_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const QString empty = u"a name is empty"_s;
    QTest::newRow("nothing") << QString() << empty;
    QTest::newRow("blank") << u"  "_s << empty;
    QTest::newRow("no table") << u"dbo."_s << empty;
    QTest::newRow("no schema") << u".orders"_s << empty;
    QTest::newRow("two dots") << u"shop..orders"_s << empty;
    QTest::newRow("empty brackets") << u"dbo.[]"_s << empty;
    QTest::newRow("open bracket") << u"[dbo.orders"_s << u"a [ is not closed by ]"_s;
    QTest::newRow("text after bracket") << u"[dbo]x.orders"_s << u"after ] a dot or the end is expected"_s;
    QTest::newRow("four parts")
        << u"srv.shop.dbo.orders"_s
        << u"it has more than three parts; a dot inside a name needs brackets, as in [my.table]"_s;
    QTest::newRow("too long") << QString(129, u'x') << u"a name is longer than 128 characters"_s;
}

void TestTableName::wrongFormsAreExplained()
{
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto split = splitTableName(text);
    QVERIFY(!split);
    QCOMPARE(split.error(), error);
}

void TestTableName::singleNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name"); // empty: an error
    QTest::newRow("plain") << u"orders"_s << u"orders"_s;
    QTest::newRow("dots are its own") << u"my.table"_s << u"my.table"_s;
    QTest::newRow("brackets go") << u"[order details]"_s << u"order details"_s;
    QTest::newRow("bracket inside") << u"a]b"_s << u"a]b"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("open") << u"[x"_s << QString();
    QTest::newRow("text after") << u"[x]y"_s << QString();
}

void TestTableName::singleNames()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(singleName(text).value_or(QString()), name);
}

void TestTableName::joinedNamesSplitAgain_data()
{
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringList{ u"dbo"_s, u"orders"_s } << u"dbo.orders"_s;
    QTest::newRow("dot") << QStringList{ u"a.b"_s, u"c"_s } << u"[a.b].c"_s;
    QTest::newRow("brackets") << QStringList{ u"[x]"_s, u"y]z"_s } << u"[[x]]].y]z"_s;
    QTest::newRow("blanks") << QStringList{ u" a"_s, u"b c"_s } << u"[ a].b c"_s;
}

void TestTableName::joinedNamesSplitAgain()
{
    QFETCH(QStringList, parts);
    QFETCH(QString, text);
    QCOMPARE(joinTableName(parts), text);
    QCOMPARE(splitTableName(text).value_or(QStringList()), parts);
}

QTEST_APPLESS_MAIN(TestTableName)
#include "tst_tablename.moc"
