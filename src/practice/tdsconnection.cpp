#include "tdsconnection.h"

#include "parameterlist.h"
#include "replysink.h"
#include "tdsrequest.h"
#include "tdstokens.h"
#include "typecatalog.h"

#include <algorithm>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestLogin = 131'072;
constexpr qsizetype longestRequest = 536'870'912;
constexpr char collationBytes[]{ 0x09, 0x04, char(0xD0), 0x00, 0x34 };
constexpr QStringView language = u"us_english";

void writeLoginAck(TdsWriter &out, quint32 tdsVersion)
{
    const QStringView product = u"Microsoft SQL Server"; // clients look for this name
    out.u8(static_cast<quint8>(TdsToken::LoginAck));
    out.u16(static_cast<quint16>(1 + 4 + 1 + product.size() * 2 + 4));
    out.u8(1); // T-SQL
    for (const int shift : { 24, 16, 8, 0 })
        out.u8(static_cast<quint8>(tdsVersion >> shift));
    out.bVarchar(product);
    for (const quint8 part : { 16, 0, 0x03, 0xE8 })
        out.u8(part);
}

void writeFeatureAck(TdsWriter &out, const Login7 &login)
{
    if (!login.features.contains(sessionRecoveryFeature))
        return;
    out.u8(static_cast<quint8>(TdsToken::FeatureExtAck));
    out.u8(sessionRecoveryFeature);
    out.u32(0);
    out.u8(0xFF);
}

TlsIdentity::Certificate certificateFor(const std::optional<ConnectionFault> &fault)
{
    if (fault && fault->kind == ConnectionFault::Kind::WrongCertificate)
        return TlsIdentity::Certificate::WrongName;
    if (fault && fault->kind == ConnectionFault::Kind::ExpiredCertificate)
        return TlsIdentity::Certificate::Expired;
    return TlsIdentity::Certificate::Good;
}

} // namespace

TdsConnection::TdsConnection(const ServerParts &parts, ClientSocket &socket)
    : m_parts(parts), m_socket(socket), m_channel(socket), m_out(m_channel), m_watch(m_channel)
{
}

void TdsConnection::run()
{
    if (beginStrict() && prelogin() && login()) {
        auto message = m_channel.readMessage(longestRequest);
        while (message && serveMessage(*message))
            message = m_channel.readMessage(longestRequest);
    }
    m_socket.close(); // before the session rolls back, which may take its time
    if (m_channel.misused())
        m_closed = u"The client sent what is no request of TDS, or one that is too long."_s;
    if (m_parts.statements && !m_closed.isEmpty()) {
        StatementLog::Entry entry;
        entry.began = QDateTime::currentDateTimeUtc();
        entry.connection = m_session ? m_session->spid() : 0;
        entry.closed = m_closed;
        m_parts.statements->add(entry);
    }
}

/// Ends a connection that cannot go on; the log of statements tells why. Always false.
bool TdsConnection::close(const QString &reason)
{
    m_closed = reason;
    return false;
}

/// A client that begins with a handshake of TLS has it before everything else.
bool TdsConnection::beginStrict()
{
    constexpr int handshakeRecord = 0x16;
    if (m_socket.peek() != handshakeRecord)
        return true;
    if (!m_parts.identity || m_parts.tls == TlsMode::Off)
        return close(u"The client begins with TLS, which is off."_s);
    m_strict = true;
    m_tls = TlsUse::Everything;
    return m_channel.startStrictTls(*m_parts.identity) || close(u"The TLS handshake failed."_s);
}

bool TdsConnection::prelogin()
{
    const auto message = m_channel.readMessage(longestLogin);
    const auto prelogin =
        message && message->type == PacketType::Prelogin ? parsePrelogin(message->body) : std::nullopt;
    if (!prelogin)
        return message ? close(u"The client does not begin with a PRELOGIN of TDS."_s) : false;
    const auto fault = m_parts.faults.takeAtPrelogin();
    const bool refuseTls =
        !m_parts.identity || m_strict || (fault && fault->kind == ConnectionFault::Kind::NoTls);
    const PreloginAnswer answer = answerPrelogin(*prelogin, refuseTls ? TlsMode::Off : m_parts.tls);
    m_out.bytes(answer.bytes);
    m_out.finish();
    if (m_strict)
        return !m_out.failed();
    m_tls = answer.tls;
    if (m_out.failed() || m_tls == TlsUse::None)
        return !m_out.failed();
    return m_channel.startTls(*m_parts.identity, certificateFor(fault))
        || close(u"The TLS handshake failed."_s);
}

int TdsConnection::packetSizeFor(quint32 wanted) const
{
    const int largest = m_tls == TlsUse::Everything ? largestTlsPacket : largestPacket;
    if (wanted == 0)
        return defaultPacket;
    return static_cast<int>(std::clamp<quint32>(wanted, smallestPacket, static_cast<quint32>(largest)));
}

bool TdsConnection::login()
{
    const auto message = m_channel.readMessage(longestLogin);
    if (m_tls == TlsUse::LoginOnly)
        m_channel.stopTls();
    const auto login =
        message && message->type == PacketType::Login7 ? parseLogin7(message->body) : std::nullopt;
    if (!login)
        return message ? close(u"The PRELOGIN is followed by no LOGIN7 that can be read."_s) : false;
    if (login->tdsVersion < oldestTdsVersion && !(m_strict && login->tdsVersion == strictTdsVersion))
        return refuseLogin({ { .number = 18456,
            .text = u"This practice server speaks TDS 7.3 and 7.4 only. Set TDS_Version=7.4."_s } });
    if (login->integrated)
        return refuseLogin({ { .number = 18452,
            .severity = 14,
            .text =
                u"Login failed. The practice server knows SQL logins only, no Windows authentication."_s } });
    return acceptLogin(*login);
}

/// Always false.
bool TdsConnection::refuseLogin(const std::vector<ServerMessage> &messages)
{
    for (const ServerMessage &message : messages)
        writeMessage(m_out, message);
    writeDone(m_out, TdsToken::Done, DoneError, CommandKind::Other, 0);
    m_out.finish();
    return close(messages.empty() ? u"The login was refused."_s : messages.front().text);
}

bool TdsConnection::acceptLogin(const Login7 &login)
{
    std::vector<ServerMessage> messages;
    LoginRequest request = login.request;
    request.encrypted = m_tls == TlsUse::Everything;
    request.readOnly = m_parts.readOnly;
    m_session = m_parts.server.login(request, messages);
    if (!m_session)
        return refuseLogin(messages);
    m_rpc = std::make_unique<RpcHandler>(*m_session);
    m_out.setSpid(m_session->spid());
    const QString database = m_session->database();
    const int packetSize = packetSizeFor(login.packetSize);
    const bool newest = m_strict || login.tdsVersion >= newestTdsVersion;
    const quint32 version = std::min(login.tdsVersion, newestTdsVersion);

    writeTextChange(m_out, EnvChange::Database, database, u"master");
    writeMessage(m_out,
        { .number = 5701,
            .severity = 0,
            .state = 2,
            .text = u"Changed database context to '%1'."_s.arg(database) });
    writeBytesChange(m_out, EnvChange::Collation, QByteArrayView(collationBytes, sizeof collationBytes), {});
    writeTextChange(m_out, EnvChange::Language, language, {});
    writeMessage(
        m_out, { .number = 5703, .severity = 0, .text = u"Changed language setting to us_english."_s });
    writeTextChange(
        m_out, EnvChange::PacketSize, QString::number(packetSize), QString::number(m_out.packetSize()));
    for (const ServerMessage &message : messages)
        writeMessage(m_out, message);
    writeLoginAck(m_out, version);
    if (newest)
        writeFeatureAck(m_out, login);
    if (const auto route = m_parts.faults.takeAtLogin())
        writeRouting(m_out, route->host, route->port);
    writeDone(m_out, TdsToken::Done, DoneFinal, CommandKind::Other, 0);
    m_out.finish();
    m_out.setPacketSize(packetSize);
    return !m_out.failed();
}

bool TdsConnection::serveMessage(const IncomingMessage &message)
{
    if (message.type == PacketType::Attention) {
        writeDone(m_out, TdsToken::Done, DoneAttention, CommandKind::Other, 0);
        m_out.finish();
        return !m_out.failed();
    }
    ReplySink sink(
        { m_out, m_watch, m_socket, m_parts.faults, [this] { return m_session->transaction() != 0; } });
    if ((message.status & (ResetConnection | ResetConnectionSkipTransaction)) != 0) {
        resetSession();
        writeBytesChange(m_out, EnvChange::ResetConnection, {}, {});
    }
    StatementLog::Entry entry;
    entry.began = QDateTime::currentDateTimeUtc();
    const auto began = std::chrono::steady_clock::now();
    m_request.clear();
    const bool ignored = (message.status & IgnoreMessage) != 0;
    if (ignored)
        sink.done(CommandKind::Other, std::nullopt, true);
    else if (!serve(message, sink))
        return false;
    if (m_parts.statements && !m_request.isEmpty()) { // before the client can know that it is answered
        entry.duration = std::chrono::steady_clock::now() - began;
        entry.connection = m_session->spid();
        entry.rows = sink.rows();
        entry.error = sink.lastError();
        entry.statement = m_request;
        m_parts.statements->add(entry);
    }
    sink.finish();
    return !sink.closed() && !m_out.failed() && !m_watch.lost();
}

bool TdsConnection::serve(const IncomingMessage &message, ReplySink &sink)
{
    TdsReader in(message.body);
    if (message.type != PacketType::BulkLoad)
        skipHeaders(in);
    switch (message.type) {
    case PacketType::Batch:
        return serveBatch(in, sink);
    case PacketType::Rpc:
        return serveRpc(in, sink);
    case PacketType::TransactionManager:
        return serveTransaction(in, sink);
    case PacketType::BulkLoad:
        sink.message({ .number = 4891, .text = u"The practice server takes no bulk load."_s });
        sink.done(CommandKind::Insert, std::nullopt, true);
        return true;
    default:
        return close(
            u"The client sent a message of the type %1, which is no request."_s.arg(int(message.type)));
    }
}

bool TdsConnection::serveBatch(TdsReader &in, ReplySink &sink)
{
    const QString batch = readBatch(in);
    if (!in.ok())
        return close(u"A batch ends before its text does."_s);
    noteRequest(batch);
    sink.setRequest(batch);
    if (TypeCatalog::answerBatch(batch, sink))
        return true;
    std::vector<Parameter> none;
    m_session->execute(batch, none, sink);
    return true;
}

bool TdsConnection::serveRpc(TdsReader &in, ReplySink &sink)
{
    auto calls = readRpc(in);
    if (!calls)
        return close(u"A call of a procedure cannot be read."_s);
    for (std::size_t i = 0; i < calls->size() && !sink.cancelled(); ++i) {
        noteRequest(m_rpc->describe(calls->at(i)));
        m_rpc->run(calls->at(i), sink, i + 1 < calls->size());
    }
    return true;
}

bool TdsConnection::serveTransaction(TdsReader &in, ReplySink &sink)
{
    const auto call = readTransactionCall(in);
    if (!call)
        return close(u"A transaction request cannot be read."_s);
    switch (call->request) {
    case TransactionRequest::Begin:
        noteRequest(u"TM begin"_s);
        m_session->beginTransaction(call->isolation, call->name, sink);
        return true;
    case TransactionRequest::Commit:
    case TransactionRequest::Rollback: {
        if (call->request == TransactionRequest::Rollback && !call->name.isEmpty())
            return serveNamed(u"ROLLBACK"_s, call->name, sink);
        const bool commit = call->request == TransactionRequest::Commit;
        noteRequest(
            (commit ? u"TM commit"_s : u"TM rollback"_s) + (call->beginNew ? u" and begin"_s : QString()));
        m_session->endTransaction(commit, call->beginNew, sink);
        return true;
    }
    case TransactionRequest::Save:
        return serveNamed(u"SAVE"_s, call->name, sink);
    }
    return false;
}

void TdsConnection::noteRequest(const QString &request)
{
    m_parts.log.add(request);
    if (m_parts.statements) // calls of one message may be several
        m_request += (m_request.isEmpty() ? QString() : u"; "_s) + request;
}

/// A request that names a savepoint does what the statement of T-SQL does.
bool TdsConnection::serveNamed(const QString &action, QString name, ReplySink &sink)
{
    noteRequest(u"TM %1 %2"_s.arg(action.toLower(), name));
    std::vector<Parameter> none;
    m_session->execute(u"%1 TRANSACTION [%2]"_s.arg(action, name.replace(u']', u"]]"_s)), none, sink);
    return true;
}

void TdsConnection::resetSession()
{
    m_session->reset();
    m_rpc->reset();
}

} // namespace tidemark::practice
