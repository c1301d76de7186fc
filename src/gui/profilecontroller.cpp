#include "profilecontroller.h"

#include "answer.h"
#include "connectionfields.h"
#include "connectionpane.h"
#include "profilebar.h"
#include "userprompts.h"

#include <QDir>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

ProfileController::ProfileController(
    WindowBackend &backend, UserPrompts &prompts, ConnectionPane &pane, QObject *parent)
    : QObject(parent), m_backend(backend), m_prompts(prompts), m_pane(pane), m_bar(pane.profileBar())
{
    connect(&m_bar, &ProfileBar::practiceChosen, this, [this] {
        m_bar.revertChoice(); // until it begins
        choosePractice();
    });
    connect(&m_bar, &ProfileBar::profileChosen, this,
        [this](const QString &name) { leaveEdits([this, name] { choose(name); }); });
    connect(&m_bar, &ProfileBar::newRequested, this, [this] { leaveEdits([this] { makeNew(); }); });
    connect(&m_bar, &ProfileBar::saveRequested, this, [this] { save(m_bar.profile()); });
    connect(&m_bar, &ProfileBar::saveAsRequested, this, &ProfileController::save);
    connect(&m_bar, &ProfileBar::renameRequested, this, &ProfileController::rename);
    connect(&m_bar, &ProfileBar::removeRequested, this, &ProfileController::askToRemove);
    connect(&m_bar, &ProfileBar::exportRequested, this, &ProfileController::exportProfile);
    connect(&m_bar, &ProfileBar::importRequested, this, &ProfileController::importProfile);
    connect(&m_bar, &ProfileBar::orderRequested, this, [this](const QStringList &names) {
        whenAnswered(m_backend.orderProfiles(names), this,
            [this](const Status &done) { finish(done, {}, m_bar.profile()); });
    });
}

void ProfileController::start(const QString &profile)
{
    whenAnswered(m_backend.profiles(), this, [this, profile](const ProfileStore::Listing &listing) {
        m_bar.setNames(listing.names);
        if (!listing.warnings.isEmpty())
            m_bar.showMistake(listing.warnings.join(u'\n'));
        if (listing.names.contains(profile) && m_pane.spec().server.isEmpty()) {
            choose(profile);
        }
    });
}

void ProfileController::list(const QString &current)
{
    whenAnswered(m_backend.profiles(), this, [this, current](const ProfileStore::Listing &listing) {
        m_bar.setNames(listing.names);
        if (!m_bar.isPractice())
            m_bar.setProfile(current);
        if (!listing.warnings.isEmpty())
            m_bar.showMistake(listing.warnings.join(u'\n'));
    });
}

void ProfileController::choosePractice()
{
    leaveEdits([this] { Q_EMIT practiceChosen(); });
}

void ProfileController::leaveEdits(const std::function<void()> &goOn)
{
    if (!m_pane.fields().isEdited()) {
        goOn();
        return;
    }
    m_prompts.confirm(&m_pane,
        { tr("Changed connection"), tr("The changes in the fields of the connection are not saved."),
            tr("&Discard them"), tr("&Keep editing") },
        [this, goOn](bool discard) {
            if (discard)
                goOn();
            else
                m_bar.revertChoice();
        });
}

void ProfileController::choose(const QString &name)
{
    m_bar.setProfile(name);
    m_pane.showPractice(false);
    m_choice.begin();
    whenAnswered(
        m_backend.loadProfile(name), this, m_choice.only([this, name](const Result<StoredLogin> &stored) {
            if (!stored) {
                m_bar.showMistake(describe(stored.error()));
                list({});
                return;
            }
            m_pane.setSpec(stored->connection);
            m_pane.setPassword(stored->password.value_or(Secret()), stored->password.has_value());
        }));
}

void ProfileController::makeNew()
{
    m_choice.begin();
    m_bar.setProfile({});
    m_pane.setSpec({});
    m_pane.setPassword({}, false);
    m_pane.showPractice(false);
    m_pane.fields().focusServer();
}

void ProfileController::save(const QString &name)
{
    const auto password = m_pane.fields().keepsPassword() ? std::optional(m_pane.password()) : std::nullopt;
    whenAnswered(
        m_backend.saveProfile({ name, m_pane.spec() }, password), this, [this, name](const Status &saved) {
            if (saved)
                m_pane.fields().markSaved();
            finish(
                saved, [name] { return tr("The profile %1 is saved.").arg(name); },
                saved ? name : m_bar.profile());
        });
}

void ProfileController::rename(const QString &newName)
{
    const QString name = m_bar.profile();
    whenAnswered(m_backend.renameProfile(name, newName), this, [this, name, newName](const Status &renamed) {
        finish(
            renamed, [=] { return tr("The profile %1 is now called %2.").arg(name, newName); },
            renamed ? newName : name);
    });
}

void ProfileController::askToRemove()
{
    const QString name = m_bar.profile();
    m_prompts.confirm(&m_pane,
        { tr("Remove the profile"), tr("Remove the profile %1 and its password?").arg(name), tr("&Remove"),
            tr("&Keep it") },
        [this, name](bool remove) {
            if (!remove)
                return;
            whenAnswered(m_backend.removeProfile(name), this, [this, name](const Status &removed) {
                finish(
                    removed, [name] { return tr("The profile %1 is removed.").arg(name); },
                    removed ? QString() : name);
            });
        });
}

void ProfileController::exportProfile()
{
    const QString name = m_bar.profile();
    QString file = name;
    for (const QChar forbidden : u"/\\:*?\"<>|"_s)
        file.replace(forbidden, u'_');
    m_prompts.chooseNewFile(&m_pane, tr("Export the profile"), QDir::home().filePath(file + u".json"_s),
        tr("Profiles (*.json)"), [this, name](const QString &path) {
            whenAnswered(m_backend.exportProfile(path, name), this, [this, name, path](const Status &done) {
                const auto said = [name, file = QDir::toNativeSeparators(path)] {
                    return tr("The profile %1 is in %2, without its password.").arg(name, file);
                };
                finish(done, said, name);
            });
        });
}

void ProfileController::importProfile()
{
    m_prompts.chooseFile(&m_pane, tr("Import a profile"), QDir::homePath(), tr("Profiles (*.json)"),
        [this](const QString &path) {
            const QStringList reserved{ ProfileBar::practiceName() };
            whenAnswered(m_backend.importProfile(path, reserved), this, [this](const Result<QString> &name) {
                if (!name) {
                    m_bar.showMistake(describe(name.error()));
                    return;
                }
                m_bar.showNote([name = *name] {
                    return tr("The profile %1 is here now. Its password is not in the file.").arg(name);
                });
                m_bar.setNames(m_bar.names() + QStringList(*name));
                leaveEdits([this, name = *name] { choose(name); });
            });
        });
}

void ProfileController::finish(const Status &done, const LiveText &said, const QString &current)
{
    if (!done)
        m_bar.showMistake(describe(done.error()));
    else
        m_bar.showNote(said);
    if (const QString note = done ? said.text() : describe(done.error()); !note.isEmpty())
        Q_EMIT noted(note);
    list(current);
}

} // namespace tidemark
