#include "fittingarea.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>

namespace tidemark {

namespace {

constexpr int fewestCharacters = 20;
constexpr int mostCharacters = 40; // a long word shall not spread the window
constexpr int fewestLines = 4;

} // namespace

FittingArea::FittingArea(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QSize FittingArea::sizeHint() const
{
    if (widget() == nullptr)
        return {};
    const QSize wanted = widget()->sizeHint();
    const int width = viewport()->width();
    return { wanted.width() + verticalScrollBar()->sizeHint().width(),
        widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : wanted.height() };
}

QSize FittingArea::minimumSizeHint() const
{
    const int content = widget() == nullptr ? 0 : widget()->minimumSizeHint().width();
    const int character = fontMetrics().averageCharWidth();
    return { qBound(character * fewestCharacters, content, character * mostCharacters),
        fontMetrics().height() * fewestLines };
}

void FittingArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry(); // other line breaks, another height
    if (QWidget *focus = widget() != nullptr ? widget()->focusWidget() : nullptr; focus && focus->hasFocus())
        ensureWidgetVisible(focus);
}

bool FittingArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace tidemark
