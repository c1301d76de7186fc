#include "practiceserver.h"

#include "requestlog.h"
#include "sqlengine.h"
#include "tdslistener.h"
#include "tlsidentity.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <optional>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

/// The parts of a running server, in the order in which they start; they end in the other order.
class PracticeServer::Private {
    Q_DECLARE_TR_FUNCTIONS(tidemark::practice::PracticeServer)

public:
    Status prepareFolder();
    Status prepareTls();
    Status open();

    PracticeOptions options;
    std::optional<QTemporaryDir> temporary;
    WireFaultBoard faults;
    RequestLog log;
    QString certificateFile;
    std::unique_ptr<TlsIdentity> identity;
    std::unique_ptr<StatementLog> statements;
    std::unique_ptr<SqlServer> server;
    std::unique_ptr<TdsListener> listener;
};

namespace {

QString randomPassword()
{
    // No character that a shell, a connection string or a person would trip over.
    const QString letters = u"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"_s;
    QString password;
    while (password.size() < 20)
        password += letters.at(QRandomGenerator::system()->bounded(static_cast<quint32>(letters.size())));
    return password;
}

/// Remembers the first error of a batch and drops everything else.
class FirstError final : public ResultSink {
public:
    bool columns(const QList<ResultColumn> & /*columns*/) override { return true; }
    bool row(const SqlRow & /*row*/) override { return true; }
    bool done(CommandKind /*kind*/, std::optional<qint64> /*count*/, bool /*failed*/) override
    {
        return true;
    }
    bool message(const ServerMessage &message) override
    {
        if (message.severity > 10 && text.isEmpty())
            text = message.text;
        return true;
    }
    bool databaseChanged(const QString & /*from*/, const QString & /*to*/) override { return true; }
    bool transactionBegan(quint64 /*descriptor*/) override { return true; }
    bool transactionEnded(quint64 /*descriptor*/, bool /*committed*/) override { return true; }
    bool replay(const ReplayTable & /*table*/) override { return true; }
    bool cancelled() const override { return false; }

    QString text;
};

} // namespace

Status PracticeServer::Private::prepareFolder()
{
    if (options.password.isEmpty())
        options.password = randomPassword();
    if (!options.dataDir.isEmpty())
        return {};
    temporary.emplace();
    if (!temporary->isValid())
        return fail(ErrorKind::Storage,
            tr("The practice server cannot make a temporary folder: %1. Name a folder for its data.")
                .arg(temporary->errorString()),
            temporary->path());
    options.dataDir = temporary->path();
    return {};
}

Status PracticeServer::Private::prepareTls()
{
    if (options.tls == TlsMode::Off)
        return {};
    auto made = TlsIdentity::create();
    if (!made)
        return fail(std::move(made.error()));
    identity = std::move(*made);
    certificateFile = options.dataDir + u"/practice-certificate.pem"_s;
    QFile file(certificateFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(identity->certificate()) < 0 || !file.flush())
        return fail(ErrorKind::Storage,
            tr("The practice server cannot write its certificate: %1. Check the folder's rights and the free "
               "space.")
                .arg(file.errorString()),
            certificateFile);
    return {};
}

Status PracticeServer::Private::open()
{
    if (Status folder = prepareFolder(); !folder)
        return folder;
    auto made = makeSqlServer(options, faults);
    if (!made)
        return fail(std::move(made.error()));
    server = std::move(*made);
    if (Status tls = prepareTls(); !tls)
        return tls;
    if (!options.logFile.isEmpty()) {
        auto opened = StatementLog::open(options.logFile);
        if (!opened)
            return fail(std::move(opened.error()));
        statements = std::move(*opened);
    }
    auto listening = TdsListener::start(options.port,
        { *server, faults, log, identity.get(), options.tls, statements.get(), options.readOnly });
    if (!listening)
        return fail(std::move(listening.error()));
    listener = std::move(*listening);
    return {};
}

Result<std::unique_ptr<PracticeServer>> PracticeServer::start(const PracticeOptions &options)
{
    auto d = std::make_unique<Private>();
    d->options = options;
    if (const Status opened = d->open(); !opened)
        return fail(opened.error());
    return std::unique_ptr<PracticeServer>(new PracticeServer(std::move(d)));
}

PracticeServer::PracticeServer(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

PracticeServer::~PracticeServer() = default;

QString PracticeServer::address() const
{
    return u"127.0.0.1,%1"_s.arg(port());
}

quint16 PracticeServer::port() const
{
    return d->listener->port();
}

QString PracticeServer::user() const
{
    return d->options.user;
}

QString PracticeServer::password() const
{
    return d->options.password;
}

QStringList PracticeServer::databases() const
{
    return d->server->databases();
}

QString PracticeServer::certificateFile() const
{
    return d->certificateFile;
}

QString PracticeServer::execute(const QString &database, const QString &batch)
{
    const LoginRequest request{ user(), password(), database, u"Tidemark practice server"_s, {} };
    std::vector<ServerMessage> messages;
    const auto session = d->server->login(request, messages);
    if (!session)
        return messages.empty() ? Private::tr("The login failed.") : messages.front().text;
    FirstError sink;
    std::vector<Parameter> none;
    session->execute(batch, none, sink);
    return sink.text;
}

QStringList PracticeServer::statements() const
{
    return d->log.requests();
}

void PracticeServer::resetStatements()
{
    d->log.clear();
}

} // namespace tidemark::practice
