#include "connectionfields.h"

#include "ui_connectionfields.h"
#include "wheelguard.h"

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int highestPort = 65535;
constexpr int digitsOfPort = 6;

template <typename Value>
Value currentValue(const QComboBox &box)
{
    return Value(box.currentData().toInt());
}

QString titleOf(const DriverInfo &driver)
{
    return driver.version.isEmpty() ? driver.name : driver.name + u", "_s + driver.version;
}

/// A driver of which nothing is known: it may be able to do everything.
DriverInfo unknownDriver(const QString &name)
{
    return { name, {}, allSignIns(), true, true, {} };
}

} // namespace

ConnectionFields::ConnectionFields(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionFields>())
{
    m_ui->setupUi(this);
    m_ui->portEdit->setFixedWidth(
        fontMetrics().horizontalAdvance(QString(digitsOfPort, u'0')) + fontMetrics().height());
    m_ui->serverHint->setField(m_ui->serverEdit);
    m_ui->driverHint->setField(m_ui->driverBox);
    m_ui->signInHint->setField(m_ui->signInBox);
    m_ui->keepHint->setField(m_ui->keepPasswordBox);
    m_ui->encryptHint->setField(m_ui->encryptBox);
    new WheelGuard(this);
    showMore(false);
    setSpec({});
    const auto changed = [this] {
        if (m_filling)
            return;
        fitToChoices();
        Q_EMIT edited();
    };
    for (QLineEdit *edit :
        { m_ui->serverEdit, m_ui->portEdit, m_ui->databaseEdit, m_ui->userEdit, m_ui->passwordEdit }) {
        connect(edit, &QLineEdit::textChanged, this, changed);
        connect(edit, &QLineEdit::returnPressed, this, &ConnectionFields::accepted);
    }
    connect(m_ui->driverBox, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        fitToDriver();
        Q_EMIT edited();
    });
    for (QComboBox *box : { m_ui->signInBox, m_ui->encryptBox })
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    for (QCheckBox *box : { m_ui->trustBox, m_ui->keepPasswordBox })
        connect(box, &QCheckBox::toggled, this, changed);
    connect(m_ui->options, &ConnectionOptions::edited, this, changed);
    connect(m_ui->options, &ConnectionOptions::caFileRequested, this, &ConnectionFields::caFileRequested);
    connect(m_ui->keepPasswordBox, &QCheckBox::toggled, this, [this](bool on) {
        m_ui->keepHint->clear();
        if (on)
            Q_EMIT keepingPassword();
    });
    connect(m_ui->moreButton, &QToolButton::toggled, this, &ConnectionFields::showMore);
}

ConnectionFields::~ConnectionFields() = default;

ConnectionSpec ConnectionFields::spec() const
{
    ConnectionSpec spec;
    spec.server = m_ui->serverEdit->text().trimmed();
    if (const QString port = m_ui->portEdit->text().trimmed(); !port.isEmpty() && portMistake().isEmpty())
        spec.port = port.toInt();
    spec.database = m_ui->databaseEdit->text().trimmed();
    spec.driver = m_ui->driverBox->currentData().toString();
    spec.signIn = signIn();
    if (takesUser(spec.signIn))
        spec.user = m_ui->userEdit->text().trimmed();
    spec.encrypt = encryption();
    spec.trustServerCertificate = m_ui->trustBox->isChecked();
    m_ui->options->applyTo(spec);
    return spec;
}

Secret ConnectionFields::password() const
{
    return takesPassword(signIn()) ? Secret(m_ui->passwordEdit->text()) : Secret();
}

bool ConnectionFields::keepsPassword() const
{
    return takesPassword(signIn()) && m_ui->keepPasswordBox->isChecked();
}

void ConnectionFields::setSpec(const ConnectionSpec &spec)
{
    m_filling = true;
    m_ui->serverEdit->setText(spec.server);
    m_ui->portEdit->setText(spec.port ? QString::number(*spec.port) : QString());
    m_ui->databaseEdit->setText(spec.database);
    m_ui->userEdit->setText(spec.user);
    m_ui->trustBox->setChecked(spec.trustServerCertificate);
    m_ui->options->setSpec(spec);
    fillDrivers(spec.driver);
    fillSignIns(spec.signIn);
    fillEncryptions(spec.encrypt);
    m_filling = false;
    fitToChoices();
    if (!m_ui->options->mistake().isEmpty())
        m_ui->moreButton->setChecked(true);
    markSaved();
}

void ConnectionFields::setPassword(const Secret &password, bool keep)
{
    m_ui->passwordEdit->setText(password.reveal());
    m_ui->keepPasswordBox->setChecked(keep);
}

void ConnectionFields::setDrivers(const DriverListing &listing)
{
    m_drivers = listing;
    m_driversKnown = true;
    refillDrivers();
}

/// What is chosen stays.
void ConnectionFields::refillDrivers()
{
    m_filling = true;
    fillDrivers(m_ui->driverBox->currentData().toString());
    m_filling = false;
    fitToDriver();
}

void ConnectionFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    refillDrivers();
}

void ConnectionFields::setCaFile(const QString &path)
{
    m_ui->options->setCaFile(path);
}

void ConnectionFields::setKeychain(bool isThere)
{
    if (!m_ui->keepPasswordBox->isChecked())
        return;
    m_ui->keepHint->setNote([isThere] {
        return isThere ? QString()
                       : tr("This system has no keychain that answers: the password is forgotten when "
                            "Tidemark is closed.");
    });
}

void ConnectionFields::focusServer()
{
    m_ui->serverEdit->setFocus(Qt::OtherFocusReason);
}

void ConnectionFields::focusPassword()
{
    m_ui->passwordEdit->setFocus(Qt::OtherFocusReason);
}

void ConnectionFields::fillDrivers(const QString &wanted)
{
    m_ui->driverBox->clear();
    m_ui->driverBox->addItem(m_drivers.drivers.isEmpty()
            ? tr("The best one installed")
            : tr("The best one: %1").arg(titleOf(m_drivers.drivers.first())),
        QString());
    for (const DriverInfo &driver : m_drivers.drivers)
        m_ui->driverBox->addItem(titleOf(driver), driver.name);
    if (!wanted.isEmpty() && m_ui->driverBox->findData(wanted, Qt::UserRole, Qt::MatchFixedString) < 0)
        m_ui->driverBox->addItem(wanted, wanted);
    m_ui->driverBox->setCurrentIndex(
        qMax(0, m_ui->driverBox->findData(wanted, Qt::UserRole, Qt::MatchFixedString)));
}

void ConnectionFields::fillSignIns(SignIn wanted)
{
    const auto textOf = [](SignIn signIn) {
        switch (signIn) {
        case SignIn::Kerberos:
            return tr("Windows account (Kerberos)");
        case SignIn::EntraPassword:
            return tr("Entra ID: user and password");
        case SignIn::EntraInteractive:
            return tr("Entra ID: in the browser");
        case SignIn::EntraServicePrincipal:
            return tr("Entra ID: service principal");
        case SignIn::EntraManagedIdentity:
            return tr("Entra ID: managed identity");
        case SignIn::EntraIntegrated:
            return tr("Entra ID: Windows account");
        case SignIn::SqlLogin:
            break;
        }
        return tr("User and password of SQL Server");
    };
    m_ui->signInBox->clear();
    const QList<SignIn> offered = driver().signIns;
    for (const SignIn signIn : allSignIns()) {
        if (offered.contains(signIn) || signIn == wanted) // what is chosen stays, and is said to be wrong
            m_ui->signInBox->addItem(textOf(signIn), int(signIn));
    }
    m_ui->signInBox->setCurrentIndex(m_ui->signInBox->findData(int(wanted)));
}

void ConnectionFields::fillEncryptions(Encryption wanted)
{
    m_ui->encryptBox->clear();
    m_ui->encryptBox->addItem(tr("Encrypted"), int(Encryption::Mandatory));
    if (driver().strictEncryption || wanted == Encryption::Strict)
        m_ui->encryptBox->addItem(tr("Strict (TDS 8)"), int(Encryption::Strict));
    m_ui->encryptBox->addItem(tr("Only if the server insists"), int(Encryption::Optional));
    m_ui->encryptBox->setCurrentIndex(m_ui->encryptBox->findData(int(wanted)));
}

DriverInfo ConnectionFields::driver() const
{
    const QString name = m_ui->driverBox->currentData().toString();
    if (name.isEmpty() && !m_drivers.drivers.isEmpty())
        return m_drivers.drivers.first();
    for (const DriverInfo &driver : m_drivers.drivers) {
        if (driver.name.compare(name, Qt::CaseInsensitive) == 0)
            return driver;
    }
    return unknownDriver(name);
}

SignIn ConnectionFields::signIn() const
{
    return currentValue<SignIn>(*m_ui->signInBox);
}

Encryption ConnectionFields::encryption() const
{
    return currentValue<Encryption>(*m_ui->encryptBox);
}

void ConnectionFields::fitToDriver()
{
    m_filling = true;
    fillSignIns(signIn());
    fillEncryptions(encryption());
    m_filling = false;
    fitToChoices();
}

void ConnectionFields::fitToChoices()
{
    const bool strict = encryption() == Encryption::Strict;
    const bool checks = strict || (encryption() == Encryption::Mandatory && !m_ui->trustBox->isChecked());
    m_ui->form->setRowVisible(m_ui->userEdit, takesUser(signIn()));
    m_ui->form->setRowVisible(m_ui->passwordEdit, takesPassword(signIn()));
    m_ui->form->setRowVisible(m_ui->keepPasswordBox, takesPassword(signIn()));
    m_ui->form->setRowVisible(m_ui->trustBox, encryption() == Encryption::Mandatory);
    m_ui->options->setNeeds(checks && driver().nameInCertificate, checks);
    if (!takesPassword(signIn()))
        m_ui->keepHint->clear();
    fitLabels();
    check();
}

void ConnectionFields::fitLabels()
{
    const SignIn kind = signIn();
    m_ui->userLabel->setText(kind == SignIn::EntraServicePrincipal ? tr("&User (client ID)")
            : kind == SignIn::EntraManagedIdentity                 ? tr("&User (object ID)")
                                                                   : tr("&User"));
    m_ui->userEdit->setPlaceholderText(kind == SignIn::EntraManagedIdentity ? tr("the machine's own identity")
            : isEntra(kind)                                                 ? tr("name@company.example")
                                                                            : QString());
    if (kind == SignIn::EntraServicePrincipal)
        m_ui->userEdit->setPlaceholderText(tr("ID of the application"));
    m_ui->passwordLabel->setText(
        kind == SignIn::EntraServicePrincipal ? tr("Pass&word (client secret)") : tr("Pass&word"));
    const int changed = m_ui->options->changed();
    m_ui->moreButton->setText(
        changed > 0 ? tr("More settings, %n changed", nullptr, changed) : tr("More settings"));
}

void ConnectionFields::check()
{
    m_ui->serverHint->setMistake(portMistake());
    checkDriver();
    const DriverInfo chosen = driver();
    m_ui->signInHint->clear();
    if (!chosen.signIns.contains(signIn()))
        m_ui->signInHint->setMistake(tr("%1 cannot sign in this way.").arg(chosen.name));
    else if (signIn() == SignIn::Kerberos || signIn() == SignIn::EntraIntegrated)
        m_ui->signInHint->setNote(tr("The account's Kerberos ticket counts: kinit gets one."));
    m_ui->encryptHint->clear();
    if (encryption() == Encryption::Strict && !chosen.strictEncryption)
        m_ui->encryptHint->setMistake(tr("%1 has no strict encryption.").arg(chosen.name));
    else if (encryption() == Encryption::Optional && isEntra(signIn()))
        m_ui->encryptHint->setMistake(tr("A sign-in with Entra ID needs encryption."));
}

void ConnectionFields::checkDriver()
{
    const QString name = m_ui->driverBox->currentData().toString();
    const bool isInstalled = std::any_of(m_drivers.drivers.cbegin(), m_drivers.drivers.cend(),
        [&](const DriverInfo &each) { return each.name.compare(name, Qt::CaseInsensitive) == 0; });
    const bool isFile = name.contains(u'/');
    if (!m_drivers.problem.isEmpty() && !isFile)
        m_ui->driverHint->setMistake(m_drivers.problem);
    else if (m_driversKnown && !name.isEmpty() && !isInstalled && !isFile)
        m_ui->driverHint->setMistake(tr("%1 is not installed here. Choose another driver.").arg(name));
    else
        m_ui->driverHint->setNote(driver().advice);
}

QString ConnectionFields::portMistake() const
{
    const auto isPort = [](const QString &text) {
        bool isNumber = false;
        const int port = text.trimmed().toInt(&isNumber);
        return isNumber && port > 0 && port <= highestPort;
    };
    const QString port = m_ui->portEdit->text().trimmed();
    if (!port.isEmpty() && !isPort(port))
        return tr("A port is a number from 1 to %1.").arg(highestPort);
    const QString server = m_ui->serverEdit->text();
    const qsizetype comma = server.lastIndexOf(u',');
    if (comma >= 0 && !isPort(server.mid(comma + 1)))
        return tr("After the comma stands a port from 1 to %1.").arg(highestPort);
    return {};
}

QString ConnectionFields::mistake() const
{
    if (m_ui->serverEdit->text().trimmed().isEmpty())
        return tr("Name a server first.");
    for (const FieldHint *hint :
        { m_ui->serverHint, m_ui->driverHint, m_ui->signInHint, m_ui->encryptHint }) {
        if (hint->isMistake())
            return hint->text();
    }
    if (needsUser(signIn()) && m_ui->userEdit->text().trimmed().isEmpty())
        return tr("Name a user first.");
    return m_ui->options->mistake();
}

void ConnectionFields::showMore(bool on)
{
    m_ui->options->setVisible(on);
    m_ui->moreButton->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
}

} // namespace tidemark
