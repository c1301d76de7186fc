#include "tdspacket.h"

#include <QtEndian>

namespace tidemark::practice {

HeaderBytes encodeHeader(const PacketHeader &header)
{
    HeaderBytes bytes{};
    bytes[0] = static_cast<char>(header.type);
    bytes[1] = static_cast<char>(header.status);
    qToBigEndian(header.length, bytes.data() + 2);
    qToBigEndian(header.spid, bytes.data() + 4);
    bytes[6] = static_cast<char>(header.id);
    return bytes;
}

PacketHeader decodeHeader(const HeaderBytes &bytes)
{
    return { static_cast<PacketType>(bytes[0]), static_cast<quint8>(bytes[1]),
        qFromBigEndian<quint16>(bytes.data() + 2), qFromBigEndian<quint16>(bytes.data() + 4),
        static_cast<quint8>(bytes[6]) };
}

} // namespace tidemark::practice
