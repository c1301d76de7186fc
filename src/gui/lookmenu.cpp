#include "lookmenu.h"

#include "windowlanguage.h"

#include <QActionGroup>
#include <QMenu>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

void addChoice(QMenu &menu, QActionGroup &group, const QString &text, const QVariant &value)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setData(value);
    group.addAction(action);
}

} // namespace

LookMenu::LookMenu(QMenu &view)
    : QObject(&view), m_themes(new QActionGroup(this)), m_languages(new QActionGroup(this))
{
    QMenu *themes = view.addMenu(tr("&Theme"));
    themes->setObjectName(u"themeMenu"_s);
    addChoice(*themes, *m_themes, tr("As the &system has it"), int(Theme::System));
    addChoice(*themes, *m_themes, tr("&Light"), int(Theme::Light));
    addChoice(*themes, *m_themes, tr("&Dark"), int(Theme::Dark));
    connect(m_themes, &QActionGroup::triggered, this,
        [this](const QAction *action) { Q_EMIT themeChosen(Theme(action->data().toInt())); });

    QMenu *languages = view.addMenu(tr("&Language"));
    languages->setObjectName(u"languageMenu"_s);
    addChoice(*languages, *m_languages, tr("As the &system has it"), QString());
    for (const WindowLanguage::Choice &choice : WindowLanguage::choices())
        addChoice(*languages, *m_languages, u'&' + choice.name, choice.code);
    languages->addSeparator();
    languages->addAction(tr("Takes effect at the next start"))->setEnabled(false);
    connect(m_languages, &QActionGroup::triggered, this,
        [this](const QAction *action) { Q_EMIT languageChosen(action->data().toString()); });
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
