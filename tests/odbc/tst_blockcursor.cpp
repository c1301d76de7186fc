#include "blockcursor.h"

#include "cellvalues.h"

#include <QtTest>

#include <cstring>
#include <optional>

using namespace tidemark;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A cell as a driver would hand it on.
struct Cell {
    QByteArray bytes;
    bool isNull = false;
    std::optional<qint64> saidLength; // when the driver says another one
};

Cell textCell(const QString &text)
{
    return { QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2), false, {} };
}

Cell nullCell()
{
    return { {}, true, {} };
}

Cell bytesCell(const QByteArray &bytes)
{
    return { bytes, false, {} };
}

Cell numberCell(qint64 number)
{
    return bytesCell(QByteArray(reinterpret_cast<const char *>(&number), sizeof(number)));
}

/// What a scripted statement does and what was asked of it.
struct Script {
    QList<QList<Cell>> rows;
    int columns = 0;
    qint64 largestPiece = -1; // the driver stops earlier than the room's end
    std::optional<SyncError> endError;
    QList<int> rowsPerFetch;
    QList<std::pair<qint64, int>> reads; // row, column of each readPiece()
    bool ended = false; // proveEnd() was asked
    int fetchesAfterEnd = 0;
};

class ScriptedStatement : public CursorStatement {
public:
    explicit ScriptedStatement(Script &script) : m_script(script) { }

    int columnCount() const override { return m_script.columns; }
    Status bind(int column, CellKind, std::byte *cells, int cellBytes, qint64 *lengths) override
    {
        m_bound.insert(column, { cells, cellBytes, lengths });
        return {};
    }
    Status setRowsPerFetch(int rows) override
    {
        m_rows = rows;
        m_script.rowsPerFetch += rows;
        return {};
    }
    Result<int> fetch() override
    {
        if (m_atEnd)
            ++m_script.fetchesAfterEnd;
        int count = 0;
        while (count < m_rows && m_next < m_script.rows.size()) {
            for (auto it = m_bound.begin(); it != m_bound.end(); ++it)
                put(m_script.rows[m_next][it.key() - 1], *it, count);
            ++count;
            ++m_next;
        }
        m_readOf.clear();
        m_atEnd = count == 0;
        return count;
    }
    Result<Piece> readPiece(int column, CellKind kind, std::byte *room, qint64 roomBytes) override
    {
        m_script.reads += { m_next - 1, column };
        const Cell &cell = m_script.rows[m_next - 1][column - 1];
        if (cell.isNull)
            return Piece{ 0, true, true };
        qint64 capacity = roomBytes - (kind == CellKind::LongText ? 2 : 0);
        if (m_script.largestPiece > 0)
            capacity = std::min(capacity, m_script.largestPiece);
        qint64 &done = m_readOf[column];
        const qint64 length = std::min<qint64>(capacity, cell.bytes.size() - done);
        std::memcpy(room, cell.bytes.constData() + done, size_t(length));
        done += length;
        return Piece{ length, false, done == cell.bytes.size() };
    }
    Status proveEnd() override
    {
        m_script.ended = true;
        return m_script.endError ? Status(fail(*m_script.endError)) : Status();
    }

private:
    struct Bound {
        std::byte *cells;
        int cellBytes;
        qint64 *lengths;
    };
    static void put(const Cell &cell, const Bound &bound, int row)
    {
        bound.lengths[row] = cell.isNull ? RowBlock::nullLength : cell.saidLength.value_or(cell.bytes.size());
        std::memcpy(bound.cells + qsizetype(row) * bound.cellBytes, cell.bytes.constData(),
            size_t(std::min<qsizetype>(cell.bytes.size(), bound.cellBytes)));
    }

    Script &m_script;
    QMap<int, Bound> m_bound;
    QMap<int, qint64> m_readOf;
    qsizetype m_next = 0;
    int m_rows = 1;
    bool m_atEnd = false;
};

FetchColumn column(const QString &name, CellKind kind, int cellBytes, int ordinal)
{
    return { { name, kind, cellBytes, 0 }, ordinal };
}

std::unique_ptr<BlockReader> makeReader(Script &script, const QList<FetchColumn> &columns)
{
    script.columns = int(columns.size());
    auto reader = BlockCursor::make(std::make_unique<ScriptedStatement>(script), columns);
    return reader ? std::move(*reader) : nullptr;
}

QString decimalOf(const RowBlock &block, int column, int row)
{
    return QString::fromLatin1(
        reinterpret_cast<const char *>(block.cell(column, row)), block.lengths(column)[row]);
}

/// All rows of a reader with long columns put together again: for each row, the cells of its long columns;
/// checks the rules of RowBlock on the way.
QList<QList<Cell>> readLong(BlockReader &reader, QList<qint64> *shortKeys = nullptr)
{
    QList<QList<Cell>> rows;
    const auto first = reader.makeBlock();
    const auto second = reader.makeBlock();
    RowBlock *block = first.get();
    bool open = false;
    int openColumn = -1;
    for (;;) {
        const Result<bool> more = reader.fetch(*block);
        if (!more) {
            QTest::qFail(qPrintable(more.error().text), __FILE__, __LINE__);
            return rows;
        }
        if (!*more)
            break;
        if (block->continuesRow() != open)
            QTest::qFail("continuesRow() does not follow endsInsideRow()", __FILE__, __LINE__);
        for (int row = 0; row < block->rowCount(); ++row) {
            const bool continued = open && row == 0;
            if (!continued)
                rows += QList<Cell>(block->columns().size());
            if (shortKeys != nullptr && !continued)
                *shortKeys += *reinterpret_cast<const qint64 *>(block->cell(0, row));
            if (shortKeys != nullptr && continued
                && shortKeys->last() != *reinterpret_cast<const qint64 *>(block->cell(0, row)))
                QTest::qFail("row 0 does not repeat the row's short cells", __FILE__, __LINE__);
            for (int c = 0; c < block->columns().size(); ++c) {
                if (!isLong(block->columns()[c].kind))
                    continue;
                const LongPiece &piece = block->piece(c, row);
                Cell &cell = rows.last()[c];
                if (continued && c < openColumn && piece.length != 0)
                    QTest::qFail("a delivered cell came again", __FILE__, __LINE__);
                if (!piece.complete && cell.bytes.isEmpty() && piece.length < RowBlock::longCellThreshold)
                    QTest::qFail("a first piece is too small", __FILE__, __LINE__);
                if (block->columns()[c].kind == CellKind::LongText && piece.offset % 2 != 0)
                    QTest::qFail("a text's piece is not aligned", __FILE__, __LINE__);
                if (!(continued && c < openColumn))
                    cell.isNull = piece.isNull;
                cell.bytes +=
                    QByteArray(reinterpret_cast<const char *>(block->arena()) + piece.offset, piece.length);
                if (!piece.complete) {
                    openColumn = c;
                    break;
                }
            }
        }
        open = block->endsInsideRow();
        block = block == first.get() ? second.get() : first.get();
    }
    if (open)
        QTest::qFail("the end came inside a row", __FILE__, __LINE__);
    return rows;
}

} // namespace

/// How rows become blocks: sizes, ends, truncation, decimals, and long cells across blocks.
class BlockCursorTest : public QObject {
    Q_OBJECT

private slots:
    void bindsHundredsOfRowsAtOnce()
    {
        Script script;
        for (qint64 i = 0; i < 2500; ++i)
            script.rows.append({ numberCell(i), textCell(QString::number(i)) });
        const auto reader = makeReader(
            script, { column(u"n"_s, CellKind::Int64, 8, 1), column(u"t"_s, CellKind::Text, 40, 2) });
        QVERIFY(reader);
        QCOMPARE(reader->columns()[1].cellBytes, 42); // with the driver's terminator
        const auto first = reader->makeBlock();
        const auto second = reader->makeBlock();
        QList<int> counts;
        qint64 next = 0;
        for (RowBlock *block = first.get();; block = block == first.get() ? second.get() : first.get()) {
            const Result<bool> more = reader->fetch(*block);
            QVERIFY(more.has_value());
            if (!*more)
                break;
            counts += block->rowCount();
            for (int row = 0; row < block->rowCount(); ++row, ++next) {
                QCOMPARE(*reinterpret_cast<const qint64 *>(block->cell(0, row)), next);
                QCOMPARE(block->lengths(1)[row], qint64(QString::number(next).size() * 2));
            }
        }
        QCOMPARE(counts, QList<int>({ 1000, 1000, 500 }));
        QCOMPARE(script.rowsPerFetch, QList<int>({ 1000 })); // once, after the statement has run
        QVERIFY(script.ended);
    }

    void keepsWideBlocksSmall()
    {
        Script script;
        QList<FetchColumn> columns;
        for (int i = 1; i <= 100; ++i)
            columns += column(u"c"_s + QString::number(i), CellKind::Text, 8000, i);
        const auto reader = makeReader(script, columns);
        const auto block = reader->makeBlock();
        QVERIFY(block->capacity() >= 1);
        QVERIFY(qint64(block->capacity()) * 100 * 8010 <= 8 * 1024 * 1024);
    }

    void putsTheZeroBack_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("half") << QByteArray(".50") << u"0.50"_s;
        QTest::newRow("minus half") << QByteArray("-.50") << u"-0.50"_s;
        QTest::newRow("with zero") << QByteArray("0.50") << u"0.50"_s;
        QTest::newRow("whole") << QByteArray("-12.00") << u"-12.00"_s;
        QTest::newRow("without point") << QByteArray("7") << u"7"_s;
        QTest::newRow("38 places") << QByteArray("-.") + QByteArray(38, '9') << u"-0."_s + QString(38, u'9');
    }
    void putsTheZeroBack()
    {
        QFETCH(QByteArray, given);
        QFETCH(QString, wanted);
        Script script;
        script.rows = { { bytesCell(given) }, { nullCell() }, { bytesCell(given) } };
        const auto reader = makeReader(script, { column(u"d"_s, CellKind::Decimal, 43, 1) });
        const auto block = reader->makeBlock();
        QVERIFY(*reader->fetch(*block));
        QCOMPARE(block->rowCount(), 3);
        QCOMPARE(decimalOf(*block, 0, 0), wanted);
        QVERIFY(block->isNull(0, 1));
        QCOMPARE(decimalOf(*block, 0, 2), wanted);
    }

    void seesTruncationByLength_data()
    {
        QTest::addColumn<CellKind>("kind");
        QTest::addColumn<int>("cellBytes");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<bool>("fits");
        QTest::newRow("text that fits") << CellKind::Text << 20 << qint64(20) << true;
        QTest::newRow("text too long") << CellKind::Text << 20 << qint64(22) << false;
        QTest::newRow("text of unknown length") << CellKind::Text << 20 << qint64(-4) << false;
        QTest::newRow("empty text") << CellKind::Text << 20 << qint64(0) << true;
        QTest::newRow("bytes that fit") << CellKind::Binary << 8 << qint64(8) << true;
        QTest::newRow("bytes too long") << CellKind::Binary << 8 << qint64(9) << false;
        QTest::newRow("decimal too long") << CellKind::Decimal << 8 << qint64(9) << false;
        QTest::newRow("time") << CellKind::Time << 12 << qint64(12) << true;
        QTest::newRow("time in another form") << CellKind::Time << 12 << qint64(16) << false;
        QTest::newRow("time cut short") << CellKind::Time << 12 << qint64(6) << false;
        QTest::newRow("NULL") << CellKind::Time << 12 << qint64(-1) << true;
    }
    void seesTruncationByLength()
    {
        QFETCH(CellKind, kind);
        QFETCH(int, cellBytes);
        QFETCH(qint64, length);
        QFETCH(bool, fits);
        Script script;
        const Cell good = bytesCell(QByteArray(cellBytes, 'x'));
        script.rows = { { good }, { Cell{ good.bytes, false, length } }, { good } };
        const auto reader = makeReader(script, { column(u"the column"_s, kind, cellBytes, 1) });
        const auto block = reader->makeBlock();
        const Result<bool> more = reader->fetch(*block);
        QCOMPARE(more.has_value(), fits);
        if (!fits) {
            QCOMPARE(more.error().kind, ErrorKind::Data);
            QVERIFY(more.error().text.contains(u"the column"_s));
        }
    }

    void aCleanEndIsProved()
    {
        Script script;
        script.endError = SyncError{ ErrorKind::Cancelled, u"cancelled"_s, {}, 0, false, {}, 0 };
        const auto reader = makeReader(script, { column(u"n"_s, CellKind::Int64, 8, 1) });
        const auto block = reader->makeBlock();
        const Result<bool> more = reader->fetch(*block);
        QVERIFY(!more);
        QCOMPARE(more.error().kind, ErrorKind::Cancelled);
    }

    void aCleanEndIsProvedAfterLongCells()
    {
        Script script;
        script.rows.append({ textCell(u"x"_s) });
        script.endError = SyncError{ ErrorKind::Connection, u"lost"_s, {}, 0, true, {}, 0 };
        const auto reader = makeReader(script, { column(u"t"_s, CellKind::LongText, 0, 1) });
        const auto block = reader->makeBlock();
        QVERIFY(*reader->fetch(*block));
        const Result<bool> more = reader->fetch(*block);
        QVERIFY(!more);
        QCOMPARE(more.error().kind, ErrorKind::Connection);
        QCOMPARE(script.fetchesAfterEnd, 0);
    }

    void refusesColumnsInAnOrderThatDriversCannotRead_data()
    {
        QTest::addColumn<QList<FetchColumn>>("columns");
        QTest::addColumn<int>("answered");
        QTest::newRow("long before short") << QList<FetchColumn>{ column(u"t"_s, CellKind::LongText, 0, 1),
            column(u"n"_s, CellKind::Int64, 8, 2) }
                                           << 2;
        QTest::newRow("long ones falling") << QList<FetchColumn>{ column(u"t"_s, CellKind::LongText, 0, 2),
            column(u"u"_s, CellKind::LongText, 0, 1) }
                                           << 2;
        QTest::newRow("other number of columns")
            << QList<FetchColumn>{ column(u"n"_s, CellKind::Int64, 8, 1) } << 2;
        QTest::newRow("none") << QList<FetchColumn>{} << 0;
    }
    void refusesColumnsInAnOrderThatDriversCannotRead()
    {
        QFETCH(QList<FetchColumn>, columns);
        QFETCH(int, answered);
        Script script;
        script.columns = answered;
        const auto reader = BlockCursor::make(std::make_unique<ScriptedStatement>(script), columns);
        QVERIFY(!reader);
        QCOMPARE(reader.error().kind, ErrorKind::Internal);
    }

    void putsLongCellsTogether_data()
    {
        QTest::addColumn<qint64>("largestPiece");
        QTest::newRow("full pieces") << qint64(-1);
        QTest::newRow("a driver that stops early") << qint64(100'000);
        QTest::newRow("tiny pieces") << qint64(5'002);
    }
    /// Cells of all sizes around the arena's, NULL and empty ones, text and bytes, in three long columns.
    void putsLongCellsTogether()
    {
        QFETCH(qint64, largestPiece);
        Script script;
        script.largestPiece = largestPiece;
        const QList<qsizetype> sizes{ 0, 1, 7, 65'536, 131'071, 131'072, 131'073, 3'000'000, 4'194'304,
            9'000'001 };
        QList<qint64> keys;
        for (qsizetype i = 0; i < sizes.size(); ++i) {
            const qint64 key = 1000 + i;
            keys += key;
            QString text(sizes[i], u'a');
            for (qsizetype at = 0; at < text.size(); at += 997)
                text[at] = QChar(u'a' + ushort(at % 26));
            script.rows.append({ numberCell(key), i % 3 == 1 ? nullCell() : textCell(text),
                bytesCell(QByteArray(sizes[sizes.size() - 1 - i], char('0' + i))),
                i % 4 == 2 ? nullCell() : textCell(text + u"!"_s) });
        }
        const auto reader = makeReader(script,
            { column(u"n"_s, CellKind::Int64, 8, 1), column(u"a"_s, CellKind::LongText, 0, 2),
                column(u"b"_s, CellKind::LongBinary, 0, 3), column(u"c"_s, CellKind::LongText, 0, 4) });
        QVERIFY(reader);
        QList<qint64> seen;
        const QList<QList<Cell>> rows = readLong(*reader, &seen);
        QCOMPARE(seen, keys);
        QCOMPARE(rows.size(), script.rows.size());
        for (qsizetype row = 0; row < rows.size(); ++row) {
            for (int c = 1; c <= 3; ++c) {
                QCOMPARE(rows[row][c].isNull, script.rows[row][c].isNull);
                QVERIFY(rows[row][c].bytes == script.rows[row][c].bytes);
            }
        }
        QCOMPARE(script.rowsPerFetch, QList<int>({ 1 }));
        QVERIFY(std::is_sorted(script.reads.begin(), script.reads.end())); // never back to an earlier column
    }

    /// File order: a long column between short ones, last in the SELECT list.
    void restoresFileOrder()
    {
        Script script;
        const qint64 one = 1;
        const qint64 two = 2;
        script.rows.append({ numberCell(one), numberCell(two), textCell(u"long"_s) });
        const auto reader = makeReader(script,
            { column(u"a"_s, CellKind::Int64, 8, 1), column(u"t"_s, CellKind::LongText, 0, 3),
                column(u"b"_s, CellKind::Int64, 8, 2) });
        const auto block = reader->makeBlock();
        QVERIFY(*reader->fetch(*block));
        QCOMPARE(*reinterpret_cast<const qint64 *>(block->cell(0, 0)), one);
        QCOMPARE(*reinterpret_cast<const qint64 *>(block->cell(2, 0)), two);
        const LongPiece &piece = block->piece(1, 0);
        QCOMPARE(QString::fromUtf16(
                     reinterpret_cast<const char16_t *>(block->arena() + piece.offset), piece.length / 2),
            u"long"_s);
    }

    void packsShortLongCells()
    {
        Script script;
        for (int i = 0; i < 3000; ++i)
            script.rows.append({ textCell(QString(200, u'x')) });
        const auto reader = makeReader(script, { column(u"t"_s, CellKind::LongText, 0, 1) });
        const auto block = reader->makeBlock();
        QVERIFY(*reader->fetch(*block));
        QCOMPARE(block->rowCount(), block->capacity());
        QCOMPARE(readLong(*reader).size(), 3000 - block->rowCount());
    }
};

Q_DECLARE_METATYPE(tidemark::CellKind)

QTEST_GUILESS_MAIN(BlockCursorTest)
#include "tst_blockcursor.moc"
