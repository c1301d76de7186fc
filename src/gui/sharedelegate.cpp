#include "sharedelegate.h"

#include "runmodel.h"

#include <QPainter>

namespace tidemark {

void ShareDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant share = index.data(RunModel::ShareRole);
    if (!share.isValid())
        return;
    const int height = qMax(2, option.rect.height() / 9);
    QRect bar = option.rect.adjusted(height, 0, -height, 0);
    bar.setTop(bar.bottom() - height + 1);
    painter->fillRect(bar, option.palette.color(QPalette::Mid));
    bar.setWidth(int(bar.width() * share.toDouble()));
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(bar, option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight));
}

} // namespace tidemark
