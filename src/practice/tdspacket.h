#pragma once

#include <QByteArray>

#include <array>

namespace tidemark::practice {

enum class PacketType : quint8 {
    Batch = 0x01,
    Rpc = 0x03,
    Reply = 0x04,
    Attention = 0x06,
    BulkLoad = 0x07,
    TransactionManager = 0x0E,
    Login7 = 0x10,
    Prelogin = 0x12,
};

enum PacketStatus : quint8 {
    EndOfMessage = 0x01,
    IgnoreMessage = 0x02,
    ResetConnection = 0x08,
    ResetConnectionSkipTransaction = 0x10,
};

constexpr int packetHeaderSize = 8;
constexpr int smallestPacket = 512;
constexpr int defaultPacket = 4096;
constexpr int largestPacket = 32767;
// A packet and what TLS adds must fit into 16384 bytes: one driver loops for ever otherwise, and refuses to
// send.
constexpr int largestTlsPacket = 16000;

struct PacketHeader {
    PacketType type = PacketType::Reply;
    quint8 status = 0;
    quint16 length = packetHeaderSize; // with the header
    quint16 spid = 0;
    quint8 id = 0;

    bool operator==(const PacketHeader &) const = default;
};

using HeaderBytes = std::array<char, packetHeaderSize>;

HeaderBytes encodeHeader(const PacketHeader &header);
PacketHeader decodeHeader(const HeaderBytes &bytes);

} // namespace tidemark::practice
