#pragma once

#include <QByteArrayView>
#include <QString>

namespace tidemark::practice {

/// Reads little-endian fields from a message. Reading past the end yields zeros and turns ok() false for
/// good, so a parser checks once at its end. A value may be whole and yet none of its type: then valid() is
/// false for good, and what follows can still be read.
class TdsReader {
public:
    explicit TdsReader(QByteArrayView bytes) : m_bytes(bytes) { }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    qsizetype position() const { return m_at; }
    qsizetype remaining() const { return m_bytes.size() - m_at; }
    void fail() { m_ok = false; }
    bool valid() const { return m_valid; }
    void refuse() { m_valid = false; }

    quint8 u8();
    quint16 u16();
    quint16 u16BigEndian();
    quint32 u32();
    quint64 u64();
    QByteArrayView bytes(quint64 count);
    QString utf16(quint64 characters);
    QString bVarchar() { return utf16(u8()); }
    QString usVarchar() { return utf16(u16()); }
    /// The next byte without taking it; 0 at the end.
    quint8 peek() const { return atEnd() ? 0 : static_cast<quint8>(m_bytes[m_at]); }

private:
    template <typename Number>
    Number number();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
    bool m_valid = true;
};

/// Text of UTF-16LE bytes; a last odd byte is dropped.
QString fromUtf16(QByteArrayView bytes);

} // namespace tidemark::practice
