#include "timesplitdelegate.h"

#include "runmodel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace tidemark {

namespace {

constexpr int barCharacters = 9;

/// Told apart by pattern, not by colour; in the order of timeParts.
constexpr std::array patterns{ Qt::SolidPattern, Qt::Dense4Pattern, Qt::BDiagPattern, Qt::Dense7Pattern };
static_assert(patterns.size() == timeParts.size());

void paintBar(QPainter *painter, const QRect &bar, const TimeSplit &time, const QColor &color)
{
    painter->save();
    painter->setPen(color);
    double before = 0;
    for (const TimePart part : timeParts) {
        const double from = before;
        before += time[part] / time.total();
        const int left = bar.left() + int(from * bar.width());
        const int right = bar.left() + int(before * bar.width());
        if (right == left)
            continue;
        painter->fillRect(
            QRect(left, bar.top(), right - left, bar.height()), QBrush(color, patterns[size_t(part)]));
        painter->drawLine(left, bar.top(), left, bar.bottom());
    }
    painter->drawRect(bar.adjusted(0, 0, -1, -1));
    painter->restore();
}

} // namespace

int TimeSplitDelegate::barRoom(const QFontMetrics &metrics)
{
    return metrics.averageCharWidth() * (barCharacters + 2);
}

void TimeSplitDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, {});
    const QStyle *style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const QVariant split = index.data(RunModel::SplitRole);
    if (!split.isValid())
        return;
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const auto role = selected ? QPalette::HighlightedText : QPalette::Text;
    const int unit = cell.fontMetrics.averageCharWidth();
    const int height = cell.fontMetrics.height() / 2;
    const QRect bar(
        cell.rect.left() + unit, cell.rect.center().y() - height / 2, unit * barCharacters, height);
    paintBar(painter, bar, split.value<TimeSplit>(), cell.palette.color(role));
    const QRect rest = cell.rect.adjusted(bar.width() + unit * 2, 0, -unit / 2, 0);
    style->drawItemText(painter, rest, Qt::AlignLeft | Qt::AlignVCenter, cell.palette, true,
        cell.fontMetrics.elidedText(text, Qt::ElideRight, rest.width()), role);
}

} // namespace tidemark
