#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <memory>

class QAction;
class QMenu;

namespace Ui {
class ProfileBar;
}

namespace tidemark {

class LiveText;

/// The saved connections: chosen, saved, named, ordered, handed on. The practice data is always the first and
/// is no profile of a person's. It only shows and asks; ProfileController acts.
class ProfileBar : public QWidget {
    Q_OBJECT

public:
    explicit ProfileBar(QWidget *parent = nullptr);
    ~ProfileBar() override;

    static QString practiceName();

    /// The profile chosen stays so, if it is still there.
    void setNames(const QStringList &names);
    const QStringList &names() const { return m_names; }
    /// An empty name: what is shown is not saved.
    void setProfile(const QString &name);
    void setPractice();
    /// Back to what was set last: a person's choice is not taken.
    void revertChoice();
    /// Empty when what is shown is not saved, or the practice data.
    QString profile() const;
    bool isPractice() const;

    /// What came of the last thing that a person did here.
    void showMistake(const LiveText &text);
    void showNote(const LiveText &text);

Q_SIGNALS:
    void practiceChosen();
    void profileChosen(const QString &name);
    void newRequested();
    void saveRequested();
    void saveAsRequested(const QString &name);
    void renameRequested(const QString &newName);
    void removeRequested();
    void orderRequested(const QStringList &names);
    void exportRequested();
    void importRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Naming { No, Save, Rename };

    void fillMenu();
    void nameAcceptButton();
    void askName(Naming naming);
    void checkName();
    void acceptName();
    void move(int by);
    void updateActions();
    QString mistakeInName() const;

    std::unique_ptr<Ui::ProfileBar> m_ui;
    QMenu *m_menu;
    QStringList m_names;
    int m_setRow = -1;
    Naming m_naming = Naming::No;
    QAction *m_saveAction = nullptr;
    QAction *m_saveAsAction = nullptr;
    QAction *m_renameAction = nullptr;
    QAction *m_removeAction = nullptr;
    QAction *m_upAction = nullptr;
    QAction *m_downAction = nullptr;
    QAction *m_exportAction = nullptr;
};

} // namespace tidemark
