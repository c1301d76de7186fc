#pragma once

#include "practiceoptions.h"
#include "sqlsession.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace tidemark::practice {

/// The encryption byte of PRELOGIN.
enum class Encryption : quint8 { Off = 0, On = 1, NotSupported = 2, Required = 3 };

struct Prelogin {
    Encryption encryption = Encryption::NotSupported;
    bool asksFederation = false;
};

/// What PRELOGIN agrees on: how much of the connection TLS covers.
enum class TlsUse { None, LoginOnly, Everything };

struct PreloginAnswer {
    QByteArray bytes;
    TlsUse tls = TlsUse::None;
};

std::optional<Prelogin> parsePrelogin(QByteArrayView body);
PreloginAnswer answerPrelogin(const Prelogin &prelogin, TlsMode mode);

/// What LOGIN7 says.
struct Login7 {
    LoginRequest request;
    quint32 tdsVersion = 0;
    quint32 packetSize = 0; // 0: the server's choice
    bool integrated = false; // wants Windows authentication
    QList<quint8> features; // ids of FeatureExt, in order
};

constexpr quint8 sessionRecoveryFeature = 0x01;
constexpr quint32 oldestTdsVersion = 0x730B0003; // 7.3: the first with all date types and null bitmaps
constexpr quint32 newestTdsVersion = 0x74000004;
constexpr quint32 strictTdsVersion = 0x08000000; // TDS 8: 7.4 inside TLS

std::optional<Login7> parseLogin7(QByteArrayView body);

} // namespace tidemark::practice
