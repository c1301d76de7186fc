#pragma once

#include "connectionspec.h"
#include "odbcdrivers.h"
#include "result.h"

namespace tidemark {

/// Sets the environment variables that name the drivers' files, once for the process: called before threads
/// start, since changing the environment beside them is not safe. The files are this process's own and go
/// with it.
void prepareDriverEnvironment();

/// Writes what the driver reads from files while it connects with this: for Microsoft's driver the trusted
/// certificates, for FreeTDS a freetds.conf with a section for the server. The next call replaces them, so it
/// is called with the connect lock held, right before connecting. The files never hold a secret.
[[nodiscard]] Status prepareDriverFiles(const OdbcDriver &driver, const ConnectionSpec &spec);

} // namespace tidemark
