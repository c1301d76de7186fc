#pragma once

#include "paletteicon.h"

#include "catalogentry.h"
#include "connectionspec.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class ConnectionPane;
}

namespace tidemark {

/// Where to connect: profile, settings, test with timed steps. Folds to two lines once connected. It only
/// shows and asks; a controller acts on its signals.
class ConnectionPane : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionPane(QWidget *parent = nullptr);
    ~ConnectionPane() override;

    ConnectionSpec spec() const;
    Secret password() const;
    bool keepsPassword() const;
    void setSpec(const ConnectionSpec &spec);
    void setPassword(const Secret &password, bool keep);

    void setDrivers(const QStringList &names);
    void setProfiles(const QStringList &names, const QString &current);
    /// Empty when what is shown is not saved.
    QString profile() const;

    /// Opens the settings with the cursor where the password goes.
    void askForPassword();

    void showBusy(const QString &what);
    /// The steps of a test; `summary` stands above them.
    void showSteps(const QList<CheckStep> &steps, const QString &summary);
    /// `remarks`: what must be known of this connection, e.g. that nobody verified the server.
    void showConnected(const QString &summary, const QStringList &remarks);
    void showDisconnected(const QString &why = {}, const QList<CheckStep> &steps = {});
    bool isConnected() const { return m_connected; }

Q_SIGNALS:
    void testRequested();
    void connectRequested();
    void stopRequested();
    void practiceRequested();
    void profileChosen(const QString &name);
    void saveProfileRequested();
    void saveProfileAsRequested();
    void removeProfileRequested();

private:
    void makeProfileMenu();
    void setSummary(const QString &icon, IconTone tone, const QString &text);
    void showSettings(bool on);
    void updateButtons();
    QString mistakeInServer() const;

    std::unique_ptr<Ui::ConnectionPane> m_ui;
    QAction *m_saveAction = nullptr;
    QAction *m_removeAction = nullptr;
    ConnectionSpec m_base; // what the form does not show
    bool m_connected = false;
    bool m_busy = false;
};

} // namespace tidemark
