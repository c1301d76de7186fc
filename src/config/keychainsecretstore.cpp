#include "keychainsecretstore.h"

#include "sessionsecretstore.h"

#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString &serviceName()
{
    static const QString name = u"tidemark"_s;
    return name;
}

struct KeychainAnswer {
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
    bool timedOut = true;
};

/// Starts the job and waits for it. A job that does not finish in time is left to delete itself when it does.
KeychainAnswer runJob(QKeychain::Job *job, const QString &key, std::chrono::milliseconds patience)
{
    KeychainAnswer answer;
    QEventLoop loop;
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&](QKeychain::Job *finished) {
        const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(finished);
        const bool good = finished->error() == QKeychain::NoError;
        answer = { finished->error(), good && read != nullptr ? read->textData() : finished->errorString(),
            false };
        loop.quit();
    });
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    timer.start(patience);
    job->setKey(key);
    job->start();
    loop.exec();
    return answer;
}

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds patience) : m_patience(patience) { }

Result<std::optional<Secret>> KeychainSecretStore::read(const QString &name)
{
    const KeychainAnswer answer = runJob(new QKeychain::ReadPasswordJob(serviceName()), name, m_patience);
    if (answer.error == QKeychain::EntryNotFound)
        return std::nullopt;
    if (answer.error == QKeychain::NoError)
        return Secret(answer.text);
    return fail(ErrorKind::Configuration, reasonOf(answer.error, answer.text, answer.timedOut), name);
}

Status KeychainSecretStore::write(const QString &name, const Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setTextData(secret.reveal());
    const KeychainAnswer answer = runJob(job, name, m_patience);
    if (answer.error == QKeychain::NoError)
        return {};
    return fail(ErrorKind::Configuration, reasonOf(answer.error, answer.text, answer.timedOut), name);
}

Status KeychainSecretStore::remove(const QString &name)
{
    const KeychainAnswer answer = runJob(new QKeychain::DeletePasswordJob(serviceName()), name, m_patience);
    if (answer.error == QKeychain::NoError || answer.error == QKeychain::EntryNotFound)
        return {};
    return fail(ErrorKind::Configuration, reasonOf(answer.error, answer.text, answer.timedOut), name);
}

QString KeychainSecretStore::reasonOf(int error, const QString &detail, bool timedOut)
{
    if (timedOut)
        return tr("The keychain did not answer in time. Unlock it and try again, or give the password "
                  "another way.");
    if (error == QKeychain::AccessDeniedByUser || error == QKeychain::AccessDenied)
        return tr("The keychain refused access. Allow it for Tidemark, or give the password another way.");
    return tr("The keychain cannot be used (%1). Give the password another way, e.g. in the environment.")
        .arg(detail.isEmpty() ? tr("no reason given") : detail);
}

bool KeychainSecretStore::isAvailable()
{
    return read(u"tidemark-probe"_s).has_value();
}

std::unique_ptr<SecretStore> openSecretStore()
{
    auto keychain = std::make_unique<KeychainSecretStore>();
    if (keychain->isAvailable())
        return keychain;
    return std::make_unique<SessionSecretStore>();
}

} // namespace tidemark
