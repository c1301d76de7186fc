#include "dialectcheck.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

class TestDialectCheck : public QObject {
    Q_OBJECT

private slots:
    void good_data();
    void good();
    void bad_data();
    void bad();
};

void TestDialectCheck::good_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    CsvDialect d;
    QTest::newRow("default") << d;
    d.decimalMark = u',';
    QTest::newRow("decimal mark is the delimiter") << d;
    d = {};
    d.nullMark = u"\\N"_s;
    d.escape = QuoteEscape::Backslash;
    QTest::newRow("backslashes") << d;
    d = {};
    d.lineEnd = u"\r\n"_s;
    d.delimiter = u'\t';
    QTest::newRow("tab") << d;
    d = {};
    d.encoding = TextEncoding::Latin1;
    d.delimiter = QChar(0xA7);
    QTest::newRow("Latin-1") << d;
}

void TestDialectCheck::good()
{
    QFETCH(CsvDialect, dialect);
    const Status status = checkDialect(dialect);
    QVERIFY2(status, status ? "" : qPrintable(status.error().text));
}

void TestDialectCheck::bad_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QString &word, auto change) {
        CsvDialect d;
        change(d);
        QTest::newRow(name) << d << word;
    };
    row("delimiter is the quote", u"quote"_s, [](CsvDialect &d) { d.delimiter = u'"'; });
    row("delimiter is a line break", u"delimiter"_s, [](CsvDialect &d) { d.delimiter = u'\n'; });
    row("no delimiter", u"delimiter"_s, [](CsvDialect &d) { d.delimiter = QChar(); });
    row("half a character", u"quote"_s, [](CsvDialect &d) { d.quote = QChar(0xD83D); });
    row("delimiter is the escape", u"backslash"_s, [](CsvDialect &d) {
        d.escape = QuoteEscape::Backslash;
        d.delimiter = u'\\';
    });
    row("no line end", u"line end"_s, [](CsvDialect &d) { d.lineEnd.clear(); });
    row("line end with the delimiter", u"line end"_s, [](CsvDialect &d) { d.lineEnd = u",\n"_s; });
    row("NULL mark with the delimiter", u"NULL mark"_s, [](CsvDialect &d) { d.nullMark = u"a,b"_s; });
    row("NULL mark with the quote", u"NULL mark"_s, [](CsvDialect &d) { d.nullMark = u"\"\""_s; });
    row("NULL mark with a line break", u"NULL mark"_s, [](CsvDialect &d) { d.nullMark = u"\r"_s; });
    row("NULL mark with the line end", u"NULL mark"_s, [](CsvDialect &d) {
        d.lineEnd = u"#\n"_s;
        d.nullMark = u"#"_s;
    });
    row("same words", u"true and false"_s, [](CsvDialect &d) { d.falseWord = d.trueWord; });
    row("decimal mark is a digit", u"decimal mark"_s, [](CsvDialect &d) { d.decimalMark = u'1'; });
    row("decimal mark is the exponent", u"decimal mark"_s, [](CsvDialect &d) { d.decimalMark = u'e'; });
    row("separator is a line break", u"separator"_s, [](CsvDialect &d) { d.dateTimeSeparator = u'\n'; });
    row("Latin-1 cannot hold the mark", u"Latin-1"_s, [](CsvDialect &d) {
        d.encoding = TextEncoding::Latin1;
        d.nullMark = QString(QChar(0x2205));
    });
}

void TestDialectCheck::bad()
{
    QFETCH(CsvDialect, dialect);
    QFETCH(QString, word);
    const Status status = checkDialect(dialect);
    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::Configuration);
    QVERIFY2(status.error().text.contains(word), qPrintable(status.error().text));
}

QTEST_APPLESS_MAIN(TestDialectCheck)
#include "tst_dialectcheck.moc"
