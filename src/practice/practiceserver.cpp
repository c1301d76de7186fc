#include "practiceserver.h"

#include "requestlog.h"
#include "scriptsink.h"
#include "sqlengine.h"
#include "sqlscript.h"
#include "tdslistener.h"
#include "tlsidentity.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <optional>

#include <unistd.h>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

/// The parts of a running server, in the order in which they start; they end in the other order.
class PracticeServer::Private {
    Q_DECLARE_TR_FUNCTIONS(tidemark::practice::PracticeServer)

public:
    Status prepareFolder();
    Status prepareTls();
    Status open();
    Status run(const QString &database, const QList<ScriptBatch> &batches);
    std::unique_ptr<SqlSession> login(const QString &database, std::vector<ServerMessage> &messages) const;
    qint64 currentVersion(const QString &database) const;

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

const QString temporaryName = u"tidemark-practice-"_s;

/// Temporary folders whose servers were killed: there is a lock, and nobody holds it.
void clearLeftovers()
{
    const QDir all = QDir::temp();
    const QDir::Filters filters = QDir::Dirs | QDir::NoSymLinks;
    for (const QFileInfo &folder : all.entryInfoList({ temporaryName + u"??????"_s }, filters)) {
        const QString path = folder.filePath() + u"/server.lock"_s;
        if (folder.ownerId() != getuid() || !QFile::exists(path))
            continue;
        QLockFile lock(path);
        lock.setStaleLockTime(0);
        if (lock.tryLock())
            QDir(folder.filePath()).removeRecursively();
    }
}

} // namespace

Status PracticeServer::Private::prepareFolder()
{
    if (options.password.isEmpty())
        options.password = randomPassword();
    if (!options.dataDir.isEmpty())
        return {};
    clearLeftovers();
    temporary.emplace(QDir::temp().filePath(temporaryName + u"XXXXXX"_s));
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

std::unique_ptr<SqlSession> PracticeServer::Private::login(
    const QString &database, std::vector<ServerMessage> &messages) const
{
    LoginRequest request;
    request.user = options.user;
    request.password = options.password;
    request.database = database;
    request.application = u"Tidemark practice server"_s;
    request.internal = true;
    return server->login(request, messages);
}

Status PracticeServer::Private::run(const QString &database, const QList<ScriptBatch> &batches)
{
    std::vector<ServerMessage> messages;
    const auto session = login(database, messages);
    if (!session)
        return fail(ErrorKind::Login, messages.empty() ? tr("The login failed.") : messages.front().text);
    for (const ScriptBatch &batch : batches) {
        ScriptSink sink;
        std::vector<Parameter> none;
        session->execute(batch.text, none, sink);
        if (sink.error) {
            SyncError error;
            error.kind = ErrorKind::Query;
            error.text = sink.error->text;
            error.nativeCode = sink.error->number;
            error.context = tr("line %1").arg(batch.line + sink.error->line - 1);
            return fail(std::move(error));
        }
    }
    return {};
}

qint64 PracticeServer::Private::currentVersion(const QString &database) const
{
    std::vector<ServerMessage> messages;
    const auto session = login(database, messages);
    if (!session)
        return 0;
    ScriptSink sink;
    std::vector<Parameter> none;
    session->execute(u"SELECT CHANGE_TRACKING_CURRENT_VERSION()"_s, none, sink);
    const auto *version = sink.lastRow.empty() ? nullptr : std::get_if<qint64>(&sink.lastRow.front());
    return version ? *version : 0;
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
    const Status done = d->run(database, { { 1, batch } });
    return done ? QString() : done.error().text;
}

Status PracticeServer::runScript(const QString &script)
{
    return d->run(databases().value(0), splitScript(script));
}

PracticeActivity PracticeServer::activity() const
{
    PracticeActivity activity{ d->listener->connections(), d->log.count(), 0 };
    const QStringList names = databases();
    for (const QString &database : names)
        activity.changes += d->currentVersion(database);
    return activity;
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
