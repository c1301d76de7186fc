#pragma once

#include "tablefreshness.h"

#include <QAbstractTableModel>
#include <QList>

namespace tidemark {

/// How fresh each table is. Sorted by the role SortRole of its column, State by urgency. GUI thread.
class FreshnessModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Table, State, Left, Behind, LastSync, Note, ColumnCount };
    enum Role {
        DetailsRole = Qt::UserRole, // everything known of the table, as text
        SortRole,
    };

    explicit FreshnessModel(QObject *parent = nullptr);

    /// The most urgent first. Tables that stay keep their place among the rows, so that selection and scroll
    /// survive.
    void setTables(const QList<TableFreshness> &tables);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        TableFreshness table;
        int urgency = 0; // its place in the report
    };

    static QString text(const TableFreshness &table, int column);
    static QVariant sortKey(const Row &row, int column);

    QList<Row> m_rows;
};

} // namespace tidemark
