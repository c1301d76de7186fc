#include "connectioncheck.h"

#include "connectiontext.h"
#include "driverabilities.h"
#include "odbcdrivers.h"

#include "readiness.h"
#include "serverprobe.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace tidemark {

namespace {

struct ConnectionCheckText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::ConnectionCheck)
};

double secondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

CheckStep badStep(const QString &name, const SyncError &error, double seconds = 0)
{
    return { name, CheckOutcome::Bad, describe(error), {}, seconds };
}

SyncError unreachable(const CheckStep &step)
{
    return { ErrorKind::Connection, step.advice.isEmpty() ? step.text : step.text + u' ' + step.advice, {}, 0,
        false, {}, 0 };
}

} // namespace

ConnectionCheck checkConnection(
    const ConnectionSpec &spec, SqlServerSource &source, const QString &database, const CancelToken &cancel)
{
    const QString driverStep = ConnectionCheckText::tr("driver");
    const Result<OdbcDriver> driver = findDriver(spec.driver);
    if (!driver)
        return { { badStep(driverStep, driver.error()) }, fail(driver.error()) };
    const DriverInfo info = driverInfo(*driver);
    QList<CheckStep> steps = { { driverStep, CheckOutcome::Good,
        info.version.isEmpty() ? info.name : ConnectionCheckText::tr("%1, %2").arg(info.name, info.version),
        {}, 0 } };

    const bool encrypts = spec.encrypt != Encryption::Optional;
    steps += probeServer(parseServerAddress(spec.server, spec.port),
        { std::chrono::seconds(std::max(1, spec.loginTimeoutSeconds)), spec.encrypt != Encryption::Strict });
    if (steps.constLast().outcome == CheckOutcome::Bad) {
        const SyncError error = unreachable(steps.constLast());
        return { steps, fail(error) };
    }

    QElapsedTimer timer;
    timer.start();
    const QString encryptionName = ConnectionCheckText::tr("encryption");
    const QString loginStep = ConnectionCheckText::tr("log in");
    auto session = source.open(database, cancel);
    const double seconds = secondsOf(timer);
    if (!session) {
        const ErrorKind kind = session.error().kind;
        if (kind == ErrorKind::Login) // a server reads a login only once it is encrypted
            steps += encryptionStep(std::nullopt, encrypts, checksCertificate(spec));
        // The port answers, the connection did not just break off, and nobody else was to vouch for the user:
        // the handshake failed.
        const bool isHandshake = kind == ErrorKind::Connection && !session.error().retryable && encrypts
            && spec.signIn == SignIn::SqlLogin;
        steps += badStep(isHandshake ? encryptionName : loginStep, session.error(), seconds);
        return { steps, std::move(session) };
    }
    const Result<std::optional<bool>> encrypted = (*session)->isEncrypted();
    if (!encrypted) {
        steps += badStep(encryptionName, encrypted.error());
        return { steps, fail(encrypted.error()) };
    }
    steps += encryptionStep(*encrypted, encrypts, checksCertificate(spec));
    steps += CheckStep{ loginStep, CheckOutcome::Good,
        spec.user.isEmpty() ? ConnectionCheckText::tr("The server accepts the login.")
                            : ConnectionCheckText::tr("The server accepts the user %1.").arg(spec.user),
        {}, seconds };
    return { steps, std::move(session) };
}

} // namespace tidemark
