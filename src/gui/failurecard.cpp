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
    m_ui->icon->setIcon(runStateIcon(RunState::Failed), runStateText(RunState::Failed));
    m_ui->retryButton->setIcon(paletteIcon(u"refresh"_s));
    connect(m_ui->retryButton, &QPushButton::clicked, this, &FailureCard::retryRequested);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &FailureCard::copyRequested);
    connect(m_ui->logButton, &QPushButton::clicked, this, &FailureCard::logRequested);
}

FailureCard::~FailureCard() = default;

void FailureCard::setFailure(const TableRef &table, const SyncError &error)
{
    const FailureAdvice advice = failureAdvice(error);
    m_ui->whatLabel->setText(tr("%1: %2").arg(table.display(), advice.what));
    m_ui->whyLabel->setText(advice.why);
    m_ui->nextLabel->setText(advice.next);
    m_ui->retryLabel->setText(advice.retryText());
    const QString codes = failureCodes(error);
    m_ui->codesLabel->setText(codes);
    m_ui->codesLabel->setVisible(!codes.isEmpty());
    m_ui->codesTitle->setVisible(!codes.isEmpty());
    setAccessibleDescription(m_ui->whatLabel->text() + u' ' + advice.why + u' ' + advice.next);
}

void FailureCard::setRetryEnabled(bool on)
{
    m_ui->retryButton->setEnabled(on);
}

} // namespace tidemark
