#pragma once

#include "tablereport.h"

#include <QAbstractTableModel>
#include <QList>

namespace tidemark {

/// The tables of a run with their progress and, at the end, their results, in the order of the job. GUI
/// thread.
class RunModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Table, State, Rows, Rate, Details, ColumnCount };
    enum Role { DetailsRole = Qt::UserRole, FailedRole };

    explicit RunModel(QObject *parent = nullptr);

    /// A new run begins with these tables, all waiting.
    void start(const QList<TableRef> &tables);
    void setProgress(const TableProgress &progress);
    void setReport(int index, const TableReport &report);

    int finishedCount() const;
    int failedCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        TableProgress progress;
        std::optional<TableReport> report;
    };

    static QString stateText(const Row &row);
    static QString rowsText(const Row &row);
    static QString rateText(const Row &row);
    static QString summary(const Row &row);
    static QString details(const Row &row);

    QList<Row> m_rows;
};

} // namespace tidemark
