#include "csvreader.h"

#include "streamencoding.h"

#include <QIODevice>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype chunkSize = 16LL * 1024;

} // namespace

CsvReader::CsvReader(QIODevice &device, const CsvDialect &dialect)
    : m_dialect(dialect), m_quote(dialect.quote.unicode()),
      m_escape(dialect.escape == QuoteEscape::Backslash ? u'\\' : dialect.quote.unicode()), m_device(device),
      m_stream(&device)
{
    m_stream.setAutoDetectUnicode(false);
    m_stream.setEncoding(streamEncoding(dialect.encoding));
}

/// Makes sure that at least one unit is there to look at.
bool CsvReader::atEnd()
{
    if (m_at < m_chunk.size())
        return false;
    m_chunk = m_stream.read(chunkSize);
    m_at = 0;
    return m_chunk.isEmpty();
}

/// Looks past the end of the chunk where it must.
bool CsvReader::startsWith(const QString &text)
{
    while (m_chunk.size() - m_at < text.size()) {
        const QString more = m_stream.read(chunkSize);
        if (more.isEmpty())
            return false;
        m_chunk = m_chunk.mid(m_at) + more;
        m_at = 0;
    }
    return QStringView(m_chunk).mid(m_at).startsWith(text);
}

Result<bool> CsvReader::read(CsvRow &row)
{
    row.clear();
    m_rowLine = m_line;
    const bool ended = atEnd();
    if (m_stream.status() != QTextStream::Ok || (ended && !m_device.atEnd()))
        return broken(m_device.errorString());
    if (ended)
        return false;
    while (true) {
        const Result<FieldEnd> end = readField(row);
        if (!end)
            return fail(end.error());
        if (*end == FieldEnd::File)
            return broken(tr("the last line has no end"));
        if (*end == FieldEnd::Line)
            return true;
    }
}

Result<CsvReader::FieldEnd> CsvReader::readField(CsvRow &row)
{
    QString text;
    const bool quoted = !atEnd() && m_chunk[m_at] == m_dialect.quote;
    if (quoted) {
        ++m_at;
        if (const Status read = readQuoted(text); !read)
            return fail(read.error());
    } else {
        readPlain(text);
    }
    row += !quoted && text == m_dialect.nullMark ? std::nullopt : std::optional(std::move(text));
    if (atEnd())
        return FieldEnd::File;
    if (m_chunk[m_at] == m_dialect.delimiter) {
        ++m_at;
        return FieldEnd::Delimiter;
    }
    if (!startsWith(m_dialect.lineEnd))
        return broken(tr("a quoted field is not followed by a delimiter or a line end"));
    m_at += m_dialect.lineEnd.size();
    ++m_line;
    return FieldEnd::Line;
}

Status CsvReader::readQuoted(QString &text)
{
    while (!atEnd()) {
        const qsizetype from = m_at;
        while (m_at < m_chunk.size() && m_chunk[m_at] != m_quote && m_chunk[m_at] != m_escape)
            m_line += m_chunk[m_at++] == u'\n' ? 1 : 0;
        text += QStringView(m_chunk).mid(from, m_at - from);
        if (m_at == m_chunk.size())
            continue;
        const QChar mark = m_chunk[m_at++];
        const bool escapes =
            mark == m_escape && !atEnd() && (m_chunk[m_at] == m_quote || m_chunk[m_at] == m_escape);
        if (escapes)
            text += m_chunk[m_at++];
        else if (mark == m_quote)
            return {};
        else
            text += mark;
    }
    return broken(tr("a quoted field has no end"));
}

void CsvReader::readPlain(QString &text)
{
    const QChar lineEnd = m_dialect.lineEnd.front();
    while (!atEnd()) {
        const qsizetype from = m_at;
        while (m_at < m_chunk.size() && m_chunk[m_at] != m_dialect.delimiter && m_chunk[m_at] != lineEnd)
            ++m_at;
        text += QStringView(m_chunk).mid(from, m_at - from);
        if (m_at == m_chunk.size())
            continue;
        if (m_chunk[m_at] == m_dialect.delimiter || startsWith(m_dialect.lineEnd))
            return;
        text += m_chunk[m_at++];
    }
}

tl::unexpected<SyncError> CsvReader::broken(const QString &what) const
{
    return fail(ErrorKind::Data,
        tr("Line %1 cannot be read as CSV: %2. Check that the file is complete and that the CSV options are "
           "those it was written with.")
            .arg(m_rowLine)
            .arg(what));
}

} // namespace tidemark
