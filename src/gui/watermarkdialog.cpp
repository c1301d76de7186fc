#include "watermarkdialog.h"

#include "livetext.h"
#include "numbertext.h"
#include "ui_watermarkdialog.h"

#include <QLayout>
#include <QLocale>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

WatermarkDialog::WatermarkDialog(QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::WatermarkDialog>())
{
    m_ui->setupUi(this);
    using Kind = WatermarkChange::Kind;
    connect(m_ui->resetButton, &QPushButton::clicked, this, [this] { request(Kind::Reset); });
    connect(m_ui->setBackButton, &QPushButton::clicked, this, [this] { request(Kind::SetBack); });
    connect(m_ui->undoButton, &QPushButton::clicked, this, [this] { request(Kind::Undo); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    setState({});
    say(*m_ui->statusLabel, [] { return tr("Reading the watermark."); });
    fitHeight();
}

WatermarkDialog::~WatermarkDialog() = default;

void WatermarkDialog::request(WatermarkChange::Kind kind)
{
    WatermarkChange change;
    change.kind = kind;
    if (kind == WatermarkChange::Kind::SetBack)
        change.version = ChangeVersion(m_ui->boundaryCombo->currentData().toLongLong());
    Q_EMIT changeRequested(m_state, change);
}

void WatermarkDialog::setState(const WatermarkState &state)
{
    m_state = state;
    showState();
    say(*m_ui->statusLabel, [this] { return statusText(); });
    fitHeight();
}

void WatermarkDialog::showState()
{
    const QLocale locale;
    const std::optional<Watermark> &mark = m_state.mark;
    m_ui->tableLabel->setText(m_state.table.table.isEmpty() ? QString() : m_state.table.display());
    m_ui->versionLabel->setText(mark ? locale.toString(mark->version.value()) : tr("none"));
    m_ui->timeLabel->setText(mark ? localTimeText(mark->syncedAt) : QString());
    m_ui->timeLabel->setToolTip(
        mark ? locale.toString(mark->syncedAt.toLocalTime(), QLocale::LongFormat) : QString());
    m_ui->rowsLabel->setText(mark ? locale.toString(mark->rowsSynced) : QString());
    const QString reason = mark ? mark->reason : QString();
    m_ui->reasonLabel->setText(reason);
    m_ui->reasonTitle->setVisible(!reason.isEmpty());
    m_ui->reasonLabel->setVisible(!reason.isEmpty());
    fillBoundaries();
    m_ui->resetButton->setEnabled(mark.has_value());
    m_ui->undoButton->setEnabled(m_state.undoVersion.has_value());
}

void WatermarkDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    const int boundary = m_ui->boundaryCombo->currentIndex();
    m_ui->retranslateUi(this);
    showState();
    m_ui->boundaryCombo->setCurrentIndex(boundary);
}

/// Texts that wrap have no height of their own.
void WatermarkDialog::fitHeight()
{
    const int wanted = std::max(width(), fontMetrics().averageCharWidth() * 80);
    setMinimumWidth(fontMetrics().averageCharWidth() * 80);
    resize(wanted, layout()->totalHeightForWidth(wanted));
}

void WatermarkDialog::fillBoundaries()
{
    const QLocale locale;
    m_ui->boundaryCombo->clear();
    for (const WatermarkBoundary &boundary : m_state.boundaries) {
        const QString version = locale.toString(boundary.version.value());
        const QString time = localTimeText(boundary.writtenAt);
        m_ui->boundaryCombo->addItem(boundary.isFullLoad ? tr("%1, whole load of %2").arg(version, time)
                                                         : tr("%1, changes of %2").arg(version, time),
            boundary.version.value());
    }
    const bool any = !m_state.boundaries.isEmpty();
    if (!any)
        m_ui->boundaryCombo->addItem(tr("no earlier set of files"));
    m_ui->boundaryCombo->setEnabled(any);
    m_ui->setBackButton->setEnabled(any);
}

QString WatermarkDialog::statusText() const
{
    if (m_state.problem)
        return describe(*m_state.problem);
    if (m_state.undoVersion) {
        return tr("Changed by hand on %1. Until the next sync, Undo brings version %2 back.")
            .arg(localTimeText(m_state.changedAt), QLocale().toString(m_state.undoVersion->value()));
    }
    return m_state.mark ? QString() : tr("This table has no watermark, so the next sync loads it whole.");
}

void WatermarkDialog::showProblem(const QString &text)
{
    say(*m_ui->statusLabel, text);
    fitHeight();
}

} // namespace tidemark
