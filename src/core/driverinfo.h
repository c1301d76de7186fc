#pragma once

#include "signin.h"

#include <QList>
#include <QString>

namespace tidemark {

/// An installed ODBC driver as a person chooses it: what it can do and what to know of it. Values only.
struct DriverInfo {
    QString name; // as a ConnectionSpec names it
    QString version; // "18.6.2.1"; empty when it cannot be told without connecting
    QList<SignIn> signIns;
    bool strictEncryption = false;
    bool nameInCertificate = false; // takes another host name for the certificate
    QString advice; // what it lacks or that it is old, whole sentences; empty when there is nothing to say

    bool operator==(const DriverInfo &) const = default;
};

/// The drivers found, the best first, or why there is none and what to install.
struct DriverListing {
    QList<DriverInfo> drivers;
    QString problem;
};

} // namespace tidemark
