#include "prelogin.h"

#include <QtEndian>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype headSize = 8;
constexpr char replyType = 0x04;
constexpr uchar versionToken = 0;
constexpr uchar encryptionToken = 1;
constexpr uchar endToken = 0xFF;
constexpr qsizetype optionSize = 5; // token, offset, length
constexpr uchar notSupported = 2;

quint16 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

} // namespace

QByteArray preloginRequest()
{
    // Head: prelogin, last packet, 26 bytes. Options: version at 11, encryption at 17; then their values.
    return QByteArray::fromHex("1201001a00000100"
                               "00000b0006"
                               "0100110001"
                               "ff"
                               "000000000000"
                               "01");
}

qsizetype packetLength(const QByteArray &packet)
{
    return packet.size() < headSize ? 0 : numberAt(packet, 2);
}

std::optional<PreloginAnswer> decodePrelogin(const QByteArray &packet)
{
    if (packet.size() < headSize || packet[0] != replyType || packetLength(packet) > packet.size())
        return std::nullopt;
    const QByteArray body = packet.mid(headSize);
    PreloginAnswer answer;
    for (qsizetype at = 0; at < body.size() && uchar(body[at]) != endToken; at += optionSize) {
        if (at + optionSize > body.size())
            return std::nullopt;
        const qsizetype offset = numberAt(body, at + 1);
        const qsizetype length = numberAt(body, at + 3);
        if (offset + length > body.size())
            return std::nullopt;
        if (uchar(body[at]) == versionToken && length >= 4)
            answer.version = u"%1.%2.%3"_s.arg(uchar(body[offset]))
                                 .arg(uchar(body[offset + 1]))
                                 .arg(numberAt(body, offset + 2));
        if (uchar(body[at]) == encryptionToken && length >= 1)
            answer.encrypts = uchar(body[offset]) != notSupported;
    }
    return answer.version.isEmpty() ? std::nullopt : std::optional(answer);
}

} // namespace tidemark
