#include "freshnesspage.h"

#include "columnwidth.h"
#include "freshnessmodel.h"
#include "freshnessstate.h"
#include "listlook.h"
#include "livetext.h"
#include "namedelegate.h"
#include "numbertext.h"
#include "paletteicon.h"
#include "roomycolumn.h"
#include "ui_freshnesspage.h"

#include <QHeaderView>
#include <QLocale>
#include <QSortFilterProxyModel>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fewestNoteCharacters = 16;

} // namespace

FreshnessPage::FreshnessPage(QWidget *parent)
    : WindowPage(parent), m_ui(std::make_unique<Ui::FreshnessPage>()), m_model(new FreshnessModel(this)),
      m_sorted(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    m_ui->lookButton->setIcon(paletteIcon(u"refresh"_s));
    setUpView();
    connect(m_ui->lookButton, &QPushButton::clicked, this, &FreshnessPage::lookRequested);
}

FreshnessPage::~FreshnessPage() = default;

void FreshnessPage::setUpView()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(FreshnessModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_ui->freshnessView->setModel(m_sorted);
    m_ui->freshnessView->sortByColumn(FreshnessModel::State, Qt::AscendingOrder);
    setListLook(*m_ui->freshnessView);
    m_ui->freshnessView->setItemDelegateForColumn(FreshnessModel::Table, new NameDelegate(this));
    fitColumns();
    new RoomyColumn(m_ui->freshnessView->horizontalHeader(), FreshnessModel::Note,
        fontMetrics().averageCharWidth() * fewestNoteCharacters);
    m_ui->freshnessView->hide();
    m_ui->detailsLabel->hide();
    m_ui->notesLabel->hide();
    connect(m_ui->freshnessView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &FreshnessPage::showDetails);
    connect(m_sorted, &QAbstractItemModel::dataChanged, this, &FreshnessPage::showDetails);
}

void FreshnessPage::fitColumns()
{
    QHeaderView &header = *m_ui->freshnessView->horizontalHeader();
    fitColumn(header, FreshnessModel::Table, { typicalTableName() });
    fitColumn(header, FreshnessModel::State, freshnessStateTexts(), iconRoom(*m_ui->freshnessView));
    fitColumn(header, FreshnessModel::Left, { longTimeText(99.0 * 24 * 3600 + 23 * 3600) });
    fitColumn(header, FreshnessModel::Behind, { QLocale().toString(99'999) });
    fitColumn(header, FreshnessModel::LastSync, { localTimeText(QDateTime({ 2026, 12, 30 }, { 22, 50 })) });
}

void FreshnessPage::showAsking()
{
    m_ui->lookButton->setEnabled(false);
    say(*m_ui->messageLabel, [] { return tr("Asking the server."); });
}

void FreshnessPage::showReport(const FreshnessReport &report)
{
    m_model->setTables(report.tables);
    m_ui->emptyLabel->setVisible(report.tables.isEmpty());
    m_ui->freshnessView->setVisible(!report.tables.isEmpty());
    m_ui->notesLabel->setText(report.notes.join(u'\n'));
    m_ui->notesLabel->setVisible(!report.notes.isEmpty());
    showMessage([at = report.at.toLocalTime().time()] {
        return tr("As of %1.").arg(QLocale().toString(at, QLocale::ShortFormat));
    });
    m_attention = report.attentionCount();
    showMark();
}

void FreshnessPage::showMark()
{
    setMark(m_attention > 0 ? QLocale().toString(m_attention) + u'!' : QString());
}

void FreshnessPage::showMessage(const LiveText &text)
{
    m_ui->lookButton->setEnabled(true);
    say(*m_ui->messageLabel, text);
}

void FreshnessPage::showDetails()
{
    const QModelIndex current = m_ui->freshnessView->currentIndex();
    m_ui->detailsLabel->setText(
        current.isValid() ? current.data(FreshnessModel::DetailsRole).toString() : QString());
    m_ui->detailsLabel->setVisible(current.isValid());
}

void FreshnessPage::changeEvent(QEvent *event)
{
    WindowPage::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    fitColumns();
    showMark();
    readAgain(*m_model);
}

} // namespace tidemark
