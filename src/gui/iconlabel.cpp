#include "iconlabel.h"

#include <QPainter>
#include <QStyle>

namespace tidemark {

IconLabel::IconLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QIcon &icon, const QString &word)
{
    m_icon = icon;
    setAccessibleName(word);
    setToolTip(word);
    update();
}

QSize IconLabel::sizeHint() const
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    return { size, size };
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace tidemark
