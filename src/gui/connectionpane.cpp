#include "connectionpane.h"

#include "connectionfields.h"
#include "profilebar.h"
#include "ui_connectionpane.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The step that failed says the rest.
QString firstSentence(const QString &text)
{
    const qsizetype end = text.indexOf(u". "_s);
    return end < 0 ? text : text.left(end + 1);
}

} // namespace

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
    m_ui->practiceButton->setFont(bold);
    m_ui->practiceButton->setIcon(paletteIcon(u"practice"_s));
    m_ui->connectButton->setIcon(paletteIcon(u"connect"_s));
    showPractice(false);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionPane::testRequested);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectionPane::requestConnect);
    connect(m_ui->stopButton, &QToolButton::clicked, this, &ConnectionPane::stopRequested);
    connect(m_ui->practiceButton, &QPushButton::clicked, this, &ConnectionPane::practiceRequested);
    connect(m_ui->changeButton, &QToolButton::clicked, this,
        [this] { showSettings(!m_ui->settings->isVisible()); });
    connect(m_ui->fields, &ConnectionFields::accepted, m_ui->connectButton, &QPushButton::click);
    connect(m_ui->fields, &ConnectionFields::edited, this, &ConnectionPane::updateButtons);
    showDisconnected();
}

ConnectionPane::~ConnectionPane() = default;

ProfileBar &ConnectionPane::profileBar() const
{
    return *m_ui->profileBar;
}

ConnectionFields &ConnectionPane::fields() const
{
    return *m_ui->fields;
}

ConnectionSpec ConnectionPane::spec() const
{
    return m_ui->fields->spec();
}

Secret ConnectionPane::password() const
{
    return m_ui->fields->password();
}

void ConnectionPane::setSpec(const ConnectionSpec &spec)
{
    m_ui->fields->setSpec(spec);
    updateButtons();
}

void ConnectionPane::setPassword(const Secret &password, bool keep)
{
    m_ui->fields->setPassword(password, keep);
}

QString ConnectionPane::profile() const
{
    return m_ui->profileBar->profile();
}

void ConnectionPane::showPractice(bool on)
{
    m_ui->practiceNote->setVisible(on);
    m_ui->fieldsArea->setVisible(!on);
    updateButtons();
}

void ConnectionPane::requestConnect()
{
    if (m_ui->profileBar->isPractice())
        Q_EMIT practiceRequested();
    else
        Q_EMIT connectRequested();
}

void ConnectionPane::setSummary(
    const QString &icon, IconTone tone, const LiveText &text, const QStringList &remarks)
{
    m_ui->summaryIcon->setIcon(paletteIcon(icon, tone), {});
    say(*m_ui->summaryLabel, text);
    m_ui->remarkLabel->setWhole(remarks.value(0), remarks.join(u'\n'));
}

void ConnectionPane::askForPassword()
{
    showDisconnected([] { return tr("The job needs a password to connect."); });
    m_ui->fields->focusPassword();
}

void ConnectionPane::showBusy(const LiveText &what)
{
    m_busy = true;
    setSummary(u"state-waiting"_s, IconTone::Accent, what);
    m_ui->stepsView->setSteps({});
    updateButtons();
}

void ConnectionPane::showSteps(const QList<CheckStep> &steps, const LiveText &summary)
{
    m_busy = false;
    setSummary(u"search"_s, IconTone::Muted, summary);
    m_ui->stepsView->setSteps(steps);
    updateButtons();
}

void ConnectionPane::showConnected(
    const LiveText &summary, const QStringList &remarks, const QList<CheckStep> &steps)
{
    m_connected = true;
    m_busy = false;
    setSummary(remarks.isEmpty() ? u"state-done"_s : u"check-warning"_s,
        remarks.isEmpty() ? IconTone::Good : IconTone::Warning, summary, remarks);
    m_ui->stepsView->setSteps(steps);
    showSettings(false);
    updateButtons();
}

void ConnectionPane::showDisconnected(const LiveText &why, const QList<CheckStep> &steps)
{
    m_connected = false;
    m_busy = false;
    if (why.text().isEmpty())
        setSummary(u"connect"_s, IconTone::Muted, [] { return tr("Not connected."); });
    else
        setSummary(u"state-failed"_s, IconTone::Bad,
            steps.isEmpty() ? why : LiveText([why] { return firstSentence(why.text()); }));
    m_ui->stepsView->setSteps(steps);
    showSettings(true);
    updateButtons();
}

void ConnectionPane::showSettings(bool on)
{
    m_ui->settings->setVisible(on);
    const bool hasSteps = !m_ui->stepsView->steps().isEmpty();
    m_ui->stepsView->setVisible(on && hasSteps);
    m_ui->emptyState->setVisible(on && !m_connected && !hasSteps); // who tries a server is beyond it
    m_ui->changeButton->setVisible(m_connected);
    nameChangeButton();
}

void ConnectionPane::nameChangeButton()
{
    m_ui->changeButton->setText(m_ui->settings->isHidden() ? tr("Chan&ge…") : tr("Hide settin&gs"));
}

bool ConnectionPane::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LanguageChange)
        updateButtons(); // now that the fields say their mistakes in it
    return done;
}

void ConnectionPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    nameChangeButton();
}

/// A button that is switched off would hand the keyboard to whatever comes next.
void ConnectionPane::keepKeyboard()
{
    for (QPushButton *button : { m_ui->practiceButton, m_ui->testButton, m_ui->connectButton }) {
        if (!button->hasFocus())
            continue;
        m_asked = button;
        m_ui->stopButton->show();
        m_ui->stopButton->setFocus();
        return;
    }
}

void ConnectionPane::updateButtons()
{
    if (m_busy)
        keepKeyboard();
    const bool isPractice = m_ui->profileBar->isPractice();
    const QString mistake = m_ui->fields->mistake();
    const QString wait = m_busy ? tr("Wait until the server has answered.") : QString();
    const auto enable = [](QPushButton &button, const QString &reason) {
        button.setEnabled(reason.isEmpty());
        button.setToolTip(reason);
    };
    enable(*m_ui->testButton, m_busy ? wait : mistake);
    enable(*m_ui->connectButton, m_busy || isPractice ? wait : mistake);
    m_ui->whyNotLabel->setText(m_busy || isPractice ? QString() : mistake);
    m_ui->practiceButton->setEnabled(!m_busy);
    if (!m_busy && m_asked != nullptr && m_ui->stopButton->hasFocus())
        m_asked->setFocus();
    m_ui->stopButton->setVisible(m_busy);
}

} // namespace tidemark
