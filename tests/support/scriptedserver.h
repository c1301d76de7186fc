#pragma once

#include "requestlog.h"
#include "resultsink.h"
#include "sqlsession.h"
#include "tdslistener.h"
#include "tlsidentity.h"
#include "wirefaults.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>

namespace tidemark::test {

/// A server that real drivers talk to, whose SQL side a test makes up. The functions run in the threads of
/// the connections; set them before a client comes. Stops when destroyed.
class ScriptedServer : public practice::SqlServer {
public:
    /// Answers a batch. What QODBC sends when it opens is answered before it comes here.
    using Batch = std::function<void(const QString &sql, practice::ResultSink &sink)>;
    /// The messages that refuse a login; none lets it in.
    using Login = std::function<std::vector<practice::ServerMessage>(const practice::LoginRequest &)>;

    explicit ScriptedServer(practice::TlsMode tls = practice::TlsMode::Off);
    ~ScriptedServer() override;

    bool isListening() const { return m_listener != nullptr; }
    QString address() const; // "127.0.0.1,PORT"
    /// The server's certificate in PEM form; empty without TLS.
    QByteArray certificate() const;

    void setBatch(Batch batch) { m_batch = std::move(batch); }
    void setLogin(Login login) { m_login = std::move(login); }

    /// What clients sent: their logins, and the texts of their batches.
    QList<practice::LoginRequest> logins() const;
    QStringList batches() const;
    practice::WireFaultBoard &faults() { return m_faults; }

    std::unique_ptr<practice::SqlSession> login(
        const practice::LoginRequest &request, std::vector<practice::ServerMessage> &messages) override;
    QStringList databases() const override { return { QStringLiteral("shop") }; }

    void answer(const QString &batch, practice::ResultSink &sink);

private:
    mutable std::mutex m_mutex;
    Batch m_batch;
    Login m_login;
    QList<practice::LoginRequest> m_logins;
    QStringList m_batches;
    practice::WireFaultBoard m_faults;
    practice::RequestLog m_log;
    std::unique_ptr<practice::TlsIdentity> m_identity;
    std::unique_ptr<practice::TdsListener> m_listener;
};

} // namespace tidemark::test
