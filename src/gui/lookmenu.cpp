#include "lookmenu.h"

#include "windowlanguage.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

void addChoice(QMenu &menu, QActionGroup &group, const QVariant &value, const QString &name = {})
{
    QAction *action = menu.addAction(name);
    action->setCheckable(true);
    action->setData(value);
    group.addAction(action);
}

} // namespace

LookMenu::LookMenu(QMenu &view)
    : QObject(&view), m_themeMenu(view.addMenu(QString())), m_languageMenu(view.addMenu(QString())),
      m_themes(new QActionGroup(this)), m_languages(new QActionGroup(this))
{
    m_themeMenu->setObjectName(u"themeMenu"_s);
    for (const Theme theme : { Theme::System, Theme::Light, Theme::Dark })
        addChoice(*m_themeMenu, *m_themes, int(theme));
    connect(m_themes, &QActionGroup::triggered, this,
        [this](const QAction *action) { Q_EMIT themeChosen(Theme(action->data().toInt())); });

    m_languageMenu->setObjectName(u"languageMenu"_s);
    addChoice(*m_languageMenu, *m_languages, QString());
    for (const WindowLanguage::Choice &choice : WindowLanguage::choices())
        addChoice(*m_languageMenu, *m_languages, choice.code, u'&' + choice.name);
    connect(m_languages, &QActionGroup::triggered, this,
        [this](const QAction *action) { Q_EMIT languageChosen(action->data().toString()); });
    nameChoices();
    view.installEventFilter(this);
}

bool LookMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        nameChoices();
    return QObject::eventFilter(watched, event);
}

void LookMenu::nameChoices()
{
    m_themeMenu->setTitle(tr("&Theme"));
    m_languageMenu->setTitle(tr("&Language"));
    const QList<QAction *> themes = m_themes->actions();
    themes[0]->setText(tr("As the &system has it"));
    themes[1]->setText(tr("&Light"));
    themes[2]->setText(tr("&Dark"));
    m_languages->actions().constFirst()->setText(tr("As the &system has it"));
}

void LookMenu::check(const QActionGroup &group, const QVariant &value)
{
    for (QAction *action : group.actions())
        action->setChecked(action->data() == value);
}

void LookMenu::setTheme(Theme theme)
{
    check(*m_themes, int(theme));
}

void LookMenu::setLanguage(const QString &code)
{
    check(*m_languages, code);
}

} // namespace tidemark
