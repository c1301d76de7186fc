#pragma once

#include "connectionspec.h"
#include "odbcdrivers.h"
#include "result.h"

namespace tidemark {

/// Writes what the driver reads from files while it connects with this: for Microsoft's driver the trusted
/// certificates, for FreeTDS a freetds.conf with a section for the server. The next call replaces them, so it
/// is called with the connect lock held, right before connecting. The environment variables that name the
/// files are set by the first call that needs them, best before threads start. The files lie in a private
/// folder that goes with the process and never hold a secret.
[[nodiscard]] Status prepareDriverFiles(const OdbcDriver &driver, const ConnectionSpec &spec);

} // namespace tidemark
