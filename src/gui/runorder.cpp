#include "runorder.h"

#include "runmodel.h"

namespace tidemark {

RunOrder::RunOrder(QObject *parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
}

void RunOrder::sortByNeed()
{
    sort(0);
}

bool RunOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int leftNeed = left.data(RunModel::NeedRole).toInt();
    const int rightNeed = right.data(RunModel::NeedRole).toInt();
    return leftNeed != rightNeed ? leftNeed < rightNeed : left.row() < right.row();
}

} // namespace tidemark
