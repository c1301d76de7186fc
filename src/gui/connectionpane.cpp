#include "connectionpane.h"

#include "ui_connectionpane.h"

#include <QLocale>
#include <QStyle>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

ConnectionPane::ConnectionPane(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionPane>())
{
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->titleLabel->setFont(bold);
    m_ui->encryptBox->addItem(tr("Encrypted"), int(Encryption::Mandatory));
    m_ui->encryptBox->addItem(tr("Strict (TDS 8)"), int(Encryption::Strict));
    m_ui->encryptBox->addItem(tr("Only if the server insists"), int(Encryption::Optional));
    m_ui->driverBox->addItem(tr("Best installed"), QString());
    m_ui->stepsLabel->hide();
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionPane::testRequested);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectionPane::connectRequested);
    connect(m_ui->practiceButton, &QPushButton::clicked, this, &ConnectionPane::practiceRequested);
    connect(m_ui->saveProfileButton, &QToolButton::clicked, this, &ConnectionPane::saveProfileRequested);
    connect(m_ui->changeButton, &QToolButton::clicked, this,
        [this] { showSettings(!m_ui->settings->isVisible()); });
    connect(m_ui->passwordEdit, &QLineEdit::returnPressed, this, [this] {
        if (m_ui->connectButton->isEnabled())
            Q_EMIT connectRequested();
    });
    connect(m_ui->profileBox, &QComboBox::textActivated, this, &ConnectionPane::profileChosen);
    connect(m_ui->serverEdit, &QLineEdit::textChanged, this, &ConnectionPane::updateButtons);
    showDisconnected();
}

ConnectionPane::~ConnectionPane() = default;

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

void ConnectionPane::setPassword(const Secret &password)
{
    m_ui->passwordEdit->setText(password.reveal());
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
    m_ui->profileBox->setCurrentIndex(qMax(0, m_ui->profileBox->findText(current)));
}

void ConnectionPane::showBusy(const QString &what)
{
    m_busy = true;
    m_ui->summaryLabel->setText(what);
    m_ui->stepsLabel->hide();
    updateButtons();
}

void ConnectionPane::showSteps(const QList<CheckStep> &steps)
{
    m_busy = false;
    QStringList lines;
    const QLocale locale;
    for (const CheckStep &step : steps) {
        const QString mark = step.outcome == CheckOutcome::Good ? u"✓"_s
            : step.outcome == CheckOutcome::Warning             ? u"!"_s
                                                                : u"✗"_s;
        QString line =
            tr("%1 %2: %3 (%4 s)").arg(mark, step.name, step.text, locale.toString(step.seconds, 'f', 2));
        if (!step.remedy.isEmpty())
            line += u"\n    "_s + step.remedy;
        lines += line;
    }
    m_ui->stepsLabel->setText(lines.join(u'\n'));
    m_ui->stepsLabel->setVisible(!lines.isEmpty());
    if (!m_connected)
        m_ui->summaryLabel->setText(tr("Not connected."));
    updateButtons();
}

void ConnectionPane::showConnected(const QString &summary)
{
    m_connected = true;
    m_busy = false;
    m_ui->summaryLabel->setText(summary);
    m_ui->stepsLabel->hide();
    showSettings(false);
    updateButtons();
}

void ConnectionPane::showDisconnected(const QString &why)
{
    m_connected = false;
    m_busy = false;
    m_ui->summaryLabel->setText(why.isEmpty() ? tr("Not connected.") : why);
    showSettings(true);
    updateButtons();
}

void ConnectionPane::showSettings(bool on)
{
    m_ui->settings->setVisible(on);
    m_ui->emptyState->setVisible(on && !m_connected);
    m_ui->changeButton->setVisible(m_connected);
    m_ui->changeButton->setText(on ? tr("&Fold") : tr("Chan&ge…"));
}

void ConnectionPane::updateButtons()
{
    const bool ready = !m_busy && !m_ui->serverEdit->text().trimmed().isEmpty();
    const QString reason = m_busy ? tr("Wait until the server has answered.") : tr("Name a server first.");
    for (QPushButton *button : { m_ui->testButton, m_ui->connectButton }) {
        button->setEnabled(ready);
        button->setToolTip(ready ? QString() : reason);
    }
    m_ui->practiceButton->setEnabled(!m_busy);
}

} // namespace tidemark
