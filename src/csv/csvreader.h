#pragma once

#include "csvdialect.h"
#include "result.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QTextStream>

#include <optional>

class QIODevice;

namespace tidemark {

/// A row of a CSV file; none is NULL.
using CsvRow = QList<std::optional<QString>>;

/// Reads back what a CsvWriter of the same dialect wrote, row by row, in memory for one row. Used by one
/// thread; the device must outlive it.
class CsvReader {
    Q_DECLARE_TR_FUNCTIONS(tidemark::CsvReader)

public:
    CsvReader(QIODevice &device, const CsvDialect &dialect);

    /// Replaces `row` by the next one; the header is a row like others. False at the end.
    [[nodiscard]] Result<bool> read(CsvRow &row);
    /// The line of the file on which the row read last began; the first is 1.
    qint64 line() const { return m_rowLine; }

private:
    enum class FieldEnd { Delimiter, Line, File };

    bool atEnd();
    bool startsWith(const QString &text);
    [[nodiscard]] Result<FieldEnd> readField(CsvRow &row);
    [[nodiscard]] Status readQuoted(QString &text);
    void readPlain(QString &text);
    tl::unexpected<SyncError> broken(const QString &what) const;

    const CsvDialect m_dialect;
    const char16_t m_quote;
    const char16_t m_escape;
    QIODevice &m_device;
    QTextStream m_stream;
    QString m_chunk;
    qsizetype m_at = 0; // in m_chunk
    qint64 m_line = 1;
    qint64 m_rowLine = 0;
};

} // namespace tidemark
