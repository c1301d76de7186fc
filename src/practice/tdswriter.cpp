#include "tdswriter.h"

#include <QtEndian>

namespace tidemark::practice {

template <typename Number>
void TdsWriter::number(Number value)
{
    const Number wire = qToLittleEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&wire), sizeof wire);
}

template void TdsWriter::number(quint16);
template void TdsWriter::number(quint32);
template void TdsWriter::number(quint64);

void TdsWriter::u16BigEndian(quint16 value)
{
    const quint16 wire = qToBigEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&wire), sizeof wire);
}

void TdsWriter::low(quint64 value, int count)
{
    const quint64 wire = qToLittleEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&wire), count);
}

void TdsWriter::utf16(QStringView text)
{
    if (text.isEmpty())
        return;
    const qsizetype at = m_bytes.size();
    m_bytes.resize(at + text.size() * 2);
    qToLittleEndian<quint16>(text.utf16(), text.size(), m_bytes.data() + at);
}

void TdsWriter::bVarchar(QStringView text)
{
    const QStringView cut = text.left(0xFF);
    u8(static_cast<quint8>(cut.size()));
    utf16(cut);
}

void TdsWriter::usVarchar(QStringView text)
{
    const QStringView cut = text.left(0xFFFF);
    u16(static_cast<quint16>(cut.size()));
    utf16(cut);
}

void TdsWriter::patchU16(qsizetype at, quint16 value)
{
    qToLittleEndian(value, m_bytes.data() + at);
}

void TdsWriter::patchU32(qsizetype at, quint32 value)
{
    qToLittleEndian(value, m_bytes.data() + at);
}

} // namespace tidemark::practice
