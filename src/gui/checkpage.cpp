#include "checkpage.h"

#include "checkstate.h"
#include "columnwidth.h"
#include "fixedfont.h"
#include "livetext.h"
#include "namedelegate.h"
#include "paletteicon.h"
#include "roomycolumn.h"
#include "ui_checkpage.h"

#include "readinessscript.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QSortFilterProxyModel>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fewestFoundCharacters = 28;

} // namespace

CheckPage::CheckPage(QWidget *parent)
    : WindowPage(parent), m_ui(std::make_unique<Ui::CheckPage>()), m_model(new CheckModel(this)),
      m_filter(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    m_ui->saveScriptButton->setIcon(paletteIcon(u"document-save"_s));
    m_ui->sqlEdit->setFont(fixedFont(*this));
    setUpView();
    m_ui->resultPart->hide();
    showReady();
    connect(m_ui->checkButton, &QPushButton::clicked, this, [this] {
        if (m_checking)
            Q_EMIT cancelRequested();
        else
            Q_EMIT checkRequested();
    });
    connect(m_ui->copySqlButton, &QPushButton::clicked, this,
        [this] { Q_EMIT copyRequested(m_ui->sqlEdit->toPlainText()); });
    connect(m_ui->copyScriptButton, &QPushButton::clicked, this, &CheckPage::copyAllRequested);
    connect(m_ui->saveScriptButton, &QPushButton::clicked, this, &CheckPage::saveRequested);
    connect(m_ui->attentionBox, &QCheckBox::toggled, this, [this](bool on) {
        m_filter->setFilterFixedString(on ? u"true"_s : QString());
        expandAttention();
    });
}

CheckPage::~CheckPage() = default;

void CheckPage::setUpView()
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterRole(CheckModel::AttentionRole);
    m_filter->setRecursiveFilteringEnabled(true);
    m_ui->checkView->setModel(m_filter);
    m_ui->checkView->header()->setStretchLastSection(false);
    fitColumns();
    new RoomyColumn(m_ui->checkView->header(), CheckModel::Found,
        fontMetrics().averageCharWidth() * fewestFoundCharacters);
    m_ui->checkView->setItemDelegateForColumn(CheckModel::Check, new NameDelegate(this));
    const int line = fontMetrics().height();
    m_ui->checkSplitter->setSizes({ line * 14, line * 5, line * 8 });
    for (int part = 0; part < m_ui->checkSplitter->count(); ++part)
        m_ui->checkSplitter->setStretchFactor(part, part == 0 ? 2 : 1);
    connect(m_ui->checkView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &CheckPage::showDetails);
}

void CheckPage::fitColumns()
{
    QHeaderView &header = *m_ui->checkView->header();
    const int icon = iconRoom(*m_ui->checkView);
    fitColumn(header, CheckModel::Check, { typicalTableName() }, 2 * m_ui->checkView->indentation() + icon);
    fitColumn(header, CheckModel::State,
        { checkStateText(CheckOutcome::Bad), checkStateText(CheckOutcome::Warning) }, icon);
    fitColumn(header, CheckModel::Time, { checkTimeText(9.99) });
}

void CheckPage::setReady(bool ready, const QString &text)
{
    m_ready = ready;
    m_readyText = text;
    showReady();
}

void CheckPage::showReady()
{
    const QKeySequence keys = m_ui->checkButton->shortcut();
    m_ui->checkButton->setText(m_checking ? tr("Stop checking") : tr("Check"));
    m_ui->checkButton->setShortcut(keys); // another text takes it away
    m_ui->checkButton->setIcon(paletteIcon(m_checking ? u"stop"_s : u"search"_s));
    m_ui->checkButton->setEnabled(m_ready || m_checking);
    m_ui->checkReasonLabel->setText(m_checking ? tr("Checking.") : m_readyText);
}

void CheckPage::startCheck()
{
    m_checking = true;
    showNote({});
    showReady();
}

void CheckPage::endCheck()
{
    m_checking = false;
    showReady();
    m_ui->checkReasonLabel->setText(tr("The check was stopped."));
}

void CheckPage::showReport(const ReadinessReport &report)
{
    m_checking = false;
    showReady();
    m_ui->checkEmptyPart->hide();
    m_ui->resultPart->show();
    m_report = report;
    m_model->setSteps(report.steps);
    showSummary();
    expandAttention();
    if (!m_ui->checkView->currentIndex().isValid()) {
        const QModelIndex worst = m_filter->mapFromSource(m_model->worst());
        m_ui->checkView->setCurrentIndex(worst.isValid() ? worst : m_filter->index(0, 0));
    }
    showDetails();
}

void CheckPage::showSummary()
{
    if (m_ui->resultPart->isHidden())
        return;
    m_ui->checkSummaryLabel->setText(summary());
    m_ui->checkSummaryLabel->setToolTip(
        QLocale().toString(m_report.checkedAt.toLocalTime(), QLocale::LongFormat));
    const int bad = m_model->count(CheckOutcome::Bad);
    setMark(bad > 0 ? QLocale().toString(bad) + u'!' : QString());
}

QString CheckPage::summary() const
{
    const QString when = QLocale().toString(m_report.checkedAt.toLocalTime().time(), QLocale::ShortFormat);
    QStringList sentences{ m_report.login.isEmpty()
            ? tr("%1 at %2.").arg(m_report.server, when)
            : tr("%1 as %2, at %3.").arg(m_report.server, m_report.login, when) };
    const int bad = m_model->count(CheckOutcome::Bad);
    const int warnings = m_model->count(CheckOutcome::Warning);
    if (bad == 0 && warnings == 0)
        sentences += tr("Nothing is missing.");
    if (bad > 0)
        sentences += tr("%n failed.", nullptr, bad);
    if (warnings > 0)
        sentences += tr("%n warning(s).", nullptr, warnings);
    return sentences.join(u' ');
}

void CheckPage::expandAttention()
{
    for (const QModelIndex &group : m_model->attentionGroups())
        m_ui->checkView->expand(m_filter->mapFromSource(group));
}

void CheckPage::showNote(const LiveText &text)
{
    say(*m_ui->checkNoteLabel, text);
}

void CheckPage::showDetails()
{
    const QModelIndex current = m_filter->mapToSource(m_ui->checkView->currentIndex());
    const QList<CheckStep> steps = m_model->stepsOf(current.siblingAtColumn(0));
    m_ui->checkDetails->setHtml(detailsText(steps));
    const QString sql = repairScript(steps).trimmed();
    if (m_ui->sqlEdit->toPlainText() != sql)
        m_ui->sqlEdit->setPlainText(sql);
    m_ui->copySqlButton->setEnabled(!sql.isEmpty());
}

QString CheckPage::detailsText(const QList<CheckStep> &steps)
{
    QString text;
    for (const CheckStep &step : steps) {
        text += u"<p><b>%1: %2</b><br>%3"_s.arg(
            step.name.toHtmlEscaped(), checkStateText(step.outcome), step.text.toHtmlEscaped());
        if (!step.why.isEmpty())
            text += u"<br>"_s + tr("Why it matters: %1").arg(step.why.toHtmlEscaped());
        if (!step.advice.isEmpty())
            text += u"<br>"_s + tr("What to do: %1").arg(step.advice.toHtmlEscaped());
        text += u"</p>"_s;
    }
    return text;
}

void CheckPage::changeEvent(QEvent *event)
{
    WindowPage::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    fitColumns();
    readAgain(*m_model);
    showReady();
    showSummary();
    const int place = m_ui->checkDetails->verticalScrollBar()->value();
    showDetails();
    m_ui->checkDetails->verticalScrollBar()->setValue(place);
}

} // namespace tidemark
