#pragma once

#include "connectionspec.h"
#include "odbcdrivers.h"
#include "result.h"
#include "serveraddress.h"

#include <QString>

namespace tidemark {

/// Whether a connection made from this looks at the server's certificate.
bool checksCertificate(const ConnectionSpec &spec);

/// The connection string of the driver, in the one form that QODBC hands on unharmed. With FreeTDS a checked
/// certificate takes a section of freetds.conf under the server's host name (driverfiles.h). A value that
/// the driver cannot take as it is fails with Configuration, and so does what the driver cannot do.
[[nodiscard]] Result<QString> connectionText(
    const OdbcDriver &driver, const ConnectionSpec &spec, const Secret &password, const QString &database);

} // namespace tidemark
