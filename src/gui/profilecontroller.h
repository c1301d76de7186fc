#pragma once

#include "latestrequest.h"
#include "livetext.h"
#include "windowbackend.h"

#include <QObject>
#include <QString>

#include <functional>

namespace tidemark {

class ConnectionPane;
class ProfileBar;
class UserPrompts;

/// Acts for the profile bar: reads, saves, names, orders, hands on profiles. What goes wrong is said in the
/// bar. GUI thread.
class ProfileController : public QObject {
    Q_OBJECT

public:
    ProfileController(WindowBackend &backend, UserPrompts &prompts, ConnectionPane &pane, QObject *parent);

    /// Lists the profiles and chooses one, unless something stands in the fields.
    void start(const QString &profile);
    /// practiceChosen() comes unless a person would rather keep what is typed.
    void choosePractice();

Q_SIGNALS:
    void practiceChosen();
    void noted(const QString &text);

private:
    void list(const QString &current);
    /// Goes on unless a person would rather keep what is typed and not saved.
    void leaveEdits(const std::function<void()> &goOn);
    void choose(const QString &name);
    void makeNew();
    void save(const QString &name);
    void rename(const QString &newName);
    void askToRemove();
    void exportProfile();
    void importProfile();
    /// Says what came of it, and lists anew with `current` chosen.
    void finish(const Status &done, const LiveText &said, const QString &current);

    WindowBackend &m_backend;
    UserPrompts &m_prompts;
    ConnectionPane &m_pane;
    ProfileBar &m_bar;
    LatestRequest m_choice;
};

} // namespace tidemark
