#include "odbcsession.h"

#include "connectiontext.h"
#include "diagnostics.h"
#include "driverfiles.h"
#include "driversocket.h"
#include "odbcconnection.h"
#include "odbcstatement.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct SessionText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::OdbcSession)
};

constexpr int defaultLoginTimeout = 15;
constexpr SQLUSMALLINT freeTdsSocketInfo = 1301; // SQL_INFO_FREETDS_SOCKET
// What a driver may take beyond the query timeout to end a statement by itself.
constexpr auto silenceGrace = 15s;
// What a connect may take beyond the login timeout: QODBC asks the server some things without any timeout.
constexpr auto connectGrace = 5s;

/// One connect at a time: FreeTDS's first one fills tables without a lock, the drivers' files are shared, and
/// the new socket is found by comparison.
std::timed_mutex &connectLock()
{
    static std::timed_mutex mutex;
    return mutex;
}

SyncError cancelled()
{
    return { ErrorKind::Cancelled, SessionText::tr("The run was cancelled."), {}, 0, false, {}, 0 };
}

QString uniqueName()
{
    static std::atomic<quint64> counter = 0;
    return u"tidemark-"_s + QString::number(++counter);
}

/// A QSqlDatabase that is taken off Qt's list when it goes.
class Database {
public:
    Database() : m_name(uniqueName()), m_database(QSqlDatabase::addDatabase(u"QODBC"_s, m_name)) { }
    ~Database()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    bool open(const QString &text, int loginTimeout)
    {
        // The whole string as the name, user and password empty: QODBC would add those unescaped.
        m_database.setDatabaseName(text);
        m_database.setConnectOptions(
            u"SQL_ATTR_ODBC_VERSION=SQL_OV_ODBC3;SQL_ATTR_LOGIN_TIMEOUT="_s + QString::number(loginTimeout));
        const bool isOpen = m_database.open();
        m_database.setDatabaseName({}); // the password need not stay in Qt's list of connections
        return isOpen;
    }
    void close() { m_database.close(); }
    QSqlError error() const { return m_database.lastError(); }
    /// The SQLHDBC.
    void *handle() const
    {
        const QVariant handle = m_database.driver()->handle();
        return *static_cast<void *const *>(handle.constData());
    }

private:
    QString m_name;
    QSqlDatabase m_database;
};

std::optional<DriverSocket> findSocket(
    const OdbcDriver &driver, void *handle, const QSet<QByteArray> &before, const ConnectionSpec &spec)
{
    if (driver.family == DriverFamily::FreeTds) {
        qint64 descriptor = -1; // the driver writes an int or more
        SQLSMALLINT length = 0;
        if (SQL_SUCCEEDED(SQLGetInfoW(handle, freeTdsSocketInfo, &descriptor, sizeof(descriptor), &length)))
            return DriverSocket::fromDescriptor(int(descriptor));
        return std::nullopt;
    }
    return DriverSocket::findNew(before, parseServerAddress(spec.server, spec.port).port);
}

CallWatch::Means meansFor(const std::optional<DriverSocket> &socket)
{
    CallWatch::Means means;
    means.cutConnection = [socket] {
        if (socket)
            socket->shutDown();
        return true;
    };
    means.silence = [socket] { return socket ? socket->silence() : 0ms; };
    return means;
}

/// During a connect the driver's socket must be looked for each time.
CallWatch::Means connectMeans(const QSet<QByteArray> &before, std::optional<int> port)
{
    CallWatch::Means means;
    means.cutConnection = [before, port] {
        const auto socket = DriverSocket::findNew(before, port);
        if (socket)
            socket->shutDown();
        return socket.has_value();
    };
    means.silence = [before, port] {
        const auto socket = DriverSocket::findNew(before, port);
        return socket ? socket->silence() : 0ms;
    };
    return means;
}

/// Names and rows of the result set at which the statement stands.
Status readRows(OdbcStatement &statement, TextResult &result)
{
    for (int column = 1; column <= statement.columnCount(); ++column) {
        const Result<QString> name = statement.columnName(column);
        if (!name)
            return fail(name.error());
        result.columns += *name;
    }
    while (true) {
        const Result<int> rows = statement.fetch();
        if (!rows)
            return fail(rows.error());
        if (*rows == 0)
            return {};
        QList<std::optional<QString>> row;
        for (int column = 1; column <= statement.columnCount(); ++column) {
            const Result<std::optional<QString>> cell = statement.text(column);
            if (!cell)
                return fail(cell.error());
            row += *cell;
        }
        result.rows += row;
    }
}

} // namespace

class OdbcSession::Private {
public:
    OdbcDriver driver;
    Database database;
    std::unique_ptr<OdbcConnection> connection; // none before the connect

    ~Private()
    {
        if (!connection)
            return;
        const CallWatch::Call call(connection->watch());
        database.close();
    }

    Status connect(
        const ConnectionSpec &spec, const Secret &password, const QString &name, const CancelToken &cancel);
    Status openWatched(const QString &text, const QSet<QByteArray> &before, const ConnectionSpec &spec,
        const CancelToken &cancel);
    /// A statement that has run and stands at its first result.
    Result<std::unique_ptr<OdbcStatement>> run(const QString &sql) const;
};

Status OdbcSession::Private::connect(
    const ConnectionSpec &spec, const Secret &password, const QString &name, const CancelToken &cancel)
{
    const Result<QString> text = connectionText(driver, spec, password, name);
    if (!text)
        return fail(text.error());
    std::unique_lock lock(connectLock(), std::defer_lock);
    while (!lock.try_lock_for(100ms)) {
        if (cancel.isCancelled())
            return fail(cancelled());
    }
    if (cancel.isCancelled())
        return fail(cancelled());
    if (Status ok = prepareDriverFiles(driver, spec); !ok)
        return ok;
    const QSet<QByteArray> before = DriverSocket::openConnections();
    if (Status ok = openWatched(*text, before, spec, cancel); !ok)
        return fail(withoutSecret(ok.error(), password.reveal()));
    const auto socket = findSocket(driver, database.handle(), before, spec);
    const auto limit = spec.queryTimeoutSeconds > 0
        ? std::chrono::milliseconds(std::chrono::seconds(spec.queryTimeoutSeconds) + silenceGrace)
        : 0ms;
    connection = std::make_unique<OdbcConnection>(database.handle(),
        OdbcConnection::Traits{ driver.family, spec.queryTimeoutSeconds, password.reveal() },
        std::make_unique<CallWatch>(cancel, meansFor(socket), limit));
    return {};
}

Status OdbcSession::Private::openWatched(const QString &text, const QSet<QByteArray> &before,
    const ConnectionSpec &spec, const CancelToken &cancel)
{
    const std::chrono::seconds timeout(
        spec.loginTimeoutSeconds > 0 ? spec.loginTimeoutSeconds : defaultLoginTimeout);
    CallWatch watch(cancel, connectMeans(before, parseServerAddress(spec.server, spec.port).port),
        timeout + connectGrace);
    QElapsedTimer timer;
    timer.start();
    bool isOpen = false;
    {
        const CallWatch::Call call(watch);
        isOpen = database.open(text, int(timeout.count()));
    }
    if (watch.ended() == CallWatch::Ended::ByCancel)
        return fail(cancelled());
    // QODBC reports a connection as open whose first questions were cut off.
    const bool timedOut = watch.ended() == CallWatch::Ended::BySilence
        || std::chrono::milliseconds(timer.elapsed()) >= timeout - 500ms;
    if (isOpen && watch.ended() == CallWatch::Ended::No)
        return {};
    const QSqlError error = database.error();
    return fail(connectError(error.databaseText(), error.nativeErrorCode(), spec.server, timedOut));
}

Result<std::unique_ptr<OdbcStatement>> OdbcSession::Private::run(const QString &sql) const
{
    Result<std::unique_ptr<OdbcStatement>> statement = OdbcStatement::make(*connection);
    if (!statement)
        return statement;
    if (Status ok = (*statement)->execute(sql); !ok)
        return fail(ok.error());
    return statement;
}

OdbcSession::OdbcSession(std::unique_ptr<Private> priv) : d(std::move(priv)) { }

OdbcSession::~OdbcSession() = default;

Result<std::unique_ptr<OdbcSession>> OdbcSession::open(
    const ConnectionSpec &spec, const Secret &password, const QString &database, const CancelToken &cancel)
{
    const Result<OdbcDriver> driver = findDriver(spec.driver);
    if (!driver)
        return fail(driver.error());
    auto d = std::make_unique<Private>();
    d->driver = *driver;
    if (Status ok = d->connect(spec, password, database, cancel); !ok)
        return fail(ok.error());
    return std::unique_ptr<OdbcSession>(new OdbcSession(std::move(d)));
}

const OdbcDriver &OdbcSession::driver() const
{
    return d->driver;
}

QString OdbcSession::driverVersion() const
{
    std::array<SQLWCHAR, 64> text{};
    SQLSMALLINT bytes = 0;
    if (!SQL_SUCCEEDED(SQLGetInfoW(d->connection->handle(), SQL_DRIVER_VER, text.data(),
            SQLSMALLINT(text.size() * sizeof(SQLWCHAR)), &bytes)))
        return {};
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(text.data()));
}

Status OdbcSession::execute(const QString &sql)
{
    const Result<std::unique_ptr<OdbcStatement>> statement = d->run(sql);
    if (!statement)
        return fail(statement.error());
    while (true) { // an error may come with any of the batch's results
        const Result<bool> more = (*statement)->nextResult();
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
    }
}

Result<QList<TextResult>> OdbcSession::query(const QString &sql)
{
    const Result<std::unique_ptr<OdbcStatement>> run = d->run(sql);
    if (!run)
        return fail(run.error());
    OdbcStatement &statement = **run;
    QList<TextResult> results;
    while (true) {
        const Result<bool> stands = statement.toResultSet();
        if (!stands)
            return fail(stands.error());
        if (!*stands)
            break;
        TextResult result;
        if (Status ok = readRows(statement, result); !ok)
            return fail(ok.error());
        results += result;
        const Result<bool> more = statement.nextResult();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
    }
    if (const auto reason = d->connection->ended())
        return fail(*reason);
    return results;
}

Result<std::unique_ptr<BlockReader>> OdbcSession::read(const QString &sql, const QList<FetchColumn> &columns)
{
    Result<std::unique_ptr<OdbcStatement>> statement = d->run(sql);
    if (!statement)
        return fail(statement.error());
    const Result<bool> stands = (*statement)->toResultSet();
    if (!stands)
        return fail(stands.error());
    return BlockCursor::make(std::move(*statement), columns);
}

} // namespace tidemark
