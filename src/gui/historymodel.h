#pragma once

#include "historyfilter.h"
#include "historyrun.h"

#include <QAbstractTableModel>

#include <optional>

namespace tidemark {

/// The runs of a history that a filter takes, in the order that a person wants: by default the newest first.
/// A refresh inserts what is new. It filters and sorts values itself, because a proxy takes seconds for
/// 100,000.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Table, What, Rows, Size, Duration, Note, ColumnCount };

    explicit HistoryModel(QObject *parent = nullptr);

    void setRuns(const QList<HistoryRun> &runs);
    void setFilter(const HistoryFilter &filter);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// False when there is no run at all, whatever the filter.
    bool hasRuns() const { return !m_runs.isEmpty(); }
    const HistoryRun &run(int row) const { return m_runs[m_shown[row]]; }
    /// The row of the run; none when it is not shown.
    std::optional<int> rowOf(const HistoryRun &run) const;
    /// All that are shown, the newest first; until the model changes.
    QList<const HistoryRun *> shown() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isByTime() const { return m_column == When && m_order == Qt::DescendingOrder; }
    bool isBefore(int a, int b) const;
    void sortShown();
    void showAll();
    void insertFront(const QList<HistoryRun> &runs);
    static QString text(const HistoryRun &run, int column);
    static QString tip(const HistoryRun &run, int column);

    QList<HistoryRun> m_runs; // the newest first
    QList<int> m_shown; // places in m_runs, by row
    HistoryFilter m_filter;
    int m_column = When;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace tidemark
