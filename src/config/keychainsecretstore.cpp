#include "keychainsecretstore.h"

#include "sessionsecretstore.h"

#include "livethread.h"

#include <QDeadlineTimer>
#include <QEvent>
#include <QThread>

#include <functional>
#include <future>

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

using JobMaker = std::function<QKeychain::Job *()>;
using AnswerPromise = std::shared_ptr<std::promise<KeychainAnswer>>;

KeychainAnswer answerOf(const QKeychain::Job &finished)
{
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&finished);
    const bool good = finished.error() == QKeychain::NoError;
    return { finished.error(), good && read != nullptr ? read->textData() : finished.errorString(), false };
}

/// Asks a JobStarter for a job.
class JobEvent : public QEvent {
public:
    JobEvent(JobMaker make, AnswerPromise promise)
        : QEvent(User), m_make(std::move(make)), m_promise(std::move(promise))
    {
    }

    /// A late job deletes itself when it ends.
    void start() const
    {
        QKeychain::Job *job = m_make();
        QObject::connect(job, &QKeychain::Job::finished, job,
            [promise = m_promise](QKeychain::Job *finished) { promise->set_value(answerOf(*finished)); });
        job->start();
    }

private:
    JobMaker m_make;
    AnswerPromise m_promise;
};

/// Starts jobs in its thread.
class JobStarter : public QObject {
protected:
    void customEvent(QEvent *event) override { static_cast<JobEvent *>(event)->start(); }
};

/// The thread of all keychain jobs. QtKeychain passes them through one object that belongs to the thread
/// which used it first, and waits for ever once that thread is gone; so there is one thread for the whole
/// process. It ends with the application. Thread-safe.
class KeychainThread {
public:
    static KeychainThread &instance()
    {
        static KeychainThread thread;
        return thread;
    }

    /// Runs the job that `make` makes and waits for its answer.
    KeychainAnswer run(const JobMaker &make, std::chrono::milliseconds patience)
    {
        LiveThread::mayWait("the keychain");
        const auto promise = std::make_shared<std::promise<KeychainAnswer>>();
        std::future<KeychainAnswer> answer = promise->get_future();
        QCoreApplication::postEvent(m_starter, new JobEvent(make, promise));
        if (m_thread->isFinished() || answer.wait_for(patience) != std::future_status::ready)
            return {};
        return answer.get();
    }

private:
    KeychainThread() : m_thread(new QThread), m_starter(new JobStarter)
    {
        m_starter->moveToThread(m_thread);
        m_thread->setObjectName(u"keychain"_s);
        m_thread->start();
        qAddPostRoutine([] { instance().stop(); });
    }

    /// A thread that hangs in a keychain's call is left behind.
    void stop()
    {
        m_thread->quit();
        m_thread->wait(QDeadlineTimer(std::chrono::seconds(2)));
    }

    QThread *const m_thread;
    QObject *const m_starter;
};

QKeychain::Job *withKey(QKeychain::Job *job, const QString &key)
{
    job->setKey(key);
    return job;
}

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds patience) : m_patience(patience) { }

Result<std::optional<Secret>> KeychainSecretStore::read(const QString &name)
{
    const auto make = [name] { return withKey(new QKeychain::ReadPasswordJob(serviceName()), name); };
    const KeychainAnswer answer = KeychainThread::instance().run(make, m_patience);
    if (answer.error == QKeychain::EntryNotFound)
        return std::nullopt;
    if (answer.error == QKeychain::NoError)
        return Secret(answer.text);
    return fail(ErrorKind::Configuration, reasonOf(answer.error, answer.text, answer.timedOut), name);
}

Status KeychainSecretStore::write(const QString &name, const Secret &secret)
{
    const auto make = [name, secret] {
        auto *job = new QKeychain::WritePasswordJob(serviceName());
        job->setTextData(secret.reveal());
        return withKey(job, name);
    };
    const KeychainAnswer answer = KeychainThread::instance().run(make, m_patience);
    if (answer.error == QKeychain::NoError)
        return {};
    return fail(ErrorKind::Configuration, reasonOf(answer.error, answer.text, answer.timedOut), name);
}

Status KeychainSecretStore::remove(const QString &name)
{
    const auto make = [name] { return withKey(new QKeychain::DeletePasswordJob(serviceName()), name); };
    const KeychainAnswer answer = KeychainThread::instance().run(make, m_patience);
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
