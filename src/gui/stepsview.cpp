#include "stepsview.h"

#include "checkstate.h"
#include "iconlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QResizeEvent>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

StepsView::StepsView(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void StepsView::setSteps(const QList<CheckStep> &steps)
{
    m_steps = steps;
    auto *content = new QWidget(this);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    for (const CheckStep &step : steps)
        addStep(*grid, step);
    setWidget(content);
    setVisible(!steps.isEmpty());
    updateGeometry();
}

QSize StepsView::sizeHint() const
{
    if (widget() == nullptr)
        return {};
    const int width = viewport()->width();
    return { widget()->sizeHint().width(), widget()->heightForWidth(width) };
}

QSize StepsView::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 4 };
}

void StepsView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry(); // other line breaks, another height
}

void StepsView::addStep(QGridLayout &grid, const CheckStep &step)
{
    auto *mark = new IconLabel(grid.parentWidget());
    mark->setIcon(checkStateIcon(step.outcome), checkStateText(step.outcome));

    QString text = u"<b>"_s + step.name.toHtmlEscaped() + u"</b><br>"_s + step.text.toHtmlEscaped();
    if (!step.remedy().isEmpty())
        text += u"<br><i>"_s + step.remedy().toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</i>"_s;
    auto *words = new QLabel(text, grid.parentWidget());
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(step.name + u": "_s + step.text + u' ' + step.remedy());

    auto *time = new QLabel(checkTimeText(step.seconds), grid.parentWidget());
    const int row = grid.rowCount();
    grid.addWidget(mark, row, 0, Qt::AlignTop);
    grid.addWidget(words, row, 1);
    grid.addWidget(time, row, 2, Qt::AlignTop | Qt::AlignRight);
}

} // namespace tidemark
