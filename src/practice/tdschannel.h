#pragma once

#include "clientsocket.h"
#include "tdspacket.h"
#include "tlsidentity.h"

#include <QByteArray>

#include <optional>
#include <vector>

#include <sys/uio.h>

using SSL = struct ssl_st;

namespace tidemark::practice {

/// One packet to send: its header, and up to two runs of bytes that stay where they are until it is sent.
struct OutgoingPacket {
    HeaderBytes header{};
    qsizetype headerSize = packetHeaderSize; // less only of a packet that is cut on purpose
    QByteArrayView first;
    QByteArrayView second;
};

/// One message of the client, whole.
struct IncomingMessage {
    PacketType type = PacketType::Batch;
    quint8 status = 0; // of its first packet, and IgnoreMessage of its last
    QByteArray body;
};

/// Packets and messages to and from one client, in plain text or inside TLS. One thread.
class TdsChannel {
public:
    explicit TdsChannel(ClientSocket &socket);
    ~TdsChannel();
    Q_DISABLE_COPY_MOVE(TdsChannel)

    /// The next whole message; empty when the client is gone or sends what is no TDS. An attention in the
    /// middle of another message takes that message's place.
    std::optional<IncomingMessage> readMessage(qsizetype longest);
    /// The last message was empty because of what the client sent.
    bool misused() const { return m_misused; }
    /// Sends packets; with TLS each in one record.
    bool writePackets(const std::vector<OutgoingPacket> &packets);
    /// Something has come, or the client is gone.
    bool readable() const;

    /// The handshake, in prelogin packets; afterwards everything is encrypted until stopTls().
    bool startTls(
        const TlsIdentity &identity, TlsIdentity::Certificate which = TlsIdentity::Certificate::Good);
    /// The handshake of a TDS 8 client, which begins with it: no packets around, TLS 1.3 too.
    bool startStrictTls(const TlsIdentity &identity);
    void stopTls();

private:
    bool readExactly(char *data, qsizetype size);
    bool sendHandshake();
    bool receiveHandshake();
    bool writeEncrypted(const std::vector<OutgoingPacket> &packets);

    ClientSocket &m_socket;
    bool m_misused = false;
    SSL *m_tls = nullptr;
    QByteArray m_scratch; // a packet in one piece, for TLS
    std::vector<iovec> m_pieces;
};

} // namespace tidemark::practice
