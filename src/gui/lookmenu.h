#pragma once

#include "windowtheme.h"

#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QMenu;

namespace tidemark {

/// The choices of theme and language in the View menu. It only shows and asks.
class LookMenu : public QObject {
    Q_OBJECT

public:
    /// Adds the two menus; `view` owns them.
    explicit LookMenu(QMenu &view);

    void setTheme(Theme theme);
    /// A code as in WindowLanguage; empty: the person's own.
    void setLanguage(const QString &code);

Q_SIGNALS:
    void themeChosen(tidemark::Theme theme);
    void languageChosen(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void nameChoices();
    static void check(const QActionGroup &group, const QVariant &value);

    QMenu *m_themeMenu;
    QMenu *m_languageMenu;
    QActionGroup *m_themes;
    QActionGroup *m_languages;
};

} // namespace tidemark
