#include "connectioncontroller.h"

#include "answer.h"
#include "connectionfields.h"
#include "connectionpane.h"
#include "profilebar.h"
#include "profilecontroller.h"
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
    : QObject(parent), m_backend(backend), m_prompts(prompts), m_pane(pane),
      m_profiles(new ProfileController(backend, prompts, pane, this))
{
    connect(&pane, &ConnectionPane::testRequested, this, &ConnectionController::test);
    connect(&pane, &ConnectionPane::connectRequested, this, &ConnectionController::connectNow);
    connect(&pane, &ConnectionPane::stopRequested, this, &ConnectionController::stop);
    connect(&pane, &ConnectionPane::practiceRequested, this, &ConnectionController::choosePractice);
    connect(&pane.fields(), &ConnectionFields::caFileRequested, this, &ConnectionController::chooseCaFile);
    connect(&pane.fields(), &ConnectionFields::keepingPassword, this, &ConnectionController::askForKeychain);
    connect(m_profiles, &ProfileController::practiceChosen, this, &ConnectionController::practiceChosen);
    connect(m_profiles, &ProfileController::noted, this, &ConnectionController::noted);
}

void ConnectionController::start(const QString &profile)
{
    whenAnswered(m_backend.listDrivers(), this,
        [this](const DriverListing &listing) { m_pane.fields().setDrivers(listing); });
    m_profiles->start(profile);
}

void ConnectionController::chooseCaFile(const QString &path)
{
    m_prompts.chooseFile(&m_pane, tr("Certificates that are trusted"), path,
        tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
        [this](const QString &chosen) { m_pane.fields().setCaFile(chosen); });
}

void ConnectionController::askForKeychain()
{
    whenAnswered(
        m_backend.hasKeychain(), this, [this](bool isThere) { m_pane.fields().setKeychain(isThere); });
}

void ConnectionController::test()
{
    const Login login{ m_pane.spec(), m_pane.password() };
    m_request.begin();
    m_pane.showBusy(
        [server = login.connection.server] { return tr("Testing the connection to %1.").arg(server); });
    whenAnswered(m_backend.testConnection(login), this, m_request.only([this](const QList<CheckStep> &steps) {
        m_pane.showSteps(steps, [works = firstBad(steps) == nullptr] {
            return works ? tr("The connection works.") : tr("The connection does not work.");
        });
    }));
}

void ConnectionController::connectNow()
{
    connectTo({ m_pane.spec(), m_pane.password() }, false);
}

void ConnectionController::open(const Login &login)
{
    m_request.begin();
    m_pane.profileBar().setProfile({});
    m_pane.showPractice(false);
    m_pane.setSpec(login.connection);
    m_pane.setPassword(login.password, false);
    const bool needsPassword = takesPassword(login.connection.signIn) && login.password.isEmpty();
    if (needsPassword)
        m_pane.askForPassword();
    else
        connectTo(login, false);
}

void ConnectionController::choosePractice()
{
    m_profiles->choosePractice();
}

void ConnectionController::beginPractice()
{
    m_pane.profileBar().setPractice();
    m_pane.showPractice(true);
    m_request.begin();
    m_pane.showBusy([] { return tr("Starting the practice server."); });
    whenAnswered(
        m_backend.startPractice(), this, m_request.only([this](const Result<PracticeLogin> &practice) {
            if (!m_pane.profileBar().isPractice()) {
                stop(); // a profile was chosen meanwhile
                return;
            }
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
    m_request.begin();
    m_pane.showBusy([server = login.connection.server] { return tr("Connecting to %1.").arg(server); });
    whenAnswered(m_backend.testConnection(login), this,
        m_request.only([this, login, practice](const QList<CheckStep> &steps) {
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
    whenAnswered(m_backend.databases(login), this,
        m_request.only([this, login, practice, steps](const Result<QList<CatalogDatabase>> &databases) {
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
            m_summary = [practice, server = login.connection.server] {
                return (practice ? tr("Connected to the practice server, %1.") : tr("Connected to %1."))
                    .arg(server);
            };
            m_steps = steps;
            m_pane.showConnected(m_summary, m_remarks, m_steps);
            Q_EMIT noted((QStringList(m_summary.text()) + m_remarks).join(u' '));
            Q_EMIT connected(*databases);
        }));
}

void ConnectionController::stop()
{
    m_request.begin();
    if (m_connected)
        m_pane.showConnected(m_summary, m_remarks, m_steps);
    else
        m_pane.showDisconnected([] { return tr("Stopped waiting for the server."); });
}

} // namespace tidemark
