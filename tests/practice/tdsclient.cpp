#include "tdsclient.h"

#include "tdsreader.h"
#include "tdstokens.h"
#include "tdsvalues.h"
#include "tdswriter.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray obfuscated(const QString &password)
{
    QByteArray bytes = TdsClient::utf16(password);
    for (char &byte : bytes) {
        const auto plain = static_cast<quint8>(byte);
        byte = static_cast<char>(static_cast<quint8>(plain << 4 | plain >> 4) ^ 0xA5);
    }
    return bytes;
}

std::vector<WireType> readColumns(TdsReader &in)
{
    std::vector<WireType> columns;
    const quint16 count = in.u16();
    for (int i = 0; i < count && in.ok(); ++i) {
        in.u32();
        in.u16();
        const auto type = readTypeInfo(in, TypePlace::Column);
        if (!type)
            break;
        columns.push_back(*type);
        in.bVarchar();
    }
    return columns;
}

void readRow(TdsReader &in, const std::vector<WireType> &columns, bool bitmap)
{
    const QByteArrayView nulls = bitmap ? in.bytes((columns.size() + 7) / 8) : QByteArrayView();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!bitmap || (nulls[static_cast<qsizetype>(i / 8)] >> (i % 8) & 1) == 0)
            readValue(in, columns[i], TypePlace::Column);
    }
}

void readReturnValue(TdsReader &in)
{
    in.u16();
    in.bVarchar();
    in.u8();
    in.u32();
    in.u16();
    if (const auto type = readTypeInfo(in, TypePlace::Parameter))
        readValue(in, *type, TypePlace::Parameter);
}

} // namespace

TdsClient::TdsClient(quint16 port)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    const timeval limit{ 20, 0 }; // a server that stays silent fails the test
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qWarning("the test client cannot connect");
    m_socket = std::make_unique<ClientSocket>(descriptor);
}

TdsClient::~TdsClient() = default;

QByteArray TdsClient::utf16(const QString &text)
{
    TdsWriter out;
    out.utf16(text);
    return out.data();
}

QByteArray TdsClient::headers()
{
    TdsWriter out;
    out.u32(22);
    out.u32(18);
    out.u16(2);
    out.u64(0);
    out.u32(1);
    return out.data();
}

QByteArray TdsClient::rpc(quint16 procedure, const QString &text)
{
    TdsWriter out;
    out.bytes(headers());
    out.u16(0xFFFF);
    out.u16(procedure);
    out.u16(0);
    out.u8(0); // name
    out.u8(0); // status
    out.u8(0xE7);
    out.u16(8000);
    out.fill(5, '\0');
    out.u16(static_cast<quint16>(text.size() * 2));
    out.utf16(text);
    return out.data();
}

QByteArray TdsClient::prelogin(quint8 encryption)
{
    TdsWriter out;
    out.u8(0); // version
    out.u16BigEndian(11);
    out.u16BigEndian(6);
    out.u8(1); // encryption
    out.u16BigEndian(17);
    out.u16BigEndian(1);
    out.u8(0xFF);
    out.fill(6, '\0');
    out.u8(encryption);
    return out.data();
}

QByteArray TdsClient::login7(int packetSize, const QString &password)
{
    const std::array<QByteArray, 9> texts{ utf16(u"host"_s), utf16(u"practice"_s), obfuscated(password),
        utf16(u"tests"_s), utf16(u"server"_s), QByteArray(), utf16(u"library"_s), QByteArray(),
        utf16(u"shop"_s) };
    TdsWriter out;
    out.u32(0);
    out.u32(0x74000004);
    out.u32(static_cast<quint32>(packetSize));
    out.fill(24, '\0');
    auto offset = static_cast<quint16>(94);
    for (const QByteArray &text : texts) {
        out.u16(offset);
        out.u16(static_cast<quint16>(text.size() / 2));
        offset = static_cast<quint16>(offset + text.size());
    }
    out.fill(94 - out.size(), '\0');
    for (const QByteArray &text : texts)
        out.bytes(text);
    out.patchU32(0, static_cast<quint32>(out.size()));
    return out.data();
}

bool TdsClient::login(int packetSize, const QString &password)
{
    send(PacketType::Prelogin, prelogin(2));
    if (!reply())
        return false;
    send(PacketType::Login7, login7(packetSize, password));
    const auto answer = reply();
    if (!answer)
        return false;
    const QList<SeenToken> tokens = tokensOf(*answer);
    return std::any_of(tokens.begin(), tokens.end(),
        [](const SeenToken &token) { return token.kind == static_cast<quint8>(TdsToken::LoginAck); });
}

void TdsClient::sendRaw(const QByteArray &bytes)
{
    QByteArray copy = bytes;
    iovec piece{ copy.data(), static_cast<std::size_t>(copy.size()) };
    m_socket->write(&piece, 1);
}

void TdsClient::send(PacketType type, const QByteArray &body, quint8 status)
{
    PacketHeader header{ type, status };
    header.length = static_cast<quint16>(packetHeaderSize + body.size());
    const HeaderBytes bytes = encodeHeader(header);
    sendRaw(QByteArray(bytes.data(), packetHeaderSize) + body);
}

std::optional<QByteArray> TdsClient::packet()
{
    HeaderBytes bytes{};
    if (!m_socket->readExactly(bytes.data(), packetHeaderSize))
        return std::nullopt;
    const PacketHeader header = decodeHeader(bytes);
    m_largest = std::max<int>(m_largest, header.length);
    m_endOfMessage = (header.status & EndOfMessage) != 0;
    QByteArray body(header.length - packetHeaderSize, Qt::Uninitialized);
    return m_socket->readExactly(body.data(), body.size()) ? std::optional(body) : std::nullopt;
}

std::optional<QByteArray> TdsClient::reply()
{
    QByteArray body;
    m_largest = 0;
    do {
        const auto part = packet();
        if (!part)
            return std::nullopt;
        body.append(*part);
    } while (!m_endOfMessage);
    return body;
}

qsizetype TdsClient::bytesUntilClosed()
{
    qsizetype all = 0;
    std::array<char, 4096> buffer{};
    for (qsizetype got = 1; got > 0; all += std::max<qsizetype>(got, 0))
        got = m_socket->read(buffer.data(), buffer.size());
    return all;
}

bool TdsClient::closedByServer()
{
    char byte = 0;
    errno = 0;
    const qsizetype got = m_socket->read(&byte, 1);
    return got == 0 || (got < 0 && errno == ECONNRESET);
}

QList<SeenToken> tokensOf(const QByteArray &reply)
{
    QList<SeenToken> tokens;
    std::vector<WireType> columns;
    TdsReader in(reply);
    while (in.ok() && !in.atEnd()) {
        SeenToken token;
        token.kind = in.u8();
        switch (static_cast<TdsToken>(token.kind)) {
        case TdsToken::ColumnMetadata:
            columns = readColumns(in);
            break;
        case TdsToken::Row:
            readRow(in, columns, false);
            break;
        case TdsToken::NullBitmapRow:
            readRow(in, columns, true);
            break;
        case TdsToken::ReturnStatus:
            token.number = static_cast<int>(in.u32());
            break;
        case TdsToken::ReturnValue:
            readReturnValue(in);
            break;
        case TdsToken::Done:
        case TdsToken::DoneProcedure:
        case TdsToken::DoneInProcedure:
            token.status = in.u16();
            in.u16();
            token.count = in.u64();
            break;
        case TdsToken::Error:
        case TdsToken::Info:
        case TdsToken::LoginAck:
        case TdsToken::EnvChange:
            token.body = in.bytes(in.u16()).toByteArray();
            if (token.kind == static_cast<quint8>(TdsToken::Error)
                || token.kind == static_cast<quint8>(TdsToken::Info))
                token.number = static_cast<int>(TdsReader(token.body).u32());
            break;
        default:
            in.fail();
        }
        if (in.ok())
            tokens.append(token);
    }
    if (!in.ok())
        tokens.append(SeenToken{}); // kind 0: what follows is no token
    return tokens;
}

} // namespace tidemark::practice
