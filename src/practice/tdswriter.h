#pragma once

#include <QByteArray>
#include <QStringView>

namespace tidemark::practice {

/// Gathers the little-endian fields of a message. A subclass may send finished bytes away in spill().
class TdsWriter {
public:
    TdsWriter() = default;
    virtual ~TdsWriter() = default;

    void u8(quint8 value) { m_bytes.append(static_cast<char>(value)); }
    void u16(quint16 value) { number(value); }
    void u16BigEndian(quint16 value);
    void u32(quint32 value) { number(value); }
    void u64(quint64 value) { number(value); }
    /// The lowest `count` bytes of a number.
    void low(quint64 value, int count);
    void bytes(QByteArrayView bytes) { m_bytes.append(bytes); }
    void fill(qsizetype count, char byte) { m_bytes.append(count, byte); }
    void utf16(QStringView text);
    /// Text with its length in characters before it, cut where the length field ends.
    void bVarchar(QStringView text);
    void usVarchar(QStringView text);

    qsizetype size() const { return m_bytes.size(); }
    const QByteArray &data() const { return m_bytes; }
    void patchU8(qsizetype at, quint8 value) { m_bytes[at] = static_cast<char>(value); }
    void patchU16(qsizetype at, quint16 value);
    void patchU32(qsizetype at, quint32 value);

    /// Called between the pieces of something long. What was written before may be gone afterwards, so
    /// nothing can be patched across it.
    virtual void spill() { }

protected:
    Q_DISABLE_COPY_MOVE(TdsWriter)
    template <typename Number>
    void number(Number value);

    QByteArray m_bytes;
};

} // namespace tidemark::practice
