#include "connectioncheck.h"

#include "connectiontext.h"
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
    QList<CheckStep> steps = { { driverStep, CheckOutcome::Good, driver->name, {}, 0 } };

    steps += probeServer(parseServerAddress(spec.server, spec.port),
        std::chrono::seconds(std::max(1, spec.loginTimeoutSeconds)));
    if (steps.constLast().outcome == CheckOutcome::Bad) {
        const SyncError error = unreachable(steps.constLast());
        return { steps, fail(error) };
    }

    QElapsedTimer timer;
    timer.start();
    const QString loginStep = ConnectionCheckText::tr("log in");
    auto session = source.open(database, cancel);
    if (!session) {
        steps += badStep(loginStep, session.error(), secondsOf(timer));
        return { steps, std::move(session) };
    }
    steps += CheckStep{ loginStep, CheckOutcome::Good,
        spec.user.isEmpty() ? ConnectionCheckText::tr("The server accepts the login.")
                            : ConnectionCheckText::tr("The server accepts the user %1.").arg(spec.user),
        {}, secondsOf(timer) };

    const Result<std::optional<bool>> encrypted = (*session)->isEncrypted();
    if (!encrypted) {
        steps += badStep(ConnectionCheckText::tr("encryption"), encrypted.error());
        return { steps, fail(encrypted.error()) };
    }
    steps += encryptionStep(*encrypted, spec.encrypt != Encryption::Optional, checksCertificate(spec));
    return { steps, std::move(session) };
}

} // namespace tidemark
