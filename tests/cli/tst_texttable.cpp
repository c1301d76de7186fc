#include "texttable.h"

#include <QTest>

#include <limits>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestTextTable : public QObject {
    Q_OBJECT

private slots:
    void columnsAreAligned();
    void lastColumnIsNotPadded();
    void longCellsAreCutToFit();
    void countsHaveTheirWord();
    void numbersAreGrouped_data();
    void numbersAreGrouped();
    void sizesAndDurations();
};

void TestTextTable::columnsAreAligned()
{
    TextTable table({ Align::Left, Align::Right, Align::Left });
    QVERIFY(table.isEmpty());
    table.add({ u"orders"_s, u"1,000"_s, u"done"_s });
    table.add({ u"ärger"_s, u"7"_s, u"nothing new"_s });
    QCOMPARE(table.text(2), u"  orders  1,000  done\n  ärger       7  nothing new\n"_s);
}

void TestTextTable::lastColumnIsNotPadded()
{
    TextTable table({ Align::Left, Align::Left });
    table.add({ u"a"_s, u"long text"_s });
    table.add({ u"b"_s, QString() });
    QCOMPARE(table.text(), u"a  long text\nb\n"_s);
}

void TestTextTable::longCellsAreCutToFit()
{
    TextTable table({ Align::Left, Align::Right });
    table.add({ u"sales.orders_of_the_north"_s, u"1,000"_s });
    table.add({ u"dbo.t"_s, u"7"_s });
    const QString whole = table.text();
    table.fit(0, 32);
    QCOMPARE(table.text(), whole); // fits as it is
    table.fit(0, 24);
    QCOMPARE(table.text(), u"sales.or\u2026he_north  1,000\ndbo.t                  7\n"_s);
    table.fit(0, 5); // too narrow for any name
    QCOMPARE(table.text(), u"sales.\u2026north  1,000\ndbo.t             7\n"_s);
    TextTable pairs({ Align::Left });
    pairs.add({ u"\U0001F600"_s.repeated(10) });
    pairs.fit(0, 14); // no half of a character stays
    QCOMPARE(pairs.text(), u"\U0001F600"_s.repeated(3) + u'\u2026' + u"\U0001F600"_s.repeated(3) + u'\n');
}

void TestTextTable::countsHaveTheirWord()
{
    QCOMPARE(countText(1, u"table"_s, u"tables"_s), u"1 table"_s);
    QCOMPARE(countText(0, u"table"_s, u"tables"_s), u"0 tables"_s);
    QCOMPARE(countText(1234, u"table"_s, u"tables"_s), u"1,234 tables"_s);
}

void TestTextTable::numbersAreGrouped_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << u"0"_s;
    QTest::newRow("three digits") << qint64(999) << u"999"_s;
    QTest::newRow("four digits") << qint64(1000) << u"1,000"_s;
    QTest::newRow("seven digits") << qint64(1234567) << u"1,234,567"_s;
    QTest::newRow("negative") << qint64(-100) << u"-100"_s;
    QTest::newRow("negative, grouped") << qint64(-1000) << u"-1,000"_s;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"9,223,372,036,854,775,807"_s;
}

void TestTextTable::numbersAreGrouped()
{
    QFETCH(qint64, number);
    QFETCH(QString, text);
    QCOMPARE(groupedNumber(number), text);
}

void TestTextTable::sizesAndDurations()
{
    QCOMPARE(sizeText(0), u"0 B"_s);
    QCOMPARE(sizeText(999), u"999 B"_s);
    QCOMPARE(sizeText(1499), u"1 kB"_s);
    QCOMPARE(sizeText(999'600), u"1.0 MB"_s);
    QCOMPARE(sizeText(38'100'000), u"38.1 MB"_s);
    QCOMPARE(sizeText(2'000'000'000'000'000), u"2000.0 TB"_s);
    QCOMPARE(durationText(4.06), u"4.1 s"_s);
    QCOMPARE(durationText(125), u"2 min 5 s"_s);
    QCOMPARE(durationText(3 * 3600 + 20 * 60), u"3 h 20 min"_s);
    QCOMPARE(durationText(2 * 86400 + 3 * 3600), u"2 d 3 h"_s);
}

QTEST_APPLESS_MAIN(TestTextTable)
#include "tst_texttable.moc"
