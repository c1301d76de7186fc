#pragma once

#include "connectionspec.h"

#include <QString>

namespace tidemark {

/// A saved connection under a name of the person's own. Its password rests in a SecretStore.
struct ConnectionProfile {
    QString name;
    ConnectionSpec connection;

    bool operator==(const ConnectionProfile &) const = default;
};

} // namespace tidemark
