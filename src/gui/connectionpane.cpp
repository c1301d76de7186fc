#include "connectionpane.h"

#include "ui_connectionpane.h"

#include <QMenu>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

ConnectionPane::ConnectionPane(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionPane>())
{
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->titleLabel->setFont(bold);
    QSizePolicy keepsPlace = m_ui->changeButton->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_ui->changeButton->setSizePolicy(keepsPlace);
    m_ui->practiceButton->setIcon(paletteIcon(u"practice"_s));
    m_ui->connectButton->setIcon(paletteIcon(u"connect"_s));
    m_ui->encryptBox->addItem(tr("Encrypted"), int(Encryption::Mandatory));
    m_ui->encryptBox->addItem(tr("Strict (TDS 8)"), int(Encryption::Strict));
    m_ui->encryptBox->addItem(tr("Only if the server insists"), int(Encryption::Optional));
    m_ui->driverBox->addItem(tr("Best installed"), QString());
    makeProfileMenu();
    setProfiles({}, {});
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionPane::testRequested);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectionPane::connectRequested);
    connect(m_ui->stopButton, &QToolButton::clicked, this, &ConnectionPane::stopRequested);
    connect(m_ui->practiceButton, &QPushButton::clicked, this, &ConnectionPane::practiceRequested);
    connect(m_ui->changeButton, &QToolButton::clicked, this,
        [this] { showSettings(!m_ui->settings->isVisible()); });
    for (QLineEdit *edit : { m_ui->serverEdit, m_ui->userEdit, m_ui->passwordEdit }) {
        connect(edit, &QLineEdit::returnPressed, m_ui->connectButton, &QPushButton::click);
    }
    connect(m_ui->profileBox, &QComboBox::activated, this, [this](int row) {
        updateButtons();
        if (row > 0)
            Q_EMIT profileChosen(m_ui->profileBox->itemText(row));
    });
    connect(m_ui->serverEdit, &QLineEdit::textChanged, this, &ConnectionPane::updateButtons);
    showDisconnected();
}

ConnectionPane::~ConnectionPane() = default;

void ConnectionPane::makeProfileMenu()
{
    auto *menu = new QMenu(m_ui->profileMenuButton);
    m_saveAction = menu->addAction(tr("&Save"), this, &ConnectionPane::saveProfileRequested);
    menu->addAction(tr("Save &as…"), this, &ConnectionPane::saveProfileAsRequested);
    m_removeAction = menu->addAction(tr("&Remove"), this, &ConnectionPane::removeProfileRequested);
    m_ui->profileMenuButton->setMenu(menu);
}

ConnectionSpec ConnectionPane::spec() const
{
    ConnectionSpec spec = m_base;
    spec.server = m_ui->serverEdit->text().trimmed();
    spec.user = m_ui->userEdit->text().trimmed();
    spec.driver = m_ui->driverBox->currentData().toString();
    spec.encrypt = Encryption(m_ui->encryptBox->currentData().toInt());
    spec.trustServerCertificate = m_ui->trustBox->isChecked();
    return spec;
}

Secret ConnectionPane::password() const
{
    return Secret(m_ui->passwordEdit->text());
}

bool ConnectionPane::keepsPassword() const
{
    return m_ui->keepPasswordBox->isChecked();
}

void ConnectionPane::setSpec(const ConnectionSpec &spec)
{
    m_base = spec;
    m_ui->serverEdit->setText(spec.server);
    m_ui->userEdit->setText(spec.user);
    if (!spec.driver.isEmpty() && m_ui->driverBox->findData(spec.driver) < 0)
        m_ui->driverBox->addItem(spec.driver, spec.driver);
    m_ui->driverBox->setCurrentIndex(qMax(0, m_ui->driverBox->findData(spec.driver)));
    m_ui->encryptBox->setCurrentIndex(m_ui->encryptBox->findData(int(spec.encrypt)));
    m_ui->trustBox->setChecked(spec.trustServerCertificate);
}

void ConnectionPane::setPassword(const Secret &password, bool keep)
{
    m_ui->passwordEdit->setText(password.reveal());
    m_ui->keepPasswordBox->setChecked(keep);
}

void ConnectionPane::setDrivers(const QStringList &names)
{
    for (const QString &name : names) {
        if (m_ui->driverBox->findData(name) < 0)
            m_ui->driverBox->addItem(name, name);
    }
}

void ConnectionPane::setProfiles(const QStringList &names, const QString &current)
{
    m_ui->profileBox->clear();
    m_ui->profileBox->addItem(tr("(not saved)"));
    m_ui->profileBox->addItems(names);
    m_ui->profileBox->setCurrentIndex(int(names.indexOf(current)) + 1);
    updateButtons();
}

QString ConnectionPane::profile() const
{
    return m_ui->profileBox->currentIndex() > 0 ? m_ui->profileBox->currentText() : QString();
}

void ConnectionPane::setSummary(const QString &icon, IconTone tone, const QString &text)
{
    m_ui->summaryIcon->setIcon(paletteIcon(icon, tone), {});
    m_ui->summaryLabel->setText(text);
}

void ConnectionPane::askForPassword()
{
    showDisconnected(tr("The job needs a password to connect."));
    m_ui->passwordEdit->setFocus(Qt::OtherFocusReason);
}

void ConnectionPane::showBusy(const QString &what)
{
    m_busy = true;
    setSummary(u"state-waiting"_s, IconTone::Accent, what);
    m_ui->stepsView->setSteps({});
    updateButtons();
}

void ConnectionPane::showSteps(const QList<CheckStep> &steps, const QString &summary)
{
    m_busy = false;
    setSummary(u"search"_s, IconTone::Muted, summary);
    m_ui->stepsView->setSteps(steps);
    updateButtons();
}

void ConnectionPane::showConnected(const QString &summary, const QStringList &remarks)
{
    m_connected = true;
    m_busy = false;
    setSummary(remarks.isEmpty() ? u"state-done"_s : u"check-warning"_s,
        remarks.isEmpty() ? IconTone::Good : IconTone::Warning, (QStringList(summary) + remarks).join(u'\n'));
    m_ui->stepsView->setSteps({});
    showSettings(false);
    updateButtons();
}

void ConnectionPane::showDisconnected(const QString &why, const QList<CheckStep> &steps)
{
    m_connected = false;
    m_busy = false;
    setSummary(why.isEmpty() ? u"connect"_s : u"state-failed"_s,
        why.isEmpty() ? IconTone::Muted : IconTone::Bad, why.isEmpty() ? tr("Not connected.") : why);
    m_ui->stepsView->setSteps(steps);
    showSettings(true);
    updateButtons();
}

void ConnectionPane::showSettings(bool on)
{
    m_ui->settings->setVisible(on);
    m_ui->emptyState->setVisible(on && !m_connected);
    m_ui->changeButton->setVisible(m_connected);
    m_ui->changeButton->setText(on ? tr("Hide settin&gs") : tr("Chan&ge…"));
}

QString ConnectionPane::mistakeInServer() const
{
    const QString server = m_ui->serverEdit->text().trimmed();
    const qsizetype comma = server.lastIndexOf(u',');
    if (comma < 0)
        return {};
    bool isNumber = false;
    const int port = server.mid(comma + 1).trimmed().toInt(&isNumber);
    return isNumber && port > 0 && port <= 65535 ? QString()
                                                 : tr("After the comma stands a port from 1 to 65535.");
}

void ConnectionPane::updateButtons()
{
    const QString mistake = mistakeInServer();
    m_ui->serverHint->setText(mistake);
    m_ui->serverHint->setVisible(!mistake.isEmpty());
    const bool named = !m_ui->serverEdit->text().trimmed().isEmpty();
    const QString reason = m_busy ? tr("Wait until the server has answered.")
        : named                   ? mistake
                                  : tr("Name a server first.");
    for (QPushButton *button : { m_ui->testButton, m_ui->connectButton }) {
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason);
    }
    m_ui->practiceButton->setEnabled(!m_busy);
    m_ui->stopButton->setVisible(m_busy);
    m_saveAction->setEnabled(!profile().isEmpty());
    m_removeAction->setEnabled(!profile().isEmpty());
}

} // namespace tidemark
