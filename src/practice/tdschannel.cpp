#include "tdschannel.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>

namespace tidemark::practice {

namespace {

iovec pieceOf(QByteArrayView bytes)
{
    return { const_cast<char *>(bytes.data()), static_cast<std::size_t>(bytes.size()) };
}

bool isRequest(PacketType type)
{
    switch (type) {
    case PacketType::Batch:
    case PacketType::Rpc:
    case PacketType::Attention:
    case PacketType::BulkLoad:
    case PacketType::TransactionManager:
    case PacketType::Login7:
    case PacketType::Prelogin:
        return true;
    case PacketType::Reply:
        break;
    }
    return false;
}

QByteArrayView viewOf(const HeaderBytes &header)
{
    return { header.data(), packetHeaderSize };
}

} // namespace

TdsChannel::TdsChannel(ClientSocket &socket) : m_socket(socket) { }

TdsChannel::~TdsChannel()
{
    stopTls();
}

bool TdsChannel::readExactly(char *data, qsizetype size)
{
    if (!m_tls)
        return m_socket.readExactly(data, size);
    while (size > 0) {
        const int got = SSL_read(m_tls, data, static_cast<int>(size));
        if (got <= 0) {
            ERR_clear_error();
            return false;
        }
        data += got;
        size -= got;
    }
    return true;
}

std::optional<IncomingMessage> TdsChannel::readMessage(qsizetype longest)
{
    IncomingMessage message;
    bool begun = false;
    while (true) {
        HeaderBytes bytes{};
        if (!readExactly(bytes.data(), packetHeaderSize))
            return std::nullopt;
        const PacketHeader header = decodeHeader(bytes);
        const qsizetype size = header.length - packetHeaderSize;
        if (begun && header.type == PacketType::Attention) {
            message.body.clear();
            begun = false;
        }
        m_misused = !isRequest(header.type) || (begun && header.type != message.type) || size < 0
            || message.body.size() + size > longest;
        if (m_misused)
            return std::nullopt;
        if (!begun) {
            message.type = header.type;
            message.status = header.status;
            begun = true;
        }
        const qsizetype at = message.body.size();
        message.body.resize(at + size);
        if (!readExactly(message.body.data() + at, size))
            return std::nullopt;
        message.status |= header.status & IgnoreMessage;
        if ((header.status & EndOfMessage) != 0)
            return message;
    }
}

bool TdsChannel::writePackets(const std::vector<OutgoingPacket> &packets)
{
    if (m_tls)
        return writeEncrypted(packets);
    m_pieces.clear();
    for (const OutgoingPacket &packet : packets) {
        m_pieces.push_back(pieceOf(viewOf(packet.header).first(packet.headerSize)));
        for (const QByteArrayView part : { packet.first, packet.second }) {
            if (!part.isEmpty())
                m_pieces.push_back(pieceOf(part));
        }
    }
    return m_socket.write(m_pieces.data(), static_cast<qsizetype>(m_pieces.size()));
}

bool TdsChannel::writeEncrypted(const std::vector<OutgoingPacket> &packets)
{
    for (const OutgoingPacket &packet : packets) {
        m_scratch.clear();
        m_scratch.append(viewOf(packet.header).first(packet.headerSize))
            .append(packet.first)
            .append(packet.second);
        if (SSL_write(m_tls, m_scratch.constData(), static_cast<int>(m_scratch.size())) <= 0) {
            ERR_clear_error();
            return false;
        }
    }
    return true;
}

bool TdsChannel::readable() const
{
    return (m_tls && SSL_pending(m_tls) > 0) || m_socket.readable();
}

bool TdsChannel::sendHandshake()
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(SSL_get_wbio(m_tls), &bytes);
    constexpr long room = defaultPacket - packetHeaderSize;
    for (long at = 0; at < size; at += room) {
        const QByteArrayView part(bytes + at, std::min(room, size - at));
        const bool last = at + room >= size;
        PacketHeader header{ PacketType::Prelogin };
        header.status = last ? EndOfMessage : 0;
        header.length = static_cast<quint16>(part.size() + packetHeaderSize);
        const HeaderBytes headerBytes = encodeHeader(header);
        iovec pieces[]{ pieceOf(viewOf(headerBytes)), pieceOf(part) };
        if (!m_socket.write(pieces, 2))
            return false;
    }
    return BIO_reset(SSL_get_wbio(m_tls)) == 1;
}

bool TdsChannel::receiveHandshake()
{
    HeaderBytes bytes{};
    if (!m_socket.readExactly(bytes.data(), packetHeaderSize))
        return false;
    const PacketHeader header = decodeHeader(bytes);
    const int size = header.length - packetHeaderSize;
    if (header.type != PacketType::Prelogin || size <= 0)
        return false;
    QByteArray records(size, Qt::Uninitialized);
    return m_socket.readExactly(records.data(), size)
        && BIO_write(SSL_get_rbio(m_tls), records.constData(), size) == size;
}

bool TdsChannel::startTls(const TlsIdentity &identity, TlsIdentity::Certificate which)
{
    m_tls = SSL_new(identity.context(which));
    BIO *in = BIO_new(BIO_s_mem());
    BIO *out = BIO_new(BIO_s_mem());
    if (!m_tls || !in || !out) {
        BIO_free(in);
        BIO_free(out);
        stopTls();
        return false;
    }
    SSL_set_bio(m_tls, in, out);
    SSL_set_accept_state(m_tls);
    while (true) {
        const int result = SSL_do_handshake(m_tls);
        const int reason = SSL_get_error(m_tls, result);
        ERR_clear_error();
        if (!sendHandshake())
            break;
        if (result == 1 && BIO_pending(SSL_get_rbio(m_tls)) == 0
            && SSL_set_fd(m_tls, m_socket.descriptor()) == 1)
            return true;
        if (result == 1 || reason != SSL_ERROR_WANT_READ || !receiveHandshake())
            break;
    }
    stopTls();
    return false;
}

bool TdsChannel::startStrictTls(const TlsIdentity &identity)
{
    m_tls = SSL_new(identity.context());
    if (m_tls && SSL_set_max_proto_version(m_tls, TLS1_3_VERSION) == 1
        && SSL_set_fd(m_tls, m_socket.descriptor()) == 1 && SSL_accept(m_tls) == 1)
        return true;
    ERR_clear_error();
    stopTls();
    return false;
}

void TdsChannel::stopTls()
{
    SSL_free(m_tls);
    m_tls = nullptr;
}

} // namespace tidemark::practice
