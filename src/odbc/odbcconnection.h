#pragma once

#include "callwatch.h"
#include "odbcdrivers.h"
#include "result.h"

#include <QString>

#include <memory>
#include <optional>

namespace tidemark {

/// What the statements of one open connection share: the driver's handle, the watch over its calls, and how
/// what the driver says becomes an error. Owned by the session; one thread.
class OdbcConnection {
public:
    struct Traits {
        DriverFamily family = DriverFamily::FreeTds;
        int queryTimeoutSeconds = 0;
        QString secret; // never appears in an error
    };

    /// `handle` is an SQLHDBC that outlives this.
    OdbcConnection(void *handle, Traits traits, std::unique_ptr<CallWatch> watch);

    void *handle() const { return m_handle; }
    const Traits &traits() const { return m_traits; }
    CallWatch &watch() const { return *m_watch; }

    /// Fails after a call that returned `code` on that handle, unless its records hold nothing bad.
    [[nodiscard]] Status check(short code, short handleType, void *handle) const;
    /// The driver knows that the connection is lost. It learns that from a failed call only.
    bool isDead() const;
    /// The error of a run that was cancelled or of a connection that was cut; none while all is well.
    std::optional<SyncError> ended() const;

private:
    void *m_handle;
    Traits m_traits;
    std::unique_ptr<CallWatch> m_watch;
};

} // namespace tidemark
