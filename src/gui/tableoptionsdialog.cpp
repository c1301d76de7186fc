#include "tableoptionsdialog.h"

#include "ui_tableoptionsdialog.h"

namespace tidemark {

TableOptionsDialog::TableOptionsDialog(
    const TableRequest &request, const TableSchema &schema, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::TableOptionsDialog>()), m_request(request), m_schema(schema)
{
    m_ui->setupUi(this);
    fill();
    showTexts();
    m_ui->whereEdit->setText(request.where);
    m_ui->whereEdit->setEnabled(canFilter());
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] { tickAll(Qt::Checked); });
    connect(m_ui->noneButton, &QPushButton::clicked, this, [this] { tickAll(Qt::Unchecked); });
}

TableOptionsDialog::~TableOptionsDialog() = default;

void TableOptionsDialog::fill()
{
    for (const ColumnInfo &column : m_schema.columns) {
        auto *item = new QListWidgetItem(m_ui->columnList);
        const bool isKey = column.keyOrdinal > 0;
        const bool taken = isKey || m_request.columns.isEmpty()
            || m_request.columns.contains(column.name, Qt::CaseInsensitive);
        item->setData(Qt::UserRole, column.name);
        item->setCheckState(taken ? Qt::Checked : Qt::Unchecked);
        if (isKey)
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
}

void TableOptionsDialog::showTexts()
{
    setWindowTitle(tr("Columns and rows of %1").arg(m_request.table.display()));
    for (int row = 0; row < m_ui->columnList->count(); ++row) {
        const ColumnInfo &column = m_schema.columns[row];
        const QString text = column.keyOrdinal > 0 ? tr("%1 (%2, key)") : tr("%1 (%2)");
        m_ui->columnList->item(row)->setText(text.arg(column.name, column.declaration()));
    }
    m_ui->whereNoteLabel->setText(canFilter()
            ? tr("A condition in T-SQL, without WHERE.")
            : tr("Only for the mode “whole table”: a row that leaves the filter would look like a deleted "
                 "one, or not be told at all."));
}

void TableOptionsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    showTexts();
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
