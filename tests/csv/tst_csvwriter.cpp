#include "blockbuilder.h"
#include "csvwriter.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

#include <limits>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

const std::monostate null;

QString text(const char16_t *units)
{
    return QStringView(units).toString();
}

QByteArray writtenBlocks(const CsvDialect &dialect, const QList<BlockColumn> &columns,
    const std::vector<std::unique_ptr<RowBlock>> &blocks, const QList<LeadingColumn> &leading = {},
    qint64 *replaced = nullptr)
{
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly))
        return "no buffer";
    CsvWriter writer(buffer, dialect, columns, leading);
    Status status = writer.begin();
    for (const auto &block : blocks) {
        if (status)
            status = writer.writeRows(*block, 0, block->rowCount());
    }
    if (status)
        status = writer.finish();
    if (replaced)
        *replaced = writer.replacedSurrogates();
    return status ? buffer.data() : describe(status.error()).toUtf8();
}

QByteArray written(const CsvDialect &dialect, const QList<BlockColumn> &columns, const QList<CellRow> &rows,
    const QList<LeadingColumn> &leading = {}, qint64 *replaced = nullptr)
{
    std::vector<std::unique_ptr<RowBlock>> blocks;
    blocks.push_back(blockOf(columns, rows));
    return writtenBlocks(dialect, columns, blocks, leading, replaced);
}

CsvDialect withoutHeader()
{
    CsvDialect dialect;
    dialect.header = false;
    return dialect;
}

const QList<BlockColumn> textColumn{ blockColumn(u"c"_s, CellKind::Text, 16010) };

/// One text as a field of a line of its own, the line end taken away.
QByteArray field(const CsvDialect &dialect, const CellValue &value, qint64 *replaced = nullptr)
{
    const QByteArray line = written(dialect, textColumn, { { value } }, {}, replaced);
    return line.chopped(dialect.lineEnd.size());
}

/// Every kind of column with a short name.
QList<BlockColumn> everyKind()
{
    return {
        blockColumn(u"bit"_s, CellKind::Bit),
        blockColumn(u"int"_s, CellKind::Int32),
        blockColumn(u"bigint"_s, CellKind::Int64),
        blockColumn(u"real"_s, CellKind::Float32),
        blockColumn(u"float"_s, CellKind::Float64),
        blockColumn(u"decimal"_s, CellKind::Decimal, 43, 10),
        blockColumn(u"money"_s, CellKind::Decimal, 24, 4),
        blockColumn(u"date"_s, CellKind::Date),
        blockColumn(u"time"_s, CellKind::Time, 0, 7),
        blockColumn(u"datetime"_s, CellKind::Timestamp, 0, 3),
        blockColumn(u"smalldatetime"_s, CellKind::Timestamp, 0, 0),
        blockColumn(u"datetime2"_s, CellKind::Timestamp, 0, 7),
        blockColumn(u"datetimeoffset"_s, CellKind::TimestampOffset, 0, 7),
        blockColumn(u"guid"_s, CellKind::Guid),
        blockColumn(u"nvarchar"_s, CellKind::Text, 16010),
        blockColumn(u"varbinary"_s, CellKind::Binary, 8000),
        blockColumn(u"nvarchar(max)"_s, CellKind::LongText),
        blockColumn(u"varbinary(max)"_s, CellKind::LongBinary),
    };
}

/// Minimum, maximum, everything NULL, everything empty or zero, and awkward texts.
QList<CellRow> edgeRows()
{
    const GuidCell guid{ 0x6F9619FF, 0x8B86, 0xD011, { 0xB4, 0x2D, 0x00, 0xC0, 0x4F, 0xC9, 0x64, 0xFF } };
    CellRow nulls;
    nulls.fill(null, 18);
    return {
        { false, std::numeric_limits<qint32>::min(), std::numeric_limits<qint64>::min(),
            std::numeric_limits<float>::lowest(), std::numeric_limits<double>::lowest(),
            "-9999999999999999999999999999.9999999999"_ba, "-922337203685477.5808"_ba, DateCell{ 1, 1, 1 },
            TimeCell{ 0, 0, 0, 0 }, TimestampCell{ 1753, 1, 1, 0, 0, 0, 0 },
            TimestampCell{ 1900, 1, 1, 0, 0, 0, 0 }, TimestampCell{ 1, 1, 1, 0, 0, 0, 0 },
            TimestampOffsetCell{ 1, 1, 1, 0, 0, 0, 0, -14, 0 }, GuidCell{}, u" "_s, QByteArray(1, '\0'),
            u"\""_s, QByteArray(1, '\0') },
        { true, std::numeric_limits<qint32>::max(), std::numeric_limits<qint64>::max(),
            std::numeric_limits<float>::max(), std::numeric_limits<double>::max(),
            "9999999999999999999999999999.9999999999"_ba, "922337203685477.5807"_ba, DateCell{ 9999, 12, 31 },
            TimeCell{ 23, 59, 59, 999999900 }, TimestampCell{ 9999, 12, 31, 23, 59, 59, 997000000 },
            TimestampCell{ 2079, 6, 6, 23, 59, 0, 0 }, TimestampCell{ 9999, 12, 31, 23, 59, 59, 999999900 },
            TimestampOffsetCell{ 9999, 12, 31, 23, 59, 59, 999999900, 14, 0 }, guid,
            text(u"\U0010FFFF\u00E9\u4E2D\U0001F600"), QByteArray(2, '\xff'), text(u"\U0001F600"),
            "\xDE\xAD\xBE\xEF"_ba },
        nulls,
        { false, 0, qint64(0), 0.0F, -0.0, "0.0000000000"_ba, "0.0000"_ba, DateCell{ 2000, 2, 29 },
            TimeCell{ 12, 0, 0, 100 }, TimestampCell{ 2000, 1, 1, 0, 0, 0, 3000000 },
            TimestampCell{ 2000, 1, 1, 0, 1, 0, 0 }, TimestampCell{ 2000, 1, 1, 0, 0, 0, 100 },
            TimestampOffsetCell{ 2000, 1, 1, 0, 0, 0, 100, 0, 0 }, GuidCell{}, QString(u""_s), QByteArray(""),
            QString(u""_s), QByteArray("") },
        { true, 1, qint64(-1), 0.1F, 0.1, "0.0000000001"_ba, "-0.0001"_ba, DateCell{ 1582, 10, 15 },
            TimeCell{ 1, 2, 3, 123456700 }, TimestampCell{ 2026, 11, 22, 13, 14, 15, 333000000 },
            TimestampCell{ 2026, 11, 22, 13, 14, 0, 0 }, TimestampCell{ 2026, 11, 22, 13, 14, 15, 123456700 },
            TimestampOffsetCell{ 2026, 11, 22, 7, 44, 15, 123456700, -5, -30 }, guid, u"a,\"b\"\r\nc"_s,
            "\x01\x02"_ba, text(u"line\nbreak; =1+1\t\u00DF"), QByteArray(5, '\x7f') },
    };
}

} // namespace

class TestCsvWriter : public QObject {
    Q_OBJECT

private slots:
    void goldenFiles_data();
    void goldenFiles();
    void neededQuotes_data();
    void neededQuotes();
    void options_data();
    void options();
    void numbersAreQuotedWhenTheyMust_data();
    void numbersAreQuotedWhenTheyMust();
    void unpairedSurrogates_data();
    void unpairedSurrogates();
    void textOf8000And8001Characters();
    void headerAndLeadingColumns();
    void byteOrderMarks();
    void latin1();
    void latin1CannotHold_data();
    void latin1CannotHold();
    void blocksDoNotShow_data();
    void blocksDoNotShow();
    void longCellsAreQuotedBySize_data();
    void longCellsAreQuotedBySize();
    void pairsAndGroupsAcrossPieces();
    void piecesAtOddAddresses();
    void shortCellsAfterAnOpenCell();
    void endInsideARowIsRefused();
    void pendingBytesAreExact_data();
    void pendingBytesAreExact();
    void failedDeviceIsSaid();
    void bigTextIsHandedOverInPieces();
};

void TestCsvWriter::goldenFiles_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    QTest::newRow("default") << CsvDialect();
    CsvDialect european;
    european.delimiter = u';';
    european.decimalMark = u',';
    european.lineEnd = u"\r\n"_s;
    european.byteOrderMark = true;
    european.trueWord = u"true"_s;
    european.falseWord = u"false"_s;
    european.dateTimeSeparator = u'T';
    european.guidLowerCase = true;
    european.binary = BinaryForm::Base64;
    european.nullMark = u"NULL"_s;
    QTest::newRow("european") << european;
    CsvDialect backslash;
    backslash.delimiter = u'\t';
    backslash.escape = QuoteEscape::Backslash;
    backslash.nullMark = u"\\N"_s;
    backslash.binary = BinaryForm::PostgresHex;
    QTest::newRow("backslash") << backslash;
    CsvDialect all;
    all.quoting = QuotePolicy::All;
    all.binary = BinaryForm::Hex;
    all.encoding = TextEncoding::Utf16Le;
    all.byteOrderMark = true;
    QTest::newRow("all") << all;
    CsvDialect nonNumeric;
    nonNumeric.quoting = QuotePolicy::NonNumeric;
    nonNumeric.quote = u'\'';
    nonNumeric.delimiter = u'|';
    QTest::newRow("nonnumeric") << nonNumeric;
}

void TestCsvWriter::goldenFiles()
{
    QFETCH(CsvDialect, dialect);
    QFile file(QStringLiteral(CSV_DATA "/types_%1.csv").arg(QString::fromLatin1(QTest::currentDataTag())));
    const QByteArray result = written(dialect, everyKind(), edgeRows());
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QCOMPARE(result, file.readAll());
}

void TestCsvWriter::neededQuotes_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << u""_s << "\"\""_ba;
    QTest::newRow("blank") << u" "_s << " "_ba;
    QTest::newRow("trailing blanks") << u"char(5)  "_s << "char(5)  "_ba;
    QTest::newRow("plain") << u"plain"_s << "plain"_ba;
    QTest::newRow("comma") << u"a,b"_s << "\"a,b\""_ba;
    QTest::newRow("quote") << u"a\"b"_s << "\"a\"\"b\""_ba;
    QTest::newRow("only quotes") << u"\"\""_s << "\"\"\"\"\"\""_ba;
    QTest::newRow("CR") << u"a\rb"_s << "\"a\rb\""_ba;
    QTest::newRow("LF") << u"a\nb"_s << "\"a\nb\""_ba;
    QTest::newRow("semicolon") << u"a;b"_s << "a;b"_ba;
    QTest::newRow("NULL as text") << u"NULL"_s << "NULL"_ba;
    QTest::newRow("formula") << u"=1+1"_s << "=1+1"_ba;
    QTest::newRow("embedded NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << QByteArray("a\0b", 3);
    QTest::newRow("special in the last of many")
        << QString(u"x"_s.repeated(31) + u',') << "\"" + "x"_ba.repeated(31) + ",\"";
    QTest::newRow("special in the first of many")
        << QString(u',' + u"x"_s.repeated(31)) << "\"," + "x"_ba.repeated(31) + "\"";
    for (int i = 0; i < 20; ++i) {
        QString value(20, u'x');
        value[i] = u'\n';
        QTest::addRow("LF at %d of 20", i) << value << "\"" + value.toUtf8() + "\"";
    }
    QTest::newRow("two bytes") << text(u"\u00E4") << "\xC3\xA4"_ba;
    QTest::newRow("three bytes") << text(u"\u4E2D") << "\xE4\xB8\xAD"_ba;
    QTest::newRow("four bytes") << text(u"\U0001F600") << "\xF0\x9F\x98\x80"_ba;
    QTest::newRow("four bytes, quoted") << text(u"\U0001F600,") << "\"\xF0\x9F\x98\x80,\""_ba;
    QTest::newRow("noncharacter") << text(u"\uFFFE") << "\xEF\xBF\xBE"_ba;
}

void TestCsvWriter::neededQuotes()
{
    QFETCH(QString, value);
    QTEST(field(withoutHeader(), value), "expected");
}

void TestCsvWriter::options_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("expected");
    const CsvDialect plain = withoutHeader();
    CsvDialect d = plain;
    d.nullMark = u"NULL"_s;
    QTest::newRow("text like the NULL mark") << d << u"NULL"_s << "\"NULL\""_ba;
    QTest::newRow("text like its beginning") << d << u"NUL"_s << "NUL"_ba;
    QTest::newRow("empty beside a NULL mark") << d << u""_s << ""_ba;
    d = plain;
    d.escape = QuoteEscape::Backslash;
    QTest::newRow("backslash for a quote") << d << u"a\"b"_s << R"("a\"b")"_ba;
    QTest::newRow("backslash for itself") << d << u"a\\b"_s << R"("a\\b")"_ba;
    d.nullMark = u"\\N"_s;
    QTest::newRow("text like a NULL mark with a backslash") << d << u"\\N"_s << R"("\\N")"_ba;
    d = plain;
    d.quoting = QuotePolicy::All;
    QTest::newRow("all") << d << u"a"_s << "\"a\""_ba;
    d.quoting = QuotePolicy::NonNumeric;
    QTest::newRow("not numeric") << d << u"1"_s << "\"1\""_ba;
    d = plain;
    d.lineEnd = u"#\n"_s;
    QTest::newRow("a line end's own character") << d << u"a#"_s << "\"a#\""_ba;
    d = plain;
    d.guardFormulas = true;
    QTest::newRow("guarded =") << d << u"=1"_s << "'=1"_ba;
    QTest::newRow("guarded +") << d << u"+1"_s << "'+1"_ba;
    QTest::newRow("guarded -") << d << u"-1,5"_s << "\"'-1,5\""_ba;
    QTest::newRow("guarded @") << d << u"@a"_s << "'@a"_ba;
    QTest::newRow("not guarded") << d << u"a=1"_s << "a=1"_ba;
    d.quote = u'\'';
    QTest::newRow("guarded with the quote") << d << u"=1"_s << "'''=1'"_ba;
    d = plain;
    d.quote = u'\'';
    QTest::newRow("other quote") << d << u"it's \"so\""_s << "'it''s \"so\"'"_ba;
}

void TestCsvWriter::options()
{
    QFETCH(CsvDialect, dialect);
    QFETCH(QString, value);
    QTEST(field(dialect, value), "expected");
    QCOMPARE(field(dialect, null), dialect.nullMark.toUtf8());
}

void TestCsvWriter::numbersAreQuotedWhenTheyMust_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    QTest::addColumn<QByteArray>("expected");
    CsvDialect d = withoutHeader();
    QTest::newRow("never") << d << "1,-5,0.5,2026-01-02,0x,\n"_ba;
    d.decimalMark = u',';
    QTest::newRow("decimal mark is the delimiter") << d << "1,-5,\"0,5\",2026-01-02,0x,\n"_ba;
    d = withoutHeader();
    d.delimiter = u'-';
    QTest::newRow("delimiter in numbers") << d << "1-\"-5\"-0.5-\"2026-01-02\"-0x-\n"_ba;
    d = withoutHeader();
    d.nullMark = u"-5"_s;
    QTest::newRow("NULL mark like a number") << d << "1,\"-5\",0.5,2026-01-02,0x,-5\n"_ba;
    d.nullMark = u"1"_s;
    QTest::newRow("NULL mark like a word") << d << "\"1\",-5,0.5,2026-01-02,0x,1\n"_ba;
    d = withoutHeader();
    d.binary = BinaryForm::Hex;
    QTest::newRow("empty binary is not NULL") << d << "1,-5,0.5,2026-01-02,\"\",\n"_ba;
    d.quoting = QuotePolicy::NonNumeric;
    QTest::newRow("not numeric") << d << "1,-5,0.5,\"2026-01-02\",\"\",\n"_ba;
    d.trueWord = u"yes"_s;
    QTest::newRow("words are not numeric") << d << "\"yes\",-5,0.5,\"2026-01-02\",\"\",\n"_ba;
}

void TestCsvWriter::numbersAreQuotedWhenTheyMust()
{
    QFETCH(CsvDialect, dialect);
    const QList<BlockColumn> columns{ blockColumn(u"a"_s, CellKind::Bit),
        blockColumn(u"b"_s, CellKind::Int32), blockColumn(u"c"_s, CellKind::Float64),
        blockColumn(u"d"_s, CellKind::Date), blockColumn(u"e"_s, CellKind::Binary, 8),
        blockColumn(u"f"_s, CellKind::Int64) };
    QTEST(written(dialect, columns, { { true, -5, 0.5, DateCell{ 2026, 1, 2 }, QByteArray(""), null } }),
        "expected");
}

void TestCsvWriter::unpairedSurrogates_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("replaced");
    const QByteArray mark = "\xEF\xBF\xBD";
    QTest::newRow("first half alone") << QString(QChar(0xD83D)) << mark << 1;
    QTest::newRow("second half alone") << QString(QChar(0xDE00)) << mark << 1;
    QTest::newRow("first half before text") << QString(QChar(0xD83D)) + u'a' << mark + "a" << 1;
    QTest::newRow("wrong order") << QString(QChar(0xDE00)) + QChar(0xD83D) << mark + mark << 2;
    QTest::newRow("two first halves, then a pair")
        << QString(QChar(0xD83D)) + text(u"\U0001F600") << mark + "\xF0\x9F\x98\x80" << 1;
    QTest::newRow("quoted") << QString(u',' + QString(QChar(0xD83D))) << "\"," + mark + "\"" << 1;
    QTest::newRow("none") << text(u"\U0001F600\U0001F600") << "\xF0\x9F\x98\x80\xF0\x9F\x98\x80"_ba << 0;
}

void TestCsvWriter::unpairedSurrogates()
{
    QFETCH(QString, value);
    QFETCH(int, replaced);
    qint64 count = -1;
    QTEST(field(withoutHeader(), value, &count), "expected");
    QCOMPARE(count, qint64(replaced));
    const QList<BlockColumn> longColumn{ blockColumn(u"c"_s, CellKind::LongText) };
    QTEST(written(withoutHeader(), longColumn, { { value } }, {}, &count).chopped(1), "expected");
    QCOMPARE(count, qint64(replaced));
}

void TestCsvWriter::textOf8000And8001Characters()
{
    for (const int length : { 8000, 8001 }) {
        const QString value(length, u'x');
        QCOMPARE(field(withoutHeader(), value), value.toUtf8());
        const QString last = value.chopped(1) + u'\n';
        QCOMPARE(field(withoutHeader(), last), '"' + last.toUtf8() + '"');
    }
}

void TestCsvWriter::headerAndLeadingColumns()
{
    const QList<LeadingColumn> leading{ { u"SYS_CHANGE_VERSION"_s, u"42"_s, true },
        { u"SYS_CHANGE_CREATION_VERSION"_s, std::nullopt, true },
        { u"SYS_CHANGE_OPERATION"_s, u"L"_s, false } };
    const QList<BlockColumn> columns{ blockColumn(u"id"_s, CellKind::Int32),
        blockColumn(u"a,\"b\""_s, CellKind::Bit) };
    QCOMPARE(written(CsvDialect(), columns, { { 7, false }, { null, null } }, leading),
        "SYS_CHANGE_VERSION,SYS_CHANGE_CREATION_VERSION,SYS_CHANGE_OPERATION,id,\"a,\"\"b\"\"\"\n"
        "42,,L,7,0\n42,,L,,\n"_ba);
    CsvDialect all = withoutHeader();
    all.quoting = QuotePolicy::All;
    QCOMPARE(written(all, columns, { { 7, false } }, leading), "\"42\",,\"L\",\"7\",\"0\"\n"_ba);
    all.quoting = QuotePolicy::NonNumeric;
    QCOMPARE(written(all, columns, { { 7, false } }, leading), "42,,\"L\",7,0\n"_ba);
    QCOMPARE(written(CsvDialect(), { columns[0] }, QList<CellRow>()), "id\n"_ba);
}

void TestCsvWriter::byteOrderMarks()
{
    CsvDialect dialect;
    dialect.byteOrderMark = true;
    QCOMPARE(written(dialect, textColumn, { { u"a"_s } }),
        "\xEF\xBB\xBF"
        "c\na\n"_ba);
    dialect.encoding = TextEncoding::Utf16Le;
    QCOMPARE(written(dialect, textColumn, { { text(u"\u4E2D") } }),
        QByteArray("\xFF\xFE"
                   "c\0\n\0\x2D\x4E\n\0",
            10));
    dialect.byteOrderMark = false;
    QCOMPARE(written(dialect, textColumn, { { u"a"_s } }), QByteArray("c\0\n\0a\0\n\0", 8));
    dialect.encoding = TextEncoding::Latin1;
    dialect.byteOrderMark = true;
    QCOMPARE(written(dialect, textColumn, { { u"a"_s } }), "c\na\n"_ba);
}

void TestCsvWriter::latin1()
{
    CsvDialect dialect = withoutHeader();
    dialect.encoding = TextEncoding::Latin1;
    QCOMPARE(field(dialect, text(u"\u00E4\u00FF")), "\xE4\xFF"_ba);
}

void TestCsvWriter::latin1CannotHold_data()
{
    QTest::addColumn<BlockColumn>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    const BlockColumn shortColumn = blockColumn(u"note"_s, CellKind::Text, 100);
    const BlockColumn longColumn = blockColumn(u"note"_s, CellKind::LongText);
    QTest::newRow("euro") << shortColumn << text(u"10 \u20AC") << u"U+20ac"_s;
    QTest::newRow("emoji") << shortColumn << text(u"\U0001F600") << u"U+1f600"_s;
    QTest::newRow("long") << longColumn << text(u"10 \u20AC") << u"U+20ac"_s;
    QTest::newRow("half a pair") << shortColumn << QString(QChar(0xD83D)) << u"U+d83d"_s;
}

void TestCsvWriter::latin1CannotHold()
{
    QFETCH(BlockColumn, column);
    QFETCH(QString, value);
    QFETCH(QString, code);
    CsvDialect dialect;
    dialect.encoding = TextEncoding::Latin1;
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, dialect, { column });
    QVERIFY(writer.begin());
    const auto block = blockOf({ column }, { { u"fine"_s }, { value } });
    const Status status = writer.writeRows(*block, 0, 2);
    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::Data);
    QVERIFY2(status.error().text.contains(u"note"_s), qPrintable(status.error().text));
    QVERIFY2(status.error().text.contains(u"row 2"_s), qPrintable(status.error().text));
    QVERIFY2(status.error().text.contains(code, Qt::CaseInsensitive), qPrintable(status.error().text));

    CsvWriter named(buffer, dialect, { blockColumn(text(u"\u20AC"), CellKind::Int32) });
    QVERIFY(!named.begin());
}

void TestCsvWriter::blocksDoNotShow_data()
{
    QTest::addColumn<CsvDialect>("dialect");
    CsvDialect d;
    QTest::newRow("default") << d;
    d.binary = BinaryForm::Base64;
    d.nullMark = u"NULL"_s;
    d.guardFormulas = true;
    QTest::newRow("base64, NULL mark, guard") << d;
    d = CsvDialect();
    d.escape = QuoteEscape::Backslash;
    d.binary = BinaryForm::PostgresHex;
    QTest::newRow("backslash") << d;
    d = CsvDialect();
    d.quoting = QuotePolicy::All;
    QTest::newRow("all") << d;
}

/// The same bytes however a reader cuts rows into blocks and long cells into pieces.
void TestCsvWriter::blocksDoNotShow()
{
    QFETCH(CsvDialect, dialect);
    const QList<BlockColumn> columns{ blockColumn(u"a"_s, CellKind::LongText),
        blockColumn(u"b"_s, CellKind::Int32), blockColumn(u"c"_s, CellKind::LongBinary),
        blockColumn(u"d"_s, CellKind::Text, 40), blockColumn(u"e"_s, CellKind::LongText) };
    const auto units = qsizetype(RowBlock::longCellThreshold / 2);
    QString faces;
    for (int i = 0; i < 100'000; ++i)
        faces += text(u"=\U0001F600");
    QList<CellRow> rows{ { faces, 1, QByteArray(300'001, '\xab'), u"x,y"_s, QString(units, u'y') },
        { QString(units - 1, u'z'), 2, QByteArray(""), null, QString(units + 1, u'z') },
        { null, null, null, null, null }, { u""_s, 3, "abc"_ba, u""_s, u"NULL"_s } };
    for (int i = 0; i < 7; ++i)
        rows += { u"=short"_s, i, QByteArray(i, 'q'), u"t"_s, u"a\"b\\"_s };
    const QByteArray expected = written(dialect, columns, rows);
    QVERIFY(expected.size() > 1'000'000);
    for (const int capacity : { 1, 2, 3, 100 }) {
        for (const qint64 arena : { 140'000, 200'001, 263'000, 1'000'000 }) {
            const auto blocks = blocksOf(columns, rows, capacity, arena);
            QVERIFY(writtenBlocks(dialect, columns, blocks) == expected);
        }
    }
}

void TestCsvWriter::longCellsAreQuotedBySize_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<bool>("quoted");
    const qint64 least = RowBlock::longCellThreshold / 2;
    QTest::newRow("below") << least - 1 << false;
    QTest::newRow("at") << least << true;
    QTest::newRow("above") << least + 1 << true;
}

/// A cell that may come in pieces cannot be looked through before it is written.
void TestCsvWriter::longCellsAreQuotedBySize()
{
    QFETCH(qint64, units);
    QFETCH(bool, quoted);
    const QByteArray plain(units, 'x');
    QCOMPARE(written(withoutHeader(), { blockColumn(u"c"_s, CellKind::LongText) },
                 { { QString::fromLatin1(plain) } }),
        quoted ? "\"" + plain + "\"\n" : plain + "\n");
}

void TestCsvWriter::pairsAndGroupsAcrossPieces()
{
    const QList<BlockColumn> columns{ blockColumn(u"t"_s, CellKind::LongText),
        blockColumn(u"b"_s, CellKind::LongBinary) };
    // One unit more than the threshold, so that a pair begins in one piece and ends in the next.
    const auto pieceBytes = RowBlock::longCellThreshold + 2;
    const QString value =
        QString(qsizetype(RowBlock::longCellThreshold / 2), u'x') + text(u"\U0001F600") + QChar(0xD83D);
    const QByteArray bytes = QByteArray(qsizetype(pieceBytes) + 5, '\x11');
    CsvDialect dialect = withoutHeader();
    dialect.binary = BinaryForm::Base64;
    qint64 replaced = 0;
    const QByteArray result = writtenBlocks(
        dialect, columns, blocksOf(columns, { { value, bytes } }, 1, pieceBytes), {}, &replaced);
    QString expected = value;
    expected.back() = QChar(0xFFFD);
    QVERIFY(result == "\"" + expected.toUtf8() + "\"," + bytes.toBase64() + "\n");
    QCOMPARE(replaced, qint64(1));
}

void TestCsvWriter::piecesAtOddAddresses()
{
    const QList<BlockColumn> columns{ blockColumn(u"b"_s, CellKind::LongBinary),
        blockColumn(u"t"_s, CellKind::LongText) };
    const auto block = blockOf(columns, { { "a"_ba, text(u"\u4E2D\u6587") } });
    QCOMPARE(block->piece(1, 0).offset % 2, qint64(1));
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, withoutHeader(), columns);
    QVERIFY(writer.writeRows(*block, 0, 1));
    QVERIFY(writer.finish());
    QCOMPARE(buffer.data(), QByteArray("0x61,") + text(u"\u4E2D\u6587").toUtf8() + "\n");
}

void TestCsvWriter::shortCellsAfterAnOpenCell()
{
    const QList<BlockColumn> columns{ blockColumn(u"t"_s, CellKind::LongText),
        blockColumn(u"i"_s, CellKind::Int32) };
    const QString value(qsizetype(RowBlock::longCellThreshold), u'x');
    const auto blocks = blocksOf(columns, { { value, 5 }, { u"y"_s, 6 } }, 10, RowBlock::longCellThreshold);
    QVERIFY(blocks.size() > 1);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, withoutHeader(), columns);
    qint64 fetched = 0;
    for (const auto &block : blocks) {
        QVERIFY(writer.writeRows(*block, 0, block->rowCount()));
        fetched += block->finishedRows();
        QCOMPARE(writer.rows(), fetched);
        QCOMPARE(writer.isInsideRow(), block->endsInsideRow());
    }
    QVERIFY(writer.finish());
    QVERIFY(buffer.data() == "\"" + value.toUtf8() + "\",5\ny,6\n");
}

void TestCsvWriter::endInsideARowIsRefused()
{
    const QList<BlockColumn> columns{ blockColumn(u"t"_s, CellKind::LongText) };
    const auto blocks = blocksOf(columns, { { QString(200'000, u'x') } }, 10, RowBlock::longCellThreshold);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, withoutHeader(), columns);
    QVERIFY(writer.writeRows(*blocks.front(), 0, 1));
    QCOMPARE(writer.rows(), qint64(0));
    QVERIFY(!writer.finish());
}

void TestCsvWriter::pendingBytesAreExact_data()
{
    QTest::addColumn<TextEncoding>("encoding");
    QTest::newRow("UTF-8") << TextEncoding::Utf8;
    QTest::newRow("UTF-16") << TextEncoding::Utf16Le;
    QTest::newRow("Latin-1") << TextEncoding::Latin1;
}

void TestCsvWriter::pendingBytesAreExact()
{
    QFETCH(TextEncoding, encoding);
    CsvDialect dialect;
    dialect.encoding = encoding;
    dialect.byteOrderMark = true;
    const bool narrow = encoding == TextEncoding::Latin1;
    const QString value = narrow ? text(u"a\u00E4\u00FF") : text(u"a\u00E4\u4E2D\U0001F600");
    QList<CellRow> rows;
    for (int i = 0; i < 3000; ++i)
        rows += CellRow{ value.repeated(i % 7) };
    const auto block = blockOf(textColumn, rows);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, dialect, textColumn);
    QVERIFY(writer.begin());
    QList<qint64> sizes;
    for (int row = 0; row < rows.size(); ++row) {
        QVERIFY(writer.writeRows(*block, row, 1));
        sizes += buffer.size() + writer.pendingBytes();
    }
    QVERIFY(writer.finish());
    QCOMPARE(writer.pendingBytes(), qint64(0));
    QCOMPARE(sizes.last(), buffer.size());
    const QByteArray lineEnd = encoding == TextEncoding::Utf16Le ? QByteArray("\n\0", 2) : "\n"_ba;
    for (const qint64 size : sizes) // each lies at the end of a row
        QCOMPARE(buffer.data().mid(size - lineEnd.size(), lineEnd.size()), lineEnd);
}

namespace {

class FullDevice : public QIODevice {
public:
    FullDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override
    {
        setErrorString(u"the tape is torn"_s);
        return -1;
    }
};

/// Notes the size of each write.
class NotingDevice : public QIODevice {
public:
    NotingDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    QList<qint64> sizes;

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        sizes += size;
        return size;
    }
};

} // namespace

void TestCsvWriter::failedDeviceIsSaid()
{
    FullDevice device;
    CsvWriter writer(device, CsvDialect(), textColumn);
    QVERIFY(writer.begin());
    const Status status = writer.finish();
    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::Storage);
    QVERIFY(status.error().text.contains(u"the tape is torn"_s));
}

/// QTextStream is slow in big pieces and in tiny ones.
void TestCsvWriter::bigTextIsHandedOverInPieces()
{
    const QList<BlockColumn> columns{ blockColumn(u"t"_s, CellKind::LongText),
        blockColumn(u"b"_s, CellKind::LongBinary) };
    NotingDevice device;
    CsvWriter writer(device, CsvDialect(), columns);
    QVERIFY(writer.begin());
    const auto block = blockOf(columns, { { QString(1'000'000, u'"'), QByteArray(1'000'000, 'x') } });
    QVERIFY(writer.writeRows(*block, 0, 1));
    QVERIFY(writer.finish());
    QVERIFY(device.sizes.size() > 10);
    for (const qint64 size : device.sizes.first(device.sizes.size() - 1))
        QVERIFY2(size >= 4 * 1024 && size <= 64 * 1024, qPrintable(QString::number(size)));
}

QTEST_APPLESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
