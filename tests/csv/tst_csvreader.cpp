#include "blockbuilder.h"
#include "csvreader.h"
#include "csvwriter.h"

#include <QBuffer>
#include <QTest>

#include <cstring>
#include <random>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<QList<CsvRow>> readAll(const QByteArray &content, const CsvDialect &dialect = {})
{
    QBuffer buffer;
    buffer.setData(content);
    if (!buffer.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"no buffer"_s);
    CsvReader reader(buffer, dialect);
    QList<CsvRow> rows;
    while (true) {
        CsvRow row;
        const Result<bool> more = reader.read(row);
        if (!more)
            return fail(more.error());
        if (!*more)
            return rows;
        rows += row;
    }
}

QList<std::pair<QByteArray, CsvDialect>> dialects()
{
    QList<std::pair<QByteArray, CsvDialect>> list{ { "default", {} } };
    CsvDialect d;
    d.quoting = QuotePolicy::All;
    list += { "all quoted", d };
    d = {};
    d.quoting = QuotePolicy::NonNumeric;
    d.nullMark = u"NULL"_s;
    list += { "non-numeric quoted, NULL mark", d };
    d = {};
    d.escape = QuoteEscape::Backslash;
    d.nullMark = u"\\N"_s;
    d.lineEnd = u"\r\n"_s;
    list += { "backslash", d };
    d = {};
    d.encoding = TextEncoding::Utf16Le;
    d.byteOrderMark = true;
    d.delimiter = u'\t';
    list += { "UTF-16", d };
    d = {};
    d.byteOrderMark = true;
    d.quote = u'\'';
    d.delimiter = u';';
    d.lineEnd = u"|#\n"_s;
    list += { "own line end", d };
    d = {};
    d.delimiter = QChar(0x4E2D);
    d.nullMark = u"-"_s;
    list += { "delimiter outside Latin-1", d };
    return list;
}

} // namespace

class TestCsvReader : public QObject {
    Q_OBJECT

private slots:
    void nullAndEmptyDiffer();
    void roundTrip_data();
    void roundTrip();
    void roundTripInLatin1();
    void longCell();
    void lines();
    void brokenFiles_data();
    void brokenFiles();
    void failedDeviceIsSaid();
};

void TestCsvReader::nullAndEmptyDiffer()
{
    const auto rows = readAll("a,b\n,\"\"\n");
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(1), (CsvRow{ std::nullopt, u""_s }));
    QCOMPARE(readAll("")->size(), 0);
}

void TestCsvReader::roundTrip_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    for (const auto &[name, dialect] : dialects())
        QTest::newRow(name.constData()) << dialect;
}

/// Random texts made of everything that a dialect treats specially.
void TestCsvReader::roundTrip()
{
    QFETCH(CsvDialect, dialect);
    std::mt19937 random(7);
    const QString face = QStringView(u"\U0001F600").toString();
    const QStringList atoms{ u"\""_s, u"'"_s, u","_s, u";"_s, u"\t"_s, u"\r"_s, u"\n"_s, u"\\"_s, u"\\N"_s,
        u"NULL"_s, u"|"_s, u"#"_s, u"-"_s, u" "_s, u"x"_s, QString(QChar(0)), QString(QChar(0x4E2D)), face,
        QString(QChar(0xE9)), u"plain text"_s };
    const QList<BlockColumn> columns{ blockColumn(u"n"_s, CellKind::Int32),
        blockColumn(u"t"_s, CellKind::Text, 4000), blockColumn(u"l"_s, CellKind::LongText) };
    QList<CellRow> rows;
    QList<CsvRow> expected{ { u"n"_s, u"t"_s, u"l"_s } };
    for (int i = 0; i < 3000; ++i) {
        CellRow row{ i };
        CsvRow read{ QString::number(i) };
        for (int column = 1; column < 3; ++column) {
            QString value;
            const auto length = random() % 12;
            for (size_t k = 0; k < length; ++k)
                value += atoms[qsizetype(random() % size_t(atoms.size()))];
            const bool null = random() % 10 == 0;
            row += null ? CellValue() : CellValue(value);
            // Beside another NULL mark the empty text needs no quotes.
            read += null ? std::nullopt : std::optional(value);
        }
        rows += row;
        expected += read;
    }
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, dialect, columns);
    QVERIFY(writer.begin());
    const auto block = blockOf(columns, rows);
    QVERIFY(writer.writeRows(*block, 0, block->rowCount()));
    QVERIFY(writer.finish());
    const auto back = readAll(buffer.data(), dialect);
    QVERIFY2(back, back ? "" : qPrintable(back.error().text));
    QCOMPARE(back->size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(back->at(i), expected[i]);
}

void TestCsvReader::roundTripInLatin1()
{
    CsvDialect dialect;
    dialect.encoding = TextEncoding::Latin1;
    QString every;
    for (ushort unit = 0; unit < 256; ++unit)
        every += QChar(unit);
    const QList<BlockColumn> columns{ blockColumn(u"t"_s, CellKind::Text, 512) };
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, dialect, columns);
    QVERIFY(writer.writeRows(*blockOf(columns, { { every } }), 0, 1));
    QVERIFY(writer.finish());
    const auto rows = readAll(buffer.data(), dialect);
    QVERIFY(rows);
    QCOMPARE(rows->value(0), CsvRow{ every });
}

void TestCsvReader::longCell()
{
    const QByteArray text = "x\"\"y\n"_ba.repeated(200'000);
    const auto rows = readAll("\"" + text + "\",1\n");
    QVERIFY(rows);
    QVERIFY(rows->value(0).value(0) == QString::fromLatin1(text).replace(u"\"\""_s, u"\""_s));
    QCOMPARE(rows->value(0).value(1), std::optional(u"1"_s));
}

void TestCsvReader::lines()
{
    QBuffer buffer;
    buffer.setData("a\n\"b\nb\nb\"\nc\n");
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer, CsvDialect());
    QList<qint64> lines;
    CsvRow row;
    for (auto more = reader.read(row); more && *more; more = reader.read(row))
        lines += reader.line();
    QCOMPARE(lines, (QList<qint64>{ 1, 2, 5 }));
}

void TestCsvReader::brokenFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no end of the last line") << "a\nb"_ba;
    QTest::newRow("no end after a delimiter") << "a\nb,"_ba;
    QTest::newRow("no end of a quoted field") << "a\n\"b\n"_ba;
    QTest::newRow("quoted field cut at its last quote") << "a\n\"b\""_ba;
    QTest::newRow("text behind a quoted field") << "a\n\"b\"c\n"_ba;
}

void TestCsvReader::brokenFiles()
{
    QFETCH(QByteArray, content);
    const auto rows = readAll(content);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::Data);
    QVERIFY2(rows.error().text.contains(u"Line 2 "_s), qPrintable(rows.error().text));
}

namespace {

/// Gives one line and then an error.
class TornDevice : public QIODevice {
public:
    TornDevice() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool atEnd() const override { return false; }

protected:
    qint64 readData(char *data, qint64) override
    {
        if (m_given) {
            setErrorString(u"the tape is torn"_s);
            return -1;
        }
        m_given = true;
        std::memcpy(data, "a\n", 2);
        return 2;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool m_given = false;
};

} // namespace

void TestCsvReader::failedDeviceIsSaid()
{
    TornDevice device;
    CsvReader reader(device, CsvDialect());
    CsvRow row;
    Result<bool> more = reader.read(row);
    if (more && *more)
        more = reader.read(row);
    QVERIFY(!more);
    QVERIFY2(more.error().text.contains(u"the tape is torn"_s), qPrintable(more.error().text));
}

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
