#include "tabletreepane.h"

#include "livetext.h"
#include "modedelegate.h"
#include "numbertext.h"
#include "paletteicon.h"
#include "roomycolumn.h"
#include "treecell.h"
#include "ui_tabletreepane.h"

#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QStyle>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

TableTreePane::TableTreePane(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::TableTreePane>()), m_model(new TableTreeModel(this)),
      m_filter(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->titleLabel->setFont(bold);
    m_ui->refreshButton->setIcon(paletteIcon(u"refresh"_s));
    m_ui->filterEdit->addAction(paletteIcon(u"search"_s, IconTone::Muted), QLineEdit::LeadingPosition);
    m_filter->setSourceModel(m_model);
    m_filter->setRecursiveFilteringEnabled(true);
    m_filter->setAutoAcceptChildRows(true);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setFilterRole(TableTreeModel::FilterRole);
    m_ui->treeView->setModel(m_filter);
    m_ui->treeView->setItemDelegateForColumn(TableTreeModel::Mode, new ModeDelegate(this));
    m_ui->treeView->header()->setStretchLastSection(false);
    m_ui->treeView->setIndentation(fontMetrics().height() * 4 / 5);
    setColumnWidths();
    // Three steps in, with tick box and icon, a name of usual length can be read.
    const int besideName =
        m_ui->treeView->indentation() * 3 + style()->pixelMetric(QStyle::PM_SmallIconSize) * 2;
    new RoomyColumn(
        m_ui->treeView->header(), TableTreeModel::Name, besideName + fontMetrics().averageCharWidth() * 14);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &TableTreePane::filter);
    connect(m_ui->refreshButton, &QToolButton::clicked, this, &TableTreePane::refreshRequested);
    connect(m_ui->treeView, &QWidget::customContextMenuRequested, this, &TableTreePane::openMenu);
    connect(m_model, &TableTreeModel::choiceChanged, this, &TableTreePane::updateSummary);
    showTeaching();
}

TableTreePane::~TableTreePane() = default;

/// So narrow that a window of usual size shows all of them. Rare words are cut and have their tool tips.
void TableTreePane::setColumnWidths()
{
    const QFontMetrics metrics = fontMetrics();
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize);
    const int margins =
        2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1) + metrics.averageCharWidth();
    const auto fit = [&](int column, const QStringList &texts, int beside = 0) {
        int width = metrics.horizontalAdvance(treeHeader(column));
        for (const QString &text : texts)
            width = qMax(width, metrics.horizontalAdvance(text) + beside);
        m_ui->treeView->header()->resizeSection(column, width + margins);
    };
    fit(TableTreeModel::Tracking,
        { TableTreeModel::tr("not tracked"), TableTreeModel::tr("not permitted"),
            TableTreeModel::tr("no key") },
        icon);
    fit(TableTreeModel::Mode,
        { syncModeText(SyncMode::Full), syncModeText(SyncMode::Incremental),
            syncModeText(SyncMode::FullIncremental) });
    fit(TableTreeModel::Left, { longTimeText((6 * 24 + 23) * 3600.0) });
    fit(TableTreeModel::Rows, { roughCountText(999'999), roughCountText(99'900'000) });
}

void TableTreePane::showText(const LiveText &text)
{
    say(*m_ui->emptyLabel, text);
    m_ui->emptyLabel->show();
    m_ui->treeView->hide();
    m_ui->filterEdit->setEnabled(false);
    m_ui->refreshButton->setEnabled(false);
}

void TableTreePane::showTeaching()
{
    showText([] {
        return tr("Connect first; then the databases and their tables appear here. Tick those that you want "
                  "as files.");
    });
}

void TableTreePane::showTree()
{
    m_ui->emptyLabel->hide();
    m_ui->treeView->show();
    m_ui->filterEdit->setEnabled(true);
    m_ui->refreshButton->setEnabled(true);
}

void TableTreePane::filter(const QString &text)
{
    m_filter->setFilterFixedString(text);
    if (!text.isEmpty())
        m_ui->treeView->expandAll();
}

void TableTreePane::expandDatabase(const QString &name)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data().toString() == name)
            m_ui->treeView->expandRecursively(index, 1);
    }
}

void TableTreePane::focusTree()
{
    m_ui->treeView->setFocus(Qt::OtherFocusReason);
}

void TableTreePane::focusFilter()
{
    m_ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->filterEdit->selectAll();
}

QModelIndexList TableTreePane::selectedRows() const
{
    QModelIndexList rows;
    for (const QModelIndex &index : m_ui->treeView->selectionModel()->selectedRows())
        rows += m_filter->mapToSource(index);
    return rows;
}

void TableTreePane::openMenu(const QPoint &position)
{
    if (selectedRows().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Tick"), this, [this] { m_model->setTicked(selectedRows(), true); });
    menu->addAction(tr("&Untick"), this, [this] { m_model->setTicked(selectedRows(), false); });
    menu->addSeparator();
    for (const SyncMode mode : { SyncMode::FullIncremental, SyncMode::Full, SyncMode::Incremental })
        menu->addAction(tr("Mode: %1").arg(syncModeText(mode)), this,
            [this, mode] { m_model->setMode(selectedRows(), mode); });
    const QModelIndexList rows = selectedRows();
    const std::optional<ChosenTable> table =
        rows.size() == 1 ? m_model->tableAt(rows.constFirst()) : std::nullopt;
    if (table) {
        menu->addSeparator();
        menu->addAction(tr("&Columns and rows…"), this, [this, table] { Q_EMIT optionsRequested(*table); });
    }
    menu->popup(m_ui->treeView->viewport()->mapToGlobal(position));
}

void TableTreePane::updateSummary()
{
    const QList<ChosenTable> chosen = m_model->chosenTables();
    qint64 rows = 0;
    for (const ChosenTable &each : chosen)
        rows += each.rowEstimate.value_or(0);
    m_ui->summaryLabel->setText(chosen.isEmpty()
            ? QString()
            : tr("%n table(s) chosen, about %1 rows", nullptr, int(chosen.size()))
                  .arg(QLocale().toString(rows)));
}

/// The columns keep the widths that they have.
void TableTreePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    readAgain(*m_model);
    updateSummary();
}

} // namespace tidemark
