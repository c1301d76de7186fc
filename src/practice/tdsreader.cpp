#include "tdsreader.h"

#include <QtEndian>

namespace tidemark::practice {

template <typename Number>
Number TdsReader::number()
{
    const QByteArrayView field = bytes(sizeof(Number));
    return field.isEmpty() ? Number(0) : qFromLittleEndian<Number>(field.data());
}

quint8 TdsReader::u8()
{
    return number<quint8>();
}

quint16 TdsReader::u16()
{
    return number<quint16>();
}

quint16 TdsReader::u16BigEndian()
{
    return qbswap(qToLittleEndian(number<quint16>()));
}

quint32 TdsReader::u32()
{
    return number<quint32>();
}

quint64 TdsReader::u64()
{
    return number<quint64>();
}

QByteArrayView TdsReader::bytes(quint64 count)
{
    if (!m_ok || count > static_cast<quint64>(remaining())) {
        m_ok = false;
        return {};
    }
    const QByteArrayView taken = m_bytes.sliced(m_at, static_cast<qsizetype>(count));
    m_at += static_cast<qsizetype>(count);
    return taken;
}

QString TdsReader::utf16(quint64 characters)
{
    if (characters > static_cast<quint64>(m_bytes.size())) {
        m_ok = false;
        return {};
    }
    return fromUtf16(bytes(characters * 2));
}

QString fromUtf16(QByteArrayView bytes)
{
    if (bytes.size() < 2)
        return {};
    QString text(bytes.size() / 2, Qt::Uninitialized);
    qFromLittleEndian<quint16>(bytes.data(), text.size(), text.data());
    return text;
}

} // namespace tidemark::practice
