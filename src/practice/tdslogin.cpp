#include "tdslogin.h"

#include "tdsreader.h"
#include "tdswriter.h"

namespace tidemark::practice {

namespace {

enum PreloginOption : quint8 {
    Version = 0,
    EncryptionOption = 1,
    Instance = 2,
    ThreadId = 3,
    Mars = 4,
    FederationRequired = 6,
    EndOfOptions = 0xFF,
};

// Product version 16.0.1000: what a server of 2022 says.
constexpr char versionBytes[]{ 16, 0, 0x03, char(0xE8), 0, 0 };

constexpr qsizetype fixedLoginSize = 36;
constexpr quint8 integratedFlag = 0x80; // of option flags 2
constexpr quint8 extensionFlag = 0x10; // of option flags 3

Encryption agreed(Encryption client, TlsMode mode)
{
    if (mode == TlsMode::Off)
        return Encryption::NotSupported;
    if (mode == TlsMode::Required)
        return client == Encryption::On ? Encryption::On : Encryption::Required;
    return client == Encryption::Required ? Encryption::On : client;
}

TlsUse tlsUse(Encryption client, Encryption server)
{
    switch (server) {
    case Encryption::NotSupported:
        return TlsUse::None;
    case Encryption::Off:
        return client == Encryption::Off ? TlsUse::LoginOnly : TlsUse::None;
    default:
        return TlsUse::Everything;
    }
}

/// The bytes that an offset and length pair of LOGIN7 points to; the length counts characters.
QByteArrayView bytesAt(TdsReader &table, QByteArrayView body)
{
    const qsizetype offset = table.u16();
    const qsizetype size = table.u16() * qsizetype(2);
    if (size == 0)
        return {};
    if (offset + size > body.size()) {
        table.fail();
        return {};
    }
    return body.sliced(offset, size);
}

QString textAt(TdsReader &table, QByteArrayView body)
{
    return fromUtf16(bytesAt(table, body));
}

QString passwordAt(TdsReader &table, QByteArrayView body)
{
    QByteArray bytes = bytesAt(table, body).toByteArray();
    for (char &byte : bytes) {
        const auto mixed = static_cast<quint8>(static_cast<quint8>(byte) ^ 0xA5);
        byte = static_cast<char>(static_cast<quint8>(mixed << 4 | mixed >> 4));
    }
    return fromUtf16(bytes);
}

QList<quint8> featuresAt(quint32 offset, QByteArrayView body)
{
    QList<quint8> features;
    if (offset >= static_cast<quint64>(body.size()))
        return features;
    TdsReader in(body.sliced(offset));
    while (in.ok() && !in.atEnd() && in.peek() != EndOfOptions) {
        features.append(in.u8());
        in.bytes(in.u32());
    }
    return features;
}

/// The extension entry holds the offset of the offset of the feature list.
QList<quint8> readExtension(TdsReader &table, QByteArrayView body, bool present)
{
    const quint16 offset = table.u16();
    const quint16 length = table.u16();
    if (!present || length < 4 || offset + 4 > body.size())
        return {};
    TdsReader in(body.sliced(offset));
    return featuresAt(in.u32(), body);
}

} // namespace

std::optional<Prelogin> parsePrelogin(QByteArrayView body)
{
    Prelogin prelogin;
    TdsReader in(body);
    while (in.ok()) {
        const quint8 option = in.u8();
        if (option == EndOfOptions)
            return in.ok() ? std::optional(prelogin) : std::nullopt;
        const quint16 offset = in.u16BigEndian();
        const quint16 length = in.u16BigEndian();
        if (offset + length > body.size())
            return std::nullopt;
        if (option == EncryptionOption && length >= 1) {
            const auto value = static_cast<quint8>(body[offset]);
            if (value > static_cast<quint8>(Encryption::Required))
                return std::nullopt;
            prelogin.encryption = static_cast<Encryption>(value);
        }
        prelogin.asksFederation |= option == FederationRequired;
    }
    return std::nullopt;
}

PreloginAnswer answerPrelogin(const Prelogin &prelogin, TlsMode mode)
{
    const Encryption encryption = agreed(prelogin.encryption, mode);
    QList<std::pair<quint8, QByteArray>> options{
        { Version, QByteArray(versionBytes, sizeof versionBytes) },
        { EncryptionOption, QByteArray(1, static_cast<char>(encryption)) },
        { Instance, QByteArray(1, '\0') },
        { ThreadId, QByteArray() },
        { Mars, QByteArray(1, '\0') },
    };
    if (prelogin.asksFederation)
        options.append({ FederationRequired, QByteArray(1, '\0') });

    TdsWriter out;
    auto offset = static_cast<quint16>(options.size() * 5 + 1);
    for (const auto &[option, value] : options) {
        out.u8(option);
        out.u16BigEndian(offset);
        out.u16BigEndian(static_cast<quint16>(value.size()));
        offset = static_cast<quint16>(offset + value.size());
    }
    out.u8(EndOfOptions);
    for (const auto &option : options)
        out.bytes(option.second);
    return { out.data(), tlsUse(prelogin.encryption, encryption) };
}

std::optional<Login7> parseLogin7(QByteArrayView body)
{
    if (body.size() < fixedLoginSize)
        return std::nullopt;
    Login7 login;
    TdsReader in(body);
    in.u32(); // length of all
    login.tdsVersion = in.u32();
    login.packetSize = in.u32();
    in.bytes(12); // program version, process, connection
    in.u8(); // option flags 1
    login.integrated = (in.u8() & integratedFlag) != 0;
    in.u8(); // type flags
    const bool extended = (in.u8() & extensionFlag) != 0;
    in.bytes(8); // time zone, locale

    login.request.hostName = textAt(in, body);
    login.request.user = textAt(in, body);
    login.request.password = passwordAt(in, body);
    login.request.application = textAt(in, body);
    textAt(in, body); // server
    login.features = readExtension(in, body, extended);
    textAt(in, body); // client library
    textAt(in, body); // language
    login.request.database = textAt(in, body);
    return in.ok() ? std::optional(login) : std::nullopt;
}

} // namespace tidemark::practice
