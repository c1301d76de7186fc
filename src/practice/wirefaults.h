#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <mutex>
#include <optional>

namespace tidemark::practice {

/// What goes wrong on the wire, on demand. A fault strikes the first result set of a request whose text holds
/// `statement`, and stays with that request to its end; requests without a result set pass it by.
struct WireFaults {
    QString statement{}; // part of the batch's text, compared exactly; empty: any
    int skip = 0; // matching requests that pass before
    int times = 1; // requests that it strikes before it is spent
    std::optional<qint64> closeAfterRows{}; // the connection ends once so many rows of the request went out
    std::optional<qint64> closeAfterBytes{}; // of the packets still to be sent, before TLS
    std::optional<qint64> closeAfterPackets{};
    bool halfPacket = false; // closeAfterPackets lets half of the next one through
    bool reset = false; // the connection ends with RST in place of FIN
    bool closeAfterReply = false; // the connection ends, idle, behind the complete reply
    std::optional<qint64> stallAfterRows{}; // then silence, until an attention comes or the client leaves
    std::chrono::milliseconds delay{ 0 }; // a rest after delayAfterRows, or before every row
    std::optional<qint64> delayAfterRows{};
    bool bareAttention = false; // an attention is answered by its DONE alone: the broken reply just stops
};

/// What goes wrong with a connection before its first request.
struct ConnectionFault {
    enum class Kind { WrongCertificate, ExpiredCertificate, NoTls, Route };
    Kind kind = Kind::NoTls;
    int times = 1; // connections that it strikes
    QString host{}; // of Route: where the client is sent
    quint16 port = 0;
};

/// The faults armed in one practice server. Thread-safe: sessions arm, connections take.
class WireFaultBoard {
public:
    void arm(WireFaults faults);
    void arm(ConnectionFault fault);
    void clear();
    /// The first armed fault for this request, counted as used once.
    std::optional<WireFaults> take(const QString &request);
    /// The first armed fault that strikes at the prelogin, or behind the login; counted as used once.
    std::optional<ConnectionFault> takeAtPrelogin();
    std::optional<ConnectionFault> takeAtLogin();

private:
    std::optional<ConnectionFault> takeConnection(bool routes);

    std::mutex m_mutex;
    QList<WireFaults> m_armed;
    QList<ConnectionFault> m_connections;
};

} // namespace tidemark::practice
