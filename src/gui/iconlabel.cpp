#include "iconlabel.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace tidemark {

IconLabel::IconLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QIcon &icon, const LiveText &word)
{
    m_icon = icon;
    m_word = word;
    showWord();
    update();
}

void IconLabel::showWord()
{
    setAccessibleName(m_word.text());
    setToolTip(m_word.text());
}

void IconLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWord();
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
