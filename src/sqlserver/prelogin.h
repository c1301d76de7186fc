#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tidemark {

/// What a server says before any login: who it is and whether it can encrypt.
struct PreloginAnswer {
    QString version; // "15.0.4430"
    bool encrypts = false;

    bool operator==(const PreloginAnswer &) const = default;
};

/// The first packet of TDS, which asks for encryption.
QByteArray preloginRequest();

/// None when the bytes are not the beginning of such an answer.
std::optional<PreloginAnswer> decodePrelogin(const QByteArray &packet);

/// The length that the packet's head names; 0 while the head is not whole.
qsizetype packetLength(const QByteArray &packet);

} // namespace tidemark
