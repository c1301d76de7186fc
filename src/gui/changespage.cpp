#include "changespage.h"

#include "changesmodel.h"
#include "columnwidth.h"
#include "listlook.h"
#include "livetext.h"
#include "namedelegate.h"
#include "numbertext.h"
#include "paletteicon.h"
#include "roomycolumn.h"
#include "ui_changespage.h"

#include <QHeaderView>
#include <QLocale>
#include <QTime>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fewestNoteCharacters = 28;

QString estimate(bool known, const QString &text)
{
    return known ? ChangesPage::tr("about %1").arg(text) : ChangesPage::tr("at least %1").arg(text);
}

/// "3 of 12 tables: 13 inserts, 8 updates, 2 deletes; about 2 kB and 0.5 s."
QString totalsText(const QList<TablePreview> &tables, int workers)
{
    const PreviewTotals totals = totalsOf(tables, workers);
    const QLocale locale;
    QStringList sentences;
    if (totals.running == 0) {
        sentences += ChangesPage::tr("A sync would read nothing now.");
    } else {
        QStringList parts{ ChangesPage::tr("%1 of %2 tables would be read")
                               .arg(locale.toString(totals.running), locale.toString(tables.size())) };
        if (totals.rows > 0)
            parts += estimate(totals.rowsKnown, ChangesPage::tr("%1 rows").arg(locale.toString(totals.rows)));
        if (totals.bytes > 0)
            parts += estimate(totals.bytesKnown, bytesText(totals.bytes));
        if (totals.seconds > 0)
            parts += estimate(totals.secondsKnown, secondsText(totals.seconds));
        sentences += parts.join(u", "_s) + u'.';
    }
    if (totals.inserts + totals.updates + totals.deletes > 0) {
        sentences += ChangesPage::tr("Changes: inserts %1, updates %2, deletes %3.")
                         .arg(locale.toString(totals.inserts), locale.toString(totals.updates),
                             locale.toString(totals.deletes));
    }
    if (totals.failing > 0)
        sentences += ChangesPage::tr("Tables that would fail: %1.").arg(locale.toString(totals.failing));
    return sentences.join(u' ');
}

} // namespace

ChangesPage::ChangesPage(QWidget *parent)
    : WindowPage(parent), m_ui(std::make_unique<Ui::ChangesPage>()), m_model(new ChangesModel(this))
{
    m_ui->setupUi(this);
    m_ui->previewButton->setIcon(paletteIcon(u"search"_s));
    setUpView();
    connect(m_ui->previewButton, &QPushButton::clicked, this, &ChangesPage::previewRequested);
}

ChangesPage::~ChangesPage() = default;

void ChangesPage::setUpView()
{
    m_ui->changesView->setModel(m_model);
    setListLook(*m_ui->changesView);
    m_ui->changesView->setItemDelegateForColumn(ChangesModel::Table, new NameDelegate(this));
    fitColumns();
    new RoomyColumn(m_ui->changesView->horizontalHeader(), ChangesModel::Note,
        fontMetrics().averageCharWidth() * fewestNoteCharacters);
    m_ui->changesView->hide();
    m_ui->detailsLabel->hide();
    m_ui->totalsLabel->hide();
    connect(m_ui->changesView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ChangesPage::showDetails);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ChangesPage::showDetails);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ChangesPage::showDetails);
}

void ChangesPage::fitColumns()
{
    QHeaderView &header = *m_ui->changesView->horizontalHeader();
    fitColumn(header, ChangesModel::Table, { typicalTableName() });
    fitColumn(header, ChangesModel::Action, ChangesModel::actionTexts(), iconRoom(*m_ui->changesView));
    for (const ChangesModel::Column column :
        { ChangesModel::Inserts, ChangesModel::Updates, ChangesModel::Deletes })
        fitColumn(header, column, { QLocale().toString(99'999) });
    fitColumn(header, ChangesModel::Size, { bytesText(999'900'000) });
    fitColumn(header, ChangesModel::Time, { secondsText(99) });
}

void ChangesPage::showAsking()
{
    m_ui->previewButton->setEnabled(false);
    say(*m_ui->messageLabel, [] { return tr("Asking the server."); });
}

void ChangesPage::showPreview(const QList<TablePreview> &tables, int workers)
{
    m_model->setTables(tables);
    m_ui->emptyLabel->hide();
    m_ui->changesView->show();
    say(*m_ui->totalsLabel, [=] { return totalsText(tables, workers); });
    m_ui->totalsLabel->show();
    showMessage([now = QTime::currentTime()] {
        return tr("As of %1.").arg(QLocale().toString(now, QLocale::ShortFormat));
    });
}

void ChangesPage::showMessage(const LiveText &text)
{
    m_ui->previewButton->setEnabled(true);
    say(*m_ui->messageLabel, text);
}

void ChangesPage::showDetails()
{
    const QModelIndex current = m_ui->changesView->currentIndex();
    m_ui->detailsLabel->setText(
        current.isValid() ? current.data(ChangesModel::DetailsRole).toString() : QString());
    m_ui->detailsLabel->setVisible(current.isValid());
}

void ChangesPage::changeEvent(QEvent *event)
{
    WindowPage::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    fitColumns();
    readAgain(*m_model);
}

} // namespace tidemark
