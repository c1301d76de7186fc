#pragma once

#include <QByteArray>
#include <QSet>

#include <chrono>
#include <optional>

namespace tidemark {

/// The TCP socket that a driver opened for a connection: the last means to end a call that is blocked in it.
/// The driver owns the socket; both of its addresses are compared before it is touched, so that a later user
/// of the same descriptor is safe. Any thread.
class DriverSocket {
public:
    /// The TCP connections that the process has.
    static QSet<QByteArray> openConnections();
    /// The one that is new since then and goes to that port, or the only new one; none when it is not
    /// certain.
    static std::optional<DriverSocket> findNew(const QSet<QByteArray> &before, std::optional<int> port);
    /// The one behind a descriptor; none when it is no TCP connection.
    static std::optional<DriverSocket> fromDescriptor(int descriptor);

    /// Ends all reading and writing, at once and for good.
    void shutDown() const;
    /// How long the server has sent nothing; 0 when that is not known.
    std::chrono::milliseconds silence() const;

private:
    DriverSocket(int descriptor, QByteArray identity, int peerPort)
        : m_descriptor(descriptor), m_identity(std::move(identity)), m_peerPort(peerPort)
    {
    }
    bool isStillOurs() const;

    int m_descriptor;
    QByteArray m_identity; // both addresses
    int m_peerPort;
};

} // namespace tidemark
