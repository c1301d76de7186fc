#include "csvwriter.h"

#include "celltext.h"
#include "streamencoding.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Units that are handed over at once: QTextStream passes them on without keeping them, and its own buffers
/// stay small enough for the allocator to keep.
constexpr qsizetype handOverSize = 16LL * 1024;
/// A long cell is written in steps of so many units.
constexpr qsizetype stepUnits = 8LL * 1024;
constexpr qsizetype stepBytes = 3LL * 1024; // whole groups of base64

constexpr char16_t replacement = 0xFFFD;

QString specialUnits(const CsvDialect &dialect)
{
    QString units = QString(dialect.quote) + dialect.delimiter + u"\n\r"_s;
    if (dialect.escape == QuoteEscape::Backslash)
        units += u'\\';
    for (const QChar unit : dialect.lineEnd) {
        if (!units.contains(unit))
            units += unit;
    }
    return units;
}

/// Bytes of well-formed UTF-16 in an encoding; a text may end between the halves of a pair.
qint64 encodedSize(QStringView text, TextEncoding encoding)
{
    if (encoding == TextEncoding::Latin1)
        return text.size();
    if (encoding == TextEncoding::Utf16Le)
        return 2 * text.size();
    qint64 bytes = text.size();
    for (const QChar unit : text) // each half of a pair counts two
        bytes += (unit.unicode() >= 0x80) + (unit.unicode() >= 0x800 && !unit.isSurrogate());
    return bytes;
}

template <typename Value>
Value load(const std::byte *cell)
{
    Value value;
    std::memcpy(&value, cell, sizeof value);
    return value;
}

bool isTextKind(CellKind kind)
{
    return kind == CellKind::Text || kind == CellKind::LongText;
}

bool isNumberKind(CellKind kind)
{
    return kind == CellKind::Int32 || kind == CellKind::Int64 || kind == CellKind::Float32
        || kind == CellKind::Float64 || kind == CellKind::Decimal;
}

bool isDigits(const QString &text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar unit) { return unit >= u'0' && unit <= u'9'; });
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device, const CsvDialect &dialect, const QList<BlockColumn> &columns,
    const QList<LeadingColumn> &leading)
    : m_dialect(dialect), m_quote(dialect.quote.unicode()),
      m_escape(dialect.escape == QuoteEscape::Backslash ? u'\\' : dialect.quote.unicode()),
      m_delimiter(dialect.delimiter.unicode()), m_decimalMark(dialect.decimalMark.unicode()),
      m_special(specialUnits(dialect)), m_device(device), m_stream(&device)
{
    m_stream.setEncoding(streamEncoding(dialect.encoding));
    QStringList names;
    for (const LeadingColumn &column : leading) {
        names += column.name;
        m_leading += (column.value ? word(*column.value, column.isNumber) : m_dialect.nullMark) + m_delimiter;
    }
    m_columns.reserve(size_t(columns.size()));
    for (const BlockColumn &column : columns) {
        names += column.name;
        m_columns.push_back({ column.name, column.kind, column.cellBytes, column.scale,
            quotingOf(column.kind), nullptr, nullptr });
    }
    for (QString &name : names)
        name = word(name, false);
    m_header = names.join(m_dialect.delimiter) + m_dialect.lineEnd;
    const bool numbers = isDigits(m_dialect.trueWord) && isDigits(m_dialect.falseWord);
    m_true = word(m_dialect.trueWord, numbers);
    m_false = word(m_dialect.falseWord, numbers);
}

/// A text that is the same in many rows, with its quotes.
QString CsvWriter::word(const QString &text, bool isNumber) const
{
    const bool always =
        m_dialect.quoting == QuotePolicy::All || (m_dialect.quoting == QuotePolicy::NonNumeric && !isNumber);
    if (!always && !m_special.overlaps(text) && !equalsNull(text))
        return text;
    QString quoted(m_dialect.quote);
    for (const QChar unit : text) {
        if (unit == m_quote || unit == m_escape)
            quoted += QChar(m_escape);
        quoted += unit;
    }
    return quoted + m_dialect.quote;
}

bool CsvWriter::equalsNull(QStringView text) const
{
    return text == QStringView(m_dialect.nullMark);
}

/// Every unit that the text of a kind may have.
QString CsvWriter::alphabetOf(CellKind kind) const
{
    const QString digits = u"0123456789"_s;
    switch (kind) {
    case CellKind::Int32:
    case CellKind::Int64:
        return digits + u'-';
    case CellKind::Float32:
    case CellKind::Float64:
    case CellKind::Decimal:
        return digits + u"+-einfa"_s + m_dialect.decimalMark;
    case CellKind::Date:
    case CellKind::Time:
    case CellKind::Timestamp:
    case CellKind::TimestampOffset:
        return digits + u"+-:. "_s + m_dialect.dateTimeSeparator;
    case CellKind::Guid:
        return digits + u"abcdefABCDEF-"_s;
    case CellKind::Binary:
    case CellKind::LongBinary:
        if (m_dialect.binary == BinaryForm::Base64)
            return digits + u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/="_s;
        return digits + u"ABCDEFx\\"_s;
    case CellKind::Bit: // has words of its own
    case CellKind::Text:
    case CellKind::LongText:
        break;
    }
    return {};
}

CsvWriter::Quoting CsvWriter::quotingOf(CellKind kind) const
{
    if (m_dialect.quoting == QuotePolicy::All
        || (m_dialect.quoting == QuotePolicy::NonNumeric && !isNumberKind(kind)))
        return Quoting::Always;
    if (isTextKind(kind))
        return Quoting::WhenNeeded;
    const QString alphabet = alphabetOf(kind);
    const bool mayBeNull =
        std::ranges::all_of(m_dialect.nullMark, [&](QChar unit) { return alphabet.contains(unit); });
    const bool mayBeEmpty = kind == CellKind::Binary || kind == CellKind::LongBinary;
    const bool confusable = m_dialect.nullMark.isEmpty() ? mayBeEmpty : mayBeNull;
    return m_special.overlaps(alphabet) || confusable ? Quoting::WhenNeeded : Quoting::Never;
}

Status CsvWriter::begin()
{
    if (m_dialect.byteOrderMark && m_dialect.encoding != TextEncoding::Latin1)
        m_text.append(u'\uFEFF');
    if (!m_dialect.header)
        return {};
    for (const Column &column : m_columns)
        checkLatin1(column, reinterpret_cast<const char16_t *>(column.name.utf16()), column.name.size());
    if (m_error)
        return fail(*m_error);
    m_text.setEnd(flushHalf(escape(m_text.room(2 * m_header.size() + 2),
        reinterpret_cast<const char16_t *>(m_header.utf16()), m_header.size(), false)));
    return {};
}

Status CsvWriter::writeRows(const RowBlock &block, int first, int count)
{
    for (size_t i = 0; i < m_columns.size(); ++i) {
        Column &column = m_columns[i];
        if (isLong(column.kind))
            continue;
        column.cells = block.cells(int(i));
        column.lengths = block.lengths(int(i));
    }
    for (int row = first; row < first + count; ++row) {
        const bool finished = writeRow(block, row);
        if (m_error)
            return fail(*m_error);
        m_rows += finished ? 1 : 0;
        if (m_text.size() >= handOverSize && !handOver())
            return fail(*m_error);
    }
    return {};
}

/// False when the row goes on in the next block.
bool CsvWriter::writeRow(const RowBlock &block, int row)
{
    const auto count = int(m_columns.size());
    int i = m_open.column;
    if (i < 0) {
        m_text.append(m_leading);
        i = 0;
    }
    for (; i < count; ++i) {
        const Column &column = m_columns[size_t(i)];
        if (!isLong(column.kind)) {
            putShort(column, row);
        } else if (!putLong(block, column, block.piece(i, row))) {
            m_open.column = i;
            return false;
        }
        if (i + 1 < count)
            m_text.append(m_delimiter);
    }
    m_open.column = -1;
    m_text.append(m_dialect.lineEnd);
    return true;
}

void CsvWriter::putShort(const Column &column, int row)
{
    const qint64 length = column.lengths[row];
    if (length == RowBlock::nullLength) {
        m_text.append(m_dialect.nullMark);
        return;
    }
    const std::byte *cell = column.cells + size_t(row) * size_t(column.cellBytes);
    if (column.kind == CellKind::Text) {
        putText(column, reinterpret_cast<const char16_t *>(cell), length / 2);
        return;
    }
    if (column.kind == CellKind::Bit) {
        m_text.append(load<quint8>(cell) != 0 ? m_true : m_false);
        return;
    }
    char16_t *const begin = m_text.room(std::max(longestFixedCell, 2 * qsizetype(length) + 8));
    char16_t *const end = putPlain(begin, column, cell, length);
    if (column.quoting == Quoting::Never) {
        m_text.setEnd(end);
        return;
    }
    const QStringView text(begin, end);
    if (column.quoting == Quoting::Always || m_special.overlaps(text) || equalsNull(text))
        putQuoted(text.toString());
    else
        m_text.setEnd(end);
}

char16_t *CsvWriter::putPlain(char16_t *out, const Column &column, const std::byte *cell, qint64 length) const
{
    const char16_t separator = m_dialect.dateTimeSeparator.unicode();
    switch (column.kind) {
    case CellKind::Int32:
        return putInteger(out, load<qint32>(cell));
    case CellKind::Int64:
        return putInteger(out, load<qint64>(cell));
    case CellKind::Float32:
        return putFloat(out, load<float>(cell), m_decimalMark);
    case CellKind::Float64:
        return putFloat(out, load<double>(cell), m_decimalMark);
    case CellKind::Decimal:
        return putDecimal(out, { reinterpret_cast<const char *>(cell), size_t(length) }, m_decimalMark);
    case CellKind::Date:
        return putDate(out, load<DateCell>(cell));
    case CellKind::Time:
        return putTime(out, load<TimeCell>(cell), column.scale);
    case CellKind::Timestamp:
        return putTimestamp(out, load<TimestampCell>(cell), column.scale, separator);
    case CellKind::TimestampOffset:
        return putTimestampOffset(out, load<TimestampOffsetCell>(cell), column.scale, separator);
    case CellKind::Guid:
        return putGuid(out, load<GuidCell>(cell), m_dialect.guidLowerCase);
    case CellKind::Binary:
        return putBinary(out, { cell, size_t(length) });
    case CellKind::Bit:
    case CellKind::Text:
    case CellKind::LongText:
    case CellKind::LongBinary:
        break;
    }
    return out;
}

char16_t *CsvWriter::putBinary(char16_t *out, std::span<const std::byte> bytes) const
{
    switch (m_dialect.binary) {
    case BinaryForm::Base64:
        return putBase64(out, bytes);
    case BinaryForm::Hex0x:
        *out++ = u'0';
        *out++ = u'x';
        break;
    case BinaryForm::PostgresHex:
        *out++ = u'\\';
        *out++ = u'x';
        break;
    case BinaryForm::Hex:
        break;
    }
    return putHex(out, bytes);
}

bool CsvWriter::isGuarded(const char16_t *text, qsizetype size) const
{
    return m_dialect.guardFormulas && size > 0 && QStringView(u"=+-@").contains(QChar(text[0]));
}

void CsvWriter::putText(const Column &column, const char16_t *text, qsizetype size)
{
    checkLatin1(column, text, size);
    const unsigned found = m_special.look(text, size);
    const bool guarded = isGuarded(text, size);
    if (!guarded && found == SpecialUnits::Nothing && column.quoting != Quoting::Always
        && (size != m_dialect.nullMark.size() || !equalsNull(QStringView(text, size)))) {
        char16_t *const out = m_text.room(size);
        std::memcpy(out, text, size_t(size) * sizeof *text);
        m_text.setEnd(out + size);
        return;
    }
    const bool quoted = column.quoting == Quoting::Always || (found & SpecialUnits::Special) != 0
        || (guarded ? m_special.contains(u'\'') : equalsNull(QStringView(text, size)));
    char16_t *out = m_text.room(2 * size + 5);
    if (quoted)
        *out++ = m_quote;
    if (guarded)
        out = escape(out, u"'", 1, quoted);
    out = flushHalf(escape(out, text, size, quoted));
    if (quoted)
        *out++ = m_quote;
    m_text.setEnd(out);
}

void CsvWriter::putQuoted(QStringView text)
{
    char16_t *out = m_text.room(2 * text.size() + 2);
    *out++ = m_quote;
    out = escape(out, text.utf16(), text.size(), true);
    *out++ = m_quote;
    m_text.setEnd(out);
}

/// Copies with escapes, and replaces what is no whole surrogate pair. A first half at the end waits in
/// m_half. Needs room for 2 * size + 1.
char16_t *CsvWriter::escape(char16_t *out, const char16_t *text, qsizetype size, bool quoted)
{
    for (const char16_t unit : std::span(text, size_t(size))) {
        if (m_half != 0) {
            if (QChar::isLowSurrogate(unit)) {
                *out++ = m_half;
                *out++ = unit;
                m_half = 0;
                continue;
            }
            out = flushHalf(out);
        }
        if (QChar::isHighSurrogate(unit)) {
            m_half = unit;
        } else if (QChar::isLowSurrogate(unit)) {
            *out++ = replacement;
            ++m_replaced;
        } else {
            if (quoted && (unit == m_quote || unit == m_escape))
                *out++ = m_escape;
            *out++ = unit;
        }
    }
    return out;
}

/// A first half without a second. Needs room for 1.
char16_t *CsvWriter::flushHalf(char16_t *out)
{
    if (m_half == 0)
        return out;
    m_half = 0;
    ++m_replaced;
    *out++ = replacement;
    return out;
}

/// False when the cell goes on in the next block.
bool CsvWriter::putLong(const RowBlock &block, const Column &column, const LongPiece &piece)
{
    const std::byte *data = block.arena() + piece.offset;
    if (!m_open.begun) {
        if (piece.isNull) {
            m_text.append(m_dialect.nullMark);
            return true;
        }
        if (!piece.complete && piece.length == 0)
            return false; // there was no more room in the block
        beginLong(column, piece, data);
    }
    if (column.kind == CellKind::LongText)
        putLongText(column, data, piece.length);
    else
        putLongBinary(data, piece.length);
    if (piece.complete)
        endLong();
    return piece.complete;
}

/// Quotes are decided from the first piece, which is the whole cell when that is shorter than the threshold.
void CsvWriter::beginLong(const Column &column, const LongPiece &piece, const std::byte *data)
{
    bool quoted = column.quoting == Quoting::Always;
    const bool isWhole = piece.complete && piece.length < RowBlock::longCellThreshold;
    bool guarded = false;
    if (column.kind == CellKind::LongText) {
        // Of a cell that is quoted anyway only the first unit matters.
        const auto size =
            isWhole ? qsizetype(piece.length / 2) : qsizetype(std::min<qint64>(1, piece.length / 2));
        m_scratch.resize(size_t(size) + 1);
        std::memcpy(m_scratch.data(), data, size_t(size) * 2);
        guarded = isGuarded(m_scratch.data(), size);
        const QStringView text(m_scratch.data(), size);
        quoted = quoted || !isWhole || (m_special.look(text.utf16(), size) & SpecialUnits::Special) != 0
            || (guarded ? m_special.contains(u'\'') : equalsNull(text));
    } else if (column.quoting == Quoting::WhenNeeded) {
        QString text = alphabetOf(column.kind);
        if (isWhole) {
            text.resize(2 * piece.length + 8);
            auto *const begin = reinterpret_cast<char16_t *>(text.data());
            text.truncate(putBinary(begin, { data, size_t(piece.length) }) - begin);
        }
        quoted = m_special.overlaps(text) || equalsNull(text);
    }
    m_open.begun = true;
    m_open.quoted = quoted;
    char16_t *out = m_text.room(8);
    if (quoted)
        *out++ = m_quote;
    if (guarded)
        out = escape(out, u"'", 1, quoted);
    if (column.kind == CellKind::LongBinary && m_dialect.binary == BinaryForm::PostgresHex)
        out = escape(out, u"\\x", 2, quoted);
    else if (column.kind == CellKind::LongBinary && m_dialect.binary == BinaryForm::Hex0x)
        out = escape(out, u"0x", 2, quoted);
    m_text.setEnd(out);
}

void CsvWriter::putLongText(const Column &column, const std::byte *data, qint64 bytes)
{
    m_scratch.resize(size_t(stepUnits));
    while (bytes > 1 && !m_error) {
        const auto size = std::min(stepUnits, qsizetype(bytes / 2));
        std::memcpy(m_scratch.data(), data, size_t(size) * 2); // a piece may lie at an odd address
        checkLatin1(column, m_scratch.data(), size);
        m_text.setEnd(escape(m_text.room(2 * size + 1), m_scratch.data(), size, m_open.quoted));
        data += 2 * size;
        bytes -= 2 * size;
        if (m_text.size() >= handOverSize)
            std::ignore = handOver();
    }
}

void CsvWriter::putLongBinary(const std::byte *data, qint64 bytes)
{
    const bool inGroups = m_dialect.binary == BinaryForm::Base64;
    if (inGroups && m_open.carriedSize > 0) {
        while (m_open.carriedSize < 3 && bytes > 0) {
            m_open.carried[m_open.carriedSize++] = *data++;
            --bytes;
        }
        if (m_open.carriedSize == 3) {
            m_text.setEnd(putBase64(m_text.room(8), m_open.carried));
            m_open.carriedSize = 0;
        }
    }
    while (bytes >= (inGroups ? 3 : 1) && !m_error) {
        auto size = size_t(std::min<qint64>(stepBytes, bytes));
        if (inGroups)
            size -= size % 3;
        char16_t *const out = m_text.room(qsizetype(2 * size) + 4);
        const std::span<const std::byte> step(data, size);
        m_text.setEnd(inGroups ? putBase64(out, step) : putHex(out, step));
        data += size;
        bytes -= qint64(size);
        if (m_text.size() >= handOverSize)
            std::ignore = handOver();
    }
    while (bytes-- > 0)
        m_open.carried[m_open.carriedSize++] = *data++;
}

void CsvWriter::endLong()
{
    char16_t *out = flushHalf(m_text.room(8));
    out = putBase64(out, { m_open.carried, size_t(m_open.carriedSize) });
    if (m_open.quoted)
        *out++ = m_quote;
    m_text.setEnd(out);
    m_open = {};
}

void CsvWriter::checkLatin1(const Column &column, const char16_t *text, qsizetype size)
{
    if (m_dialect.encoding != TextEncoding::Latin1 || m_error)
        return;
    const char16_t *const end = text + size;
    const char16_t *const at = std::find_if(text, end, [](char16_t unit) { return unit > 0xFF; });
    if (at == end)
        return;
    const uint code = at + 1 < end && QChar::isHighSurrogate(at[0]) && QChar::isLowSurrogate(at[1])
        ? QChar::surrogateToUcs4(at[0], at[1])
        : uint(*at);
    m_error = SyncError{ ErrorKind::Data,
        tr("Column %1, row %2: the character U+%3 cannot be written in Latin-1. Choose the encoding UTF-8 "
           "for "
           "this table.")
            .arg(column.name)
            .arg(m_rows + 1)
            .arg(code, 4, 16, QChar(u'0')),
        {}, 0, false, {}, 0 };
}

qint64 CsvWriter::pendingBytes()
{
    m_pendingBytes += encodedSize(m_text.view(m_counted), m_dialect.encoding);
    m_counted = m_text.size();
    return m_pendingBytes;
}

Status CsvWriter::handOver()
{
    if (m_error)
        return fail(*m_error);
    m_stream << m_text.view();
    m_stream.flush();
    m_text.clear();
    m_counted = 0;
    m_pendingBytes = 0;
    if (m_stream.status() == QTextStream::Ok)
        return {};
    m_error = SyncError{ ErrorKind::Storage,
        tr("The rows cannot be written: %1. Check the disk and the folder, then run again.")
            .arg(m_device.errorString()),
        {}, 0, false, {}, 0 };
    return fail(*m_error);
}

Status CsvWriter::finish()
{
    if (isInsideRow())
        return fail(ErrorKind::Internal, tr("The rows end inside a row, so they are not complete."));
    return handOver();
}

} // namespace tidemark
