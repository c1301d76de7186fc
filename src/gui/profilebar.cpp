#include "profilebar.h"

#include "livetext.h"
#include "paletteicon.h"
#include "ui_profilebar.h"

#include "profilestore.h"

#include <QKeyEvent>
#include <QMenu>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int practiceRow = 0;

} // namespace

ProfileBar::ProfileBar(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ProfileBar>()), m_menu(new QMenu(this))
{
    m_ui->setupUi(this);
    m_ui->nameHint->setField(m_ui->nameEdit);
    m_ui->nameRow->hide();
    m_ui->profileMenuButton->setMenu(m_menu);
    fillMenu();
    setNames({});
    setProfile({});
    connect(m_ui->profileBox, &QComboBox::activated, this, [this](int row) {
        askName(Naming::No);
        m_ui->messageHint->clear();
        updateActions();
        if (row == practiceRow)
            Q_EMIT practiceChosen();
        else
            Q_EMIT profileChosen(m_ui->profileBox->itemText(row));
    });
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &ProfileBar::checkName);
    connect(m_ui->nameEdit, &QLineEdit::returnPressed, this, &ProfileBar::acceptName);
    connect(m_ui->acceptButton, &QPushButton::clicked, this, &ProfileBar::acceptName);
    connect(m_ui->dismissButton, &QToolButton::clicked, this, [this] { askName(Naming::No); });
}

ProfileBar::~ProfileBar() = default;

QString ProfileBar::practiceName()
{
    return tr("Practice data");
}

void ProfileBar::fillMenu()
{
    m_menu->clear();
    const auto ask = [this](Naming naming) { return [this, naming] { askName(naming); }; };
    m_menu->addAction(tr("&New"), this, &ProfileBar::newRequested);
    m_saveAction = m_menu->addAction(tr("&Save"), this, &ProfileBar::saveRequested);
    m_saveAsAction = m_menu->addAction(tr("Save &as…"), this, ask(Naming::Save));
    m_renameAction = m_menu->addAction(tr("Re&name…"), this, ask(Naming::Rename));
    m_removeAction = m_menu->addAction(tr("&Remove…"), this, &ProfileBar::removeRequested);
    m_menu->addSeparator();
    m_upAction = m_menu->addAction(tr("Move &up"), this, [this] { move(-1); });
    m_downAction = m_menu->addAction(tr("Move &down"), this, [this] { move(1); });
    m_menu->addSeparator();
    m_exportAction = m_menu->addAction(tr("&Export…"), this, &ProfileBar::exportRequested);
    m_menu->addAction(tr("&Import…"), this, &ProfileBar::importRequested);
}

void ProfileBar::setNames(const QStringList &names)
{
    const bool wasPractice = isPractice();
    const QString before = profile();
    m_names = names;
    m_ui->profileBox->clear();
    m_ui->profileBox->addItem(paletteIcon(u"practice"_s), practiceName());
    m_ui->profileBox->addItems(names);
    if (wasPractice)
        setPractice();
    else
        setProfile(before);
}

void ProfileBar::setProfile(const QString &name)
{
    const qsizetype place = m_names.indexOf(name);
    m_setRow = place < 0 ? -1 : int(place) + practiceRow + 1;
    revertChoice();
}

void ProfileBar::setPractice()
{
    m_setRow = practiceRow;
    revertChoice();
}

void ProfileBar::revertChoice()
{
    m_ui->profileBox->setCurrentIndex(m_setRow);
    updateActions();
}

QString ProfileBar::profile() const
{
    return m_ui->profileBox->currentIndex() > practiceRow ? m_ui->profileBox->currentText() : QString();
}

bool ProfileBar::isPractice() const
{
    return m_ui->profileBox->currentIndex() == practiceRow;
}

void ProfileBar::showMistake(const LiveText &text)
{
    m_ui->messageHint->setMistake(text);
}

void ProfileBar::showNote(const LiveText &text)
{
    m_ui->messageHint->setNote(text);
}

void ProfileBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_naming != Naming::No)
        askName(Naming::No);
    else
        QWidget::keyPressEvent(event);
}

void ProfileBar::askName(Naming naming)
{
    m_naming = naming;
    m_ui->nameRow->setVisible(naming != Naming::No);
    if (naming == Naming::No) {
        m_ui->nameHint->clear();
        return;
    }
    m_ui->messageHint->clear();
    nameAcceptButton();
    m_ui->nameEdit->setText(profile());
    m_ui->nameEdit->selectAll();
    m_ui->nameEdit->setFocus(Qt::OtherFocusReason);
    checkName();
}

void ProfileBar::nameAcceptButton()
{
    m_ui->acceptButton->setText(m_naming == Naming::Save ? tr("Save") : tr("Rename"));
}

void ProfileBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    m_ui->profileBox->setItemText(practiceRow, practiceName());
    fillMenu();
    updateActions();
    if (m_naming == Naming::No)
        return;
    nameAcceptButton();
    checkName();
}

QString ProfileBar::mistakeInName() const
{
    const QString name = m_ui->nameEdit->text().trimmed();
    if (const QString mistake = ProfileStore::mistakeInName(name); !mistake.isEmpty())
        return mistake;
    QStringList taken = m_names + QStringList(practiceName());
    if (m_naming == Naming::Rename)
        taken.removeAll(profile());
    return taken.contains(name, Qt::CaseInsensitive) ? tr("There is a profile %1 already.").arg(name)
                                                     : QString();
}

void ProfileBar::checkName()
{
    const QString mistake = mistakeInName();
    m_ui->nameHint->setMistake(mistake);
    m_ui->acceptButton->setEnabled(mistake.isEmpty());
    m_ui->acceptButton->setToolTip(mistake);
}

void ProfileBar::acceptName()
{
    if (!mistakeInName().isEmpty())
        return;
    const QString name = m_ui->nameEdit->text().trimmed();
    const Naming naming = m_naming;
    askName(Naming::No);
    m_ui->profileBox->setFocus(Qt::OtherFocusReason);
    if (naming == Naming::Save)
        Q_EMIT saveAsRequested(name);
    else if (name != profile())
        Q_EMIT renameRequested(name);
}

void ProfileBar::move(int by)
{
    QStringList names = m_names;
    const qsizetype place = names.indexOf(profile());
    names.move(place, place + by);
    Q_EMIT orderRequested(names);
}

void ProfileBar::updateActions()
{
    const bool isSaved = !profile().isEmpty();
    for (QAction *action : { m_saveAction, m_renameAction, m_removeAction, m_exportAction })
        action->setEnabled(isSaved);
    m_saveAsAction->setEnabled(!isPractice());
    m_upAction->setEnabled(isSaved && profile() != m_names.first());
    m_downAction->setEnabled(isSaved && profile() != m_names.last());
}

} // namespace tidemark
