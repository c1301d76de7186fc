#include "stepsview.h"

#include "iconlabel.h"
#include "paletteicon.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double shortestShown = 0.005;

} // namespace

StepsView::StepsView(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    hide();
}

void StepsView::setSteps(const QList<CheckStep> &steps)
{
    m_steps = steps;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CheckStep &step : steps)
        addStep(step);
    setVisible(!steps.isEmpty());
}

void StepsView::addStep(const CheckStep &step)
{
    const bool good = step.outcome == CheckOutcome::Good;
    const bool warning = step.outcome == CheckOutcome::Warning;
    auto *mark = new IconLabel(this);
    mark->setIcon(good ? paletteIcon(u"state-done"_s, IconTone::Good)
            : warning  ? paletteIcon(u"check-warning"_s, IconTone::Warning)
                       : paletteIcon(u"state-failed"_s, IconTone::Bad),
        good          ? tr("good")
            : warning ? tr("warning")
                      : tr("failed"));

    QString text = u"<b>"_s + step.name.toHtmlEscaped() + u"</b><br>"_s + step.text.toHtmlEscaped();
    if (!step.remedy.isEmpty())
        text += u"<br><i>"_s + step.remedy.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</i>"_s;
    auto *words = new QLabel(text, this);
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(step.name + u": "_s + step.text + u' ' + step.remedy);

    auto *time = new QLabel(this);
    if (step.seconds >= shortestShown)
        time->setText(tr("%1 s").arg(QLocale().toString(step.seconds, 'f', 2)));
    const int row = m_grid->rowCount();
    m_grid->addWidget(mark, row, 0, Qt::AlignTop);
    m_grid->addWidget(words, row, 1);
    m_grid->addWidget(time, row, 2, Qt::AlignTop | Qt::AlignRight);
}

} // namespace tidemark
