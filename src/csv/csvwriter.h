#pragma once

#include "csvdialect.h"
#include "result.h"
#include "rowblock.h"
#include "textbuffer.h"

#include <QCoreApplication>
#include <QList>
#include <QTextStream>

#include <optional>
#include <span>

class QIODevice;

namespace tidemark {

/// A column in front of the blocks' own, with the same value in every row; none is NULL.
struct LeadingColumn {
    QString name;
    std::optional<QString> value;
    bool isNumber = false;
};

/// Writes the rows of blocks as the CSV text of one file. Bytes do not depend on where blocks end. Used by
/// one thread; the device must outlive it and may report its own cause of a failed write.
class CsvWriter {
    Q_DECLARE_TR_FUNCTIONS(tidemark::CsvWriter)

public:
    /// The dialect must have passed checkDialect().
    CsvWriter(QIODevice &device, const CsvDialect &dialect, const QList<BlockColumn> &columns,
        const QList<LeadingColumn> &leading = {});

    /// The byte-order mark and the header line, as the dialect wants them; first, and once.
    [[nodiscard]] Status begin();
    /// `count` rows from row `first`. A row that a block leaves open is continued by the next call.
    [[nodiscard]] Status writeRows(const RowBlock &block, int first, int count);
    /// Hands the rest to the device.
    [[nodiscard]] Status finish();

    bool isInsideRow() const { return m_open.column >= 0; }
    qint64 rows() const { return m_rows; } // finished ones
    qint64 replacedSurrogates() const { return m_replaced; }
    /// Bytes of the text that the device has not got yet.
    qint64 pendingBytes();

private:
    enum class Quoting { Never, WhenNeeded, Always };

    struct Column {
        QString name;
        CellKind kind = CellKind::Text;
        int cellBytes = 0;
        int scale = 0;
        Quoting quoting = Quoting::Never;
        const std::byte *cells = nullptr; // of the block at hand
        const qint64 *lengths = nullptr;
    };

    /// The long cell that a block left open, or that is just being written.
    struct OpenCell {
        int column = -1;
        bool begun = false;
        bool quoted = false;
        std::byte carried[3] = {}; // bytes that do not fill a group of base64 yet
        qsizetype carriedSize = 0;
    };

    Quoting quotingOf(CellKind kind) const;
    QString alphabetOf(CellKind kind) const;
    QString word(const QString &text, bool isNumber) const;
    bool equalsNull(QStringView text) const;

    bool writeRow(const RowBlock &block, int row);
    void putShort(const Column &column, int row);
    char16_t *putPlain(char16_t *out, const Column &column, const std::byte *cell, qint64 length) const;
    char16_t *putBinary(char16_t *out, std::span<const std::byte> bytes) const;
    void putText(const Column &column, const char16_t *text, qsizetype size);
    void putQuoted(QStringView text);
    bool putLong(const RowBlock &block, const Column &column, const LongPiece &piece);
    void beginLong(const Column &column, const LongPiece &piece, const std::byte *data);
    void putLongText(const Column &column, const std::byte *data, qint64 bytes);
    void putLongBinary(const std::byte *data, qint64 bytes);
    void endLong();
    char16_t *escape(char16_t *out, const char16_t *text, qsizetype size, bool quoted);
    char16_t *flushHalf(char16_t *out);
    void checkLatin1(const Column &column, const char16_t *text, qsizetype size);
    bool isGuarded(const char16_t *text, qsizetype size) const;
    Status handOver();

    const CsvDialect m_dialect;
    const char16_t m_quote;
    const char16_t m_escape;
    const char16_t m_delimiter;
    const char16_t m_decimalMark;
    SpecialUnits m_special;
    std::vector<Column> m_columns;
    QString m_header;
    QString m_leading; // the text of the leading columns
    QString m_true;
    QString m_false;

    QIODevice &m_device;
    QTextStream m_stream;
    TextBuffer m_text;
    qsizetype m_counted = 0; // units of m_text that m_pendingBytes holds
    qint64 m_pendingBytes = 0;

    OpenCell m_open;
    char16_t m_half = 0; // the first half of a surrogate pair that waits for its second
    std::vector<char16_t> m_scratch;
    std::optional<SyncError> m_error;
    qint64 m_rows = 0;
    qint64 m_replaced = 0;
};

} // namespace tidemark
