#include "rowsample.h"

#include "partsink.h"

#include "csvwriter.h"
#include "dialectcheck.h"

#include "blockreader.h"
#include "cellvalues.h"

#include <QBuffer>
#include <QStringDecoder>

#include <algorithm>
#include <cstring>
#include <vector>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostRows = 20;
constexpr qint64 mostBytes = 16LL * 1024 * 1024; // of the blocks that are kept

qint64 sizeOf(const RowBlock &block)
{
    qint64 size = block.arenaBytes();
    for (const BlockColumn &column : block.columns())
        size += qint64(column.cellBytes) * block.capacity();
    return size;
}

/// Fills the cells of one made-up row, column by column.
class RowFiller {
public:
    RowFiller(RowBlock &block, int row) : m_block(block), m_row(row) { }

    template <typename Value>
    RowFiller &value(const Value &cell)
    {
        return bytes(&cell, sizeof cell);
    }
    RowFiller &text(const QString &text) { return bytes(text.utf16(), size_t(text.size()) * 2); }
    RowFiller &ascii(const QByteArray &text) { return bytes(text.constData(), size_t(text.size())); }
    RowFiller &null()
    {
        m_block.lengths(m_column++)[m_row] = RowBlock::nullLength;
        return *this;
    }

private:
    RowFiller &bytes(const void *data, size_t size)
    {
        std::byte *cells = m_block.cells(m_column);
        std::memcpy(cells + size_t(m_row) * size_t(m_block.columns()[m_column].cellBytes), data, size);
        m_block.lengths(m_column++)[m_row] = qint64(size);
        return *this;
    }

    RowBlock &m_block;
    int m_row;
    int m_column = 0;
};

QList<BlockColumn> exampleColumns()
{
    return { { u"id"_s, CellKind::Int32, 4, 0 }, { u"name"_s, CellKind::Text, 64, 0 },
        { u"note"_s, CellKind::Text, 64, 0 }, { u"price"_s, CellKind::Decimal, 24, 2 },
        { u"paid"_s, CellKind::Bit, 1, 0 },
        { u"ordered_at"_s, CellKind::Timestamp, sizeof(TimestampCell), 3 },
        { u"code"_s, CellKind::Guid, sizeof(GuidCell), 0 }, { u"mark"_s, CellKind::Binary, 8, 0 } };
}

const GuidCell exampleGuid{ 0x6F9619FF, 0x8B86, 0xD011, { 0xB4, 0x2D, 0x00, 0xC0, 0x4F, 0xC9, 0x64, 0xFF } };

} // namespace

struct RowSample::Rows {
    QList<BlockColumn> columns;
    std::vector<std::unique_ptr<RowBlock>> blocks;
    std::optional<ChangeVersion> version;
    int finished = 0; // rows that are whole
};

RowSample RowSample::example()
{
    auto rows = std::make_shared<Rows>();
    rows->columns = exampleColumns();
    rows->version = ChangeVersion(42);
    auto block = std::make_unique<RowBlock>(rows->columns, 4, 0);
    block->setRowCount(4);
    const TimestampCell noon{ 2026, 1, 31, 12, 0, 0, 0 };
    const TimestampCell late{ 2026, 1, 31, 23, 59, 59, 997'000'000 };
    RowFiller(*block, 0)
        .value(qint32(1))
        .text(u"Zoë Müller"_s)
        .text(u"plain"_s)
        .ascii("1204.50")
        .value(quint8(1))
        .value(noon)
        .value(exampleGuid)
        .ascii("\x01\xAB");
    RowFiller(*block, 1)
        .value(qint32(2))
        .text(u"O'Hara, \"Bo\""_s)
        .text(u"two\nlines; a \\"_s)
        .ascii("-0.99")
        .value(quint8(0))
        .value(late)
        .null()
        .null();
    RowFiller(*block, 2).value(qint32(3)).text(QString()).null().null().null().null().null().null();
    RowFiller(*block, 3)
        .value(qint32(4))
        .text(u"=1+1"_s)
        .text(u"NULL"_s)
        .ascii("7.00")
        .value(quint8(1))
        .value(noon)
        .null()
        .ascii("\xFF");
    rows->finished = block->finishedRows();
    rows->blocks.push_back(std::move(block));
    RowSample sample;
    sample.m_rows = std::move(rows);
    return sample;
}

Result<RowSample> RowSample::take(BlockReader &reader, std::optional<ChangeVersion> version)
{
    auto rows = std::make_shared<Rows>();
    rows->columns = reader.columns();
    rows->version = version;
    for (qint64 kept = 0; rows->finished < mostRows && kept < mostBytes;) {
        auto block = reader.makeBlock();
        const Result<bool> fetched = reader.fetch(*block);
        if (!fetched)
            return fail(fetched.error());
        if (!*fetched)
            break;
        rows->finished += block->finishedRows();
        kept += sizeOf(*block);
        rows->blocks.push_back(std::move(block));
    }
    rows->finished = std::min(rows->finished, mostRows);
    RowSample sample;
    sample.m_rows = std::move(rows);
    return sample;
}

Result<QString> RowSample::written(const CsvDialect &dialect) const
{
    if (const Status fits = checkDialect(dialect); !fits)
        return fail(fits.error());
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    FileSetSpec spec;
    spec.loadVersion = m_rows->version;
    CsvWriter writer(file, dialect, m_rows->columns, leadingColumns(spec));
    Status status = writer.begin();
    for (const auto &block : m_rows->blocks) {
        const qint64 left = m_rows->finished - writer.rows();
        // A row that a block leaves open is written when a later block finishes it.
        const bool opens = block->endsInsideRow() && left > block->finishedRows();
        const int count = int(std::min<qint64>(left, block->finishedRows())) + int(opens);
        if (status && count > 0)
            status = writer.writeRows(*block, 0, count);
    }
    if (status)
        status = writer.finish();
    if (!status)
        return fail(status.error());
    const auto encoding = dialect.encoding == TextEncoding::Utf8 ? QStringConverter::Utf8
        : dialect.encoding == TextEncoding::Latin1               ? QStringConverter::Latin1
                                                                 : QStringConverter::Utf16LE;
    return QStringDecoder(encoding)(file.data());
}

} // namespace tidemark
