#include "connectioncontroller.h"

#include "connectionpane.h"
#include "userprompts.h"

#include <algorithm>

namespace tidemark {

namespace {

const CheckStep *firstBad(const QList<CheckStep> &steps)
{
    const auto bad = std::find_if(steps.cbegin(), steps.cend(),
        [](const CheckStep &step) { return step.outcome == CheckOutcome::Bad; });
    return bad == steps.cend() ? nullptr : &*bad;
}

} // namespace

ConnectionController::ConnectionController(
    WindowBackend &backend, UserPrompts &prompts, ConnectionPane &pane, QObject *parent)
    : QObject(parent), m_backend(backend), m_prompts(prompts), m_pane(pane)
{
    connect(&pane, &ConnectionPane::testRequested, this, &ConnectionController::test);
    connect(&pane, &ConnectionPane::connectRequested, this, &ConnectionController::connectNow);
    connect(&pane, &ConnectionPane::stopRequested, this, &ConnectionController::stop);
    connect(&pane, &ConnectionPane::practiceRequested, this, &ConnectionController::startPractice);
    connect(&pane, &ConnectionPane::profileChosen, this, &ConnectionController::chooseProfile);
    connect(&pane, &ConnectionPane::saveProfileRequested, this, [this] { saveProfile(m_pane.profile()); });
    connect(&pane, &ConnectionPane::saveProfileAsRequested, this, &ConnectionController::askForName);
    connect(&pane, &ConnectionPane::removeProfileRequested, this, &ConnectionController::askToRemove);
}

template <typename Answer, typename Function>
auto ConnectionController::latest(Function function)
{
    return [this, request = ++m_request, function = std::move(function)](const Answer &answer) {
        if (request == m_request)
            function(answer);
    };
}

void ConnectionController::start(const QString &profile)
{
    m_backend.driverNames().then(this, [this](const QStringList &names) { m_pane.setDrivers(names); });
    listProfiles(profile);
}

void ConnectionController::listProfiles(const QString &current)
{
    m_backend.profiles().then(this, [this, current](const ProfileStore::Listing &listing) {
        for (const QString &warning : listing.warnings)
            Q_EMIT noted(warning);
        m_profiles = listing.names;
        m_pane.setProfiles(listing.names, current);
        if (m_pane.spec().server.isEmpty() && listing.names.contains(current))
            chooseProfile(current);
    });
}

void ConnectionController::chooseProfile(const QString &name)
{
    m_backend.loadProfile(name).then(
        this, latest<Result<StoredLogin>>([this, name](const Result<StoredLogin> &stored) {
            if (!stored) {
                m_pane.showDisconnected(describe(stored.error()));
                listProfiles({});
                return;
            }
            m_pane.setSpec(stored->connection);
            m_pane.setPassword(stored->password.value_or(Secret()), stored->password.has_value());
        }));
}

void ConnectionController::saveProfile(const QString &name)
{
    const auto password = m_pane.keepsPassword() ? std::optional(m_pane.password()) : std::nullopt;
    m_backend.saveProfile({ name, m_pane.spec() }, password).then(this, [this, name](const Status &saved) {
        Q_EMIT noted(saved ? tr("The profile %1 is saved.").arg(name) : describe(saved.error()));
        listProfiles(name);
    });
}

void ConnectionController::askForName()
{
    m_prompts.askText(&m_pane, tr("Save the profile"), tr("Name of the profile"),
        m_pane.profile().isEmpty() ? m_pane.spec().server : m_pane.profile(), [this](const QString &text) {
            const QString name = text.trimmed();
            if (name.isEmpty())
                return;
            if (!m_profiles.contains(name, Qt::CaseInsensitive) || name == m_pane.profile()) {
                saveProfile(name);
                return;
            }
            m_prompts.confirm(&m_pane,
                { tr("Save the profile"), tr("There is a profile %1 already.").arg(name), tr("&Replace it"),
                    tr("&Keep it") },
                [this, name](bool replace) {
                    if (replace)
                        saveProfile(name);
                });
        });
}

void ConnectionController::askToRemove()
{
    const QString name = m_pane.profile();
    m_prompts.confirm(&m_pane,
        { tr("Remove the profile"), tr("Remove the profile %1 and its password?").arg(name), tr("&Remove"),
            tr("&Keep it") },
        [this, name](bool remove) {
            if (!remove)
                return;
            m_backend.removeProfile(name).then(this, [this](const Status &removed) {
                if (!removed)
                    Q_EMIT noted(describe(removed.error()));
                listProfiles({});
            });
        });
}

void ConnectionController::test()
{
    const Login login{ m_pane.spec(), m_pane.password() };
    m_pane.showBusy(tr("Testing the connection to %1.").arg(login.connection.server));
    m_backend.testConnection(login).then(
        this, latest<QList<CheckStep>>([this](const QList<CheckStep> &steps) {
            const CheckStep *bad = firstBad(steps);
            m_pane.showSteps(
                steps, bad == nullptr ? tr("The connection works.") : tr("The connection does not work."));
        }));
}

void ConnectionController::connectNow()
{
    connectTo({ m_pane.spec(), m_pane.password() }, false);
}

void ConnectionController::open(const Login &login)
{
    m_pane.setSpec(login.connection);
    m_pane.setPassword(login.password, false);
    const bool needsPassword = takesPassword(login.connection.signIn) && login.password.isEmpty();
    if (needsPassword)
        m_pane.askForPassword();
    else
        connectTo(login, false);
}

void ConnectionController::startPractice()
{
    m_pane.showBusy(tr("Starting the practice server."));
    m_backend.startPractice().then(
        this, latest<Result<PracticeLogin>>([this](const Result<PracticeLogin> &practice) {
            if (!practice) {
                m_pane.showDisconnected(describe(practice.error()));
                return;
            }
            m_pane.setSpec(practice->login.connection);
            m_pane.setPassword(practice->login.password, false);
            Q_EMIT practiceStarted(practice->outputDir, practice->watermarkDir);
            connectTo(practice->login, true);
        }));
}

void ConnectionController::connectTo(const Login &login, bool practice)
{
    m_connected = false;
    Q_EMIT disconnected();
    m_pane.showBusy(tr("Connecting to %1.").arg(login.connection.server));
    m_backend.testConnection(login).then(
        this, latest<QList<CheckStep>>([this, login, practice](const QList<CheckStep> &steps) {
            if (const CheckStep *bad = firstBad(steps)) {
                m_pane.showDisconnected(bad->text, steps);
                Q_EMIT noted(bad->text);
                return;
            }
            listDatabases(login, practice, steps);
        }));
}

void ConnectionController::listDatabases(const Login &login, bool practice, const QList<CheckStep> &steps)
{
    m_backend.databases(login).then(this,
        latest<Result<QList<CatalogDatabase>>>(
            [this, login, practice, steps](const Result<QList<CatalogDatabase>> &databases) {
                if (!databases) {
                    m_pane.showDisconnected(describe(databases.error()), steps);
                    return;
                }
                m_login = login;
                m_practice = practice;
                m_connected = true;
                m_remarks.clear();
                for (const CheckStep &step : steps) {
                    if (step.outcome == CheckOutcome::Warning)
                        m_remarks += step.text;
                }
                m_summary = (practice ? tr("Connected to the practice server, %1.") : tr("Connected to %1."))
                                .arg(login.connection.server);
                m_pane.showConnected(m_summary, m_remarks);
                Q_EMIT noted((QStringList(m_summary) + m_remarks).join(u' '));
                Q_EMIT connected(*databases);
            }));
}

void ConnectionController::stop()
{
    ++m_request;
    if (m_connected)
        m_pane.showConnected(m_summary, m_remarks);
    else
        m_pane.showDisconnected(tr("Stopped waiting for the server."));
}

} // namespace tidemark
