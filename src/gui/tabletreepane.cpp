#include "tabletreepane.h"

#include "modedelegate.h"

#include "ui_tabletreepane.h"

#include <QHeaderView>
#include <QLocale>

namespace tidemark {

TableTreePane::TableTreePane(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::TableTreePane>()), m_model(new TableTreeModel(this)),
      m_filter(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->titleLabel->setFont(bold);
    m_filter->setSourceModel(m_model);
    m_filter->setRecursiveFilteringEnabled(true);
    m_filter->setAutoAcceptChildRows(true);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setFilterRole(TableTreeModel::FilterRole);
    m_ui->treeView->setModel(m_filter);
    m_ui->treeView->setItemDelegateForColumn(TableTreeModel::Mode, new ModeDelegate(this));
    QHeaderView *header = m_ui->treeView->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(TableTreeModel::Name, QHeaderView::Stretch);
    const int unit = fontMetrics().averageCharWidth();
    header->resizeSection(TableTreeModel::Tracking, unit * 15);
    header->resizeSection(TableTreeModel::Rows, unit * 10);
    header->resizeSection(TableTreeModel::Mode, unit * 22);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text);
        if (!text.isEmpty())
            m_ui->treeView->expandAll();
    });
    connect(m_ui->refreshButton, &QToolButton::clicked, this, &TableTreePane::refreshRequested);
    connect(m_model, &TableTreeModel::choiceChanged, this, &TableTreePane::updateSummary);
    setConnected(false);
}

TableTreePane::~TableTreePane() = default;

void TableTreePane::setConnected(bool connected)
{
    if (!connected)
        m_model->clear();
    m_ui->treeView->setVisible(connected);
    m_ui->emptyLabel->setVisible(!connected);
    m_ui->filterEdit->setEnabled(connected);
    m_ui->refreshButton->setEnabled(connected);
    updateSummary();
}

void TableTreePane::expandDatabase(const QString &name)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data().toString() == name)
            m_ui->treeView->expandRecursively(index, 1);
    }
}

void TableTreePane::focusFilter()
{
    m_ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->filterEdit->selectAll();
}

void TableTreePane::updateSummary()
{
    const QList<ChosenTable> chosen = m_model->chosenTables();
    qint64 rows = 0;
    for (const ChosenTable &each : chosen)
        rows += each.table.rowEstimate.value_or(0);
    m_ui->summaryLabel->setText(chosen.isEmpty()
            ? QString()
            : tr("%n table(s) chosen, about %1 rows", nullptr, int(chosen.size()))
                  .arg(QLocale().toString(rows)));
}

} // namespace tidemark
