#pragma once

#include "tablepreview.h"

#include <QAbstractTableModel>
#include <QList>

namespace tidemark {

/// What a sync would do with each table, in the order of the job. GUI thread.
class ChangesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Table, Action, Inserts, Updates, Deletes, Size, Time, Note, ColumnCount };
    enum Role {
        DetailsRole = Qt::UserRole // everything known of the table, as text
    };

    /// What can stand in the column Action.
    static QStringList actionTexts();

    explicit ChangesModel(QObject *parent = nullptr);

    /// Selection and scroll survive where the tables are the same.
    void setTables(const QList<TablePreview> &tables);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const TablePreview &table, int column);
    static QString noteText(const TablePreview &table);
    static QString details(const TablePreview &table);

    QList<TablePreview> m_tables;
};

} // namespace tidemark
