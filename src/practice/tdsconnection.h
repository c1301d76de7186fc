#pragma once

#include "attentionwatch.h"
#include "clientsocket.h"
#include "practiceoptions.h"
#include "replywriter.h"
#include "requestlog.h"
#include "rpchandler.h"
#include "sqlsession.h"
#include "statementlog.h"
#include "tdslogin.h"
#include "tlsidentity.h"
#include "wirefaults.h"

#include <memory>

namespace tidemark::practice {

/// What every connection of a server shares. All of it outlives the connections and is thread-safe.
struct ServerParts {
    SqlServer &server;
    WireFaultBoard &faults;
    RequestLog &log;
    const TlsIdentity *identity = nullptr; // none without TLS
    TlsMode tls = TlsMode::Off;
    StatementLog *statements = nullptr; // none without --log
    bool readOnly = false; // no client may write
};

/// One client from prelogin to its end. run() is the whole life of its thread.
class TdsConnection {
public:
    TdsConnection(const ServerParts &parts, ClientSocket &socket);
    void run();

private:
    bool beginStrict();
    bool prelogin();
    bool login();
    bool acceptLogin(const Login7 &login);
    bool refuseLogin(const std::vector<ServerMessage> &messages);
    int packetSizeFor(quint32 wanted) const;
    bool serveMessage(const IncomingMessage &message);
    bool serve(const IncomingMessage &message, ReplySink &sink);
    bool serveBatch(TdsReader &in, ReplySink &sink);
    bool serveRpc(TdsReader &in, ReplySink &sink);
    bool serveTransaction(TdsReader &in, ReplySink &sink);
    bool serveNamed(const QString &action, QString name, ReplySink &sink);
    void resetSession();
    bool close(const QString &reason);
    void noteRequest(const QString &request);

    ServerParts m_parts;
    ClientSocket &m_socket;
    TdsChannel m_channel;
    ReplyWriter m_out;
    AttentionWatch m_watch;
    TlsUse m_tls = TlsUse::None;
    bool m_strict = false; // TDS 8: TLS came first
    std::unique_ptr<SqlSession> m_session;
    std::unique_ptr<RpcHandler> m_rpc;
    QString m_closed; // why it ends, when the client's last message is the reason
    QString m_request; // the one that is served, for the log of statements
};

} // namespace tidemark::practice
