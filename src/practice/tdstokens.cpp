#include "tdstokens.h"

#include "tdsvalues.h"

#include <algorithm>

namespace tidemark::practice {

namespace {

constexpr QStringView serverName = u"PRACTICE";
constexpr qsizetype longestMessage = 4000; // characters; a token's length field holds 64 KB

quint16 commandToken(CommandKind command)
{
    switch (command) {
    case CommandKind::Select:
        return 0xC1;
    case CommandKind::Insert:
        return 0xC3;
    case CommandKind::Delete:
        return 0xC4;
    case CommandKind::Update:
        return 0xC5;
    case CommandKind::Rollback:
        return 0xD2;
    case CommandKind::BeginTransaction:
        return 0xD4;
    case CommandKind::Commit:
        return 0xD5;
    case CommandKind::Other:
        break;
    }
    return 0;
}

/// A token with a two-byte length, which this fills in when it goes.
class SizedToken {
public:
    SizedToken(TdsWriter &out, TdsToken token) : m_out(out)
    {
        out.u8(static_cast<quint8>(token));
        m_at = out.size();
        out.u16(0);
    }
    ~SizedToken() { m_out.patchU16(m_at, static_cast<quint16>(m_out.size() - m_at - 2)); }
    Q_DISABLE_COPY_MOVE(SizedToken)

private:
    TdsWriter &m_out;
    qsizetype m_at;
};

} // namespace

void writeDone(TdsWriter &out, TdsToken kind, quint16 status, CommandKind command, quint64 count)
{
    out.u8(static_cast<quint8>(kind));
    out.u16(status);
    out.u16(commandToken(command));
    out.u64(count);
}

void writeMessage(TdsWriter &out, const ServerMessage &message)
{
    const SizedToken token(out, message.severity > 10 ? TdsToken::Error : TdsToken::Info);
    out.u32(static_cast<quint32>(message.number));
    out.u8(static_cast<quint8>(message.state));
    out.u8(static_cast<quint8>(message.severity));
    out.usVarchar(QStringView(message.text).left(longestMessage));
    out.bVarchar(serverName);
    out.bVarchar(message.procedure);
    out.u32(static_cast<quint32>(message.line));
}

void writeTextChange(TdsWriter &out, EnvChange change, QStringView to, QStringView from)
{
    const SizedToken token(out, TdsToken::EnvChange);
    out.u8(static_cast<quint8>(change));
    out.bVarchar(to);
    out.bVarchar(from);
}

void writeBytesChange(TdsWriter &out, EnvChange change, QByteArrayView to, QByteArrayView from)
{
    const SizedToken token(out, TdsToken::EnvChange);
    out.u8(static_cast<quint8>(change));
    for (const QByteArrayView value : { to, from }) {
        out.u8(static_cast<quint8>(value.size()));
        out.bytes(value);
    }
}

void writeRouting(TdsWriter &out, QStringView host, quint16 port)
{
    const SizedToken token(out, TdsToken::EnvChange);
    out.u8(static_cast<quint8>(EnvChange::Routing));
    out.u16(static_cast<quint16>(1 + 2 + 2 + host.size() * 2));
    out.u8(0); // TCP
    out.u16(port);
    out.usVarchar(host);
    out.u16(0); // no old value
}

void writeTransactionChange(TdsWriter &out, EnvChange change, quint64 descriptor)
{
    TdsWriter bytes;
    bytes.u64(descriptor);
    if (change == EnvChange::BeginTransaction)
        writeBytesChange(out, change, bytes.data(), {});
    else
        writeBytesChange(out, change, {}, bytes.data());
}

void writeReturnStatus(TdsWriter &out, int status)
{
    out.u8(static_cast<quint8>(TdsToken::ReturnStatus));
    out.u32(static_cast<quint32>(status));
}

void writeReturnValue(
    TdsWriter &out, int ordinal, QStringView name, const SqlType &type, const SqlValue &value)
{
    out.u8(static_cast<quint8>(TdsToken::ReturnValue));
    out.u16(static_cast<quint16>(ordinal));
    out.bVarchar(name);
    out.u8(1); // an output parameter
    out.u32(userType(type));
    out.u16(1); // nullable
    writeTypeInfo(out, type, TypePlace::Parameter);
    writeValue(out, type, value);
}

} // namespace tidemark::practice
