#include "stepsview.h"

#include "checkstate.h"
#include "iconlabel.h"
#include "livetext.h"

#include <QGridLayout>
#include <QLabel>
#include <QTimer>

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

StepsView::StepsView(QWidget *parent) : FittingArea(parent)
{
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
    const auto bad = std::find_if(steps.cbegin(), steps.cend(),
        [](const CheckStep &step) { return step.outcome == CheckOutcome::Bad; });
    if (bad != steps.cend()) // once it is laid out
        QTimer::singleShot(0, content, [this, grid, row = int(bad - steps.cbegin()) + 1] {
            ensureWidgetVisible(grid->itemAtPosition(row, 1)->widget());
        });
}

void StepsView::addStep(QGridLayout &grid, const CheckStep &step)
{
    auto *mark = new IconLabel(grid.parentWidget());
    mark->setIcon(checkStateIcon(step.outcome), [outcome = step.outcome] { return checkStateText(outcome); });

    QString text = u"<b>"_s + step.name.toHtmlEscaped() + u"</b><br>"_s + step.text.toHtmlEscaped();
    if (!step.remedy().isEmpty())
        text += u"<br><i>"_s + step.remedy().toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</i>"_s;
    auto *words = new QLabel(text, grid.parentWidget());
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(step.name + u": "_s + step.text + u' ' + step.remedy());

    auto *time = new QLabel(grid.parentWidget());
    say(*time, [seconds = step.seconds] { return checkTimeText(seconds); });
    const int row = grid.rowCount();
    grid.addWidget(mark, row, 0, Qt::AlignTop);
    grid.addWidget(words, row, 1);
    grid.addWidget(time, row, 2, Qt::AlignTop | Qt::AlignRight);
}

} // namespace tidemark
