#pragma once

#include "catalogentry.h"
#include "connectionspec.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <memory>

namespace Ui {
class ConnectionPane;
}

namespace tidemark {

/// Where to connect: profile, settings, test with timed steps. Folds to two lines once connected. It only
/// shows and asks; the window acts on its signals.
class ConnectionPane : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionPane(QWidget *parent = nullptr);
    ~ConnectionPane() override;

    ConnectionSpec spec() const;
    Secret password() const;
    bool keepsPassword() const;
    void setSpec(const ConnectionSpec &spec);
    void setPassword(const Secret &password);

    void setDrivers(const QStringList &names);
    void setProfiles(const QStringList &names, const QString &current);

    void showBusy(const QString &what);
    void showSteps(const QList<CheckStep> &steps);
    void showConnected(const QString &summary);
    void showDisconnected(const QString &why = {});
    bool isConnected() const { return m_connected; }

Q_SIGNALS:
    void testRequested();
    void connectRequested();
    void practiceRequested();
    void profileChosen(const QString &name);
    void saveProfileRequested();

private:
    void showSettings(bool on);
    void updateButtons();

    std::unique_ptr<Ui::ConnectionPane> m_ui;
    ConnectionSpec m_base; // what the form does not show
    bool m_connected = false;
    bool m_busy = false;
};

} // namespace tidemark
