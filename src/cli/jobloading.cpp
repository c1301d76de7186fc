#include "jobloading.h"

#include "passwordprompt.h"

#include "jobsettings.h"

#include "keychainsecretstore.h"
#include "passwords.h"
#include "settingsloader.h"

#include <QCoreApplication>
#include <QDir>

#include <memory>
#include <utility>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JobLoadingText {
    Q_DECLARE_TR_FUNCTIONS(tidemark::JobLoading)
};

std::optional<QString> said(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<Encryption> encryptionOf(const QString &word)
{
    if (word == u"no" || word == u"optional")
        return Encryption::Optional;
    if (word == u"strict")
        return Encryption::Strict;
    return word.isEmpty() ? std::nullopt : std::optional(Encryption::Mandatory);
}

Result<CallSettings> callSettings(const CommandLine &line)
{
    CallSettings call;
    const ConnectionArguments &typed = line.connection;
    call.connection.server = said(typed.server);
    call.connection.user = said(typed.user);
    call.connection.driver = said(typed.driver);
    call.connection.encrypt = encryptionOf(typed.encrypt);
    if (typed.trustServerCertificate)
        call.connection.trustServerCertificate = true;
    call.outputDir = line.outputDir;
    call.watermarkDir = line.watermarkDir;
    call.maxWorkers = line.workers;
    call.mode = line.mode;
    if (typed.passwordFd) {
        Result<Secret> password = readPassword(*typed.passwordFd);
        if (!password)
            return fail(password.error());
        call.password = *password;
    }
    return call;
}

/// Asks the person when no source has the password.
Result<Secret> passwordOf(const ResolvedSettings &settings, Console &console)
{
    if (settings.secretName.isEmpty() || (!settings.password.isEmpty() && !settings.storeGoesFirst))
        return settings.password;
    const std::unique_ptr<SecretStore> store = openSecretStore();
    const Result<Secret> found = findPassword(settings, *store);
    if (found && !found->isEmpty())
        return found;
    if (!canPrompt()) {
        const QString advice =
            JobLoadingText::tr("No password for %1. Set TIDEMARK_PASSWORD, write password: ${NAME} into the "
                               "job file, pass it with --password-fd, or run on a terminal to be asked.")
                .arg(settings.secretName);
        return fail(ErrorKind::Configuration,
            found ? advice
                  : advice + u' ' + JobLoadingText::tr("The keychain says: %1").arg(found.error().text));
    }
    if (!found)
        console.detail(found.error().text);
    return promptPassword(JobLoadingText::tr("Password for %1: ").arg(settings.secretName));
}

Result<ResolvedSettings> settingsOf(const CallSettings &call, const QString &config, Console &console)
{
    Result<ResolvedSettings> settings =
        loadSettings(call, config, ProfileStore(), systemVariables(), QDir::currentPath());
    for (const QString &warning : settings ? settings->warnings : QStringList())
        console.info(JobLoadingText::tr("warning: %1").arg(warning));
    return settings;
}

} // namespace

Result<StorePlace> loadPlace(const CommandLine &line, Console &console)
{
    CallSettings call;
    call.outputDir = line.outputDir;
    call.watermarkDir = line.watermarkDir;
    call.needsServer = false;
    const Result<ResolvedSettings> settings = settingsOf(call, line.config, console);
    if (!settings)
        return fail(settings.error());
    return StorePlace{ settings->outputDir, settings->watermarkDir };
}

Result<SyncJob> loadJob(const CommandLine &line, Console &console)
{
    const Result<CallSettings> call = callSettings(line);
    if (!call)
        return fail(call.error());
    const Result<ResolvedSettings> settings = settingsOf(*call, line.config, console);
    if (!settings)
        return fail(settings.error());
    const Result<Secret> password = passwordOf(*settings, console);
    if (!password)
        return fail(password.error());
    Result<SyncJob> job = jobFromSettings(*settings, *password);
    if (job)
        job->only = line.tables;
    return job;
}

} // namespace tidemark
