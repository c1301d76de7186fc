#pragma once

#include "tdschannel.h"

#include <QString>

#include <memory>

namespace tidemark::practice {

/// One token of a reply, as far as the tests look at it.
struct SeenToken {
    quint8 kind = 0;
    quint16 status = 0; // of a DONE
    quint64 count = 0; // of a DONE
    int number = 0; // of a message
    QByteArray body; // of the tokens with a length
};

/// A bare TDS client, which sends any bytes and shows what comes back.
class TdsClient {
public:
    explicit TdsClient(quint16 port);
    ~TdsClient();

    /// PRELOGIN without TLS and LOGIN7.
    bool login(int packetSize = 4096, const QString &password = QStringLiteral("secret"));
    void send(PacketType type, const QByteArray &body, quint8 status = EndOfMessage);
    void sendRaw(const QByteArray &bytes);
    void batch(const QString &text) { send(PacketType::Batch, headers() + utf16(text)); }
    /// The body of the next reply; empty when the server has closed the connection.
    std::optional<QByteArray> reply();
    /// The body of the next packet alone.
    std::optional<QByteArray> packet();
    /// How many bytes come before the server closes the connection.
    qsizetype bytesUntilClosed();
    /// The largest packet of the last reply.
    int largestPacketSeen() const { return m_largest; }
    /// Waits until the server closes the connection; false if it sends something.
    bool closedByServer();

    static QByteArray headers();
    static QByteArray utf16(const QString &text);
    static QByteArray prelogin(quint8 encryption);
    /// A call of a procedure by its number, with one text parameter.
    static QByteArray rpc(quint16 procedure, const QString &text);
    static QByteArray login7(int packetSize, const QString &password);

private:
    std::unique_ptr<ClientSocket> m_socket;
    int m_largest = 0;
    bool m_endOfMessage = false; // the last packet was the last of its message
};

/// The tokens of a reply; rows of one int column and one nvarchar are read over.
QList<SeenToken> tokensOf(const QByteArray &reply);

} // namespace tidemark::practice
