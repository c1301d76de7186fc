#pragma once

#include "signin.h"

#include <QMap>
#include <QString>

#include <optional>

namespace tidemark {

enum class Encryption { Optional, Mandatory, Strict }; // the words of Microsoft's driver: no, yes, strict

/// Where and how to connect; everything but the password, which travels apart as a Secret. Values only.
struct ConnectionSpec {
    QString driver; // name in odbcinst.ini or a path; empty: the best one installed
    QString server; // "host", "host,port", "tcp:host,port", "host\instance"
    std::optional<int> port;
    QString database; // to begin with; empty: the login's own
    SignIn signIn = SignIn::SqlLogin;
    QString user;
    Encryption encrypt = Encryption::Mandatory;
    bool trustServerCertificate = false;
    QString hostNameInCertificate;
    QString caFile;
    bool readOnlyIntent = false;
    int loginTimeoutSeconds = 15;
    int queryTimeoutSeconds = 300; // bounds silence of the server, not the time of a statement
    int packetSize = 16000;
    QMap<QString, QString> extra; // further keywords of the driver

    bool operator==(const ConnectionSpec &) const = default;
};

/// A password or token. Never printed: it has no conversion to text but reveal().
class Secret {
public:
    Secret() = default;
    explicit Secret(QString text) : m_text(std::move(text)) { }
    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &reveal() const { return m_text; }
    bool operator==(const Secret &) const = default;

private:
    QString m_text;
};

} // namespace tidemark
