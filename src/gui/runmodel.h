#pragma once

#include "runspeeds.h"

#include "tablereport.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QList>
#include <QSet>
#include <QTimer>

namespace tidemark {

/// Sums over all tables of a run.
struct RunTotals {
    int tables = 0;
    int finished = 0;
    int failed = 0;
    int again = 0; // failed or cancelled
    int working = 0; // some thread has it in hand
    qint64 rows = 0;
    qint64 bytes = 0;
    double seconds = 0; // since the run began
    double rowsPerSecond = 0;
    std::optional<double> secondsLeft; // while the end can be estimated
};

/// The tables of a run with their progress and, at the end, their results, in the order of the job. Views
/// hear of changes at most ten times a second. GUI thread.
class RunModel : public QAbstractTableModel {
    Q_OBJECT

public:
    // What matters most comes first: a narrow window shows no more.
    enum Column { Table, State, Rows, Note, Time, Speed, Size, Split, ColumnCount };
    enum Role {
        DetailsRole = Qt::UserRole, // everything known of the table, as text
        ShareRole, // 0 to 1 while the end of a table can be estimated, else invalid
        SplitRole, // a TimeSplit, once there is one
        NeedRole, // an int: what needs a person more is smaller
    };

    explicit RunModel(QObject *parent = nullptr);

    /// A new run begins with these tables, all waiting.
    void start(const QList<TableRef> &tables);
    /// A run begins with some of the tables again; the others keep their results.
    void restart(const QList<int> &rows);
    void setProgress(const TableProgress &progress);
    void setReport(int row, const TableReport &report);
    /// The run is over; the totals' clock stands.
    void finish();

    RunTotals totals() const;
    /// Since the run began, or of all of it.
    double seconds() const;
    /// Of the last run only: a table that was not run again has none.
    const RunSpeeds &speeds() const { return m_speeds; }
    /// Rows of tables that failed or were cancelled.
    QList<int> rowsToRetry() const;
    const TableRef &table(int row) const { return m_rows[row].progress.table; }
    /// None while the table is not finished.
    const std::optional<TableReport> &report(int row) const { return m_rows[row].report; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// After the changes of a tenth of a second.
    void refreshed();

private:
    struct Row {
        TableProgress progress;
        std::optional<TableReport> report;

        qint64 rows() const { return report ? report->rowsWritten : progress.rows; }
        qint64 bytes() const { return report ? report->bytesWritten : progress.bytes; }
        double seconds() const { return report ? report->durationSeconds : progress.seconds; }
        const TimeSplit &time() const { return report ? report->time : progress.time; }
        bool isToRetry() const;
        std::optional<double> share() const;
    };

    void touch(int row);
    void flush();
    void countSpeed(int row);

    static QString text(const Row &row, int column);
    static QVariant toolTip(const Row &row, int column);
    static QString rowsText(const Row &row);
    static QString speedText(const Row &row);
    static QString timeText(const Row &row);
    static QString splitText(const Row &row);
    static QString noteText(const Row &row);
    static QString details(const Row &row);

    QList<Row> m_rows;
    QSet<int> m_touched; // rows that the views have not heard of
    QTimer m_flush;
    RunSpeeds m_speeds;
    QElapsedTimer m_clock;
    double m_seconds = 0; // of the run that is over
    qint64 m_rowsBefore = 0; // of results that an earlier run left
};

} // namespace tidemark
