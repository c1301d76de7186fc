#pragma once

#include "tabletreemodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <memory>

namespace Ui {
class TableTreePane;
}

namespace tidemark {

/// The tree of databases, schemas and tables with filter and tick boxes. It only shows and asks.
class TableTreePane : public QWidget {
    Q_OBJECT

public:
    explicit TableTreePane(QWidget *parent = nullptr);
    ~TableTreePane() override;

    TableTreeModel &model() { return *m_model; }
    void setConnected(bool connected);
    /// Opens a database, which loads it.
    void expandDatabase(const QString &name);
    void focusFilter();

Q_SIGNALS:
    void refreshRequested();

private:
    void updateSummary();

    std::unique_ptr<Ui::TableTreePane> m_ui;
    TableTreeModel *m_model;
    QSortFilterProxyModel *m_filter;
};

} // namespace tidemark
