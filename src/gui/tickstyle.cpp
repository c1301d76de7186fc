#include "tickstyle.h"

#include <QStyleOptionButton>
#include <QStyleOptionViewItem>

namespace tidemark {

namespace {

QPalette withVisibleFrames(QPalette palette, QPalette::ColorGroup group)
{
    const QColor text = palette.color(group, QPalette::Text);
    const QColor base = palette.color(group, QPalette::Base);
    const QColor between(
        (text.red() + base.red()) / 2, (text.green() + base.green()) / 2, (text.blue() + base.blue()) / 2);
    palette.setColor(group, QPalette::Window, between);
    return palette;
}

} // namespace

void TickStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button != nullptr && (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)) {
        QStyleOptionButton visible = *button;
        visible.palette = withVisibleFrames(button->palette, button->palette.currentColorGroup());
        QProxyStyle::drawPrimitive(element, &visible, painter, widget);
    } else if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
               item != nullptr && element == PE_IndicatorItemViewItemCheck) {
        QStyleOptionViewItem visible = *item;
        visible.palette = withVisibleFrames(item->palette, item->palette.currentColorGroup());
        QProxyStyle::drawPrimitive(element, &visible, painter, widget);
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

} // namespace tidemark
