#include "scriptedserver.h"

namespace tidemark::test {

using namespace practice;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A session that hands every batch to its server's script; it knows no transactions.
class ScriptedSession : public SqlSession {
public:
    ScriptedSession(ScriptedServer &server, QString database)
        : m_server(server), m_database(std::move(database))
    {
    }

    QString database() const override { return m_database; }
    int spid() const override { return 51; }
    quint64 transaction() const override { return 0; }
    void execute(const QString &batch, std::vector<Parameter> &, ResultSink &sink) override
    {
        m_server.answer(batch, sink);
    }
    void beginTransaction(int, const QString &, ResultSink &sink) override { done(sink); }
    void endTransaction(bool, bool, ResultSink &sink) override { done(sink); }
    void reset() override { }

private:
    static void done(ResultSink &sink) { sink.done(CommandKind::Other, std::nullopt, false); }

    ScriptedServer &m_server;
    QString m_database;
};

} // namespace

ScriptedServer::ScriptedServer(TlsMode tls)
{
    if (tls != TlsMode::Off) {
        auto identity = TlsIdentity::create();
        if (!identity)
            return;
        m_identity = std::move(*identity);
    }
    auto listener = TdsListener::start(0, { *this, m_faults, m_log, m_identity.get(), tls });
    if (listener)
        m_listener = std::move(*listener);
}

ScriptedServer::~ScriptedServer() = default;

QString ScriptedServer::address() const
{
    return u"127.0.0.1,"_s + QString::number(m_listener->port());
}

QByteArray ScriptedServer::certificate() const
{
    return m_identity ? m_identity->certificate() : QByteArray();
}

QList<LoginRequest> ScriptedServer::logins() const
{
    const std::lock_guard lock(m_mutex);
    return m_logins;
}

QStringList ScriptedServer::batches() const
{
    const std::lock_guard lock(m_mutex);
    return m_batches;
}

std::unique_ptr<SqlSession> ScriptedServer::login(
    const LoginRequest &request, std::vector<ServerMessage> &messages)
{
    {
        const std::lock_guard lock(m_mutex);
        m_logins += request;
    }
    if (m_login)
        messages = m_login(request);
    if (!messages.empty())
        return nullptr;
    return std::make_unique<ScriptedSession>(
        *this, request.database.isEmpty() ? u"shop"_s : request.database);
}

void ScriptedServer::answer(const QString &batch, ResultSink &sink)
{
    if (batch.startsWith(u"SET QUOTED_IDENTIFIER"_s)) {
        sink.done(CommandKind::Other, std::nullopt, false);
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_batches += batch;
    }
    if (m_batch)
        m_batch(batch, sink);
    else
        sink.done(CommandKind::Other, std::nullopt, false);
}

} // namespace tidemark::test
