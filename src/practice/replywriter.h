#pragma once

#include "tdschannel.h"
#include "tdswriter.h"

#include <optional>
#include <vector>

namespace tidemark::practice {

/// Where a line breaks on purpose: after so many bytes of packets, or packets, or in the middle of the next.
struct LineCut {
    std::optional<qint64> bytes;
    std::optional<qint64> packets;
    bool halfPacket = false;
};

/// Cuts a reply into packets of the negotiated size and sends them when enough has gathered. After a failed
/// send it swallows everything; failed() tells.
class ReplyWriter final : public TdsWriter {
public:
    explicit ReplyWriter(TdsChannel &channel);

    bool failed() const { return m_failed; }
    void setPacketSize(int size) { m_packetSize = size; }
    int packetSize() const { return m_packetSize; }
    void setSpid(int spid) { m_spid = static_cast<quint16>(spid); }

    /// From here on the writer fails behind the cut, what stands before it still goes.
    void cutAt(const LineCut &cut) { m_cut = cut; }
    void removeCut() { m_cut.reset(); }

    void spill() override;
    /// Sends the packets that are full.
    void sendFull() { sendWhole(false); }
    /// Sends what is left, as the end of the message.
    void finish();
    /// Sends everything now, though the last packet may be short and more follows.
    void flush();
    /// Sends `round` over and over, from its beginning, until `total` bytes are through; stops early, at any
    /// byte, once `goOn` answers false, which it is asked every few hundred KB. The bytes are never copied.
    /// Answers the number of bytes that went or lie in the buffer.
    template <typename GoOn>
    quint64 cycle(QByteArrayView round, quint64 total, GoOn goOn)
    {
        const QByteArray wide = round.size() < largestPacket ? widened(round) : QByteArray();
        if (!wide.isEmpty())
            round = wide;
        quint64 done = 0;
        while (done < total && !m_failed && goOn())
            done += cycleSome(round, done, total);
        return done;
    }

private:
    qsizetype payload() const { return m_packetSize - packetHeaderSize; }
    OutgoingPacket packet(QByteArrayView first, QByteArrayView second, bool last);
    void sendWhole(bool last);
    void send();
    bool cutPackets();
    static QByteArray widened(QByteArrayView round);
    quint64 cycleSome(QByteArrayView round, quint64 from, quint64 total);

    TdsChannel &m_channel;
    int m_packetSize = defaultPacket;
    quint16 m_spid = 0;
    quint8 m_packetId = 0;
    bool m_failed = false;
    std::optional<LineCut> m_cut;
    std::vector<OutgoingPacket> m_packets;
};

} // namespace tidemark::practice
