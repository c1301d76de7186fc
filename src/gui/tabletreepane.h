#pragma once

#include "tabletreemodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <memory>

namespace Ui {
class TableTreePane;
}

namespace tidemark {

class LiveText;

/// The tree of databases, schemas and tables with filter, tick boxes and modes. It only shows and asks.
class TableTreePane : public QWidget {
    Q_OBJECT

public:
    explicit TableTreePane(QWidget *parent = nullptr);
    ~TableTreePane() override;

    TableTreeModel &model() { return *m_model; }

    /// Nothing to show yet: a text says what will be here, or why there is nothing.
    void showText(const LiveText &text);
    void showTeaching();
    void showTree();
    /// Opens a database with its schemas, which loads it.
    void expandDatabase(const QString &name);
    void focusTree();
    void focusFilter();

Q_SIGNALS:
    void refreshRequested();
    /// Columns and filter of a table are to be asked for.
    void optionsRequested(const tidemark::ChosenTable &table);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setColumnWidths();
    void filter(const QString &text);
    void openMenu(const QPoint &position);
    QModelIndexList selectedRows() const; // of the model, not the proxy
    void updateSummary();

    std::unique_ptr<Ui::TableTreePane> m_ui;
    TableTreeModel *m_model;
    QSortFilterProxyModel *m_filter;
};

} // namespace tidemark
