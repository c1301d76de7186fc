#include "tickdelegate.h"

namespace tidemark {

QPalette withVisibleTicks(QPalette palette)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    const QColor between(
        (text.red() + base.red()) / 2, (text.green() + base.green()) / 2, (text.blue() + base.blue()) / 2);
    palette.setColor(QPalette::Window, between);
    return palette;
}

void TickDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->palette = withVisibleTicks(option->palette);
}

} // namespace tidemark
