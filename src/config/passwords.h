#pragma once

#include "resolvedsettings.h"
#include "result.h"
#include "secretstore.h"

#include <QString>

namespace tidemark {

/// The name under which the password of a login rests in a SecretStore: "user@server".
QString secretNameOf(const ConnectionSpec &connection);

/// The password that the settings lead to; empty when there is none and a person must be asked. A store that
/// cannot be read is an error only when no source gave the password. May block.
[[nodiscard]] Result<Secret> findPassword(const ResolvedSettings &settings, SecretStore &store);

/// Reads a password from a file descriptor up to its end; one line end at the end is not part of it.
[[nodiscard]] Result<Secret> readPassword(int fileDescriptor);

} // namespace tidemark
