#pragma once

#include "changesource.h"
#include "connectionspec.h"
#include "sqlserversession.h"

namespace tidemark {

/// Opens sessions on one server through an ODBC driver. Thread-safe. Owned by the composition root.
class SqlServerSource : public ChangeSource {
public:
    SqlServerSource(ConnectionSpec spec, Secret password);

    [[nodiscard]] Result<std::unique_ptr<ChangeSession>> openSession(
        const QString &database, const CancelToken &cancel) override;
    /// The same with what lists and checks ask for. An empty name is the database that the connection begins
    /// with, else the login's own.
    [[nodiscard]] Result<std::unique_ptr<SqlServerSession>> open(
        const QString &database, const CancelToken &cancel) const;

private:
    ConnectionSpec m_spec;
    Secret m_password;
};

} // namespace tidemark
