#pragma once

#include "tablerequest.h"
#include "tableschema.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TableOptionsDialog;
}

namespace tidemark {

/// Which columns and rows of one table are copied. The key always is: without it no change can be told from
/// another.
class TableOptionsDialog : public QDialog {
    Q_OBJECT

public:
    TableOptionsDialog(const TableRequest &request, const TableSchema &schema, QWidget *parent = nullptr);
    ~TableOptionsDialog() override;

    /// In table order; empty: all, also those that the table gets later.
    QStringList columns() const;
    QString where() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showTexts();
    bool canFilter() const { return m_request.mode == SyncMode::Full; }
    void tickAll(Qt::CheckState state);

    std::unique_ptr<Ui::TableOptionsDialog> m_ui;
    const TableRequest m_request;
    const TableSchema m_schema;
};

} // namespace tidemark
