#include "replywriter.h"

#include <algorithm>

namespace tidemark::practice {

namespace {

constexpr qsizetype enough = 65'536; // bytes that are worth a system call
constexpr quint64 cycleBytes = 524'288;

} // namespace

ReplyWriter::ReplyWriter(TdsChannel &channel) : m_channel(channel)
{
    m_bytes.reserve(2 * enough);
}

OutgoingPacket ReplyWriter::packet(QByteArrayView first, QByteArrayView second, bool last)
{
    PacketHeader header;
    header.status = last ? EndOfMessage : 0;
    header.length = static_cast<quint16>(packetHeaderSize + first.size() + second.size());
    header.spid = m_spid;
    header.id = ++m_packetId;
    return { encodeHeader(header), packetHeaderSize, first, second };
}

void ReplyWriter::send()
{
    const bool cut = m_cut && cutPackets();
    if (!m_failed && !m_channel.writePackets(m_packets))
        m_failed = true;
    m_failed |= cut;
}

/// Shortens the packets to what stands before the cut; false when that lies further on.
bool ReplyWriter::cutPackets()
{
    for (std::size_t i = 0; i < m_packets.size(); ++i) {
        OutgoingPacket &packet = m_packets[i];
        const qsizetype size = packetHeaderSize + packet.first.size() + packet.second.size();
        qsizetype left = m_cut->bytes ? std::min<qint64>(*m_cut->bytes, size) : size;
        if (m_cut->packets == 0)
            left = m_cut->halfPacket ? size / 2 : 0;
        if (left < size) {
            packet.headerSize = std::min<qsizetype>(left, packetHeaderSize);
            packet.first = packet.first.first(std::min(left - packet.headerSize, packet.first.size()));
            packet.second = packet.second.first(left - packet.headerSize - packet.first.size());
            m_packets.resize(left > 0 ? i + 1 : i);
            return true;
        }
        if (m_cut->bytes)
            *m_cut->bytes -= size;
        if (m_cut->packets)
            --*m_cut->packets;
    }
    return false;
}

/// Sends the full packets of the buffer, or with `last` all of it.
void ReplyWriter::sendWhole(bool last)
{
    m_packets.clear();
    QByteArrayView rest(m_bytes);
    while (rest.size() > payload()) {
        m_packets.push_back(packet(rest.first(payload()), {}, false));
        rest = rest.sliced(payload());
    }
    if (last) {
        m_packets.push_back(packet(rest, {}, true));
        m_packetId = 0;
        rest = {};
    }
    send();
    m_bytes.remove(0, m_bytes.size() - rest.size());
}

void ReplyWriter::spill()
{
    if (m_bytes.size() >= enough)
        sendWhole(false);
}

void ReplyWriter::finish()
{
    sendWhole(true);
}

void ReplyWriter::flush()
{
    sendWhole(false);
    if (m_bytes.isEmpty())
        return;
    m_packets.assign(1, packet(m_bytes, {}, false));
    send();
    m_bytes.clear();
}

QByteArray ReplyWriter::widened(QByteArrayView round)
{
    QByteArray wide;
    while (wide.size() < largestPacket)
        wide.append(round);
    return wide;
}

quint64 ReplyWriter::cycleSome(QByteArrayView round, quint64 from, quint64 total)
{
    const auto size = static_cast<quint64>(round.size());
    const auto room = static_cast<quint64>(payload());
    const quint64 until = std::min(total, from + room * (cycleBytes / room));
    quint64 at = from;
    const auto run = [&](quint64 most) {
        const quint64 begin = at % size;
        const quint64 length = std::min({ most, until - at, size - begin });
        at += length;
        return round.sliced(static_cast<qsizetype>(begin), static_cast<qsizetype>(length));
    };
    sendWhole(false);
    while (at < until && m_bytes.size() < payload())
        m_bytes.append(run(room - static_cast<quint64>(m_bytes.size())));
    if (at == until)
        return until - from;
    m_packets.assign(1, packet(m_bytes, {}, false));
    while (until - at > room) {
        const QByteArrayView first = run(room);
        m_packets.push_back(packet(first, run(room - static_cast<quint64>(first.size())), false));
    }
    send();
    m_bytes.clear();
    while (at < until)
        m_bytes.append(run(room));
    return until - from;
}

} // namespace tidemark::practice
