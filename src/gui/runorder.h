#pragma once

#include <QSortFilterProxyModel>

namespace tidemark {

/// The tables of a run in the order of the job, and what failed first once needs are sorted. Nothing moves in
/// between.
class RunOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RunOrder(QObject *parent = nullptr);

    void sortByNeed();

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace tidemark
