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
    enum Column { Table, State, Rows, Size, Speed, Time, Note, ColumnCount };
    enum Role {
        DetailsRole = Qt::UserRole, // everything known of the table, as text
        ShareRole, // 0 to 1 while the end of a table can be estimated, else invalid
    };

    explicit RunModel(QObject *parent = nullptr);

    /// A new run begins with these tables, all waiting.
    void start(const QList<TableRef> &tables);
    void setProgress(const TableProgress &progress);
    void setReport(int index, const TableReport &report);

    int finishedCount() const;
    /// The first table that failed, or -1.
    int firstFailed() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        TableProgress progress;
        std::optional<TableReport> report;

        qint64 rows() const { return report ? report->rowsWritten : progress.rows; }
        qint64 bytes() const { return report ? report->bytesWritten : progress.bytes; }
        double seconds() const { return report ? report->durationSeconds : progress.seconds; }
        std::optional<double> share() const;
    };

    static QString text(const Row &row, int column);
    static QString rowsText(const Row &row);
    static QString speedText(const Row &row);
    static QString timeText(const Row &row);
    static QString noteText(const Row &row);
    static QString details(const Row &row);

    QList<Row> m_rows;
};

} // namespace tidemark
