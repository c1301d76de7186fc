#pragma once

#include "result.h"
#include "tdsconnection.h"

#include <QCoreApplication>

#include <atomic>
#include <list>
#include <memory>
#include <thread>

namespace tidemark::practice {

/// Listens on 127.0.0.1 and gives every client a thread of its own. Stops, with all connections, when
/// destroyed. Its accepting thread owns the list of clients.
class TdsListener {
    Q_DECLARE_TR_FUNCTIONS(tidemark::practice::TdsListener)

public:
    [[nodiscard]] static Result<std::unique_ptr<TdsListener>> start(quint16 port, const ServerParts &parts);
    ~TdsListener();
    Q_DISABLE_COPY_MOVE(TdsListener)

    quint16 port() const { return m_port; }
    int connections() const { return m_connections; }

private:
    struct Client {
        explicit Client(int descriptor) : socket(descriptor) { }
        ClientSocket socket;
        std::atomic<bool> ended = false;
        std::thread thread;
    };

    TdsListener(const ServerParts &parts, int listening, int wake, int wakeUp, quint16 port);
    void acceptClients();
    void addClient(int descriptor);
    void serve(Client &client);
    void reap();

    ServerParts m_parts;
    int m_listening;
    int m_wake; // read end of a pipe: something in it means stop
    int m_wakeUp;
    quint16 m_port;
    std::list<Client> m_clients;
    std::atomic<int> m_connections = 0;
    std::thread m_thread;
};

} // namespace tidemark::practice
