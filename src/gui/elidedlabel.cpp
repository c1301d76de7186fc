#include "elidedlabel.h"

namespace tidemark {

namespace {

constexpr int fewestCharacters = 10;

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    hide();
}

void ElidedLabel::setWhole(const QString &text, const QString &toolTip)
{
    m_whole = text;
    setToolTip(toolTip);
    setAccessibleName(toolTip);
    elide();
    setVisible(!text.isEmpty());
}

QSize ElidedLabel::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(m_whole), QLabel::sizeHint().height() };
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * fewestCharacters, QLabel::minimumSizeHint().height() };
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    setText(fontMetrics().elidedText(m_whole, Qt::ElideRight, width()));
}

} // namespace tidemark
