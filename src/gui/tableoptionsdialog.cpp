#include "tableoptionsdialog.h"

#include "ui_tableoptionsdialog.h"

namespace tidemark {

TableOptionsDialog::TableOptionsDialog(
    const TableRequest &request, const TableSchema &schema, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::TableOptionsDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Columns and rows of %1").arg(request.table.display()));
    fill(request, schema);
    const bool canFilter = request.mode == SyncMode::Full;
    m_ui->whereEdit->setText(request.where);
    m_ui->whereEdit->setEnabled(canFilter);
    m_ui->whereNoteLabel->setText(canFilter
            ? tr("A condition in T-SQL, without WHERE.")
            : tr("Only for the mode “whole table”: a row that leaves the filter would look like a deleted "
                 "one, or not be told at all."));
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] { tickAll(Qt::Checked); });
    connect(m_ui->noneButton, &QPushButton::clicked, this, [this] { tickAll(Qt::Unchecked); });
}

TableOptionsDialog::~TableOptionsDialog() = default;

void TableOptionsDialog::fill(const TableRequest &request, const TableSchema &schema)
{
    for (const ColumnInfo &column : schema.columns) {
        const bool isKey = column.keyOrdinal > 0;
        auto *item = new QListWidgetItem(isKey ? tr("%1 (%2, key)").arg(column.name, column.declaration())
                                               : tr("%1 (%2)").arg(column.name, column.declaration()),
            m_ui->columnList);
        const bool taken =
            isKey || request.columns.isEmpty() || request.columns.contains(column.name, Qt::CaseInsensitive);
        item->setData(Qt::UserRole, column.name);
        item->setCheckState(taken ? Qt::Checked : Qt::Unchecked);
        if (isKey)
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
}

void TableOptionsDialog::tickAll(Qt::CheckState state)
{
    for (int row = 0; row < m_ui->columnList->count(); ++row) {
        QListWidgetItem *item = m_ui->columnList->item(row);
        if (item->flags() & Qt::ItemIsEnabled)
            item->setCheckState(state);
    }
}

QStringList TableOptionsDialog::columns() const
{
    QStringList taken;
    for (int row = 0; row < m_ui->columnList->count(); ++row) {
        const QListWidgetItem *item = m_ui->columnList->item(row);
        if (item->checkState() == Qt::Checked)
            taken += item->data(Qt::UserRole).toString();
    }
    return taken.size() == m_ui->columnList->count() ? QStringList() : taken;
}

QString TableOptionsDialog::where() const
{
    return m_ui->whereEdit->text().trimmed();
}

} // namespace tidemark
