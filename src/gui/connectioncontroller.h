#pragma once

#include "latestrequest.h"
#include "livetext.h"
#include "windowbackend.h"

#include <QList>
#include <QObject>
#include <QString>

namespace tidemark {

class ConnectionPane;
class ProfileController;
class UserPrompts;

/// Acts for the connection pane: tests, connects, starts the practice server; a ProfileController of its own
/// keeps the profiles. The latest request wins; answers to earlier ones are dropped. GUI thread.
class ConnectionController : public QObject {
    Q_OBJECT

public:
    ConnectionController(
        WindowBackend &backend, UserPrompts &prompts, ConnectionPane &pane, QObject *parent = nullptr);

    /// Lists drivers and profiles and chooses a profile.
    void start(const QString &profile);
    /// Fills in the form and connects, if there is a password.
    void open(const Login &login);
    /// Leads to practiceChosen(), unless a person would rather keep the connection that is typed.
    void choosePractice();
    void beginPractice();

    bool isConnected() const { return m_connected; }
    /// The login that is connected.
    const Login &login() const { return m_login; }
    bool isPractice() const { return m_practice; }

Q_SIGNALS:
    /// By whichever way: no typed connection is lost by it. beginPractice() goes on.
    void practiceChosen();
    void disconnected();
    void connected(const QList<tidemark::CatalogDatabase> &databases);
    /// Before it connects.
    void practiceStarted(const QString &outputDir, const QString &watermarkDir);
    void noted(const QString &text);

private:
    void chooseCaFile(const QString &path);
    void askForKeychain();
    void test();
    void connectNow();
    void connectTo(const Login &login, bool practice);
    void listDatabases(const Login &login, bool practice, const QList<CheckStep> &steps);
    void stop();

    WindowBackend &m_backend;
    UserPrompts &m_prompts;
    ConnectionPane &m_pane;
    ProfileController *m_profiles;
    LatestRequest m_request;
    Login m_login;
    LiveText m_summary; // of the connection
    QStringList m_remarks;
    QList<CheckStep> m_steps;
    bool m_connected = false;
    bool m_practice = false;
};

} // namespace tidemark
