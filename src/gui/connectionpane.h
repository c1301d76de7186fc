#pragma once

#include "livetext.h"
#include "paletteicon.h"

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

class ConnectionFields;
class ProfileBar;

/// Where to connect: profile, settings, test with timed steps. Folds to two lines once connected. It only
/// shows and asks; controllers act on its signals and on those of its parts.
class ConnectionPane : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionPane(QWidget *parent = nullptr);
    ~ConnectionPane() override;

    ProfileBar &profileBar() const;
    ConnectionFields &fields() const;

    ConnectionSpec spec() const;
    Secret password() const;
    void setSpec(const ConnectionSpec &spec);
    void setPassword(const Secret &password, bool keep);

    /// The profile chosen; empty when what is shown is not saved.
    QString profile() const;
    /// The practice server has nothing to set, so its fields are not shown.
    void showPractice(bool on);

    /// Opens the settings with the cursor where the password goes.
    void askForPassword();

    void showBusy(const LiveText &what);
    /// The steps of a test; `summary` stands above them.
    void showSteps(const QList<CheckStep> &steps, const LiveText &summary);
    /// `remarks`: what must be known of this connection, e.g. that nobody verified the server, the most
    /// important first. The steps are seen with the settings.
    void showConnected(
        const LiveText &summary, const QStringList &remarks, const QList<CheckStep> &steps = {});
    void showDisconnected(const LiveText &why = {}, const QList<CheckStep> &steps = {});

Q_SIGNALS:
    void testRequested();
    void connectRequested();
    void stopRequested();
    void practiceRequested();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void requestConnect();
    void setSummary(
        const QString &icon, IconTone tone, const LiveText &text, const QStringList &remarks = {});
    void showSettings(bool on);
    void keepKeyboard();
    void nameChangeButton();
    void updateButtons();

    std::unique_ptr<Ui::ConnectionPane> m_ui;
    bool m_connected = false;
    bool m_busy = false;
    QWidget *m_asked = nullptr; // has the keyboard again once the server has answered
};

} // namespace tidemark
