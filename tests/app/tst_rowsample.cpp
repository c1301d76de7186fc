#include "rowsample.h"

#include "blockbuilder.h"
#include "blockreader.h"

#include <QTest>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Hands out blocks that a test made.
class BlocksReader : public BlockReader {
public:
    BlocksReader(
        const QList<BlockColumn> &columns, const QList<CellRow> &rows, int capacity, qint64 arena = 0)
        : m_columns(columns), m_capacity(capacity), m_arena(arena),
          m_blocks(blocksOf(columns, rows, capacity, arena))
    {
    }

    const QList<BlockColumn> &columns() const override { return m_columns; }
    std::unique_ptr<RowBlock> makeBlock() const override
    {
        return std::make_unique<RowBlock>(m_columns, m_capacity, m_arena);
    }
    Result<bool> fetch(RowBlock &block) override
    {
        if (m_next == m_blocks.size())
            return false;
        block = std::move(*m_blocks[m_next++]);
        return true;
    }

    size_t fetched() const { return m_next; }

private:
    QList<BlockColumn> m_columns;
    int m_capacity;
    qint64 m_arena;
    std::vector<std::unique_ptr<RowBlock>> m_blocks;
    size_t m_next = 0;
};

QString textOf(const RowSample &sample, const CsvDialect &dialect = {})
{
    const Result<QString> text = sample.written(dialect);
    return text ? *text : u"error: "_s + text.error().text;
}

} // namespace

class TestRowSample : public QObject {
    Q_OBJECT

private slots:
    void exampleInTheDefaultDialect();
    void exampleInAnotherDialect();
    void dialectThatContradictsItself();
    void valueThatDoesNotFitTheEncoding();
    void firstRowsOfAReader();
    void rowsOfLongCells();
    void unfinishedRowIsLeftOut();
    void emptyTable();
};

void TestRowSample::exampleInTheDefaultDialect()
{
    QCOMPARE(textOf(RowSample::example()),
        u"SYS_CHANGE_VERSION,SYS_CHANGE_CREATION_VERSION,SYS_CHANGE_OPERATION,id,name,note,price,paid,"
        "ordered_at,code,mark\n"
        "42,,L,1,Zoë Müller,plain,1204.50,1,2026-01-31 12:00:00.000,6F9619FF-8B86-D011-B42D-00C04FC964FF,"
        "0x01AB\n"
        "42,,L,2,\"O'Hara, \"\"Bo\"\"\",\"two\nlines; a \\\",-0.99,0,2026-01-31 23:59:59.997,,\n"
        "42,,L,3,\"\",,,,,,\n"
        "42,,L,4,=1+1,NULL,7.00,1,2026-01-31 12:00:00.000,,0xFF\n"_s);
}

void TestRowSample::exampleInAnotherDialect()
{
    CsvDialect dialect;
    dialect.delimiter = u';';
    dialect.nullMark = u"NULL"_s;
    dialect.header = false;
    dialect.byteOrderMark = true;
    dialect.encoding = TextEncoding::Utf16Le;
    dialect.trueWord = u"yes"_s;
    dialect.dateTimeSeparator = u'T';
    dialect.guardFormulas = true;
    const QStringList lines = textOf(RowSample::example(), dialect).split(u'\n');
    QCOMPARE(lines[0],
        u"42;NULL;L;1;Zoë Müller;plain;1204.50;yes;2026-01-31T12:00:00.000;"
        "6F9619FF-8B86-D011-B42D-00C04FC964FF;0x01AB"_s);
    QCOMPARE(lines[4], u"42;NULL;L;4;'=1+1;\"NULL\";7.00;yes;2026-01-31T12:00:00.000;NULL;0xFF"_s);
}

void TestRowSample::dialectThatContradictsItself()
{
    CsvDialect dialect;
    dialect.delimiter = dialect.quote;
    const Result<QString> text = RowSample::example().written(dialect);
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::Configuration);
}

void TestRowSample::valueThatDoesNotFitTheEncoding()
{
    const QList<BlockColumn> columns{ blockColumn(u"name"_s, CellKind::Text, 64) };
    BlocksReader reader(columns, { { u"Ωmega"_s } }, 10);
    CsvDialect dialect;
    dialect.encoding = TextEncoding::Latin1;
    const Result<QString> text = RowSample::take(reader, {})->written(dialect);
    QVERIFY(!text);
    QVERIFY2(text.error().text.contains(u"name"_s), qPrintable(text.error().text));
}

void TestRowSample::firstRowsOfAReader()
{
    const QList<BlockColumn> columns{ blockColumn(u"id"_s, CellKind::Int32) };
    QList<CellRow> rows;
    for (qint32 id = 1; id <= 100; ++id)
        rows += CellRow{ id };
    BlocksReader reader(columns, rows, 8);
    const Result<RowSample> sample = RowSample::take(reader, ChangeVersion(0));
    QVERIFY(sample);
    QCOMPARE(reader.fetched(), size_t(3)); // no more than needed
    const QStringList lines = textOf(*sample).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 21);
    QCOMPARE(lines[1], u"0,,L,1"_s);
    QCOMPARE(lines[20], u"0,,L,20"_s);
}

void TestRowSample::rowsOfLongCells()
{
    const QList<BlockColumn> columns{ blockColumn(u"id"_s, CellKind::Int32),
        blockColumn(u"body"_s, CellKind::LongText) };
    const QString longText(300'000, u'x');
    BlocksReader reader(columns, { { qint32(1), longText }, { qint32(2), u"short"_s } }, 1, 256LL * 1024);
    CsvDialect dialect;
    dialect.header = false;
    const QStringList lines = textOf(*RowSample::take(reader, {}), dialect).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], u",,L,1,\""_s + longText + u'"');
    QCOMPARE(lines[1], u",,L,2,short"_s);
}

/// A cell that goes on for ever does not fill the memory: its row is not shown.
void TestRowSample::unfinishedRowIsLeftOut()
{
    const QList<BlockColumn> columns{ blockColumn(u"id"_s, CellKind::Int32),
        blockColumn(u"body"_s, CellKind::LongText) };
    const QString endless(10'000'000, u'x');
    BlocksReader reader(columns, { { qint32(1), u"short"_s }, { qint32(2), endless } }, 1, 1024LL * 1024);
    CsvDialect dialect;
    dialect.header = false;
    QCOMPARE(textOf(*RowSample::take(reader, {}), dialect), u",,L,1,short\n"_s);
    QVERIFY(reader.fetched() < 20);
}

void TestRowSample::emptyTable()
{
    BlocksReader reader({ blockColumn(u"id"_s, CellKind::Int32) }, {}, 8);
    QCOMPARE(textOf(*RowSample::take(reader, {})),
        u"SYS_CHANGE_VERSION,SYS_CHANGE_CREATION_VERSION,SYS_CHANGE_OPERATION,id\n"_s);
}

QTEST_APPLESS_MAIN(TestRowSample)
#include "tst_rowsample.moc"
