#include "failurecard.h"

#include "iconlabel.h"
#include "paletteicon.h"
#include "runstate.h"
#include "ui_failurecard.h"

#include "failureadvice.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

FailureCard::FailureCard(QWidget *parent) : QFrame(parent), m_ui(std::make_unique<Ui::FailureCard>())
{
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->whatLabel->setFont(bold);
    m_ui->icon->setIcon(runStateIcon(RunState::Failed), [] { return runStateText(RunState::Failed); });
    m_ui->retryButton->setIcon(paletteIcon(u"refresh"_s));
    connect(m_ui->retryButton, &QPushButton::clicked, this, &FailureCard::retryRequested);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &FailureCard::copyRequested);
    connect(m_ui->logButton, &QPushButton::clicked, this, &FailureCard::logRequested);
}

FailureCard::~FailureCard() = default;

void FailureCard::setFailure(const TableRef &table, const SyncError &error)
{
    m_table = table;
    m_error = error;
    showFailure();
}

void FailureCard::showFailure()
{
    const FailureAdvice advice = failureAdvice(m_error);
    m_ui->whatLabel->setText(tr("%1: %2").arg(m_table.display(), advice.what));
    m_ui->whyLabel->setText(advice.why);
    m_ui->nextLabel->setText(advice.next);
    m_ui->retryLabel->setText(advice.retryText());
    const QString codes = failureCodes(m_error);
    m_ui->codesLabel->setText(codes);
    m_ui->codesLabel->setVisible(!codes.isEmpty());
    m_ui->codesTitle->setVisible(!codes.isEmpty());
    setAccessibleDescription(m_ui->whatLabel->text() + u' ' + advice.why + u' ' + advice.next);
}

void FailureCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    if (!m_table.table.isEmpty()) // there has been one
        showFailure();
}

void FailureCard::setRetryEnabled(bool on)
{
    m_ui->retryButton->setEnabled(on);
}

} // namespace tidemark
