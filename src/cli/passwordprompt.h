#pragma once

#include "connectionspec.h"
#include "result.h"

#include <QString>

namespace tidemark {

/// True when a person sits before the program and can be asked.
bool canPrompt();

/// Asks for a password on the terminal, without showing it. Fails with Cancelled when a signal came first.
[[nodiscard]] Result<Secret> promptPassword(const QString &question);

} // namespace tidemark
