#pragma once

#include <QtGlobal>

#include <mutex>

struct iovec;

namespace tidemark::practice {

/// A connected TCP socket, blocking. Used by its connection's thread; only interrupt() may come from others.
class ClientSocket {
public:
    explicit ClientSocket(int descriptor);
    ~ClientSocket();
    Q_DISABLE_COPY_MOVE(ClientSocket)

    int descriptor() const { return m_descriptor; }
    /// Bytes read, 0 at the end, -1 on an error.
    qsizetype read(char *data, qsizetype size);
    bool readExactly(char *data, qsizetype size);
    /// The byte that comes next, which stays; -1 at the end or on an error.
    int peek() const;
    /// Sends all of the pieces, which it uses up.
    bool write(iovec *pieces, qsizetype count);
    /// Something can be read, or the other side is gone.
    bool readable() const;
    /// The other side can take nothing more and nothing more comes from it: waiting calls return.
    void interrupt();
    void close();
    /// Ends the connection with RST.
    void reset();

private:
    std::mutex m_mutex; // closing against interrupt()
    int m_descriptor;
};

} // namespace tidemark::practice
