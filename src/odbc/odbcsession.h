#pragma once

#include "blockcursor.h"
#include "canceltoken.h"
#include "connectionspec.h"
#include "odbcdrivers.h"
#include "result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace tidemark {

/// One small result set as text. Values only.
struct TextResult {
    QStringList columns;
    QList<QList<std::optional<QString>>> rows; // none is NULL
};

/// A connection to a database, made by QSqlDatabase with QODBC; statements run on handles of our own, because
/// QSqlQuery loses data without an error. Opened, used and closed in one thread, with one reader at a time,
/// which must be gone before the session is. The token ends a call that is blocked, within two seconds, and
/// with it the connection.
class OdbcSession {
public:
    /// Blocks for up to the login timeout; connects of a process are made one at a time. Errors of the server
    /// are of the kind Login with its text; explaining them by number is the caller's.
    [[nodiscard]] static Result<std::unique_ptr<OdbcSession>> open(const ConnectionSpec &spec,
        const Secret &password, const QString &database, const CancelToken &cancel);
    ~OdbcSession();
    OdbcSession(const OdbcSession &) = delete;
    OdbcSession &operator=(const OdbcSession &) = delete;

    const OdbcDriver &driver() const;
    /// As the driver names it, e.g. "18.06.0002".
    QString driverVersion() const;

    /// A batch whose answer does not matter.
    [[nodiscard]] Status execute(const QString &sql);
    /// All result sets of a batch; for short answers.
    [[nodiscard]] Result<QList<TextResult>> query(const QString &sql);
    /// A statement with many rows.
    [[nodiscard]] Result<std::unique_ptr<BlockReader>> read(
        const QString &sql, const QList<FetchColumn> &columns);

private:
    class Private;
    explicit OdbcSession(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace tidemark
