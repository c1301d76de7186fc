#include "practiceservice.h"

#include "faultcall.h"
#include "odbcdrivers.h"
#include "practiceserver.h"

#include <QCoreApplication>
#include <QFile>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

class PracticeService::Private {
    Q_DECLARE_TR_FUNCTIONS(tidemark::PracticeService)

public:
    std::unique_ptr<practice::PracticeServer> server;
};

PracticeService::PracticeService(std::unique_ptr<Private> p) : d(std::move(p)) { }

PracticeService::~PracticeService() = default;

Result<std::unique_ptr<PracticeService>> PracticeService::start(const PracticeSettings &settings)
{
    practice::PracticeOptions options;
    options.port = settings.port;
    if (!settings.user.isEmpty())
        options.user = settings.user;
    options.password = settings.password;
    options.dataDir = settings.dataDir;
    options.databases = settings.databases;
    options.tables = settings.tables;
    options.rows = settings.rows;
    options.seed = settings.seed;
    options.churn = settings.churn;
    options.logFile = settings.logFile;
    options.readOnly = settings.readOnly;
    options.isStopped = settings.isStopped;
    options.tls = settings.tls == u"off" ? practice::TlsMode::Off
        : settings.tls == u"required"    ? practice::TlsMode::Required
                                         : practice::TlsMode::On;
    auto server = practice::PracticeServer::start(options);
    if (!server)
        return fail(server.error());
    auto p = std::make_unique<Private>();
    p->server = std::move(*server);
    return std::unique_ptr<PracticeService>(new PracticeService(std::move(p)));
}

PracticeInfo PracticeService::info() const
{
    const practice::PracticeServer &server = *d->server;
    return { server.address(), server.user(), server.password(), server.databases(),
        server.certificateFile() };
}

Status PracticeService::armFaults(const QStringList &faults)
{
    for (const QString &fault : faults) {
        const Result<QString> call = faultCall(fault);
        if (!call)
            return fail(call.error());
        if (Status armed = execute({}, *call); !armed)
            return armed;
    }
    return {};
}

ConnectionSpec PracticeService::connection() const
{
    const PracticeInfo practice = info();
    ConnectionSpec spec;
    spec.server = practice.server;
    spec.user = practice.user;
    if (practice.certificateFile.isEmpty()) {
        spec.encrypt = Encryption::Optional;
        return spec;
    }
    const Result<OdbcDriver> driver = findDriver({});
    if (!driver || driver->family == DriverFamily::FreeTds) {
        spec.caFile = practice.certificateFile;
        spec.hostNameInCertificate = u"localhost"_s;
    } else if (driver->majorVersion >= 18) {
        spec.encrypt = Encryption::Strict;
        spec.hostNameInCertificate = u"localhost"_s;
        spec.extra.insert(u"ServerCertificate"_s, practice.certificateFile);
    } else {
        spec.trustServerCertificate = true;
    }
    return spec;
}

PracticeTraffic PracticeService::traffic() const
{
    const practice::PracticeActivity activity = d->server->activity();
    return { activity.connections, activity.requests, activity.changes };
}

Status PracticeService::execute(const QString &database, const QString &batch)
{
    if (const QString error = d->server->execute(database, batch); !error.isEmpty())
        return fail(ErrorKind::Query, error, database);
    return {};
}

Status PracticeService::runScript(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Configuration,
            Private::tr("The script cannot be read: %1.").arg(file.errorString()), path);
    if (Status done = d->server->runScript(QString::fromUtf8(file.readAll())); !done) {
        done.error().context = path + u", "_s + done.error().context;
        return done;
    }
    return {};
}

} // namespace tidemark
